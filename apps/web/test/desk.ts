import type { Browsing, Visitor } from './browser';

/** Two example people of the same alliance. */
export const elsa = { example: 'Elsa Norén' };
export const fatuma = { example: 'Fatuma Ali' };

/** A framing of its own for a test, opened by somebody who takes part. */
export async function aFraming(who: Visitor, fields: { name?: string; belongs?: string } = {}): Promise<{ id: string; allianceId: string; problemId: string }> {
  const { me } = await who.asks('{ me { participations { standing alliance { id problems { id } } } } }');
  const alliance = me.participations.find((one: { standing: string }) => one.standing === 'TAKES_PART').alliance;
  const problemId = alliance.problems[0].id;
  const { openFraming } = await who.asks('mutation($input: OpenFraming!) { openFraming(input: $input) { id } }', { input: { problemId, name: 'En bild på prov', ...fields } });
  return { id: openFraming.id, allianceId: alliance.id, problemId };
}

/** Goes to a framing and presses the button for writing. */
export async function write(who: Visitor, framingId: string): Promise<void> {
  await who.go(`/f/${framingId}`);
  await press(who);
}

/** Presses the button for writing and waits for the editor. */
export async function press(who: Visitor): Promise<void> {
  await who.page.getByRole('button', { name: 'Skriv här' }).click();
  await who.page.getByRole('textbox', { name: 'Texten' }).waitFor();
}

/** The text on the screen, a line per block; others' carets are no text. */
export function shown(who: Visitor): Promise<string> {
  return who.page.locator('.written').evaluate((place) =>
    [...place.children]
      .map((block) => {
        const copy = block.cloneNode(true) as HTMLElement;
        for (const caret of copy.querySelectorAll('.caret')) caret.remove();
        return copy.textContent ?? '';
      })
      .join('\n'),
  );
}

/** Puts the caret at the end of the text. */
export async function atEnd(who: Visitor): Promise<void> {
  await who.page.locator('.written').click();
  await who.page.keyboard.press('Control+End');
  // The editor reads the caret when the browser tells it to; a machine types faster than that.
  await who.page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 50)));
}

/** Waits until the save line says this. */
export async function saveLine(who: Visitor, look: 'saved' | 'saving' | 'away' | 'refused'): Promise<string> {
  await who.page.locator(`.save-line[data-save="${look}"]`).waitFor({ timeout: 25_000 });
  return (await who.page.locator('.save-line').textContent()) ?? '';
}

/** Waits until the text on the screen holds these words; others' carets, which may stand among them, are no text. */
export async function comes(who: Visitor, words: string): Promise<void> {
  const hasCome = (wanted: string): boolean => {
    const copy = document.querySelector('.written')?.cloneNode(true) as Element | undefined;
    copy?.querySelectorAll('.caret').forEach((caret) => caret.remove());
    return copy?.textContent?.includes(wanted) ?? false;
  };
  await who.page.waitForFunction(hasCome, words, { timeout: 25_000 });
}

/** What the server says the text is. */
export async function onServer(who: Visitor, framingId: string): Promise<string> {
  const { framing } = await who.asks('query($id: ID!) { framing(id: $id) { reading { plain } } }', { id: framingId });
  return framing.reading.plain;
}

/** Two people with the same framing open for writing. */
export async function twoAtIt(house: Browsing, fields: { name?: string; belongs?: string } = {}): Promise<{ one: Visitor; other: Visitor; id: string; allianceId: string }> {
  const one = await house.visitor(elsa);
  const other = await house.visitor(fatuma, { width: 1280, height: 900 });
  const { id, allianceId } = await aFraming(one, fields);
  await Promise.all([write(one, id), write(other, id)]);
  return { one, other, id, allianceId };
}
