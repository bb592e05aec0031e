import { expect, test } from '@jest/globals';
import * as domain from '@samsyn/domain/shared/enums';
import { buildASTSchema, extendSchema, isEnumType, Kind, parse, type DocumentNode } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prisma from '../generated/prisma/enums.js';

const source = join(import.meta.dirname, '..');
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
const { definitions } = parse(texts.map((name) => readFileSync(join(source, name), 'utf8')).join('\n'));
const document = (extensions: boolean): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: definitions.filter((definition) => definition.kind.includes('Extension') === extensions),
});
const schema = extendSchema(buildASTSchema(document(false), { assumeValidSDL: true }), document(true));

/** Each enumeration of the database, with the list the domain keeps of it. */
const lists: Record<string, readonly string[]> = {
  ActorKind: domain.actorKinds,
  Capacity: domain.capacities,
  Standing: domain.standings,
  Visibility: domain.visibilities,
  InvitationWay: domain.invitationWays,
  Kind: domain.kinds,
  HowKnown: domain.waysOfKnowing,
  ContributionState: domain.contributionStates,
  Approval: domain.approvals,
  QuestionAbout: domain.questionSubjects,
  QuestionOutcome: domain.questionOutcomes,
  MediaKind: domain.mediaKinds,
  HidingSubject: domain.hidingSubjects,
  HidingState: domain.hidingStates,
  AsideCause: domain.asideCauses,
  ImportState: domain.importStates,
  BringingFormat: domain.bringingFormats,
  FramingField: domain.framingFields,
  Stance: domain.stances,
  ClearingState: domain.clearingStates,
  UpdateOrigin: domain.updateOrigins,
  ThreadState: domain.threadStates,
  PostAct: domain.postActs,
  SuggestionState: domain.suggestionStates,
  RoundSubject: domain.roundSubjects,
  RoundState: domain.roundStates,
  RoundChoice: domain.roundChoices,
  ObjectionState: domain.objectionStates,
};

test('[G1] every enumeration of the database is one of the domain, with the same words in the same order', () => {
  const stored = Object.entries(prisma);
  expect(stored.map(([name]) => name).sort()).toEqual(Object.keys(lists).sort());
  for (const [name, values] of stored) expect([name, Object.values(values)]).toEqual([name, [...(lists[name] ?? [])]]);
});

test('[G1] every enumeration of the domain is in the SDL, with the same words in the same order', () => {
  for (const [name, values] of Object.entries({ ...lists, DifferenceSort: domain.differenceSorts })) {
    const type = schema.getType(name);
    expect([name, isEnumType(type) ? type.getValues().map((value) => value.name) : null]).toEqual([name, [...values]]);
  }
});
