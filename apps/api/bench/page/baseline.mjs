import { createServer } from 'node:http';
import pg from 'pg';

// What the alliance page is measured against: one json_build_object statement through pg behind
// node:http, with the same content as the GraphQL page and nothing else.

pg.types.setTypeParser(pg.types.builtins.JSON, (text) => text);

const contribution = `json_build_object('id', c.id, 'text', c.text, 'language', c.language, 'kinds', c.kinds, 'howKnown', c.how_known,
  'proposal', c.proposal, 'tacit', c.tacit, 'approval', c.approval, 'invented', c.invented, 'statedAuthor', c.stated_author, 'givenAt', c.given_at,
  'media', array(select m.kind from media m where m.contribution_id = c.id),
  'authors', (select json_agg(json_build_object('actorId', ca.actor_id, 'name', by.name, 'capacity', ca.capacity) order by ca.position)
    from contribution_author ca left join actor by on by.id = ca.actor_id where ca.contribution_id = c.id))`;

export const baselineSql = `
  select json_build_object(
    'id', a.id, 'name', it.name, 'purpose', a.purpose, 'groundRules', a.ground_rules, 'visibility', a.visibility, 'formedAt', a.formed_at, 'example', a.example,
    'problems', (select json_agg(json_build_object('id', p.id, 'sentence', p.sentence, 'namedAt', p.named_at, 'framings',
      (select json_agg(json_build_object('id', f.id, 'name', f.name, 'belongs', f.belongs, 'outside', f.outside, 'openedAt', f.opened_at,
        'total', (select count(*) from contribution c where c.framing_id = f.id and c.state = 'GIVEN'),
        'contributions', (select json_agg(${contribution}) from (select * from contribution c where c.framing_id = f.id and c.state = 'GIVEN' order by c.given_at desc, c.id limit 20) c)
      ) order by f.opened_at, f.id) from framing f where f.problem_id = p.id)) order by p.named_at) from problem p where p.alliance_id = a.id),
    'people', (select json_agg(json_build_object('participationId', p.id, 'actorId', who.id, 'name', who.name, 'invented', who.invented, 'capacity', p.capacity, 'knows', p.knows, 'standing', p.standing, 'since', p.since) order by lower(who.name), who.id)
      from participation p join actor who on who.id = p.actor_id where p.alliance_id = a.id and who.kind = 'PERSON' and p.standing = 'TAKES_PART'),
    'balance', json_build_object(
      'total', (select count(*) from contribution c where c.alliance_id = a.id and c.state = 'GIVEN'),
      'kindNotStated', (select count(*) from contribution c where c.alliance_id = a.id and c.state = 'GIVEN' and c.kinds = '{}'),
      'kinds', (select json_agg(json_build_object('kind', k.kind, 'count', k.count, 'people', k.people) order by k.kind) from (
        select kind, count(distinct c.id) as count, count(distinct ca.actor_id) as people from unnest(enum_range(null::"Kind")) kind
        left join contribution c on c.alliance_id = a.id and c.state = 'GIVEN' and kind = any(c.kinds)
        left join contribution_author ca on ca.contribution_id = c.id group by kind) k),
      'capacities', (select json_agg(json_build_object('capacity', by.capacity, 'total', by.total, 'facts', by.facts, 'understanding', by.understanding, 'skill', by.skill, 'familiarity', by.familiarity) order by by.capacity nulls last) from (
        select ca.capacity, count(distinct c.id) as total,
          count(distinct c.id) filter (where 'FACTS' = any(c.kinds)) as facts, count(distinct c.id) filter (where 'UNDERSTANDING' = any(c.kinds)) as understanding,
          count(distinct c.id) filter (where 'SKILL' = any(c.kinds)) as skill, count(distinct c.id) filter (where 'FAMILIARITY' = any(c.kinds)) as familiarity
        from contribution c left join contribution_author ca on ca.contribution_id = c.id where c.alliance_id = a.id and c.state = 'GIVEN' group by ca.capacity) by))
  ) as page
  from alliance a join actor it on it.id = a.id where a.id = $1::uuid`;

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c random_page_cost=1.1' });
const server = createServer(async (request, response) => {
  const { rows } = await pool.query({ name: 'page', text: baselineSql, values: [request.url.slice(1)] });
  response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0].page);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
