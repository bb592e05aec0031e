import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { browsing, type Browsing, type Visitor } from './browser';
import { amiss, Composing, count, type Letters } from './composing';
import { atEnd, comes, onServer, saveLine, shown, twoAtIt } from './desk';
import { chance } from './playing';

let house: Browsing;
beforeAll(async () => {
  house = await browsing();
});
afterAll(() => house.close());

const long = process.env['LONG'] === '1';
// The one in which, before others' words were held back, the seventh word stood twice.
const seeds = long ? Array.from({ length: 20 }, (_, nr) => nr + 1) : [2];
const rounds = long ? 25 : 8;
// Letters that come once each: those of the one who composes, and those of the other.
const [composed, others] = [0x4e00, 0x3400];

async function played(seed: number): Promise<string[]> {
  const { one, other, id, allianceId } = await twoAtIt(house);
  const random = chance(seed);
  const upto = (end: number): number => Math.floor(random() * end);
  const written: Letters = new Map();
  const log: string[] = [];
  let [mine, theirs, named] = [composed, others, 0];
  const next = (): string => String.fromCharCode((mine += 1));
  const press = async ({ page }: Visitor, key: string, times = 1): Promise<void> => {
    for (let at = 0; at < times; at += 1) await page.keyboard.press(key);
  };
  const rest = ({ page }: Visitor): Promise<void> => page.waitForTimeout(60);
  const goes = async (who: Visitor): Promise<void> => {
    await press(who, ['Control+Home', 'Control+End'][upto(2)] as string);
    await press(who, ['ArrowRight', 'ArrowLeft'][upto(2)] as string, upto(9));
    await rest(who);
  };
  // A contribution, or what a paragraph rests on: such marks are put on by the server.
  const marks = async (): Promise<void> => {
    const { framing } = await other.asks('query($id: ID!) { framing(id: $id) { paragraphs { anchor } } }', { id });
    const { anchor } = framing.paragraphs[upto(framing.paragraphs.length)] ?? {};
    if (anchor === undefined) return;
    const { give } = await other.asks('mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId, text: `Bidrag ${(named += 1)}`, kinds: ['FACTS'], howKnown: ['READ'] } });
    await other.asks('mutation($id: ID!, $c: ID!, $anchor: JSON!) { cite(framingId: $id, contributionId: $c, anchor: $anchor) { id } }', { id, c: give.id, anchor });
  };
  const composing = await Composing.by(one, written);
  const acts: Record<string, () => Promise<void>> = {
    types: async () => {
      const words = Array.from({ length: 1 + upto(3) }, () => String.fromCharCode((theirs += 1))).join('');
      await goes(other);
      await other.page.keyboard.type(words);
      count(written, words);
    },
    bold: async () => {
      await goes(other);
      await press(other, ['Shift+ArrowRight', 'Shift+ArrowLeft'][upto(2)] as string, 1 + upto(8));
      await rest(other);
      await press(other, ['Control+b', 'Control+i'][upto(2)] as string);
    },
    divides: async () => (await goes(other), await press(other, 'Enter')),
    joins: async () => (await goes(other), await press(other, 'Home'), await rest(other), await press(other, 'Backspace')),
    heading: async () => (await goes(other), await press(other, ['Control+Alt+2', 'Control+Shift+8', 'Control+Shift+1'][upto(3)] as string)),
    marks,
    moves: () => goes(other),
  };
  const divides = seed % 2 === 0;
  const bag = ['types', 'types', 'types', 'bold', 'bold', 'marks', 'moves', ...(divides ? ['divides', 'joins', 'heading'] : [])];
  const between = async (): Promise<void> => {
    if (upto(3) > 0) return;
    const act = bag[upto(bag.length)] as string;
    log.push(`  ${act} at ${composing.open}`);
    await acts[act]?.();
    await saveLine(other, 'saved');
    await one.page.waitForTimeout(60);
  };
  const faults: string[] = [];
  try {
    await atEnd(one);
    const begin = Array.from({ length: 6 }, next).join('');
    await one.page.keyboard.type(begin);
    count(written, begin);
    await saveLine(one, 'saved');
    await comes(other, begin);
    await atEnd(other);
    for (let round = 1; round <= rounds && faults.length === 0; round += 1) {
      await goes(one);
      if (upto(3) === 0) await press(one, 'Control+b');
      if (upto(6) === 0) await press(one, 'Enter');
      await composing.word(Array.from({ length: 2 + upto(5) }, next), () => (upto(3) === 0 ? next() : ''), between);
      if (upto(2) === 0) {
        const word = next();
        await one.page.keyboard.type(word);
        count(written, word);
      }
      await Promise.all([saveLine(one, 'saved'), saveLine(other, 'saved')]);
      await one.page.waitForTimeout(150);
      const [here, there, held] = [await shown(one), await shown(other), await onServer(one, id)];
      // Who divides or joins the line writes it anew, with a letter the other is about to take back: it stays.
      const letters = amiss(written, here, divides ? composing.tried : undefined);
      const plain = (text: string): string => text.replaceAll(/\s/g, '');
      if (letters.length > 0) faults.push(`letters: ${letters.join(', ')}`);
      if (plain(here) !== plain(there)) faults.push(`screens: ${here} | ${there}`);
      if (plain(here) !== plain(held)) faults.push(`server: ${here} | ${held}`);
      log.push(`${round}: ${here.replaceAll('\n', ' / ')}`);
      if (faults.length > 0) faults.push(...log);
    }
    return [...faults, ...one.faults, ...other.faults].map((said) => `${seed}: ${said}`);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
}

test.each(seeds)('[F2] [W6] a keyboard that composes for long beside another who writes, dresses and divides: each letter stands once, everywhere the same (%i)', async (seed) => {
  expect(await played(seed)).toEqual([]);
}, 300_000);
