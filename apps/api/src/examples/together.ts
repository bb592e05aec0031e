import type { As, Doors } from './doors.js';
import type { ExampleFraming, ExampleThread } from './example.js';

/** What is talked about in a text that several write. */
export async function talkOf(as: As, framingId: string, framing: ExampleFraming, people: ReadonlyMap<string, string>): Promise<void> {
  for (const thread of framing.talk ?? []) await talk(as, framingId, thread, people);
}

/** What the paragraphs rest on, by what people say of it. */
export async function restsOf(as: As, framingId: string, { rests = [] }: ExampleFraming, given: ReadonlyMap<string, string>): Promise<void> {
  for (const { by, about, stance, on } of rests) {
    const { anchor } = await paragraphAbout(as(by), framingId, about);
    const contributionId = [...given].find(([text]) => text.startsWith(on))?.[1];
    await as(by).ask(`mutation ($framing: ID!, $contribution: ID!, $anchor: JSON!, $stance: Stance!) { restOn(framingId: $framing, contributionId: $contribution, anchor: $anchor, stance: $stance) { id } }`, {
      framing: framingId,
      contribution: contributionId,
      anchor,
      stance,
    });
  }
}

/** Names a state of the text. It is frozen from then on, so this comes when nothing can be broken off any more. */
export async function nameOf(as: As, framingId: string, { named }: ExampleFraming): Promise<void> {
  if (named === undefined) return;
  await as(named.by).ask(`mutation ($id: ID!, $label: String!) { nameVersion(framingId: $id, label: $label) { id } }`, { id: framingId, label: named.label });
}

/** The paragraph these words stand in: its words, and where it is. */
export async function paragraphAbout(doors: Doors, framingId: string, words: string): Promise<{ quote: string; anchor: unknown }> {
  const { framing } = await doors.ask<{ framing: { paragraphs: { quote: string; anchor: unknown }[] } }>(`query ($id: ID!) { framing(id: $id) { paragraphs { quote anchor } } }`, { id: framingId });
  const found = framing.paragraphs.find(({ quote }) => quote.includes(words));
  if (found === undefined) throw new Error(`No paragraph of the example has the words "${words}".`);
  return found;
}

async function talk(as: As, framingId: string, { by, about, text, replies, resolved }: ExampleThread, people: ReadonlyMap<string, string>): Promise<void> {
  const input = { framingId, text, ...(about === undefined ? {} : await paragraphAbout(as(by), framingId, about)) };
  const { openThread } = await as(by).ask<{ openThread: { id: string } }>(`mutation ($input: OpenThread!) { openThread(input: $input) { id } }`, { input });
  for (const reply of replies) {
    const mentionIds = reply.to === undefined ? [] : [people.get(reply.to)];
    await as(reply.by).ask(`mutation ($input: Reply!) { reply(input: $input) { id } }`, { input: { threadId: openThread.id, text: reply.text, mentionIds } });
  }
  if (resolved === undefined) return;
  await as(resolved.by).ask(`mutation ($id: ID!, $note: String!) { resolveThread(id: $id, note: $note) { id } }`, { id: openThread.id, note: resolved.note });
}
