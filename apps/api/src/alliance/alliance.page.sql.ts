// The order of the alphabet as everywhere else, whatever the database was set up with: å, ä and ö last, other marks aside.
const byName = `folded(translate(who.name, 'ÅÄÆÖØåäæöø', '{||}}{||}}')) collate "C", who.name collate "C", who.id`;

const authors = `
  coalesce((select json_agg(author) from (
    select ca.actor_id as "actorId", by.name, ca.capacity
    from contribution_author ca left join actor by on by.id = ca.actor_id
    where ca.contribution_id = c.id order by ca.position) author), '[]') as authors`;

const contribution = `
  c.id, c.text, c.language, c.kinds, c.how_known as "howKnown", c.proposal, c.tacit, c.approval, c.invented,
  c.stated_author as "statedAuthor", c.given_at as "givenAt",
  array(select m.kind from media m where m.contribution_id = c.id) as media, ${authors}`;

const framing = `
  f.id, f.name, f.belongs, f.outside, f.opened_at as "openedAt",
  coalesce((select total from totals where totals.framing_id = f.id), 0) as total,
  coalesce((select json_agg(latest) from (
    select ${contribution} from contribution c
    where c.framing_id = f.id and c.state = 'GIVEN' order by c.given_at desc, c.id limit 20) latest), '[]') as contributions`;

const problems = `
  coalesce((select json_agg(problem) from (
    select p.id, p.sentence, p.named_at as "namedAt",
      coalesce((select json_agg(framing) from (
        select ${framing} from framing f where f.problem_id = p.id order by f.opened_at, f.id) framing), '[]') as framings
    from problem p where p.alliance_id = a.id order by p.named_at, p.id) problem), '[]') as problems`;

const people = `
  coalesce((select json_agg(person) from (
    select p.id as "participationId", who.id as "actorId", who.name, who.invented, p.capacity, p.knows, p.standing, p.since
    from participation p join actor who on who.id = p.actor_id
    where p.alliance_id = a.id and who.kind = 'PERSON' and p.standing = 'TAKES_PART'
    order by ${byName}) person), '[]') as people`;

const representations = `
  coalesce((select json_agg(speaker) from (
    select r.id, r.person_id as "personId", who.name, r.mandate, r.until, coalesce(r.until < current_date, false) as ended
    from representation r join actor who on who.id = r.person_id
    where r.participation_id = p.id and r.ended_at is null order by ${byName}) speaker), '[]') as representations`;

const organisations = `
  coalesce((select json_agg(organisation) from (
    select p.id as "participationId", who.id as "actorId", who.kind, who.name, whole.name as "parentName",
      p.standing, p.reason, p.answered_at as "answeredAt", ${representations}
    from participation p join actor who on who.id = p.actor_id
    left join organisation o on o.id = who.id left join actor whole on whole.id = o.parent_id
    where p.alliance_id = a.id and who.kind <> 'PERSON' and p.standing <> 'LEFT' and (
      -- Of other alliances those outside are told only where everybody finds them [L2].
      who.kind <> 'ALLIANCE' or exists (select from alliance other where other.id = who.id and other.visibility = 'OPEN')
      or exists (select from participation inside where inside.alliance_id in (a.id, who.id) and inside.actor_id = $2::uuid and inside.standing = 'TAKES_PART'))
    order by ${byName}) organisation), '[]') as organisations`;

const coordinators = `
  coalesce((select json_agg(coordinator) from (
    select k.id, who.id as "actorId", who.name, k.since
    from coordinating k join actor who on who.id = k.actor_id
    where k.alliance_id = a.id and k.until is null order by k.since, k.id) coordinator), '[]') as coordinators`;

const latest = `
  coalesce((select json_agg(about) from (
    select ${contribution} from contribution c
    where c.alliance_id = a.id and c.framing_id is null and c.state = 'GIVEN'
    order by c.given_at desc, c.id limit 20) about), '[]') as latest`;

// Contributions with their authors are gone through once; every number of the balance comes from here.
const given = `
  given as materialized (
    select c.id, c.framing_id, c.kinds, ca.actor_id, ca.capacity
    from contribution c left join contribution_author ca on ca.contribution_id = c.id
    where c.alliance_id = $1::uuid and c.state = 'GIVEN'),
  once as materialized (select distinct on (id) id, framing_id, kinds from given),
  totals as materialized (select framing_id, count(*) as total from once group by framing_id)`;

const kinds = `
  (select json_agg(row_to_json(k) order by k.kind) from (
    select kind, count(distinct g.id) as count, count(distinct g.actor_id) as people
    from unnest(enum_range(null::"Kind")) kind left join given g on kind = any(g.kinds)
    group by kind) k)`;

const capacities = `
  (select coalesce(json_agg(row_to_json(by) order by by.capacity nulls last), '[]') from (
    select capacity, count(*) as total,
      count(*) filter (where 'FACTS' = any(kinds)) as facts,
      count(*) filter (where 'UNDERSTANDING' = any(kinds)) as understanding,
      count(*) filter (where 'SKILL' = any(kinds)) as skill,
      count(*) filter (where 'FAMILIARITY' = any(kinds)) as familiarity
    from (select distinct on (id, capacity) id, capacity, kinds from given) said group by capacity) by)`;

const balance = `
  json_build_object(
    'total', (select count(*) from once), 'kindNotStated', (select count(*) from once where kinds = '{}'),
    'kinds', ${kinds}, 'capacities', ${capacities}) as balance`;

/**
 * An alliance's home as one JSON value: $1 the alliance, $2 the one who asks (or null).
 * Lists are in the order of time or of the alphabet, never by who somebody is [R1].
 */
export const alliancePageSql = `
  with ${given}
  select row_to_json(page) as page from (
    select a.id, it.name, a.purpose, a.ground_rules as "groundRules", a.visibility, a.formed_at as "formedAt", a.example,
      (select standing from participation mine where mine.alliance_id = a.id and mine.actor_id = $2::uuid) as standing,
      ${problems}, ${people}, ${organisations}, ${coordinators}, ${latest}, ${balance}
    from alliance a join actor it on it.id = a.id where a.id = $1::uuid) page`;
