import { expect, test } from '@jest/globals';
import { rights } from '@samsyn/domain/rights/rights';
import { actSentence } from './actSentence';

// Reading is no act; these are noted for no alliance, or for nobody else to read.
const untold = ['alliance.read', 'framing.read', 'framing.retrace', 'contribution.read', 'thread.read', 'mention.read', 'framing.write', 'import.continue', 'organisation.add', 'organisation.rename', 'organisation.merge', 'person.rename', 'examples.load', 'session.begin', 'session.end', 'card.make', 'way.remove', 'person.protect', 'equal.check', 'hiding.read', 'round.read'];
const notedAs = ['coordinating.layDown', 'participation.endRepresentation', 'framing.addSource', 'framing.correctSource', 'framing.cleared', 'passage.uncite', 'thread.open'];

test('every act that an alliance hears of has a sentence of its own', () => {
  const t = ((key: string) => key) as Parameters<typeof actSentence>[1];
  const verbs = [...Object.keys(rights), ...notedAs].filter((verb) => !untold.includes(verb));
  expect(verbs.filter((verb) => actSentence({ verb, detail: {}, by: { name: 'Ayse' } }, t) === 'acts.other')).toEqual([]);
});
