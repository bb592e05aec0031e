import type { Somebody } from './installation.js';

/** What an alliance is formed with in tests; everything else is as its words say. */
export interface Given {
  readonly name?: string;
  readonly worry?: string;
  readonly purpose?: string;
  readonly visibility?: 'OPEN' | 'LINK' | 'CLOSED';
  readonly capacity?: string | null;
  readonly emails?: readonly string[];
  readonly organisationIds?: readonly string[];
  readonly newOrganisations?: readonly { name: string; parentId?: string; parentName?: string }[];
  readonly secondCoordinatorEmail?: string;
}

/** An alliance that somebody has formed. */
export interface Stood {
  readonly id: string;
  readonly code: string;
  readonly problemId: string;
  readonly mineId: string;
  readonly coordinatingId: string;
  /** The participations of organisations and alliances, by name. */
  readonly organisations: Readonly<Record<string, string>>;
}

const FORM = `mutation($input: FormAlliance!) { formAlliance(input: $input) {
  id problems { id } mine { id } coordinators { id } invitations { way code } organisations { id actor { name } } } }`;

/** Somebody forms an alliance. */
export async function anAlliance(by: Somebody, given: Given = {}): Promise<Stood> {
  const input = { name: 'Trygg skolväg', worry: 'Barn vågar inte cykla till skolan.', visibility: 'OPEN', capacity: by.capacity, ...given };
  const { formAlliance: formed } = await by.asks(FORM, { input });
  return {
    id: formed.id,
    code: formed.invitations.find((one: { way: string }) => one.way === 'LINK').code,
    problemId: formed.problems[0].id,
    mineId: formed.mine.id,
    coordinatingId: formed.coordinators[0].id,
    organisations: Object.fromEntries(formed.organisations.map((one: { id: string; actor: { name: string } }) => [one.actor.name, one.id])),
  };
}

const BY_CODE = `mutation($code: String!, $name: String, $speaking: Speaking) { joinByCode(code: $code, name: $name, speaking: $speaking) { id standing } }`;

/** Somebody joins by code, in the capacity they have. */
export async function joins(who: Somebody, code: string, name?: string): Promise<string> {
  return (await who.asks(BY_CODE, { code, name, speaking: { capacity: who.capacity } })).joinByCode.id;
}

/** The code of the refusal that a question is answered with; undefined when it is not refused. */
export async function refusalOf(who: Somebody, query: string, variables: Record<string, unknown> = {}): Promise<string | undefined> {
  return (await who.ask(query, variables)).errors?.[0]?.extensions.code;
}
