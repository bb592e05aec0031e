import { expect, test } from '@jest/globals';
import { baseKeymap } from 'prosemirror-commands';
import { Fragment, Slice, type Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Command } from 'prosemirror-state';
import fc from 'fast-check';
import { textSchema } from '../textSchema';
import { tools } from '../tools';
import { asSuggestion } from './asSuggestion';
import { standing } from './standing';

const { nodes, marks } = textSchema;
const id = '11111111-1111-4111-8111-111111111111';
const others = '22222222-2222-4222-8222-222222222222';
const isMine = (one: string) => one === id;
const line = (...content: (string | Node)[]) => nodes.paragraph.create(null, content.map((piece) => (typeof piece === 'string' ? textSchema.text(piece) : piece)));
const item = (...content: Node[]) => nodes.list_item.create(null, content);
const coming = (words: string, of = id) => textSchema.text(words, [marks.insertion.create({ id: of })]);
const doc = (...content: Node[]) => nodes.doc.create(null, content);

function at(text: Node, from: number, to = from): EditorState {
  const state = EditorState.create({ doc: text });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

/** What a change becomes as a suggestion: the words, with [+what comes+] and [-what goes-]; null when it cannot be one. */
function after(state: EditorState, change: (state: EditorState) => ReturnType<EditorState['tr']['insertText']> | null): { words: string; state: EditorState } | null {
  const made = change(state);
  const suggested = made && asSuggestion(state, made, id, isMine);
  if (!suggested) return null;
  const next = state.apply(suggested);
  return { words: read(next.doc), state: next };
}
const read = (text: Node): string => {
  const lines: string[] = [];
  text.descendants((node) => {
    if (!node.isTextblock) return true;
    let words = '';
    node.forEach((piece) => {
      const [comes, goes] = ['insertion', 'deletion'].map((name) => piece.marks.some((mark) => mark.type.name === name));
      words += comes && goes ? `[±${piece.text}±]` : comes ? `[+${piece.text}+]` : goes ? `[-${piece.text}-]` : (piece.text ?? `<${piece.type.name}>`);
    });
    lines.push(words);
    return false;
  });
  return lines.join('\n');
};
const typed = (words: string) => (state: EditorState) => state.tr.insertText(words);
const run = (command: Command | undefined) => (state: EditorState) => {
  let made: EditorState['tr'] | null = null;
  command?.(state, (change) => (made = change as EditorState['tr']));
  return made;
};

test('[W12] what is typed comes as a suggestion; what is taken away stays and is marked; one’s own really goes', () => {
  expect(after(at(doc(line('Det kallt')), 4), typed(' är'))?.words).toBe('Det[+ är+] kallt');
  const changed = after(at(doc(line('Det är kallt')), 8, 13), typed('dragigt'));
  expect(changed?.words).toBe('Det är [-kallt-][+dragigt+]');
  expect(changed?.state.selection.head).toBe(20);
  expect(after(at(doc(line('Det', coming(' var'), ' kallt')), 5, 8), (state) => state.tr.deleteSelection())?.words).toBe('Det[+ +] kallt');
  expect(after(at(doc(line('Det', coming(' var', others), ' kallt')), 2, 8), (state) => state.tr.deleteSelection())?.words).toBe('D[-et-][± var±] kallt');
});

test('[W12] taken away letter by letter, the caret goes on before them backwards and behind them forwards', () => {
  const back = after(at(doc(line('kallt')), 6), (state) => state.tr.delete(5, 6));
  expect([back?.words, back?.state.selection.head]).toEqual(['kall[-t-]', 5]);
  const forth = after(at(doc(line('kallt')), 1), (state) => state.tr.delete(1, 2));
  expect([forth?.words, forth?.state.selection.head]).toEqual(['[-k-]allt', 2]);
});

test('[W12] a new line may be begun after a line, and what is written there is suggested; a line that stands is not divided, joined or dressed', () => {
  const begun = after(at(doc(line('Ett.'), line('Två.')), 5), run(baseKeymap['Enter']));
  expect(begun?.words).toBe('Ett.\n\nTvå.');
  expect(after(begun!.state, typed('Nytt.'))?.words).toBe('Ett.\n[+Nytt.+]\nTvå.');
  expect(after(at(doc(line('Ett två.')), 4), run(baseKeymap['Enter']))).toBeNull();
  expect(after(at(doc(line('Ett.'), line('Två.')), 7), run(baseKeymap['Backspace']))).toBeNull();
  for (const name of ['heading', 'bullets', 'quote'] as const) expect(after(at(doc(line('Ett.')), 3), run(tools.find((tool) => tool.name === name)?.act))).toBeNull();
  expect(after(at(doc(line('Ett.')), 1, 4), run(tools.find((tool) => tool.name === 'strong')?.act))).toBeNull();
  const replaced = line('Ett ', textSchema.text('två.', [marks.deletion.create({ id })]), coming('tre.'));
  expect(after(at(doc(replaced), 13), run(baseKeymap['Enter']))?.words).toBe('Ett [-två.-][+tre.+]\n');
  // One's own lines may be all of that.
  expect(after(at(doc(line('Ett.'), line(coming('Två.'))), 9), run(baseKeymap['Enter']))?.words).toBe('Ett.\n[+Tv+]\n[+å.+]');
  expect(after(at(doc(line('Ett.'), line(coming('Två.'))), 9), run(tools.find((tool) => tool.name === 'heading')?.act))?.state.doc.child(1).attrs['level']).toBe(2);
});

test('[W12] what is pasted is suggested, several lines as lines of their own, without marks of other suggestions', () => {
  const pasted = (...lines: Node[]) => (state: EditorState) => state.tr.replaceSelection(new Slice(Fragment.from(lines), 1, 1));
  expect(after(at(doc(line('Ett två.')), 4), pasted(line(' och', coming(' halv', others))))?.words).toBe('Ett[+ och halv+] två.');
  expect(after(at(doc(line('Ett två.')), 4, 9), pasted(line('a'), line('b')))?.words).toBe('Ett[- två.-][+a+]\n[+b+]');
});

test('[W12] a selection over several lines is suggested to go, and the lines stay', () => {
  expect(after(at(doc(line('Ett.'), line('Två.'), line('Tre.')), 3, 15), (state) => state.tr.deleteSelection())?.words).toBe('Et[-t.-]\n[-Två.-]\n[-Tr-]e.');
});

test('[W12] whatever is tried, what stands does not change', () => {
  const commands = [...Object.values(baseKeymap), ...tools.filter(({ name }) => name !== 'undo' && name !== 'redo').map(({ act }) => act)];
  const change = fc.oneof(
    fc.record({ kind: fc.constant('type' as const), words: fc.string({ minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('delete' as const) }),
    fc.record({ kind: fc.constant('command' as const), which: fc.nat(commands.length - 1) }),
    fc.record({ kind: fc.constant('paste' as const), lines: fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 }) }),
  );
  const start = doc(line('Ett två'), nodes.bullet_list.create(null, [item(line('tre')), item(line('fyra', coming('fem', others)))]), nodes.blockquote.create(null, [line('sex')]), line(), line('sju', nodes.hard_break.create(), 'åtta'));
  const stands = standing(start, isMine);
  let done = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), change), { minLength: 1, maxLength: 12 }), (tries) => {
      let state = EditorState.create({ doc: start });
      for (const [one, other, what] of tries) {
        const [from, to] = [one, other].map((place) => TextSelection.near(state.doc.resolve(place % state.doc.content.size)).head) as [number, number];
        state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, Math.min(from, to), what.kind === 'type' && one % 2 ? Math.min(from, to) : Math.max(from, to))));
        const made =
          what.kind === 'type' ? state.tr.insertText(what.words)
          : what.kind === 'delete' ? state.tr.deleteSelection()
          : what.kind === 'paste' ? state.tr.replaceSelection(new Slice(Fragment.from(what.lines.map((words) => (words === '' ? line() : line(words)))), 1, 1))
          : run(commands[what.which])(state);
        const suggested = made !== null && made.docChanged ? asSuggestion(state, made, id, isMine) : null;
        if (suggested !== null) done += 1;
        if (suggested !== null) state = state.apply(suggested);
        state.doc.check();
        expect(standing(state.doc, isMine)).toBe(stands);
      }
    }),
    { seed: 7, numRuns: 300 },
  );
  expect(done).toBeGreaterThan(300);
});
