import { expect, test } from '@jest/globals';
import type { Standing } from '@samsyn/domain/shared/enums';
import { anAlliance, refusalOf } from './alliances.js';
import { everythingOf, type Ids } from './asked.js';
import { installed } from './installed.js';

const here = await installed();
const olle = await here.people.anOfficial('Olle');
const amina = await here.people.aResident('Amina');

type Told = { verb: string; may: boolean; whyNot: string | null }[];

/** A thing: where what may be done with it is read, and how each act on it is done. */
interface Thing {
  readonly told: (ids: Ids) => Promise<Told | undefined>;
  readonly acts: Readonly<Record<string, (ids: Ids) => [query: string, variables: Record<string, unknown>]>>;
}

const RIGHTS = 'rights { verb may whyNot }';
const one = (root: string, name: string): Thing['told'] => async (ids) => (await amina.asks(`query($id: ID!) { ${root}(id: $id) { ${RIGHTS} } }`, { id: ids[name] }))[root]?.rights;
const participation = (name: string): Thing['told'] => async (ids) => {
  const { alliance } = await amina.asks(`query($id: ID!) { alliance(id: $id) { participations(standing: [ASKED, INVITED, TAKES_PART]) { id ${RIGHTS} } organisations { id ${RIGHTS} } } }`, { id: ids['alliance'] });
  return [...alliance.participations, ...alliance.organisations].find((each: { id: string }) => each.id === ids[name])?.rights;
};

const onParticipation = (name: string): Thing['acts'] => ({
  'participation.admit': (ids) => ['mutation($id: ID!) { admit(participationId: $id) { id } }', { id: ids[name] }],
  'participation.answer': (ids) => ['mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES) { id } }', { id: ids[name] }],
  'participation.represent': (ids) => ['mutation($id: ID!, $who: ID!) { represent(participationId: $id, personId: $who, mandate: "Ord") { id } }', { id: ids[name], who: ids['person'] }],
});
const onContribution = (name: string): Thing['acts'] => ({
  'contribution.read': (ids) => ['query($id: ID!) { contribution(id: $id) { id } }', { id: ids[name] }],
  'contribution.correct': (ids) => ['mutation($id: ID!) { correct(id: $id, input: { text: "Nu så" }) { id } }', { id: ids[name] }],
  'contribution.withdraw': (ids) => ['mutation($id: ID!) { withdraw(id: $id) { id } }', { id: ids[name] }],
  'contribution.approve': (ids) => ['mutation($id: ID!) { approve(id: $id) { id } }', { id: ids[name] }],
  'hiding.hide': (ids) => ['mutation($id: ID!) { hideContribution(id: $id, reason: "Fel") { id } }', { id: ids[name] }],
  'contribution.question': (ids) => ['mutation($id: ID!) { question(contributionId: $id, about: CLAIM, text: "Hur vet du det?") { id } }', { id: ids[name] }],
});
const onThread = (name: string): Thing['acts'] => ({
  ...onResolved(name),
  'thread.read': (ids) => ['query($id: ID!) { thread(id: $id) { id } }', { id: ids[name] }],
  'thread.resolve': (ids) => ['mutation($id: ID!) { resolveThread(id: $id, note: "Klart") { id } }', { id: ids[name] }],
});
const onResolved = (name: string): Thing['acts'] => ({
  'thread.reply': (ids) => ['mutation($id: ID!) { reply(input: { threadId: $id, text: "Så" }) { id } }', { id: ids[name] }],
  'thread.reopen': (ids) => ['mutation($id: ID!) { reopenThread(id: $id, reason: "Mer") { id } }', { id: ids[name] }],
});
const said = (name: string): Thing['told'] => async (ids) =>
  (await amina.asks(`query($id: ID!) { thread(id: $id) { posts { edges { node { id ${RIGHTS} } } } } }`, { id: ids['thread'] })).thread?.posts.edges.find((edge: { node: { id: string } }) => edge.node.id === ids[name])?.node.rights;
const onPost = (name: string): Thing['acts'] => ({ 'hiding.hide': (ids) => ['mutation($id: ID!) { hidePost(id: $id, reason: "Fel") { id } }', { id: ids[name] }], 'post.takeBack': (ids) => ['mutation($id: ID!) { takeBack(postId: $id) { id } }', { id: ids[name] }] });
const hiding: Thing['told'] = async (ids) =>
  (await amina.asks(`query($id: ID!) { thread(id: $id) { posts { edges { node { hidings { id ${RIGHTS} } } } } } }`, { id: ids['thread'] })).thread?.posts.edges.flatMap((edge: any) => edge.node.hidings).find((each: { id: string }) => each.id === ids['hiding'])?.rights;
const onRun = (name: string): Thing['acts'] => ({
  'import.run': (ids) => ['mutation($id: ID!) { startImport(id: $id) { id } }', { id: ids[name] }],
  'import.undo': (ids) => ['mutation($id: ID!) { undoImport(id: $id) { id } }', { id: ids[name] }],
});
const suggestion = (name: string): Thing['told'] => async (ids) =>
  (await amina.asks(`query($id: ID!) { suggestionsOf(framingId: $id) { id ${RIGHTS} } }`, { id: ids['framing'] })).suggestionsOf?.find((each: { id: string }) => each.id === ids[name])?.rights;
const onSuggestion = (name: string): Thing['acts'] => {
  const on = (act: string, more: string, answer = '{ id }') => (ids: Ids): [string, Record<string, unknown>] => [`mutation($f: ID!, $id: ID!) { ${act}(framingId: $f, ${more}) ${answer} }`, { f: ids['framing'], id: ids[name] }];
  return {
    'suggestion.explain': on('explainSuggestion', 'id: $id, reason: "Så"'),
    'suggestion.accept': on('acceptSuggestions', 'ids: [$id]'),
    'suggestion.decline': on('declineSuggestions', 'ids: [$id], answer: "Nej"'),
    'suggestion.withdraw': on('withdrawSuggestion', 'id: $id'),
  };
};

const ofPassage = (name: string): Thing['told'] => async (ids) => {
  const { framing } = await amina.asks(`query($id: ID!) { framing(id: $id) { basis { stances { id ${RIGHTS} } } } }`, { id: ids['framing'] });
  return framing?.basis.flatMap((one: any) => one.stances).find((one: any) => one.id === ids[name])?.rights;
};
const onStance = (name: string): Thing['acts'] => ({
  'passage.takeBack': (ids) => ['mutation($id: ID!) { takeBackStance(id: $id) { id } }', { id: ids[name] }],
});

const things: Readonly<Record<string, Thing>> = {
  'a framing': {
    told: one('framing', 'framing'),
    acts: {
      'framing.read': (ids) => ['query($id: ID!) { framing(id: $id) { id } }', { id: ids['framing'] }],
      'passage.cite': (ids) => ['mutation($f: ID!, $c: ID!) { uncite(framingId: $f, contributionId: $c) { id } }', { f: ids['framing'], c: ids['contribution'] }],
      'passage.restOn': (ids) => ['mutation($id: ID!) { sayStance(basisId: $id, stance: NUANCES) { id } }', { id: ids['basis'] }],
      'framing.reframe': (ids) => ['mutation($id: ID!) { reframe(framingId: $id, field: NAME, text: "Annat", reason: "Så") { id } }', { id: ids['framing'] }],
      'framing.suggest': (ids) => ['mutation($id: ID!) { suggest(framingId: $id, id: "11111111-1111-4111-8111-111111111111") { id } }', { id: ids['framing'] }],
      'alliance.give': (ids) => ['mutation($input: Give!) { give(input: $input) { id } }', { input: { allianceId: ids['alliance'], framingId: ids['framing'], text: 'Det drar', kinds: [], howKnown: [] } }],
      'framing.talk': (ids) => ['mutation($id: ID!) { openThread(input: { framingId: $id, text: "Hur?" }) { id } }', { id: ids['framing'] }],
      'alliance.openFraming': (ids) => ['mutation($id: ID!) { openFraming(input: { problemId: $id, name: "Bild" }) { id } }', { id: ids['problem'] }],
    },
  },
  'a suggestion': { told: suggestion('suggestion'), acts: onSuggestion('suggestion') },
  'one’s own suggestion': { told: suggestion('ownSuggestion'), acts: onSuggestion('ownSuggestion') },
  'somebody who asked': { told: participation('asked'), acts: onParticipation('asked') },
  'a department': { told: participation('department'), acts: onParticipation('department') },
  'what another gave': { told: one('contribution', 'contribution'), acts: { ...onContribution('contribution'), 'contribution.talk': (ids) => ['mutation($id: ID!) { openThread(input: { contributionId: $id, text: "Hur?" }) { id } }', { id: ids['contribution'] }] } },
  'what one gave': {
    told: one('contribution', 'own'),
    acts: { ...onContribution('own'), 'question.answer': (ids) => ['mutation($id: ID!) { answerQuestion(id: $id, answer: "Sett", outcome: KEPT) { id } }', { id: ids['ownQuestion'] }] },
  },
  'what was written down for one': { told: one('contribution', 'said'), acts: onContribution('said') },
  'a thread': { told: one('thread', 'thread'), acts: onThread('thread') },
  'a thread that is resolved': { told: one('thread', 'resolved'), acts: onResolved('resolved') },
  'what another said': { told: said('post'), acts: onPost('post') },
  'what one said': { told: said('mine'), acts: onPost('mine') },
  'something hidden': {
    told: hiding,
    acts: Object.fromEntries(Object.entries({ answer: 'answerHiding(id: $id, answer: "Ja")', agreeAside: 'agreeAside(id: $id)', erase: 'eraseHidden(id: $id)', askAside: 'askAside(id: $id, cause: THREAT)', undo: 'showAgain(id: $id, reason: "Ja")' })
      .map(([verb, act]) => [`hiding.${verb}`, (ids: Ids): [string, Record<string, unknown>] => [`mutation($id: ID!) { ${act} { id } }`, { id: ids['hiding'] }]])),
  },
  'what another said of a passage': { told: ofPassage('stance'), acts: onStance('stance') },
  'what one said of a passage': { told: ofPassage('myStance'), acts: onStance('myStance') },
  'an import that is looked at': { told: one('importRun', 'importRun'), acts: onRun('importRun') },
  'an import that is done': { told: one('importRun', 'imported'), acts: onRun('imported') },
  'an organisation': {
    told: one('organisation', 'organisation'),
    acts: {
      'organisation.rename': (ids) => ['mutation($id: ID!, $name: String!) { renameOrganisation(id: $id, name: $name) { id } }', { id: ids['organisation'], name: `Namn ${made}` }],
      'organisation.merge': (ids) => ['mutation($from: ID!, $into: ID!) { mergeOrganisations(fromId: $from, intoId: $into) { id } }', { from: ids['organisation'], into: ids['other'] }],
    },
  },
};

let made = 0;

/** An alliance with one of everything, in which Amina stands so. */
async function everything(standing: Standing | null): Promise<Ids> {
  made += 1;
  const insert = async (sql: string, values: unknown[]): Promise<string> => (await here.db.query(`${sql} returning id`, values)).rows[0].id;
  const stood = await anAlliance(olle, { newOrganisations: [{ name: `Skolan ${made}` }] });
  const ids = await everythingOf(here, olle, stood);
  const given = async (approval: string, scribe: string | null) => {
    const id = await insert(`insert into contribution (alliance_id, text, kinds, how_known, approval, written_down_by_id) values ($1, 'Det drar', '{}', '{}', $2, $3)`, [stood.id, approval, scribe]);
    await here.db.query('insert into contribution_author (contribution_id, alliance_id, actor_id) values ($1, $2, $3)', [id, stood.id, amina.id]);
    return id;
  };
  const own = await given('NOT_NEEDED', null);
  await here.db.query(`update import_run set columns = '{text}', mapping = '{"text": 0}' where id = $1`, [ids['importRun']]);
  if (standing !== null) await insert('insert into participation (alliance_id, actor_id, standing) values ($1, $2, $3)', [stood.id, amina.id, standing]);
  return {
    ...ids,
    own,
    ownSuggestion: await insert(`insert into suggestion (framing_id, id, actor_id, after) values ($1, gen_random_uuid(), $2, 'Det drar')`, [ids['framing'], amina.id]),
    ownQuestion: await insert(`insert into question (contribution_id, about, text, kinds) values ($1, 'CLAIM', 'Hur?', '{}')`, [own]),
    said: await given('NOT_YET', olle.id),
    imported: await insert(`insert into import_run (alliance_id, file_name, state) values ($1, 'b.csv', 'DONE')`, [stood.id]),
    resolved: await insert(`insert into thread (alliance_id, framing_id, state) values ($1, $2, 'RESOLVED')`, [stood.id, ids['framing']]),
    mine: await insert('insert into thread_post (thread_id, text, said_by_id) values ($1, $2, $3)', [ids['thread'], 'Mitt', amina.id]),
    myStance: await insert(`insert into stance_said (basis_id, stance, said_by_id) values ($1, 'CHALLENGES', $2)`, [ids['basis'], amina.id]),
    other: (await olle.asks('mutation($name: String!) { addOrganisation(name: $name) { id } }', { name: `Annan ${made}` })).addOrganisation.id,
  };
}

// What an act was refused on is as it was, and the next act is tried on the same; what an act was done to is made anew.
const untouched = new Map<Standing | null, Ids>();

for (const [what, { told, acts }] of Object.entries(things)) {
  test(`[R2] what one is told one may do with ${what} is what one may do, and why not is why not`, async () => {
    let compared = 0;
    for (const standing of [null, 'INVITED', 'ASKED', 'TAKES_PART', 'DECLINED', 'LEFT', 'ASKED_TO_LEAVE'] as const) {
      for (const [verb, act] of Object.entries(acts)) {
        const ids = untouched.get(standing) ?? (await everything(standing));
        untouched.set(standing, ids);
        const right = (await told(ids))?.find((each) => each.verb === verb);
        if (right === undefined) continue;
        compared += 1;
        const refused = await refusalOf(amina, ...act(ids));
        if (refused === undefined) untouched.delete(standing);
        expect({ standing, verb, may: refused === undefined, whyNot: refused ?? null }).toEqual({ standing, ...right });
      }
    }
    // Whoever takes part is always told.
    expect(compared).toBeGreaterThanOrEqual(Object.keys(acts).length);
  }, 60_000);
}
