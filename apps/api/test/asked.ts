import { randomUUID } from 'node:crypto';
import { anAlliance, joins, type Stood } from './alliances.js';
import type { Installation, Somebody } from './installation.js';

/** An id of each kind of thing. */
export type Ids = Record<string, string>;
type Vars = (own: Ids) => Record<string, unknown>;

/**
 * Every root field that takes ids or texts: what else it is asked with, and what each id is of.
 * 'open' are ids everybody may know (organisations; an alliance that one asks to join); 'chosen' refer to nothing.
 */
export const asked: Record<string, { with?: Vars; ids: Record<string, string> }> = {
  'Query.organisation': { ids: { id: 'open' } },
  'Query.alliance': { ids: { id: 'alliance' } },
  'Query.alliancePage': { ids: { id: 'alliance' } },
  'Query.contribution': { ids: { id: 'contribution' } },
  'Query.importRun': { ids: { id: 'importRun' } },
  'Query.bringing': { ids: { id: 'bringing' } },
  'Query.framing': { ids: { id: 'framing' } },
  'Mutation.addOrganisation': { with: () => ({ name: 'Ny' }), ids: { parentId: 'open' } },
  'Mutation.renameOrganisation': { with: () => ({ name: 'Annat' }), ids: { id: 'open' } },
  'Mutation.mergeOrganisations': { with: (own) => ({ fromId: own['organisation'], intoId: own['organisation'] }), ids: { fromId: 'open', intoId: 'open' } },
  'Mutation.formAlliance': {
    with: () => ({ input: { name: 'Ny', worry: 'Oro', visibility: 'OPEN' } }),
    ids: { 'input.organisationIds': 'open', 'input.newOrganisations.parentId': 'open' },
  },
  'Mutation.describeAlliance': { with: () => ({ name: 'Annat' }), ids: { id: 'alliance' } },
  'Mutation.makeInvitation': { ids: { allianceId: 'alliance' } },
  'Mutation.inviteByEmail': { with: () => ({ emails: ['kim@example.org'], language: 'sv' }), ids: { allianceId: 'alliance' } },
  'Mutation.revokeInvitation': { ids: { id: 'invitation' } },
  'Mutation.inviteOrganisation': { with: (own) => ({ allianceId: own['alliance'], organisationId: own['organisation'] }), ids: { allianceId: 'alliance', organisationId: 'open' } },
  'Mutation.inviteAlliance': { with: (own) => ({ allianceId: own['alliance'], invitedId: own['second'] }), ids: { allianceId: 'alliance', invitedId: 'alliance' } },
  'Mutation.answerForOrganisation': { with: () => ({ answer: 'YES' }), ids: { participationId: 'department' } },
  'Mutation.represent': { with: (own) => ({ participationId: own['department'], mandate: 'Ord' }), ids: { participationId: 'department', personId: 'person' } },
  'Mutation.endRepresentation': { ids: { id: 'representation' } },
  'Mutation.join': { ids: { allianceId: 'open' } },
  'Mutation.askToJoin': { ids: { allianceId: 'open' } },
  'Mutation.decline': { ids: { allianceId: 'alliance' } },
  'Mutation.admit': { ids: { participationId: 'asked' } },
  'Mutation.speakAs': { with: () => ({ speaking: { capacity: 'RESIDENT' } }), ids: { allianceId: 'alliance' } },
  'Mutation.leave': { ids: { allianceId: 'alliance' } },
  'Mutation.takeOnCoordinating': { ids: { allianceId: 'alliance' } },
  'Mutation.passOnCoordinating': { with: (own) => ({ coordinatingId: own['coordinating'], toActorId: own['person'] }), ids: { coordinatingId: 'coordinating', toActorId: 'person' } },
  'Mutation.layDownCoordinating': { ids: { coordinatingId: 'coordinating' } },
  'Mutation.nameProblem': { with: () => ({ sentence: 'Annat' }), ids: { allianceId: 'alliance' } },
  'Mutation.openFraming': { with: () => ({ input: { name: 'Bild' } }), ids: { 'input.problemId': 'problem' } },
  'Mutation.reframe': { with: () => ({ field: 'NAME', text: 'Annat', reason: 'Så' }), ids: { framingId: 'framing' } },
  'Mutation.nameVersion': { with: () => ({ label: 'Efter mötet' }), ids: { framingId: 'framing' } },
  'Mutation.restoreText': { with: () => ({ position: '0', reason: 'Det var klarare' }), ids: { framingId: 'framing' } },
  'Mutation.proposeClearing': { with: (own) => ({ framingId: own['framing'], deletedIds: [own['deleted']], reason: 'Fel namn' }), ids: { framingId: 'framing', deletedIds: 'deleted' } },
  'Mutation.answerClearing': { with: () => ({ agrees: false, answer: 'Behövs' }), ids: { id: 'clearing' } },
  'Mutation.quoteDeleted': { ids: { id: 'deleted' } },
  'Mutation.relabelVersion': { with: () => ({ label: 'Före mötet' }), ids: { id: 'version' } },
  'Mutation.addSource': { with: () => ({ source: { title: 'Annat' } }), ids: { framingId: 'framing' } },
  'Mutation.correctSource': { with: () => ({ source: { title: 'Annat' } }), ids: { id: 'source' } },
  'Mutation.takeOutSource': { ids: { id: 'source' } },
  'Query.suggestionsOf': { ids: { framingId: 'framing' } },
  'Mutation.suggest': { with: (own) => ({ framingId: own['framing'], id: '11111111-1111-4111-8111-111111111111' }), ids: { framingId: 'framing', id: 'chosen' } },
  'Mutation.explainSuggestion': { with: (own) => ({ framingId: own['framing'], id: own['suggestion'], reason: 'Så' }), ids: { framingId: 'framing', id: 'suggestion' } },
  'Mutation.acceptSuggestions': { with: (own) => ({ framingId: own['framing'], ids: [own['suggestion']] }), ids: { framingId: 'framing', ids: 'suggestion', 'seen.id': 'chosen' } },
  'Mutation.declineSuggestions': { with: (own) => ({ framingId: own['framing'], ids: [own['suggestion']], answer: 'Nej' }), ids: { framingId: 'framing', ids: 'suggestion' } },
  'Mutation.withdrawSuggestion': { with: (own) => ({ framingId: own['framing'], id: own['suggestion'] }), ids: { framingId: 'framing', id: 'suggestion' } },
  'Mutation.give': {
    with: (own) => ({ input: { allianceId: own['alliance'], text: 'Det är så', kinds: [], howKnown: [] } }),
    ids: {
      'input.key': 'chosen', 'input.allianceId': 'alliance', 'input.framingId': 'framing', 'input.mediaIds': 'media', 'input.coAuthorIds': 'person',
      'input.saidByActorId': 'person', 'input.organisationId': 'unrepresented',
    },
  },
  'Mutation.correct': { with: () => ({ input: { text: 'Annat' } }), ids: { id: 'contribution' } },
  'Mutation.withdraw': { ids: { id: 'contribution' } },
  'Mutation.approve': { ids: { id: 'contribution' } },
  'Mutation.question': { with: () => ({ about: 'CLAIM', text: 'Hur vet du det?' }), ids: { contributionId: 'contribution' } },
  'Mutation.answerQuestion': { with: () => ({ answer: 'Sett', outcome: 'KEPT' }), ids: { id: 'question' } },
  'Query.round': { ids: { id: 'round' } },
  'Query.roundsOf': { ids: { allianceId: 'alliance' } },
  'Query.roundRulesOf': { ids: { allianceId: 'alliance' } },
  'Mutation.callRound': {
    with: (own) => ({ input: { allianceId: own['alliance'], subject: 'ASK_TO_LEAVE', subjectId: own['mine'], proposal: 'Förslag' } }),
    ids: { 'input.allianceId': 'alliance', 'input.subjectId': 'department', 'input.toActorId': 'chosen' },
  },
  'Mutation.respond': { with: (own) => ({ input: { roundId: own['round'], wording: 1, choice: 'CONSENT' } }), ids: { 'input.roundId': 'round' } },
  'Mutation.askInRound': { with: () => ({ text: 'Hur?' }), ids: { roundId: 'round' } },
  'Mutation.answerInRound': { with: () => ({ answer: 'Så' }), ids: { questionId: 'roundQuestion' } },
  'Mutation.rewordRound': { with: () => ({ wording: 1, proposal: 'Annat' }), ids: { roundId: 'round' } },
  'Mutation.offerCondition': { with: () => ({ condition: 'Om' }), ids: { responseId: 'roundResponse' } },
  'Mutation.settleObjection': { with: () => ({ carry: false }), ids: { responseId: 'roundResponse' } },
  'Mutation.closeRound': { ids: { id: 'round' } },
  'Mutation.takeBackRound': { ids: { id: 'round' } },
  'Mutation.reviewRound': { with: () => ({ words: 'Gick bra' }), ids: { id: 'round' } },
  'Query.thread': { ids: { id: 'thread' } },
  'Query.threadsOf': { ids: { framingId: 'framing' } },
  'Mutation.openThread': {
    with: (own) => ({ input: { framingId: own['framing'], text: 'Hur menar ni?' } }),
    ids: { 'input.key': 'chosen', 'input.framingId': 'framing', 'input.contributionId': 'contribution', 'input.mentionIds': 'person' },
  },
  'Mutation.reply': { with: (own) => ({ input: { threadId: own['thread'], text: 'Så här' } }), ids: { 'input.key': 'chosen', 'input.threadId': 'thread', 'input.mentionIds': 'person' } },
  'Mutation.resolveThread': { with: () => ({ note: 'Klart' }), ids: { id: 'thread' } },
  'Mutation.reopenThread': { with: () => ({ reason: 'Mer' }), ids: { id: 'thread' } },
  'Mutation.takeBack': { ids: { postId: 'post' } },
  'Query.hiddenWords': { ids: { hidingId: 'hiding' } },
  'Query.hidingsOf': { ids: { allianceId: 'alliance' } },
  'Mutation.hideContribution': { with: () => ({ reason: 'Fel' }), ids: { id: 'contribution' } },
  'Mutation.hidePost': { with: () => ({ reason: 'Fel' }), ids: { id: 'post' } },
  'Mutation.hideQuestion': { with: () => ({ reason: 'Fel' }), ids: { id: 'question' } },
  'Mutation.hideSuggestion': { with: (own) => ({ framingId: own['framing'], id: own['suggestion'], reason: 'Fel' }), ids: { framingId: 'framing', id: 'suggestion' } },
  'Mutation.answerHiding': { with: () => ({ answer: 'Så var det' }), ids: { id: 'hiding' } },
  'Mutation.showAgain': { with: () => ({ reason: 'Det går bra' }), ids: { id: 'hiding' } },
  'Mutation.askAside': { with: () => ({ cause: 'THREAT' }), ids: { id: 'hiding' } },
  'Mutation.agreeAside': { ids: { id: 'hiding' } },
  'Mutation.eraseHidden': { ids: { id: 'hiding' } },
  'Mutation.readMention': { ids: { id: 'mention' } },
  'Mutation.cite': { with: (own) => ({ framingId: own['framing'], contributionId: own['contribution'], anchor: {} }), ids: { framingId: 'framing', contributionId: 'contribution' } },
  'Mutation.uncite': { with: (own) => ({ framingId: own['framing'], contributionId: own['contribution'] }), ids: { framingId: 'framing', contributionId: 'contribution' } },
  'Mutation.restOn': { with: (own) => ({ framingId: own['framing'], contributionId: own['contribution'], anchor: {}, stance: 'SUPPORTS' }), ids: { framingId: 'framing', contributionId: 'contribution' } },
  'Mutation.sayStance': { with: () => ({ stance: 'NUANCES' }), ids: { basisId: 'basis' } },
  'Mutation.takeBackStance': { ids: { id: 'stance' } },
  'Mutation.mapImport': { with: () => ({ mapping: { text: 0 } }), ids: { id: 'importRun' } },
  'Mutation.startImport': { ids: { id: 'importRun' } },
  'Mutation.undoImport': { ids: { id: 'importRun' } },
  'Mutation.bringAsFraming': { with: (own) => ({ problemId: own['problem'], name: 'Bild' }), ids: { id: 'bringing', problemId: 'problem', 'descriptions.media': 'chosen' } },
  'Mutation.bringAsContributions': { with: () => ({ picks: [{ number: 1, kinds: [], howKnown: [] }] }), ids: { id: 'bringing', framingId: 'framing' } },
  'Mutation.undoBringing': { ids: { id: 'bringing' } },
  'Mutation.noteInitiative': { with: () => ({ name: 'Buss', description: 'Går' }), ids: { organisationId: 'open' } },
  'Query.organisations': { with: () => ({ search: 'bibl' }), ids: {} },
  'Query.alliances': { ids: {} },
  'Query.door': { with: () => ({ code: '00000000' }), ids: {} },
  'Query.receipt': { with: () => ({ code: '1-0000-0000-0000-0000-0000' }), ids: {} },
  'Query.resembling': { with: () => ({ worry: 'Oro' }), ids: {} },
  'Query.initiatives': { ids: {} },
  'Mutation.joinByCode': { with: () => ({ code: '00000000', name: 'Kim' }), ids: {} },
  'Mutation.askForSignIn': { with: () => ({ email: 'kim@example.org', language: 'sv' }), ids: {} },
  'Mutation.signIn': { with: () => ({ token: 'x', name: 'Kim' }), ids: {} },
  'Mutation.stepIn': { with: () => ({ name: 'Kim' }), ids: {} },
  'Mutation.renameMe': { with: () => ({ name: 'Kim' }), ids: {} },
  'Mutation.makeSlip': { ids: { contributionIds: 'contribution' } },
  'Mutation.claim': { with: () => ({ code: '00000000', name: 'Kim' }), ids: {} },
  'Mutation.leaveOutName': { ids: { contributionId: 'contribution' } },
  'Mutation.liftProtection': { with: () => ({ name: 'Kim' }), ids: {} },
  'Mutation.askForName': { with: (own) => ({ allianceId: own['alliance'], actorId: own['person'], reason: 'Kallelse' }), ids: { allianceId: 'alliance', actorId: 'person' } },
  'Mutation.answerNameAsk': { with: () => ({ agree: true }), ids: { id: 'nameAsk' } },
  'Mutation.readName': { ids: { askId: 'nameAsk' } },
  'Mutation.stepInAs': { ids: { actorId: 'person' } },
  'Mutation.makeCard': { with: () => ({ language: 'sv' }), ids: {} },
  'Mutation.comeBack': { with: () => ({ phrase: 'anka anka anka anka anka anka' }), ids: {} },
  'Mutation.enterWithOrganisation': { with: () => ({ proof: 'x' }), ids: {} },
  'Mutation.removeOrganisationSignIn': { ids: { id: 'organisationSignIn' } },
  'Mutation.endSession': { ids: { id: 'session' } },
};

/** One of everything that an alliance can hold. */
export async function everythingOf(here: Installation, by: Somebody, stood: Stood): Promise<Ids> {
  const insert = async (sql: string, values: unknown[]): Promise<string> => (await here.db.query(`${sql} returning id`, values)).rows[0].id;
  const asking = await here.people.aResearcher();
  const { askToJoin } = await asking.asks('mutation($id: ID!) { askToJoin(allianceId: $id) { id } }', { id: stood.id });
  const taking = await here.people.aResearcher();
  await joins(taking, stood.code);
  const department = Object.values(stood.organisations)[0] as string;
  const contribution = await insert(`insert into contribution (alliance_id, text, kinds, how_known) values ($1, $2, '{}', '{}')`, [stood.id, 'Hemligt']);
  await here.db.query('insert into contribution_author (contribution_id, alliance_id, actor_id) values ($1, $2, $3)', [contribution, stood.id, by.id]);
  const organisation = (await here.db.query('select actor_id from participation where id = $1', [department])).rows[0].actor_id;
  const framing = await insert('insert into framing (alliance_id, problem_id, name) values ($1, $2, $3)', [stood.id, stood.problemId, 'Hemligt']);
  const frozen = '{"content":{"type":"doc"},"contributions":[],"fields":{},"plain":""}';
  const thread = await insert('insert into thread (alliance_id, framing_id, opened_by_id) values ($1, $2, $3)', [stood.id, framing, by.id]);
  const post = await insert('insert into thread_post (thread_id, text, said_by_id) values ($1, $2, $3)', [thread, 'Hemligt', by.id]);
  const basis = await insert('insert into basis (framing_id, contribution_id, quote) values ($1, $2, $3)', [framing, contribution, 'Hemligt']);
  const round = await insert(`insert into round (alliance_id, subject, secret, quorum_percent, days, closes_at, called_by_id) values ($1, 'GOAL', false, 50, 7, now() + interval '7 days', $2)`, [stood.id, by.id]);
  await here.db.query(`insert into round_wording (round_id, number, proposal) values ($1, 1, 'Hemligt')`, [round]);
  return {
    round,
    roundQuestion: await insert(`insert into round_question (round_id, text) values ($1, 'Hemligt')`, [round]),
    roundResponse: await insert(`insert into round_response (round_id, wording, choice, person_id, objection, reason) values ($1, 1, 'OBJECTION', $2, 'STANDS', 'Hemligt')`, [round, by.id]),
    alliance: stood.id,
    second: (await anAlliance(by)).id,
    problem: stood.problemId,
    framing,
    deleted: await insert(`insert into framing_deleted (framing_id, seq, nr, at, text, ranges) values ($1, 1, 1, now(), 'Hemligt', '[]')`, [framing]),
    clearing: await insert(`insert into framing_clearing (framing_id, reason) values ($1, 'Hemligt')`, [framing]),
    version: await insert(`insert into framing_version (framing_id, number, label, seq, text_at, frozen, sha256) values ($1, 1, 'Hemligt', 0, now(), $2, sha256(convert_to($2, 'UTF8')))`, [framing, frozen]),
    thread,
    source: await insert('insert into source (framing_id, title) values ($1, $2)', [framing, 'Hemligt']),
    suggestion: await insert(`insert into suggestion (framing_id, id, actor_id, after) values ($1, gen_random_uuid(), $2, 'Hemligt')`, [framing, by.id]),
    post,
    hiding: await hidden(here, stood.id, await insert('insert into thread_post (thread_id, text, said_by_id) values ($1, $2, $3)', [thread, '', by.id]), by),
    mention: await insert('insert into mention (post_id, actor_id) values ($1, $2)', [post, by.id]),
    contribution,
    basis,
    stance: await insert(`insert into stance_said (basis_id, stance, said_by_id) values ($1, 'SUPPORTS', $2)`, [basis, by.id]),
    question: await insert(`insert into question (contribution_id, about, text, kinds) values ($1, 'CLAIM', 'Hur?', '{}')`, [contribution]),
    nameAsk: await insert(`insert into name_ask (person_id, asked_by_id, alliance_id, reason) values ($1, $2, $3, 'Hemligt')`, [taking.id, taking.id, stood.id]),
    importRun: await insert('insert into import_run (alliance_id, file_name) values ($1, $2)', [stood.id, 'a.csv']),
    bringing: await insert(`insert into bringing (alliance_id, file_name, format, content) values ($1, 'a.md', 'MARKDOWN', '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Hemligt"}]}]}')`, [stood.id]),
    media: await insert(`insert into media (alliance_id, kind, mime, size, sha256, uploaded_by_id) values ($1, 'PICTURE', 'image/png', 1, '\\x00', $2)`, [stood.id, by.id]),
    invitation: await insert(`insert into invitation (alliance_id, way, code, created_by_id) values ($1, 'LINK', $2, $3)`, [stood.id, `Z${randomUUID().slice(0, 7)}`, by.id]),
    coordinating: stood.coordinatingId,
    representation: await insert('insert into representation (participation_id, person_id) values ($1, $2)', [department, by.id]),
    department,
    organisation,
    unrepresented: organisation,
    asked: askToJoin.id,
    person: taking.id as string,
    organisationSignIn: await insert(`insert into organisation_sign_in (actor_id, issuer, subject_hash) values ($1, 'https://login.example.org', decode(replace(gen_random_uuid()::text, '-', ''), 'hex'))`, [by.id]),
    session: (await here.db.query('select id from session where actor_id = $1', [by.id])).rows[0].id,
  };
}

async function hidden(here: Installation, allianceId: string, post: string, by: Somebody): Promise<string> {
  const { id } = (await here.db.query(`insert into hiding (alliance_id, subject, subject_id, reason, hidden_by_id) values ($1, 'POST', $2, 'Hemligt', $3) returning id`, [allianceId, post, by.id])).rows[0];
  await here.db.query(`insert into hidden_words (hiding_id, alliance_id, words) values ($1, $2, '{"text":"Hemligt"}')`, [id, allianceId]);
  return id;
}

/** Variables with one id put in its place; lists where the contract asks for lists. */
export function put(variables: Record<string, unknown>, path: string, id: string): Record<string, unknown> {
  const [first = '', ...rest] = path.split('.');
  const listed = ['organisationIds', 'mediaIds', 'coAuthorIds', 'mentionIds', 'emails', 'ids', 'contributionIds', 'deletedIds'].includes(first);
  if (rest.length === 0) return { ...variables, [first]: listed ? [id] : id };
  const inner = put((variables[first] as Record<string, unknown>) ?? {}, rest.join('.'), id);
  return { ...variables, [first]: first === 'newOrganisations' ? [{ name: 'Ny', ...inner }] : inner };
}
