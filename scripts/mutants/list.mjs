/**
 * Seeded violations of equal terms: each a line that somebody could write, and the tests that must turn red by it.
 * `from` stands once in the file. A violation that no test sees is a hole in the law, not in this list.
 */
const FLAT = { in: 'packages/domain', test: 'src/rights/flat.test.ts' };
const PROMINENCE = { in: 'apps/api', test: 'test/equal/prominence.test.ts' };
const ACTS = { in: 'apps/api', test: 'test/flat.test.ts' };
const TEXTS = { in: 'apps/api', test: 'test/flatWriting.test.ts' };
const SOURCES = { in: 'scripts', test: 'flat.test.mjs' };

const RIGHTS = 'packages/domain/src/rights/rights.ts';
const PAGE = 'apps/api/src/alliance/alliance.page.sql.ts';

/** @type {readonly { name: string, file: string, from: string, to: string, in: string, test: string }[]} */
export const MUTANTS = [
  // Rights.
  { name: 'residents cannot object to what others know', file: RIGHTS, from: "'contribution.question': { rule: 'C4', whyNot: all(takesPart,", to: "'contribution.question': { rule: 'C4', whyNot: all((_s, t) => ((t as { capacity?: string }).capacity === 'RESIDENT' ? 'not-found' : null), takesPart,", ...FLAT },
  { name: 'only who has a title invites', file: RIGHTS, from: "'alliance.invite': { rule: 'R1', whyNot: takesPart }", to: "'alliance.invite': { rule: 'R1', whyNot: (s, t) => ((t as { title?: string }).title === '' ? 'not-found' : takesPart(s, t)) }", ...FLAT },
  { name: 'who has given nothing may not name a problem', file: RIGHTS, from: "'alliance.nameProblem': { rule: 'F1', whyNot: takesPart }", to: "'alliance.nameProblem': { rule: 'F1', whyNot: (s, t) => ((t as { amount?: number }).amount === 0 ? 'not-found' : takesPart(s, t)) }", ...FLAT },
  { name: 'who came first may admit alone', file: RIGHTS, from: "'participation.admit': { rule: 'L3', whyNot: all(takesPart,", to: "'participation.admit': { rule: 'L3', whyNot: all((_s, t) => (((t as { joinedAs?: number }).joinedAs ?? 0) > 100 ? 'not-found' : null), takesPart,", ...FLAT },
  { name: 'a condition is told the capacity', file: RIGHTS, from: 'readonly mine?: boolean;', to: 'readonly mine?: boolean; readonly capacity?: string;', ...FLAT },
  // The one way of writing, and resolvers.
  { name: 'residents may not give, by the way of writing itself', file: 'apps/api/src/core/change.ts', from: 'const code = whyNot(act.verb,', to: "const code = place.capacity === 'RESIDENT' && act.verb === 'alliance.give' ? 'alliance/not-taking-part' : whyNot(act.verb,", ...ACTS },
  { name: 'who has said no capacity may not speak in threads', file: 'apps/api/src/core/change.ts', from: 'const code = whyNot(act.verb,', to: "const code = place.capacity === null && act.verb.startsWith('thread.') ? 'alliance/not-taking-part' : whyNot(act.verb,", ...TEXTS },
  { name: 'guests without an address may not act', file: 'apps/api/src/core/change.ts', from: 'select standing, capacity from participation', to: `select case when exists (select from address d where d.actor_id = participation.actor_id) then standing else 'INVITED' end as standing, capacity from participation`, ...ACTS },
  { name: 'who came first alone may describe the alliance', file: 'apps/api/src/core/change.ts', from: 'const code = whyNot(act.verb,', to: "const code = act.verb === 'alliance.describe' && (await tx.participation.findFirst({ where: { allianceId: loaded.allianceId ?? '' }, orderBy: { since: 'asc' } }))?.actorId !== asking.actorId ? 'alliance/not-taking-part' : whyNot(act.verb,", ...ACTS },
  // Statements and pages.
  { name: 'officials stand first among the people', file: PAGE, from: "p.standing = 'TAKES_PART'\n    order by ${byName}) person", to: "p.standing = 'TAKES_PART'\n    order by (p.capacity = 'OFFICIAL') desc nulls last, ${byName}) person", ...PROMINENCE },
  { name: 'researchers’ contributions come first and are the ones not cut', file: 'apps/api/src/contribution/contribution.read.store.ts', from: 'order by c.given_at desc, c.id limit $18', to: "order by (exists (select from contribution_author z where z.contribution_id = c.id and z.capacity = 'RESEARCHER')) desc, c.given_at desc, c.id limit $18", ...PROMINENCE },
  { name: 'facts come before what is lived, on the page', file: PAGE, from: 'order by c.given_at desc, c.id) as nth', to: "order by ('FACTS' = any(c.kinds)) desc, c.given_at desc, c.id) as nth", ...PROMINENCE },
  { name: 'what officials say in a thread stands above', file: 'apps/api/src/talk/talk.read.store.ts', from: 'order by p.said_at, p.id limit $4', to: "order by (p.capacity = 'OFFICIAL') desc nulls last, p.said_at, p.id limit $4", ...PROMINENCE },
  { name: 'the search puts alliances of researchers first', file: 'apps/api/src/alliance/alliance.store.ts', from: 'ORDER BY l.formed_at DESC, l.id DESC\n   LIMIT $5', to: "ORDER BY (SELECT count(*) FROM participation z WHERE z.alliance_id = l.id AND z.capacity = 'RESEARCHER') DESC, l.formed_at DESC, l.id DESC\n   LIMIT $5", ...PROMINENCE },
  { name: 'only what officials and researchers name me in waits for me', file: 'apps/api/src/talk/waiting.page.ts', from: 'and p.said_by_id is distinct from $1::uuid', to: "and p.said_by_id is distinct from $1::uuid and p.capacity in ('OFFICIAL', 'RESEARCHER')", ...PROMINENCE },
  { name: 'stances are ordered by capacity', file: 'apps/api/src/passage/basis.store.ts', from: 'order by s.at, s.id)', to: 'order by s.capacity, s.at, s.id)', ...PROMINENCE },
  { name: 'who has given most stands first in the balance', file: 'packages/domain/src/contribution/balance.ts', from: 'Number(a.nameless) - Number(b.nameless) || byName(a, b)', to: 'Number(a.nameless) - Number(b.nameless) || (b.count as unknown as { total: number }).total - (a.count as unknown as { total: number }).total || byName(a, b)', ...PROMINENCE },
  { name: 'organisations stand before alliances', file: PAGE, from: "order by ${byName}) organisation", to: "order by who.kind, ${byName}) organisation", ...PROMINENCE },
  { name: 'files that are taken along leave residents’ names out', file: 'packages/domain/src/export/names.ts', from: "const about = [...(spoke === null ? [] : [say[spoke]]), ...(spokeFor", to: "if (spoke === 'RESIDENT') return say.RESIDENT;\n  const about = [...(spoke === null ? [] : [say[spoke]]), ...(spokeFor", ...PROMINENCE },
  // Screens.
  { name: 'titles are shown larger', file: 'apps/web/src/alliance/PeopleScreen.tsx', from: '{one.capacity === null ? null : <p>', to: "{one.capacity === null ? null : <p style={{ fontSize: one.capacity === 'OFFICIAL' ? '2em' : undefined }}>", ...SOURCES },
  { name: 'the screen shows two officials before it offers the rest', file: 'apps/web/src/session/ExampleStrip.tsx', from: 'people.slice(0,', to: 'people.toSorted((a, b) => (a.capacity ?? \'\').localeCompare(b.capacity ?? \'\')).slice(0,', ...SOURCES },
];
