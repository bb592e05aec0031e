// The order of the alphabet as everywhere else, whatever the database was set up with: å, ä and ö last, other marks aside.
const byName = `folded(translate(who.name, 'ÅÄÆÖØåäæöø', '{||}}{||}}')) collate "C", who.name collate "C", who.id`;

const problems = `
  coalesce((select json_agg(problem) from (
    select p.id, p.sentence, p.named_at as "namedAt",
      coalesce((select json_agg(framing) from (
        select f.id, f.name, f.belongs, f.outside, f.opened_at as "openedAt",
          coalesce((select total from totals where totals.framing_id = f.id), 0) as total
        from framing f where f.problem_id = p.id order by f.opened_at, f.id) framing), '[]') as framings
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
    where p.alliance_id = a.id and who.kind <> 'PERSON' and p.standing not in ('LEFT', 'ASKED_TO_LEAVE') and (
      -- Of other alliances those outside are told only where everybody finds them [L2].
      who.kind <> 'ALLIANCE' or exists (select from alliance other where other.id = who.id and other.visibility = 'OPEN')
      or exists (select from participation inside where inside.alliance_id in (a.id, who.id) and inside.actor_id = $2::uuid and inside.standing = 'TAKES_PART'))
    order by ${byName}) organisation), '[]') as organisations`;

const coordinators = `
  coalesce((select json_agg(coordinator) from (
    select k.id, who.id as "actorId", who.name, k.since
    from coordinating k join actor who on who.id = k.actor_id
    where k.alliance_id = a.id and k.until is null order by k.since, k.id) coordinator), '[]') as coordinators`;

// Contributions are gone through once, and their authors once: the lists and every number of the
// balance come from here. Looking up each one's authors by itself costs more than all the rest.
const given = `
  said as materialized (
    select c.id, c.framing_id, c.text, c.language, c.kinds, c.how_known, c.proposal, c.tacit, c.approval, c.invented, c.stated_author, c.given_at,
      row_number() over (partition by c.framing_id order by c.given_at desc, c.id) as nth
    from contribution c where c.alliance_id = $1::uuid and c.state = 'GIVEN'),
  given as materialized (
    select said.id, said.nth, said.kinds, ca.position, ca.actor_id, ca.capacity
    from said left join contribution_author ca on ca.alliance_id = $1::uuid and ca.contribution_id = said.id),
  totals as (select framing_id, count(*) as total from said group by framing_id)`;

// By framing, and under '' what was said about the alliance as a whole.
const contributions = `
  coalesce((select json_object_agg(coalesce(framing_id::text, ''), list) from (
    select s.framing_id, json_agg(row_to_json(line) order by s.nth) as list
    from said s cross join lateral (
      select s.id, s.text, s.language, s.kinds, s.how_known as "howKnown", s.proposal, s.tacit, s.approval, s.invented,
        s.stated_author as "statedAuthor", s.given_at as "givenAt") line
    where s.nth <= 20 group by s.framing_id) shown), '{}') as contributions`;

const authors = `
  coalesce((select json_agg(json_build_array(g.id, g.actor_id, g.capacity) order by g.position)
    from given g where g.nth <= 20 and g.position is not null), '[]') as authors,
  coalesce((select json_object_agg(who.id, who.name) from actor who
    where who.id = any(array(select distinct g.actor_id from given g where g.nth <= 20))), '{}') as names`;

const media = `
  coalesce((select json_agg(json_build_array(m.contribution_id, m.kind) order by m.created_at, m.id)
    from media m where m.contribution_id = any(array(select id from said where nth <= 20))), '[]') as media`;

const kinds = `
  (select json_agg(row_to_json(k) order by k.kind) from (
    select kind, count(distinct g.id) as count, count(distinct g.actor_id) as people
    from unnest(enum_range(null::"Kind")) kind
    left join (select id, actor_id, unnest(kinds) as kind from given) g using (kind)
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
    'total', (select count(*) from said), 'kindNotStated', (select count(*) from said where kinds = '{}'),
    'kinds', ${kinds}, 'capacities', ${capacities}) as balance`;

/**
 * An alliance's home in one row: $1 the alliance, $2 the one who asks (or null). What there is most
 * of lies flat beside the rest, since PostgreSQL copies a list anew at every level it lies in.
 * Lists are in the order of time or of the alphabet, never by who somebody is [R1].
 */
export const alliancePageSql = `
  with ${given}
  select row_to_json(head) as head, ${problems}, ${contributions}, ${authors}, ${media}, ${people}, ${organisations}, ${coordinators}, ${balance}
  from alliance a join actor it on it.id = a.id
  cross join lateral (
    select a.id, it.name, a.purpose, a.ground_rules as "groundRules", a.visibility, a.formed_at as "formedAt", a.example, a.ended_at as "endedAt",
      (select standing from participation mine where mine.alliance_id = a.id and mine.actor_id = $2::uuid) as standing) head
  where a.id = $1::uuid`;
