import { paragraph } from '../../src/examples/text.js';
import { Writing } from '../../src/writing/writing.js';
import { anAlliance, joins, type Stood } from '../alliances.js';
import { everythingOf, type Ids } from '../asked.js';
import type { Installation, Somebody } from '../installation.js';
import { Sealer } from '../../src/ledger/sealer.js';

/** An alliance with several of everything, given by people in every capacity, in which nobody’s things come first by chance. */
export interface World {
  readonly stood: Stood;
  readonly asking: Somebody;
  readonly ids: Ids;
  /** Root fields as they are asked, so that everything is on the way. */
  readonly roots: readonly string[];
}

/** Makes it, beside the examples. */
export async function aWorld(here: Installation): Promise<World> {
  const olle = await here.people.anOfficial('Olle');
  const asking = await here.people.aResident('Amina');
  const others = [await here.people.aResearcher('Rut'), await here.people.anOfficial('Bo'), await here.people.aResident('Siv'), await here.people.aResearcher('Åke'), await here.people.aResident('Disa')];
  const stood = await anAlliance(olle, { name: 'Trygg skolväg', newOrganisations: ['Skolan', 'Biblioteket', 'Föreningen', 'Avdelningen'].map((name) => ({ name })), emails: ['kim@example.org', 'lo@example.org'] });
  for (const who of [asking, ...others]) await joins(who, stood.code);
  await others[0]?.asks('mutation($id: ID!) { takeOnCoordinating(allianceId: $id) { id } }', { id: stood.id });
  const all = [olle, asking, ...others];
  const ids = await everythingOf(here, others[1] as Somebody, stood);
  for (const who of [asking, olle]) await everythingOf(here, who, stood);
  const insert = async (sql: string, values: unknown[] = []): Promise<string> => (await here.db.query(`${sql} returning id`, values)).rows[0]?.id;
  for (const department of Object.values(stood.organisations)) await olle.asks('mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES) { id } }', { id: department });
  const { framing, contribution, thread, basis, problem } = ids as Record<string, string>;
  const content = JSON.stringify({ content: { type: 'doc' }, contributions: [], fields: {}, plain: '' });
  for (const [n, who] of all.entries()) {
    const { id: by, capacity } = who;
    const given = await insert(`insert into contribution (alliance_id, framing_id, text, kinds, how_known) values ($1, $2, $3, $4, '{LIVED}')`, [stood.id, n < 4 ? framing : null, `Det drar ${n}`, `{${['FACTS', 'SKILL', 'FAMILIARITY'][n % 3]}}`]);
    for (const [position, author] of [by, all[(n + 1) % all.length]?.id].entries()) {
      await here.db.query('insert into contribution_author (contribution_id, alliance_id, actor_id, capacity, position) values ($1, $2, $3, $4, $5)', [given, stood.id, author, capacity, position]);
    }
    for (const one of [contribution, given]) {
      await insert(`insert into question (contribution_id, about, text, kinds, asked_by_id, capacity) values ($1, 'KIND', 'Hur?', '{SKILL}', $2, $3)`, [one, by, capacity]);
      await insert(`insert into correction (contribution_id, before, kinds_before) values ($1, 'Förr', '{FACTS}')`, [one]);
      await insert(`insert into media (alliance_id, contribution_id, kind, mime, size, sha256, uploaded_by_id) values ($1, $2, 'PICTURE', 'image/png', 1, '\\x00', $3)`, [stood.id, one, by]);
      await who.asks('mutation($input: OpenThread!) { openThread(input: $input) { id } }', { input: { contributionId: one, text: 'Hur menar ni?' } });
    }
    const post = await insert('insert into thread_post (thread_id, text, said_by_id, capacity) values ($1, $2, $3, $4)', [thread, `Så ${n}`, by, capacity]);
    for (const named of [asking.id, olle.id, others[3]?.id]) await insert('insert into mention (post_id, actor_id) values ($1, $2)', [post, named]);
    await who.asks('mutation($input: OpenThread!) { openThread(input: $input) { id } }', { input: { framingId: framing, text: 'Vad hör hit?', mentionIds: [asking.id, olle.id] } });
    await insert('insert into stance_said (basis_id, stance, said_by_id, capacity) values ($1, $2, $3, $4)', [basis, n % 2 ? 'NUANCES' : 'CHALLENGES', by, capacity]);
    await insert('insert into basis (framing_id, contribution_id, quote) values ($1, $2, $3)', [framing, given, 'drar']);
    await insert(`insert into suggestion (framing_id, id, actor_id, after, capacity) values ($1, gen_random_uuid(), $2, 'Det drar', $3)`, [framing, by, capacity]);
    await insert(`insert into framing_version (framing_id, number, label, seq, text_at, frozen, sha256, actor_id, capacity) values ($1, $2, 'Efter mötet', 0, now(), $3, sha256(convert_to($3, 'UTF8')), $4, $5)`, [framing, n + 2, content, by, capacity]);
    const clearing = await insert(`insert into framing_clearing (framing_id, reason, actor_id, capacity) values ($1, 'Ett namn', $2, $3)`, [framing, by, capacity]);
    for (const nr of [1, 2]) await insert(`insert into framing_deleted (framing_id, seq, nr, at, text, ranges, actor_id, clearing_id) values ($1, $2, $3, now(), 'Borta', '[]', $4, $5)`, [framing, n + 2, nr, by, clearing]);
    await insert(`insert into source (framing_id, title, added_by_id) values ($1, 'En bok', $2)`, [framing, by]);
    await insert(`insert into reframing (framing_id, field, before, after, reason, actor_id, capacity) values ($1, 'NAME', 'Förr', 'Nu', 'Så', $2, $3)`, [framing, by, capacity]);
    await insert(`insert into problem (alliance_id, sentence, named_by_id) values ($1, 'Oro', $2)`, [stood.id, by]);
    await insert(`insert into framing (alliance_id, problem_id, name, opened_by_id) values ($1, $2, 'Kyla', $3)`, [stood.id, problem, by]);
    await insert(`insert into import_run (alliance_id, file_name, state, columns, imported_by_id) values ($1, 'a.csv', 'DONE', '{text,who}', $2)`, [stood.id, by]);
    await insert(`insert into bringing (alliance_id, file_name, format, content, state, brought_by_id) values ($1, 'a.md', 'MARKDOWN', '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Kallt"}]},{"type":"paragraph","content":[{"type":"text","text":"Drag"}]}]}', 'DONE', $2)`, [stood.id, by]);
    await insert('insert into initiative (name, added_by_id) values ($1, $2)', [`Skolbuss ${n}`, by]);
    for (const department of Object.values(stood.organisations).slice(0, 2)) await insert('insert into representation (participation_id, person_id, mandate) values ($1, $2, $3)', [department, by, 'Ord']);
    await here.app.get(Writing, { strict: false }).apply(framing as string, (document) => paragraph(document, `Vi skrev ${n}.`), by, 'IMPORT');
  }
  // Files are looked at by the one who brought them.
  const brings = async (path: string, body: string): Promise<string> => ((await (await asking.fetch(`${path}?alliance=${stood.id}&name=a.${path === '/bring' ? 'md' : 'csv'}`, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } })).json()) as { id: string }).id;
  const importRun = await brings('/imports', 'text,capacity,kinds\nDet drar,elev,fakta\nDet är mörkt,lärare,sagor\n,boende,rykten\n,boende,fakta\n');
  await asking.asks('mutation($id: ID!) { mapImport(id: $id, heading: true, mapping: { text: 0, capacity: 1, kinds: 2 }) { id } }', { id: importRun });
  const bringing = await brings('/bring', '# Kallt\n\nDet drar.\n\nDet är <u>mörkt</u>.\n');
  const organisation = (await here.db.query('select actor_id as id from participation where id = $1', [Object.values(stood.organisations)[0]])).rows[0].id;
  for (const name of ['En del', 'Annan del']) {
    const { id } = (await asking.asks('mutation($name: String!, $parent: ID!) { addOrganisation(name: $name, parentId: $parent) { id } }', { name, parent: organisation })).addOrganisation;
    const other = (await asking.asks('mutation($name: String!) { addOrganisation(name: $name) { id } }', { name: `${name} förr` })).addOrganisation.id;
    await asking.asks('mutation($from: ID!, $into: ID!) { mergeOrganisations(fromId: $from, intoId: $into) { id } }', { from: other, into: organisation });
    await asking.asks('mutation($id: ID!, $name: String!) { renameOrganisation(id: $id, name: $name) { id } }', { id: organisation, name: `Skolan ${name}` });
    const larger = await anAlliance(olle, { name: `Större ${id}`, organisationIds: [organisation] });
    await olle.asks('mutation($id: ID!, $invited: ID!) { inviteAlliance(allianceId: $id, invitedId: $invited) { id } }', { id: larger.id, invited: stood.id });
    for (const asked of Object.values(larger.organisations)) await olle.asks('mutation($id: ID!) { answerForOrganisation(participationId: $id, answer: YES) { id } }', { id: asked });
  }
  const rounds = await roundsIn(stood.id, all);
  const hidden = await hiddenIn(here, stood.id, all);
  await here.app.get(Sealer, { strict: false }).now();
  const acts = await asking.asks('query($id: ID!) { alliance(id: $id) { acts(first: 1) { edges { node { receipt } } } } }', { id: stood.id });
  const roots = [
    `round(id: "${rounds}")`, `roundsOf(allianceId: "${stood.id}")`, `roundRulesOf(allianceId: "${stood.id}")`, `receipt(code: "${acts.alliance.acts.edges[0].node.receipt}")`,
    `hidingsOf(allianceId: "${stood.id}")`, `hiddenWords(hidingId: "${hidden}")`, 'organisationSignIn', 'myWays',
    'about', 'me', 'equalCheck', 'examplePeople', 'outbox', 'alliances', 'alliances(search: "sko")', 'initiatives', 'initiatives(search: "sko")', 'organisations(search: "sko")', 'organisations(search: "för")', 'resembling(worry: "barn cyklar till skolan")',
    `door(code: "${stood.code}")`, `alliance(id: "${stood.id}")`, `alliancePage(id: "${stood.id}")`, `framing(id: "${framing}")`, `thread(id: "${thread}")`, `threadsOf(framingId: "${framing}")`,
    `suggestionsOf(framingId: "${framing}")`, `contribution(id: "${contribution}")`, `importRun(id: "${importRun}")`, `bringing(id: "${bringing}")`, `organisation(id: "${organisation}")`,
  ];
  const { rows } = await here.db.query(`select f.id, f.alliance_id from framing f join alliance a on a.id = f.alliance_id where a.example order by f.opened_at limit 2`);
  const examples = rows.map((row) => `framing(id: "${row.id}")`).concat([...new Set(rows.map((row) => row.alliance_id))].map((id) => `alliancePage(id: "${id}")`));
  return { stood, asking, ids, roots: [...roots, ...examples] };
}

/** Two rounds, one of them with several of everything; the id of that one. */
async function roundsIn(allianceId: string, all: readonly Somebody[]): Promise<string> {
  const [first, second, third] = all as [Somebody, Somebody, Somebody];
  const CALL = 'mutation($input: CallRound!) { callRound(input: $input) { id } }';
  const RESPOND = 'mutation($input: Respond!) { respond(input: $input) { receipt } }';
  await second.asks(CALL, { input: { allianceId, subject: 'RECOMMENDATION', proposal: 'Lys upp tunneln' } });
  const { id } = (await first.asks(CALL, { input: { allianceId, subject: 'GOAL', proposal: 'Alla går tryggt till skolan' } })).callRound;
  for (const who of [second, third]) await who.asks('mutation($id: ID!) { askInRound(roundId: $id, text: "När?") { id } }', { id });
  for (const who of [first, second]) await who.asks(RESPOND, { input: { roundId: id, wording: 1, choice: 'RESERVATION', reason: 'Med tvekan' } });
  await first.asks('mutation($id: ID!) { rewordRound(roundId: $id, wording: 1, proposal: "Alla går tryggt till och från skolan") { id } }', { id });
  for (const who of [second, third]) await who.asks(RESPOND, { input: { roundId: id, wording: 2, choice: 'CONSENT' } });
  return id;
}

/** Two contributions that are hidden; the id of one hiding. */
async function hiddenIn(here: Installation, allianceId: string, all: readonly Somebody[]): Promise<string> {
  const hidden: string[] = [];
  for (const [n, who] of all.slice(0, 2).entries()) {
    const given = (await here.db.query(`insert into contribution (alliance_id, text, kinds, how_known) values ($1, $2, '{}', '{}') returning id`, [allianceId, `Grannens namn ${n}`])).rows[0].id;
    hidden.push((await who.asks('mutation($id: ID!) { hideContribution(id: $id, reason: "Ett namn") { id } }', { id: given })).hideContribution.id);
  }
  return hidden[0] ?? '';
}
