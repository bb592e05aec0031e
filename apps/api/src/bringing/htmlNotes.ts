import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, elementsIn, isElement } from './htmlTree.js';

const mostSign = 6;

/** Which signs of a page lead to which notes, in the ways word processors, Markdown and web pages write them. */
export class Notes {
  private readonly byId = new Map<string, Tree.Element>();
  private readonly bySign = new Map<Tree.Element, Tree.Element>();
  private readonly all: ReadonlySet<Tree.Element>;

  constructor(page: Tree.Document) {
    for (const element of elementsIn(page)) for (const id of namesOf(element)) if (!this.byId.has(id)) this.byId.set(id, element);
    const backs = new Set<Tree.Element>();
    const paired: [sign: Tree.Element, back: Tree.Element][] = [];
    for (const element of elementsIn(page)) {
      const note = this.stated(element);
      if (note !== null) this.bySign.set(element, note);
      else if (element.tagName === 'a' && !backs.has(element)) {
        const back = this.pairedWith(element);
        if (back === null) continue;
        backs.add(back);
        paired.push([element, back]);
      }
    }
    for (const [sign, back] of paired) {
      const note = aroundBack(back, backs);
      if (note !== null) this.bySign.set(sign, note);
    }
    this.all = new Set(this.bySign.values());
  }

  /** The note this sign leads to. */
  at(sign: Tree.Element): Tree.Element | null {
    return this.bySign.get(sign) ?? null;
  }

  /** Is this the text of a note? It stands where its sign is. */
  has(element: Tree.Element): boolean {
    return this.all.has(element);
  }

  // A sign that says so of itself, and leads to an entry in a list.
  private stated(element: Tree.Element): Tree.Element | null {
    const link = element.tagName === 'a' ? element : element.tagName === 'sup' && element.childNodes.length === 1 && isElement(element.childNodes[0]) ? element.childNodes[0] : null;
    if (link === null || link.tagName !== 'a') return null;
    const isSign = element.tagName === 'sup' || attribute(link, 'role') === 'doc-noteref';
    const target = isSign ? this.targetOf(link) : undefined;
    return target !== undefined && (target.tagName === 'li' || target.tagName === 'aside') ? target : null;
  }

  // A short sign that leads to another, which leads back: so word processors write notes in a page.
  private pairedWith(sign: Tree.Element): Tree.Element | null {
    const back = this.targetOf(sign);
    if (back === undefined || back.tagName !== 'a' || back === sign) return null;
    const names = [sign, sign.parentNode].flatMap((one) => (isElement(one ?? undefined) ? namesOf(one as Tree.Element) : []));
    return names.includes(attribute(back, 'href').slice(1)) && isShort(sign) && isShort(back) ? back : null;
  }

  private targetOf(link: Tree.Element): Tree.Element | undefined {
    const href = attribute(link, 'href');
    return href.startsWith('#') ? this.byId.get(href.slice(1)) : undefined;
  }
}

function namesOf(element: Tree.Element): string[] {
  return [attribute(element, 'id'), element.tagName === 'a' ? attribute(element, 'name') : ''].filter((name) => name !== '');
}

function isShort(element: Tree.Element): boolean {
  let letters = 0;
  const count = (node: Tree.ChildNode): void => {
    if (node.nodeName === '#text') letters += (node as Tree.TextNode).value.trim().length;
    else if (isElement(node) && letters <= mostSign) node.childNodes.forEach(count);
  };
  element.childNodes.forEach(count);
  return letters > 0 && letters <= mostSign;
}

// The paragraph the sign stands in, or all of the box that holds this note and no other.
function aroundBack(back: Tree.Element, backs: ReadonlySet<Tree.Element>): Tree.Element | null {
  let line: Tree.ParentNode | null = back.parentNode;
  while (isElement(line ?? undefined) && !['p', 'li', 'div', 'aside'].includes((line as Tree.Element).tagName)) line = (line as Tree.Element).parentNode;
  if (!isElement(line ?? undefined)) return null;
  const box = (line as Tree.Element).parentNode;
  const isOwnBox = isElement(box ?? undefined) && (box as Tree.Element).tagName === 'div' && [...elementsIn(box as Tree.Element)].filter((one) => backs.has(one)).length === 1;
  return (isOwnBox ? box : line) as Tree.Element;
}
