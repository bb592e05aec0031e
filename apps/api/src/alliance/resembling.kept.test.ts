import { expect, test } from '@jest/globals';
import { KeptIndexes } from './resembling.kept.js';

const texts = (...all: string[]) => all.map((text, at) => ({ id: String(at), text }));

test('[L7] the same texts are made ready once, and a changed word is seen at once', () => {
  const kept = new KeptIndexes();
  const first = kept.of(texts('Skolan', 'Bussen'));
  expect(kept.of(texts('Skolan', 'Bussen'))).toBe(first);
  expect(kept.of(texts('Skolan', 'Bussarna'))).not.toBe(first);
  expect(kept.of(texts('SkolanBussen'))).not.toBe(first);
});

test('[L7] only the few asked last are kept', () => {
  const kept = new KeptIndexes();
  const first = kept.of(texts('Skolan'));
  const second = kept.of(texts('Bussen'));
  for (const other of ['Badet', 'Torget']) kept.of(texts(other));
  expect(kept.of(texts('Skolan'))).toBe(first);
  kept.of(texts('Parken'));
  expect(kept.of(texts('Skolan'))).toBe(first);
  expect(kept.of(texts('Bussen'))).not.toBe(second);
});
