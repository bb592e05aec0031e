import type { Plugin } from 'vite';

/**
 * Leaves out what comes along to everybody who wants to write and that nobody asks for: lib0/dom makes four checks when
 * it is loaded, and with them comes the whole of lib0/schema; lib0/logging paints in colours the four sentences that
 * Yjs can say; the binding can draw an earlier state in the editor, which we show on a screen of its own, and others'
 * carets in a way of its own, which we do in ours; the provider can gather updates for a while, and we send each at once:
 * with a `flushDelay` nothing would be sent any more. 5 kB gzip.
 */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    transform(code, id) {
      if (id.endsWith('/lib0/dom.js')) return { code: code.replaceAll('= $.$custom(', '= /* @__PURE__ */ $.$custom('), map: null };
      if (id.endsWith('/y-prosemirror/src/plugins/sync-plugin.js')) return { code: without(code, this.parse(code), ['renderSnapshot', 'unrenderSnapshot', '_renderSnapshot']), map: null };
      if (id.endsWith('/hocuspocus-provider.esm.js')) return { code: without(code, this.parse(code), ['scheduleFlush', 'flushPendingUpdates', 'forceSync']), map: null };
      if (id.endsWith('/y-prosemirror/src/plugins/cursor-plugin.js')) return { code: withoutDefaults(code, ['defaultAwarenessStateFilter', 'defaultCursorBuilder', 'defaultSelectionBuilder']), map: null };
      return id.endsWith('/lib0/logging.js') ? { code: plainLogging, map: null } : undefined;
    },
  };
}

const plainLogging = `
export const [BOLD, UNBOLD, RED, ORANGE] = ['', '', '', ''];
export const print = (...said) => console.info(...said);
export const warn = (...said) => console.warn(...said);
`;

interface Part {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly key?: { readonly name?: string };
}

/** The code with these methods of its classes empty. A name that is not there is refused: the library has changed. */
function without(code: string, tree: unknown, names: readonly string[]): string {
  const methods = partsOf(tree).filter(({ type, key }) => type === 'MethodDefinition' && names.includes(key?.name ?? ''));
  if (methods.length !== names.length) throw new Error(`Not all of ${names.join(', ')} are there to be left out.`);
  return methods.toSorted((a, b) => b.start - a.start).reduce((rest, { start, end, key }) => `${rest.slice(0, start)}${key?.name}() {}${rest.slice(end)}`, code);
}

/** The code where nothing falls back on these; whoever calls it gives all of them. */
function withoutDefaults(code: string, names: readonly string[]): string {
  const missing = names.filter((name) => !code.includes(` = ${name},`));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is not there to be left out.`);
  return names.reduce((rest, name) => rest.replace(` = ${name},`, ','), code);
}

function partsOf(tree: unknown): Part[] {
  if (Array.isArray(tree)) return tree.flatMap(partsOf);
  if (typeof tree !== 'object' || tree === null) return [];
  return [...('type' in tree ? [tree as Part] : []), ...Object.values(tree).flatMap(partsOf)];
}
