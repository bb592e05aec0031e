// The data set "city": 200 alliances, 5,000 actors, 100,000 contributions, the same from the same seed.

/** A small seeded generator of numbers in [0, 1) (mulberry32, public domain algorithm by T. Ettinger). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const KINDS = ['FACTS', 'UNDERSTANDING', 'SKILL', 'FAMILIARITY'];
const CAPACITIES = ['RESEARCHER', 'OFFICIAL', 'RESIDENT'];
const WORDS = 'vägen skolan trygghet barn buss torget hyran läxor språk tillit förskola mötesplats park tunnel granne bibliotek sjukvård arbete bostad ensamhet'.split(' ');

/** Numbers of the city; a test may ask for a smaller one. */
export const CITY = { alliances: 200, actors: 5_000, contributions: 100_000, people: 30, framings: 10 };

/** Fills an empty, migrated database. Gives the ids of the alliances. */
export async function buildCity(client, size = CITY, seed = 1) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const id = (kind, n) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const sentence = (words) => Array.from({ length: words }, () => pick(WORDS)).join(' ');
  const insert = (table, columns, types, rows) => bulk(client, table, columns, types, rows);

  const actors = Array.from({ length: size.actors }, (_, n) => [id('a', n), 'PERSON', `Person ${n} ${pick(WORDS)}`]);
  const alliances = Array.from({ length: size.alliances }, (_, n) => [id('b', n), 'ALLIANCE', `Allians ${n} ${sentence(2)}`]);
  await insert('actor', ['id', 'kind', 'name'], ['uuid', '"ActorKind"', 'text'], [...actors, ...alliances]);
  await insert('alliance', ['id', 'purpose', 'ground_rules', 'visibility'], ['uuid', 'text', 'text', '"Visibility"'], alliances.map(([n]) => [n, sentence(20), sentence(30), 'OPEN']));

  const participations = [];
  const members = alliances.map(([alliance], a) =>
    Array.from({ length: size.people }, (_, p) => {
      const actor = actors[(a * 23 + p * 7) % actors.length][0];
      const capacity = pick(CAPACITIES);
      participations.push([alliance, actor, 'TAKES_PART', capacity, sentence(6)]);
      return [actor, capacity];
    }),
  );
  await insert('participation', ['alliance_id', 'actor_id', 'standing', 'capacity', 'knows'], ['uuid', 'uuid', '"Standing"', '"Capacity"', 'text'], participations);
  await insert('problem', ['id', 'alliance_id', 'sentence'], ['uuid', 'uuid', 'text'], alliances.map(([alliance], n) => [id('c', n), alliance, sentence(10)]));
  const framings = alliances.flatMap(([alliance], a) =>
    Array.from({ length: size.framings }, (_, f) => [id('d', a * size.framings + f), alliance, id('c', a), sentence(5), sentence(15), sentence(10)]),
  );
  await insert('framing', ['id', 'alliance_id', 'problem_id', 'name', 'belongs', 'outside'], ['uuid', 'uuid', 'uuid', 'text', 'text', 'text'], framings);

  for (let from = 0; from < size.contributions; from += 10_000) {
    const rows = [];
    const authors = [];
    for (let n = from; n < Math.min(from + 10_000, size.contributions); n++) {
      const a = n % size.alliances;
      const [actor, capacity] = pick(members[a]);
      const framing = framings[a * size.framings + Math.floor(random() * size.framings)][0];
      const kinds = KINDS.filter(() => random() < 0.3);
      rows.push([id('e', n), alliances[a][0], framing, sentence(12 + Math.floor(random() * 20)), `{${kinds.join(',')}}`, `{${random() < 0.5 ? 'LIVED' : 'READ'}}`, new Date(1.7e12 + Math.floor(random() * 6e10)).toISOString()]);
      authors.push([id('e', n), alliances[a][0], 0, actor, capacity]);
    }
    await insert('contribution', ['id', 'alliance_id', 'framing_id', 'text', 'kinds', 'how_known', 'given_at'], ['uuid', 'uuid', 'uuid', 'text', 'text', 'text', 'timestamptz'], rows);
    await insert('contribution_author', ['contribution_id', 'alliance_id', 'position', 'actor_id', 'capacity'], ['uuid', 'uuid', 'int', 'uuid', '"Capacity"'], authors);
  }
  // As autovacuum leaves a database that has been in use for a while.
  await client.query('vacuum analyze');
  return alliances.map(([alliance]) => alliance);
}

// Arrays of arrays cannot be unnested as rows, so kinds travel as text and are cast on the way in.
const CASTS = { kinds: '"Kind"[]', how_known: '"HowKnown"[]' };

async function bulk(client, table, columns, types, rows) {
  const sources = types.map((type, n) => `$${n + 1}::${type.startsWith('"') ? 'text' : type}[]`).join(', ');
  const named = columns.map((_, n) => `c${n}`).join(', ');
  const cast = columns.map((column, n) => (CASTS[column] ? `c${n}::${CASTS[column]}` : types[n].startsWith('"') ? `c${n}::${types[n]}` : `c${n}`)).join(', ');
  await client.query(
    `insert into ${table} (${columns.join(', ')}) select ${cast} from unnest(${sources}) as given(${named})`,
    columns.map((_, n) => rows.map((row) => row[n])),
  );
}
