import { expect, test } from '@jest/globals';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import * as Y from 'yjs';
import { judge } from './guard.js';
import { openRoots } from './place.js';

/** Somebody's own copy, with what they have written and not yet told. */
interface Pen {
  readonly document: Y.Doc;
  readonly undo: Y.UndoManager;
  untold: Uint8Array[];
}

test('[F2] three who write, format, delete, undo and come back from offline are never refused', () => {
  const random = seeded(Number(process.env['SEED'] ?? 47));
  const any = (most: number) => Math.floor(random() * most);
  for (let text = 0; text < 30; text += 1) {
    const server = new Y.Doc();
    openRoots(server);
    const pens = [101, 102, 103].map(aPen);
    for (let step = 0; step < 80; step += 1) {
      act(pens[any(3)] as Pen, random);
      if (random() < 0.4) tell(pens[any(3)] as Pen, server, random());
    }
    for (const pen of [...pens, ...pens]) tell(pen, server, 0);
    expect(new Set(pens.map(({ document }) => document.getXmlFragment('text').toString()))).toEqual(new Set([server.getXmlFragment('text').toString()]));
    expect(server.store.pendingStructs).toBeNull();
  }
});

function aPen(clientId: number): Pen {
  const document = new Y.Doc();
  openRoots(document);
  document.clientID = clientId;
  const pen: Pen = { document, undo: new Y.UndoManager(document.getXmlFragment('text'), { captureTimeout: 0 }), untold: [] };
  document.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') pen.untold.push(update);
  });
  return pen;
}

// Edit by edit, as one update, or as everything the server lacks: the three ways a provider has.
function tell(pen: Pen, server: Y.Doc, way: number): void {
  const { document, untold } = pen;
  const whole = () => Y.encodeStateAsUpdate(document, Y.encodeStateVector(server));
  for (const update of way < 0.3 ? [whole()] : way < 0.6 && untold.length > 0 ? [Y.mergeUpdates(untold)] : untold) {
    const verdict = judge(server, update, (client) => client === document.clientID);
    expect(isRefusal(verdict) ? verdict : null).toBeNull();
    Y.applyUpdate(server, update);
  }
  pen.untold = [];
  Y.applyUpdate(document, Y.encodeStateAsUpdate(server), 'server');
}

function act({ document, undo }: Pen, random: () => number): void {
  const any = (most: number) => Math.floor(random() * most);
  const text = document.getXmlFragment('text');
  const blocks = [...text.createTreeWalker((one) => one instanceof Y.XmlElement && one.nodeName !== 'hard_break')] as Y.XmlElement[];
  const words = [...text.createTreeWalker((one) => one instanceof Y.XmlText)] as unknown as Y.XmlText[];
  const block = blocks[any(blocks.length)];
  const line = words[any(words.length)];
  const which = random();
  document.transact(() => {
    if (which < 0.25 || block === undefined || line === undefined) text.insert(any(text.length + 1), Array.from({ length: 1 + any(2) }, () => aBlock(random)));
    else if (which < 0.5) line.insert(any(line.length + 1), 'xåy');
    else if (which < 0.6) line.format(any(line.length + 1), any(4), { strong: random() < 0.5 ? {} : null });
    else if (which < 0.7) block.setAttribute('level', any(3) as never);
    else if (which < 0.8) line.delete(0, any(line.length + 1));
    else if (which < 0.86) text.delete(any(text.length), 1);
    else if (which < 0.9) document.getText('belongs').insert(any(document.getText('belongs').length + 1), 'trapphus');
  });
  if (which >= 0.9) undo.undo();
}

function aBlock(random: () => number): Y.XmlElement {
  const list = random() < 0.3;
  const line = new Y.XmlElement(random() < 0.8 ? 'paragraph' : 'heading');
  line.insert(0, [new Y.XmlText('kallt'), ...(random() < 0.2 ? [new Y.XmlElement('hard_break'), new Y.XmlText('mörkt')] : [])]);
  if (!list) return line;
  const [outer, item] = [new Y.XmlElement('bullet_list'), new Y.XmlElement('list_item')];
  item.insert(0, [line]);
  outer.insert(0, [item]);
  return outer;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
