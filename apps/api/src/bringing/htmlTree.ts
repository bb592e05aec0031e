import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Is this an element? */
export function isElement(node: Tree.Node | undefined): node is Tree.Element {
  return node !== undefined && 'tagName' in node;
}

/** What an attribute says; empty when there is none. */
export function attribute(element: Tree.Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

/** Is the element of this class? */
export function hasClass(element: Tree.Element, name: string): boolean {
  return attribute(element, 'class').split(/\s+/).includes(name);
}

/** The elements of a tree from the first to the last, without going into further elements of the name `within`. A page nested a million deep is walked all the same. */
export function* elementsIn(root: Tree.ParentNode, within?: string): Generator<Tree.Element> {
  const left: Tree.ChildNode[] = [...root.childNodes].reverse();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isElement(node)) continue;
    yield node;
    if (node.tagName !== within) for (let at = node.childNodes.length - 1; at >= 0; at -= 1) left.push(node.childNodes[at] as Tree.ChildNode);
  }
}

/** The letters in an element. */
export function wordsIn(element: Tree.Element): string {
  return element.childNodes.map((child) => (child.nodeName === '#text' ? (child as Tree.TextNode).value : '')).join('');
}

/** Is this said not to be shown by how it looks? */
export function looksHidden(element: Tree.Element): boolean {
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attribute(element, 'style'));
}

/** Is this not shown to those who read the page, or only the way around the site? */
export function isHidden(element: Tree.Element): boolean {
  const hidden = element.attrs.some(({ name }) => name === 'hidden') || attribute(element, 'aria-hidden') === 'true' || looksHidden(element);
  return hidden || ['navigation', 'search', 'contentinfo'].includes(attribute(element, 'role'));
}

/** Is it struck through? */
export function isStruck(element: Tree.Element): boolean {
  return ['s', 'strike', 'del'].includes(element.tagName) || /text-decoration[^;]*line-through/i.test(attribute(element, 'style'));
}
