import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from './refusal.js';
import { asEmail, asName, asText, asUrl, overBy } from './text.js';

const anything = fc.string({ unit: 'binary', maxLength: 80 });
const awkward = fc.array(fc.constantFrom('a', 'å', 'A\u030A', 'e', '\u0301', ' ', '\t', '\r\n', '\r', '\n', '\u200B', '\u202E', '\uFEFF', '\u0001', '🏳️‍🌈', 'م', '\u061C', '\u3164'), { maxLength: 40 });
const given = fc.oneof(anything, awkward.map((parts) => parts.join('')));

test('[G5] how much too long a text is is counted as it would be stored', () => {
  expect(overBy('x'.repeat(12), 10)).toBe(2);
  expect(overBy(`  ${'x'.repeat(10)}\n`, 10)).toBe(0);
  expect(overBy('a\u030a'.repeat(10), 10)).toBe(0);
});

test('[G5] what begins with www. is a link that can be followed', () => {
  expect(asUrl('www.scb.se/x')).toBe('https://www.scb.se/x');
  expect(asUrl('www. scb')).toMatchObject({ refused: 'url/wrong' });
});

test('[G5] a text that was stored can be stored again and stays the same', () => {
  fc.assert(
    fc.property(given, (text) => {
      const once = asText(text, 200, true);
      return isRefusal(once) || asText(once, 200, true) === once;
    }),
    { seed: 2, numRuns: 2_000 },
  );
});

test('[G5] a name that was stored can be stored again and stays the same', () => {
  fc.assert(
    fc.property(given, (text) => {
      const once = asName(text, 200);
      return isRefusal(once) || asName(once, 200) === once;
    }),
    { seed: 3, numRuns: 2_000 },
  );
});

test('[G5] what is stored is NFC, trimmed, with one kind of line break', () => {
  fc.assert(
    fc.property(given, (text) => {
      const stored = asText(text, 200, true);
      return isRefusal(stored) || (stored === stored.normalize('NFC') && stored === stored.trim() && !stored.includes('\r'));
    }),
    { seed: 4, numRuns: 2_000 },
  );
  expect(asText('A\u030Angström', 20)).toBe('Ångström');
});

test('[G5] what the database cannot hold is refused, wherever it stands', () => {
  for (const bad of ['\u0000', '\uD83D', '\uDE00', '\uDE00\uD83D']) {
    for (const text of [bad, `a${bad}`, `${bad}b`, `a${bad}b`]) {
      expect([text, asText(text, 100)]).toEqual([text, { refused: 'text/not-allowed' }]);
      expect([text, asName(text, 100)]).toEqual([text, { refused: 'text/not-allowed' }]);
    }
  }
  expect(asText('😀', 100)).toBe('😀');
});

test('[G5] a name has no marks that hide or turn around what stands beside them', () => {
  fc.assert(
    fc.property(given, (text) => {
      const name = asName(text, 200);
      // The two joiners stand only where they join, never in letters that need none.
      return isRefusal(name) || !/(?![\u200C\u200D])[\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]|\s\s|[\p{Script=Latin}\d\s][\u200C\u200D]|^[\u200C\u200D]|[\u200C\u200D]$/u.test(name);
    }),
    { seed: 5, numRuns: 2_000 },
  );
  expect(asName('Anna\u202Eana', 20)).toBe('Annaana');
  expect(asName(' Ali\n\tReza ', 20)).toBe('Ali Reza');
  // A joiner where it joins nothing would make two names of one.
  for (const same of ['An\u200Cna', 'Anna\u200D', '\u200CAnna', 'An\u200D\u200Dna']) expect(asName(same, 20)).toBe('Anna');
});

test('[G5] a name that nobody can see is refused, and one in any script is taken', () => {
  for (const unseen of ['', ' ', '\u200B\u200B', '\u3164', '\u2800\u2800', '\u0301', '\u00AD']) expect([unseen, asName(unseen, 20)]).toEqual([unseen, { refused: 'name/too-short' }]);
  for (const name of ['Åsa', 'محمد', '李', 'Ngũgĩ', 'O’Neill-Öst', 'J', '🦊', 'علی\u200Cرضا', 'क्\u200Dषमा', '👩🏽\u200D🌾', '🏳️\u200D🌈']) expect(asName(name, 20)).toBe(name);
});

test('[G4] however many marks a name has, it is read in one go', () => {
  // A square of this length would take hours.
  const marks = '\u0301'.repeat(400_000);
  expect(asName(`a${marks}`, 200)).toMatchObject({ refused: 'text/too-long' });
  expect(asName(`م${'\u064B\u200C'.repeat(100_000)}`, 200)).toMatchObject({ refused: 'text/too-long' });
});

test('[G5] text that is too long says how long it may be', () => {
  expect(asText('a'.repeat(300), 300)).toBe('a'.repeat(300));
  expect(asText('a'.repeat(301), 300)).toEqual({ refused: 'text/too-long', with: { max: 300 } });
  expect(asName('å'.repeat(300), 120)).toEqual({ refused: 'text/too-long', with: { max: 120 } });
  // Counted as stored: what normalises to fewer characters may be given with more.
  expect(asText('A\u030A'.repeat(300), 300)).toBe('Å'.repeat(300));
  expect(asText('   ', 300)).toEqual({ refused: 'text/empty' });
  expect(asText('   ', 300, true)).toBe('');
});

test('[G5] an address is recognised by its form, and a mistyped one refused', () => {
  for (const good of ['a@b.se', 'Fatima.Åberg@malmö.se', 'x+y@sub.example.org']) expect(asEmail(` ${good} `)).toBe(good.toLowerCase());
  for (const bad of ['', 'a', 'a@', '@b.se', 'a@b', 'a b@c.se', 'a@b.se,c@d.se', 'a@b.se>', `${'a'.repeat(250)}@b.se`, 'a@b.s\n']) expect([bad, asEmail(bad)]).toEqual([bad, { refused: 'email/wrong' }]);
});

test('[G5] a link leads to the web and nowhere else', () => {
  for (const good of ['https://malmo.se/a?b=c#d', 'HTTP://example.org']) expect(asUrl(good)).toBe(good);
  for (const bad of ['', 'malmo.se', 'javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://a b', `https://${'a'.repeat(1_000)}`]) expect([bad, asUrl(bad)]).toEqual([bad, { refused: 'url/wrong' }]);
});

test('[G5] a link or address carries no marks that hide or turn around, and nothing the database cannot hold', () => {
  for (const mark of ['\u0000', '\u202E', '\u200B', '\uD83D']) {
    expect([mark, asUrl(`https://a.se/${mark}x`)]).toEqual([mark, { refused: 'url/wrong' }]);
    expect([mark, asEmail(`a${mark}x@b.se`)]).toEqual([mark, { refused: 'email/wrong' }]);
  }
});
