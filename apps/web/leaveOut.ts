import type { Plugin } from 'vite';

/**
 * Leaves out what comes along to everybody who wants to write and that nobody asks for: lib0/dom makes four checks when
 * it is loaded, and with them comes the whole of lib0/schema; lib0/logging paints in colours the four sentences that
 * Yjs can say. 4 kB gzip.
 */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    transform: (code, id) => {
      if (id.endsWith('/lib0/dom.js')) return { code: code.replaceAll('= $.$custom(', '= /* @__PURE__ */ $.$custom('), map: null };
      return id.endsWith('/lib0/logging.js') ? { code: plainLogging, map: null } : undefined;
    },
  };
}

const plainLogging = `
export const [BOLD, UNBOLD, RED, ORANGE] = ['', '', '', ''];
export const print = (...said) => console.info(...said);
export const warn = (...said) => console.warn(...said);
`;
