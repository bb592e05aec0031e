import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isElement } from './htmlTree.js';

const most = 2_000;

/** The words of a Word file with its formulas as one line of signs each, for the reader of such files passes them over. */
export function withFormulas(xml: string): string {
  let left = most;
  // One on a line of its own is wrapped once more.
  return xml.replace(/<m:oMathParaPr>[^]*?<\/m:oMathParaPr>|<\/?m:oMathPara(?:\s[^>]*)?>/g, '').replace(/<m:oMath(?:\s[^>]*)?>([^]*?)<\/m:oMath>/g, (whole, formula: string) => {
    left -= 1;
    const line = left < 0 || formula.length > 100_000 ? '' : signs(parseFragment(formula.replace(/<([\w:]+)([^<>]*)\/>/g, '<$1$2></$1>')).childNodes).trim();
    return line === '' ? whole : `<w:r><w:t xml:space="preserve">${line.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</w:t></w:r>`;
  });
}

function signs(nodes: readonly Tree.ChildNode[]): string {
  return nodes.map((node) => (isElement(node) ? signOf(node) : '')).join('');
}

// What stands over a line, above it or under a root is told by signs one can type.
function signOf(element: Tree.Element): string {
  const part = (name: string): string => signs(element.childNodes.filter((child): child is Tree.Element => isElement(child) && child.tagName === name).flatMap(({ childNodes }) => childNodes));
  switch (element.tagName) {
    case 'm:t':
      return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    case 'm:f':
      return `${held(part('m:num'))}/${held(part('m:den'))}`;
    case 'm:ssup':
      return `${part('m:e')}^${held(part('m:sup'))}`;
    case 'm:ssub':
      return `${part('m:e')}_${held(part('m:sub'))}`;
    case 'm:ssubsup':
      return `${part('m:e')}_${held(part('m:sub'))}^${held(part('m:sup'))}`;
    case 'm:rad':
      return `√${part('m:deg') === '' ? '' : `[${part('m:deg')}]`}(${part('m:e')})`;
    case 'm:d':
      return `(${part('m:e')})`;
    default:
      return signs(element.childNodes);
  }
}

function held(text: string): string {
  return [...text].length > 1 ? `(${text})` : text;
}
