import { expect, test } from '@jest/globals';
import { canonical } from './canonical.js';
import { directionOf, scriptLanguageOf } from './direction.js';
import { dossierOf } from './dossierOf.js';
import type { Known, Material, RestsOn } from './material.js';
import type { TextNode } from './textNode.js';

const one = (id: string, given: Partial<Known> = {}): Known => ({
  id, state: 'GIVEN', text: `Det ${id} vet`, language: 'sv', kinds: [], howKnown: [], tacit: false, sourceUrl: null, sourceText: null, quote: null,
  authors: [{ actorId: 'amina', capacity: 'RESIDENT', organisationId: null }], statedAuthor: null, writtenDownById: null, approval: 'NOT_NEEDED', givenAt: '2026-03-01T10:00:00.000Z', questions: [], ...given,
});

const words = (text: string, actorId: string | null, marks: TextNode['marks'] = [], by: Partial<TextNode['by']> = {}): TextNode => ({ type: 'text', text, marks, by: { actorId, ...by } });
const line = (...content: TextNode[]): TextNode => ({ type: 'paragraph', content });
const marked = (id: string) => [{ type: 'contribution', attrs: { id } }];

function material(content: TextNode[], known: Known[] = [], basis: RestsOn[] = []): Material {
  return {
    language: 'sv', origin: 'https://samsyn.example', made: '2026-11-23T10:00:00.000Z', alliance: { id: 'a', name: 'Trapphuset' }, problem: 'Det är kallt',
    framing: { id: 'f', fields: { NAME: 'Kyla', BELONGS: 'Trappan\n\nHissen', OUTSIDE: '', FOR_WHOM: '', UNKNOWN: '', NORMS: '' } },
    content: { type: 'doc', content }, known, basis, pictures: new Map(),
    sources: new Map([['s1', { title: 'Kunskap i allians', authors: 'Ek, S.', year: 2021, doi: '10.1000/182', url: null, note: 'Kapitel 3' }], ['s2', { title: 'Hyresgästernas minnen', authors: '', year: null, doi: null, url: null, note: '' }]]),
    people: new Map([
      ['amina', { name: 'Amina', capacity: 'RESIDENT', invented: false }],
      ['olle', { name: 'Olle', capacity: 'OFFICIAL', invented: true }],
    ]),
  };
}

test('[X1] each paragraph says whose words it is, and which words are whose where several wrote', () => {
  const { whose, body } = dossierOf(material([line(words('Hissen står ', 'amina'), words('ofta', 'olle'), words(' stilla.', 'amina')), line(words('Varje vinter.', 'olle')), line()]));
  expect(whose.map((note) => note.lines.flat().map((piece) => (piece.kind === 'words' ? piece.text : '')))).toEqual([
    ['Skrivet av Amina (boende): ”Hissen står” … ”stilla.”', 'Skrivet av Olle (tjänsteperson, påhittad person): ”ofta”'],
    ['Skrivet av Olle (tjänsteperson, påhittad person).'],
  ]);
  expect(body).toHaveLength(2);
});

test('[X1] a list, a quotation or a table says once whose words it holds', () => {
  const item = (text: string, who: string): TextNode => ({ type: 'list_item', content: [line(words(text, who))] });
  const { whose, body } = dossierOf(material([{ type: 'bullet_list', content: [item('Ett', 'amina'), item('Två', 'olle')] }, line(words('Efter', 'amina'))]));
  expect(whose.map(({ names }) => names)).toEqual(['Amina (boende) och Olle (tjänsteperson, påhittad person)', 'Amina (boende)']);
  expect(JSON.stringify(body)).toMatch(/Två"},{"kind":"whose","number":1}.*Efter"},{"kind":"whose","number":2}/);
});

test('[X1] whose the words of a footnote are is said with its paragraph', () => {
  const { whose } = dossierOf(material([line(words('Hissen står', 'amina'), { type: 'footnote', content: [words('Sedan 2024', 'olle')] }, { type: 'footnote', content: [words('Mätt', 'olle')] })]));
  expect(whose.map(({ lines }) => lines.map((pieces) => JSON.stringify(pieces)))).toEqual([[expect.stringContaining('Amina (boende): ”Hissen står”'), expect.stringContaining('Olle (tjänsteperson, påhittad person): ”Sedan 2024 Mätt”')]]);
});

test('[X1] two lines of a paragraph do not run together where it is said whose they are', () => {
  const { whose } = dossierOf(material([line(words('Lampan', 'amina'), { type: 'hard_break' }, words('vid porten', 'amina'), words(' lyser', 'olle'))]));
  expect(JSON.stringify(whose[0]?.lines)).toContain('”Lampan vid porten”');
});

test('[X1] words that are quoted are said to be another’s, and those of a file as the file states them', () => {
  const { whose, authors } = dossierOf(material([line(words('Vi fryser', 'amina', [], { quoted: true }), words(' säger de.', null, [], { stated: 'Siv' }))]));
  expect(whose[0]?.lines.map((pieces) => JSON.stringify(pieces))).toEqual([expect.stringContaining('Skrivet av Siv (enligt filen).'), expect.stringContaining('Citat från Amina (boende): ”Vi fryser”')]);
  expect(authors).toEqual(['Siv']);
});

test('[X1] who knew what stands in the order of the text, then as it came, whatever its kind and whoever gave it', () => {
  const known = [one('k1', { kinds: ['FACTS'] }), one('k2'), one('k3', { kinds: ['FAMILIARITY'], howKnown: ['LIVED'] }), one('k4', { state: 'WITHDRAWN', text: '' })];
  const { knew, whose } = dossierOf(material([line(words('a', 'amina', marked('k3'))), line(words('b', 'olle', [...marked('k2'), ...marked('foreign')]))], known));
  expect(knew.map((entry) => entry.id)).toEqual(['k3', 'k2', 'k1']);
  expect(JSON.stringify(whose[0])).toContain('Vilar på bidrag av Amina (boende): förtrogenhet; levt med det');
  expect(JSON.stringify({ knew, whose })).not.toContain('foreign');
});

test('[X1] what is taken back leaves its place where the text points at it, and nowhere else', () => {
  const gone = [one('k1', { state: 'WITHDRAWN', text: '' }), one('k2', { state: 'WITHDRAWN', text: '' })];
  const { knew } = dossierOf(material([line(words('a', 'amina', marked('k2')))], gone));
  expect(knew.map(({ id, title, blocks }) => ({ id, title, blocks }))).toEqual([{ id: 'k2', title: 'Bidraget är återtaget.', blocks: [] }]);
});

test('[X1 C13] what people say a contribution does to a passage is said beside it, every reading in a line of its own', () => {
  const basis: RestsOn[] = [
    { id: 'b1', contributionId: 'k1', quote: 'a', stances: [{ stance: 'NUANCES', byId: 'amina', capacity: null }, { stance: 'SUPPORTS', byId: 'olle', capacity: 'RESEARCHER' }, { stance: 'SUPPORTS', byId: 'amina', capacity: 'RESIDENT' }] },
    { id: 'b2', contributionId: 'k2', quote: 'b', stances: [{ stance: 'CHALLENGES', byId: 'olle', capacity: 'OFFICIAL' }] },
  ];
  const rests = (...ids: string[]) => ids.map((id) => ({ type: 'basis', attrs: { id } }));
  const { whose, knew } = dossierOf(material([line(words('a', 'amina', rests('b1', 'foreign'))), line(words('b', 'olle', rests('b2')))], [one('k2', { state: 'WITHDRAWN', text: '' }), one('k3'), one('k1', { kinds: ['SKILL'], howKnown: ['PRACTISED'] })], basis));
  expect(whose.map(({ lines }) => lines.slice(1).map(([said, link]) => [said?.kind === 'words' && said.text, link?.kind === 'words' && link.text]))).toEqual([
    [
      ['Stöds av bidrag av Amina (boende): färdighet; gjort det. Det säger Olle (forskare, påhittad person) och Amina (boende). ', 'k1'],
      ['Nyanseras av bidrag av Amina (boende): färdighet; gjort det. Det säger Amina. ', 'k1'],
    ],
    [],
  ]);
  expect(knew.map(({ id }) => id)).toEqual(['k1', 'k3']);
});

test('[X1] words only suggested are no words of the text, and the file says that there are some', () => {
  const { body } = dossierOf(material([line(words('Kvar', 'amina', [{ type: 'deletion', attrs: { id: 'd' } }]), words(' nytt', 'olle', [{ type: 'insertion', attrs: { id: 'i' } }]))]));
  expect(JSON.stringify(body)).toContain('Kvar');
  expect(JSON.stringify(body)).not.toContain('nytt');
  expect(JSON.stringify(body)).toContain('Förslag som ingen har svarat på');
});

test('[X2] no level of heading is leapt over, and a picture without a description says so', () => {
  const heading = (level: number): TextNode => ({ type: 'paragraph', attrs: { level }, content: [words('Rubrik', 'amina')] });
  const { body } = dossierOf(material([heading(4), heading(4), heading(1), { type: 'picture', attrs: { media: 'M' } }]));
  expect(body.map((block) => (block.kind === 'heading' ? block.level : block.kind === 'picture' ? block.description : ''))).toEqual([2, 3, 2, null]);
});

test('[X1] notes and sources are numbered in the order of the text, a source once', () => {
  const cites = (source: string): TextNode => ({ type: 'citation', attrs: { source } });
  const { notes, sources } = dossierOf(material([line(words('a', 'amina'), cites('s1'), { type: 'footnote', content: [words('Mätt 2024', 'amina')] }, cites('s2'), cites('s1'))]));
  expect(notes).toEqual([{ number: 1, pieces: [{ kind: 'words', text: 'Mätt 2024' }] }]);
  expect(sources.map(({ pieces }) => pieces)).toEqual([[{ kind: 'words', text: 'Ek, S. (2021). Kunskap i allians. Kapitel 3.', href: 'https://doi.org/10.1000/182' }], [{ kind: 'words', text: 'Hyresgästernas minnen.' }]]);
});

test('[X3] one value has one spelling in canonical JSON', () => {
  expect(canonical({ b: [1, null, 'å"'], a: { z: 1e21, y: true }, c: undefined })).toBe('{"a":{"y":true,"z":1e+21},"b":[1,null,"å\\""]}');
  expect(canonical({ b: 1, a: 2 })).toBe(canonical({ a: 2, b: 1 }));
});

test('[X2] a text runs as its first letter does', () => {
  expect([directionOf('«مرحبا» Olle'), directionOf('2026 Olle مرحبا'), directionOf('…')]).toEqual(['rtl', 'ltr', 'ltr']);
  expect([scriptLanguageOf('مرحبا'), scriptLanguageOf('چرا'), scriptLanguageOf('hej')]).toEqual(['ar', 'fa', null]);
});
