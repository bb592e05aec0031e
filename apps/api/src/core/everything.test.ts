import { expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { installed } from '../../test/installed.js';
import { Sealer } from '../ledger/sealer.js';

const here = await installed({ examples: true });
const schema = here.app.get(GraphQLSchemaHost).schema;
const person = here.people.nobody();
const id = async (sql: string) => (await here.db.query<{ id: string }>(sql)).rows[0]?.id ?? '';
const actor = await id(`select actor_id as id from participation p join actor a on a.id = p.actor_id where a.kind = 'PERSON' and p.standing = 'TAKES_PART' limit 1`);
await person.asks('mutation ($id: ID!) { stepInAs(actorId: $id) { id } }', { id: actor });
const alliance = await id(`select alliance_id as id from participation where actor_id = '${actor}'`);
const { makeInvitation } = await person.asks('mutation ($id: ID!) { makeInvitation(allianceId: $id) { code } }', { id: alliance });
const framing = await id(`select id from framing where alliance_id = '${alliance}'`);
const { openThread } = await person.asks('mutation ($input: OpenThread!) { openThread(input: $input) { id } }', { input: { framingId: framing, text: '@', mentionIds: [actor] } });
await here.app.get(Sealer).now();
const acts = await person.asks(`{ alliance(id: ${JSON.stringify(alliance)}) { acts(first: 1) { edges { node { receipt } } } } }`);
const { receipt } = acts.alliance.acts.edges[0].node;
const ids: Record<string, string> = {
  'Query.alliance.id': alliance,
  'Query.alliancePage.id': alliance,
  'Query.framing.id': framing,
  'Query.thread.id': openThread.id,
  'Query.threadsOf.framingId': framing,
  'Query.contribution.id': await id(`select id from contribution where alliance_id = '${alliance}'`),
  'Query.organisation.id': await id('select id from organisation where parent_id is not null'),
  'Query.importRun.id': '00000000-0000-4000-8000-000000000000',
  'Query.door.code': makeInvitation.code,
  'Query.receipt.code': receipt,
  'Query.roundsOf.allianceId': alliance,
  'Query.roundRulesOf.allianceId': alliance,
  'Query.hidingsOf.allianceId': alliance,
};

/** An argument as it would be asked with: known ids, a word to search, nothing where nothing is needed. */
function argument(owner: string, field: string, arg: GraphQLArgument): string | null {
  const known = ids[`${owner}.${field}.${arg.name}`];
  if (known !== undefined) return `${arg.name}: ${JSON.stringify(known)}`;
  if (!isNonNullType(arg.type) || arg.defaultValue !== undefined) return null;
  return `${arg.name}: ${literal(arg.type)}`;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType as GraphQLInputType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field: GraphQLInputField) => isNonNullType(field.type));
    return `{ ${needed.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  const scalars: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true', Time: '"2026-01-01T00:00:00Z"', Day: '"2027-01-01"', JSON: '{}', ID: '"00000000-0000-4000-8000-000000000000"' };
  return scalars[getNamedType(type).name] ?? '"familjer"';
}

const asked = (owner: string, field: GraphQLField<unknown, unknown>) => {
  const args = field.args.map((arg) => argument(owner, field.name, arg)).filter((text) => text !== null);
  return args.length === 0 ? field.name : `${field.name}(${args.join(', ')})`;
};

/** Every field of a type, one level deep. */
function leaves(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => `${asked(type.name, field)}${isObjectType(getNamedType(field.type)) ? ' { __typename }' : ''}`)
    .join(' ');
}

/** The shortest way from the root to each type. */
function waysToTypes(): Map<string, string[]> {
  const query = schema.getQueryType() as GraphQLObjectType;
  const ways = new Map<string, string[]>([[query.name, []]]);
  const queue: GraphQLObjectType[] = [query];
  for (let type = queue.shift(); type !== undefined; type = queue.shift()) {
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!isObjectType(next) || ways.has(next.name)) continue;
      ways.set(next.name, [...(ways.get(type.name) ?? []), asked(type.name, field)]);
      queue.push(next);
    }
  }
  return ways;
}

test('[G2] every field of every type answers, for somebody who takes part', async () => {
  const faults: string[] = [];
  for (const [name, way] of waysToTypes()) {
    const type = schema.getType(name) as GraphQLObjectType;
    // The root is wide; its fields are asked on the way to everything else.
    if (way.length === 0) continue;
    const source = way.reduceRight((inner, step) => `${step} { ${inner} }`, leaves(type));
    const { errors } = await person.ask(`{ ${source} }`);
    for (const error of errors ?? []) faults.push(`${name}: ${error.extensions.code} at ${error.path?.join('.')} ${error.extensions.detail ?? ''}`);
  }
  expect(faults).toEqual([]);
});

test('[G2] every field of the root answers', async () => {
  const query = schema.getQueryType() as GraphQLObjectType;
  const faults: string[] = [];
  for (const field of Object.values(query.getFields())) {
    const { errors } = await person.ask(`{ ${asked('Query', field)}${isObjectType(getNamedType(field.type)) ? ' { __typename }' : ''} }`);
    for (const error of errors ?? []) faults.push(`${field.name}: ${error.extensions.code}`);
  }
  expect(faults).toEqual([]);
});

test('[G2] every act answers, with what it made or with a refusal, never with a fault', async () => {
  const mutation = schema.getMutationType() as GraphQLObjectType;
  const faults: string[] = [];
  for (const field of Object.values(mutation.getFields())) {
    for (const who of [here.people.nobody(), await here.people.aResident()]) {
      const { errors } = await who.ask(`mutation { ${asked('Mutation', field)}${isObjectType(getNamedType(field.type)) ? ' { __typename }' : ''} }`);
      for (const error of errors ?? []) if (error.extensions.code === 'fault' || error.extensions.code === 'request/wrong') faults.push(`${field.name}: ${error.extensions.code} ${error.extensions.detail ?? ''}`);
    }
  }
  expect(faults).toEqual([]);
});
