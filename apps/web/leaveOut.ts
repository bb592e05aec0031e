import type { Plugin } from 'vite';

/**
 * Marks what a module makes when it is loaded, and nobody asks for, as something that may be left out. lib0/dom makes
 * four checks, and with them comes the whole of lib0/schema to everybody who wants to write: 3 kB gzip.
 */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    transform: (code, id) => (id.endsWith('/lib0/dom.js') ? { code: code.replaceAll('= $.$custom(', '= /* @__PURE__ */ $.$custom('), map: null } : undefined),
  };
}
