import { expect, test } from '@jest/globals';
import { limits } from '@samsyn/domain/shared/limits';
import * as Y from 'yjs';
import { openRoots } from './place.js';
import { Size } from './size.js';

/** A seeded generator, so that a run that fails can be run again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

const room = (): { document: Y.Doc; size: Size } => {
  const document = new Y.Doc();
  openRoots(document);
  return { document, size: new Size(document) };
};

test('[W5] what is counted along is what the text holds when it is counted anew, whatever two have done to it', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const roll = dice(seed);
    const { document, size } = room();
    const pens = [new Y.Doc(), new Y.Doc()];
    for (let step = 0; step < 60; step += 1) {
      const pen = pens[roll(2)] as Y.Doc;
      const blocks = pen.getXmlFragment('text');
      const block = blocks.get(roll(Math.max(1, blocks.length))) as Y.XmlElement | undefined;
      const words = block?.get(0) as Y.XmlText | undefined;
      const act = roll(6);
      if (block === undefined || words === undefined || act === 0) {
        const made = new Y.XmlElement('paragraph');
        made.insert(0, [new Y.XmlText('ord '.repeat(1 + roll(9)))]);
        blocks.insert(roll(blocks.length + 1), [made]);
      } else if (act === 1) blocks.delete(roll(blocks.length), 1);
      else if (act === 2 && words.length > 0) words.format(0, 1 + roll(words.length), { strong: {} });
      else if (act === 3 && words.length > 0) words.delete(roll(words.length), 1);
      else if (act === 4) block.setAttribute('level', String(roll(9)));
      else words.insert(roll(words.length + 1), 'x'.repeat(1 + roll(5)));
      if (roll(3) > 0) Y.applyUpdate(document, Y.encodeStateAsUpdate(pen, Y.encodeStateVector(document)));
      if (roll(4) === 0) for (const one of pens) Y.applyUpdate(one, Y.encodeStateAsUpdate(document, Y.encodeStateVector(one)));
    }
    expect([seed, Math.round(size.now)]).toEqual([seed, Math.round(new Size(document).now)]);
  }
});

test('[W5] room that is promised to one is not promised to another, and comes back when the edit did not get in', () => {
  const { document, size } = room();
  document.getText('belongs').insert(0, 'x'.repeat(limits.text - 100));
  const [one, other] = [size.claim(), size.claim()];
  expect(one.fits(80, () => 0)).toBe(true);
  expect(other.fits(80, () => 0)).toBe(false);
  expect(other.fits(80, () => 70)).toBe(true);
  other.free();
  one.free();
  expect(other.fits(100, () => 0)).toBe(true);
});
