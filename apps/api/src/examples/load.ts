import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Language } from '@samsyn/domain/shared/refusals';
import { Writer } from '../core/change.js';
import { now } from '../core/secrets.js';
import { Settings } from '../core/settings.js';
import { Writing } from '../writing/writing.js';
import { Doors, type As } from './doors.js';
import type { Example, ExampleContribution, ExampleFraming, ExampleOrganisation } from './example.js';
import { ExamplesStore } from './examples.store.js';
import { goteborg } from './goteborg.js';
import { malmo } from './malmo.js';
import { stockholm } from './stockholm.js';
import { paragraph, suggestAfter } from './text.js';
import { nameOf, paragraphAbout, restsOf, talkOf } from './together.js';

const nobody = { actorId: null };
const language: Language = 'sv';

/** Loads the example alliances once, in example mode, through the same doors as everyone uses [S4]. */
@Injectable()
export class Examples {
  constructor(
    private readonly settings: Settings,
    private readonly store: ExamplesStore,
    private readonly writer: Writer,
    private readonly writing: Writing,
    private readonly host: GraphQLSchemaHost,
  ) {}

  /** Loads what is not there yet; does nothing in a real installation. */
  async load(): Promise<void> {
    if (!this.settings.examples) return;
    const loaded = await this.store.loaded();
    for (const example of [goteborg, stockholm, malmo]) if (!loaded.includes(example.name)) await this.one(example);
  }

  private async one(example: Example): Promise<void> {
    const people = await this.invent(example);
    const as = (name: string) => new Doors(this.host.schema, people.get(name) ?? null);
    const allianceId = await form(as(example.people[0]?.name ?? ''), example);
    for (const person of example.people.slice(1)) {
      await as(person.name).ask(`mutation ($id: ID!, $speaking: Speaking) { join(allianceId: $id, speaking: $speaking) { id } }`, {
        id: allianceId,
        speaking: { capacity: person.capacity, knows: person.knows },
      });
    }
    await as(example.people[1]?.name ?? '').ask(`mutation ($id: ID!) { takeOnCoordinating(allianceId: $id, reason: "Vi delar på det") { id } }`, { id: allianceId });
    const speaking = await answer(as, allianceId, example, people);
    const framings = await this.open(as, allianceId, example, people);
    const given = new Map<string, string>();
    for (const contribution of example.contributions) given.set(contribution.text, await give(as, allianceId, framings, speaking, contribution));
    for (const framing of example.framings) {
      const id = framings.get(framing.name) ?? '';
      await restsOf(as, id, framing, given);
      await talkOf(as, id, framing, people);
      await this.suggest(as, id, framing, people);
    }
    for (const initiative of example.initiatives) {
      await as(example.people[0]?.name ?? '').ask(`mutation ($name: String!, $description: String!, $url: String) { noteInitiative(name: $name, description: $description, url: $url) { id } }`, { ...initiative });
    }
    await this.writer.change(nobody, {
      verb: 'examples.load',
      load: async () => ({ allianceId: null, thing: { state: 'ON' } }),
      save: (tx) => this.store.mark(tx, allianceId),
      note: () => ({ subjectKind: 'alliance', subjectId: allianceId, detail: { name: example.name } }),
    });
    for (const framing of example.framings) await nameOf(as, framings.get(framing.name) ?? '', framing);
  }

  private async suggest(as: As, framingId: string, { suggested }: ExampleFraming, people: ReadonlyMap<string, string>): Promise<void> {
    if (suggested === undefined) return;
    const { by, after, words, reason } = suggested;
    const id = randomUUID();
    await as(by).ask(`mutation ($framing: ID!, $id: ID!, $reason: String) { suggest(framingId: $framing, id: $id, reason: $reason) { id } }`, { framing: framingId, id, reason });
    await this.writing.apply(framingId, (doc) => suggestAfter(doc, id, after, words), people.get(by) ?? null, 'IMPORT');
  }

  private async invent(example: Example): Promise<Map<string, string>> {
    return this.writer.change(nobody, {
      verb: 'examples.load',
      load: async () => ({ allianceId: null, thing: { state: 'ON' } }),
      save: async (tx) => {
        await this.store.clear(tx, example.name);
        const ids = new Map<string, string>();
        for (const person of example.people) ids.set(person.name, await this.store.person(tx, person.name));
        return ids;
      },
      note: () => [],
    });
  }

  private async open(as: As, allianceId: string, example: Example, people: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const { alliance } = await as(example.people[0]?.name ?? '').ask<{ alliance: { problems: { id: string }[] } }>(`query ($id: ID!) { alliance(id: $id) { problems { id } } }`, { id: allianceId });
    const ids = new Map<string, string>();
    for (const framing of example.framings) {
      const id = await openOne(as, alliance.problems[0]?.id ?? '', framing);
      ids.set(framing.name, id);
      for (const given of framing.text) {
        const { by, text } = typeof given === 'string' ? { by: framing.by, text: given } : given;
        await this.writing.apply(id, (doc) => paragraph(doc, text), people.get(by) ?? null, 'IMPORT');
      }
    }
    return ids;
  }
}


async function form(doors: Doors, example: Example): Promise<string> {
  const [first] = example.people;
  const input = {
    name: example.name,
    worry: example.worry,
    purpose: example.purpose,
    groundRules: example.groundRules,
    visibility: 'OPEN',
    language,
    newOrganisations: example.organisations.map(({ name, parent }) => ({ name, parentName: parent ?? null })),
    capacity: first?.capacity,
    knows: first?.knows,
  };
  const { formAlliance } = await doors.ask<{ formAlliance: { id: string } }>(`mutation ($input: FormAlliance!) { formAlliance(input: $input) { id } }`, { input });
  return formAlliance.id;
}

// Answers for the organisations, and gives the one each speaker speaks for, by the speaker's name.
async function answer(as: As, allianceId: string, example: Example, people: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const doors = as(example.people[0]?.name ?? '');
  const { alliance } = await doors.ask<{ alliance: { organisations: { id: string; actor: { id: string; name: string } }[] } }>(`query ($id: ID!) { alliance(id: $id) { organisations { id actor { id name } } } }`, { id: allianceId });
  const speaking = new Map<string, string>();
  const today = now().slice(0, 10);
  for (const organisation of example.organisations) {
    const participation = alliance.organisations.find(({ actor }) => actor.name === organisation.name);
    if (participation === undefined || organisation.answer === undefined) continue;
    await answerOne(as, doors, participation.id, organisation, people);
    // A mandate that has ended gives no voice; one of the examples shows that.
    if (organisation.speaker !== undefined && (organisation.speaker.until ?? today) >= today) speaking.set(organisation.speaker.name, participation.actor.id);
  }
  return speaking;
}

async function answerOne(as: As, doors: Doors, id: string, organisation: ExampleOrganisation, people: ReadonlyMap<string, string>): Promise<void> {
  const by = organisation.speaker ? as(organisation.speaker.name) : doors;
  await by.ask(`mutation ($id: ID!, $answer: OrganisationAnswer!, $reason: String) { answerForOrganisation(participationId: $id, answer: $answer, reason: $reason) { id } }`, {
    id,
    answer: organisation.answer,
    reason: organisation.reason ?? null,
  });
  if (organisation.speaker === undefined) return;
  const { name, mandate, until } = organisation.speaker;
  await by.ask(`mutation ($id: ID!, $person: ID, $mandate: String!, $until: Day) { represent(participationId: $id, personId: $person, mandate: $mandate, until: $until) { id } }`, {
    id,
    person: people.get(name),
    mandate,
    until: until ?? null,
  });
}

async function openOne(as: As, problemId: string, framing: ExampleFraming): Promise<string> {
  const { name, belongs, outside, forWhom, unknown, norms, before } = framing;
  const input = { problemId, name: before?.name ?? name, belongs, outside, forWhom, unknown, norms };
  const { openFraming } = await as(before?.by ?? framing.by).ask<{ openFraming: { id: string } }>(`mutation ($input: OpenFraming!) { openFraming(input: $input) { id } }`, { input });
  if (before !== undefined) {
    await as(framing.by).ask(`mutation ($id: ID!, $name: String!, $reason: String!) { reframe(framingId: $id, field: NAME, text: $name, reason: $reason) { id } }`, { id: openFraming.id, name, reason: before.reason });
  }
  return openFraming.id;
}

async function give(as: As, allianceId: string, framings: ReadonlyMap<string, string>, speaking: ReadonlyMap<string, string>, given: ExampleContribution): Promise<string> {
  const framingId = given.framing === undefined ? null : (framings.get(given.framing) ?? null);
  const input = {
    allianceId,
    framingId,
    ...(framingId === null || given.about === undefined ? {} : await paragraphAbout(as(given.by), framingId, given.about)),
    text: given.text,
    language,
    // What somebody knows from their own life they say for themselves.
    organisationId: given.how.includes('LIVED') ? null : (speaking.get(given.by) ?? null),
    kinds: given.kinds,
    howKnown: given.how,
    proposal: given.proposal ?? false,
    tacit: given.tacit !== undefined,
    telling: given.tacit ?? null,
    sourceText: given.source?.[0] ?? null,
    sourceUrl: given.source?.[1] ?? null,
  };
  const { give: contribution } = await as(given.by).ask<{ give: { id: string } }>(`mutation ($input: Give!) { give(input: $input) { id } }`, { input });
  if (given.question === undefined) return contribution.id;
  const { by, text, kinds, answer: reply } = given.question;
  const { question } = await as(by).ask<{ question: { id: string } }>(
    `mutation ($id: ID!, $about: QuestionAbout!, $text: String!, $kinds: [Kind!]) { question(contributionId: $id, about: $about, text: $text, kinds: $kinds) { id } }`,
    { id: contribution.id, about: kinds === undefined ? 'CLAIM' : 'KIND', text, kinds: kinds ?? null },
  );
  if (reply !== undefined) {
    await as(given.by).ask(`mutation ($id: ID!, $answer: String!) { answerQuestion(id: $id, answer: $answer, outcome: KEPT) { id } }`, { id: question.id, answer: reply });
  }
  return contribution.id;
}
