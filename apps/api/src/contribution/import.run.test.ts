import { expect, test } from '@jest/globals';
import { installed } from '../../test/installed.js';
import { aRoom, until } from '../../test/room.js';
import { ImportRunner } from './import.runner.js';

const here = await installed();
const official = await here.people.anOfficial();
const room = await aRoom(here, 'OPEN');
await room.takesPart(official);

// Generated statements; every seventh cannot come in.
const file = (rows: number) => `nr,text,vem\n${Array.from({ length: rows }, (_, at) => `${at},${at % 7 === 6 ? '' : `"Uttalande ${at}, med ""citat"" och å"`},Person ${at % 40}`).join('\n')}\n`;
const begin = async (rows: number) => {
  const answer = await official.fetch(`/imports?alliance=${room.allianceId}`, { method: 'POST', body: file(rows), headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent('många ord.csv') } });
  const { id } = (await answer.json()) as { id: string };
  await official.asks('mutation ($id: ID!) { mapImport(id: $id, mapping: { text: 1, author: 2 }) { id } }', { id });
  return id;
};
const run = async (id: string) => (await official.asks('query ($id: ID!) { importRun(id: $id) { fileName state rows done refusedCount refused { row } } }', { id })).importRun;
const start = (id: string) => official.asks('mutation ($id: ID!) { startImport(id: $id) { state } }', { id });
const inDatabase = async (id: string) => (await here.db.query('select count(*)::int as n, count(distinct import_row)::int as different from contribution where import_id = $1', [id])).rows[0];

test('[C6] ten thousand rows come in, with progress to be seen, and go out again', async () => {
  const id = await begin(10_000);
  expect(await start(id)).toEqual({ startImport: { state: 'RUNNING' } });
  const seen = new Set<number>();
  await until('the end of the import', async () => {
    const { state, done } = await run(id);
    seen.add(done);
    return state === 'DONE';
  }, 60_000);
  expect(await run(id)).toMatchObject({ fileName: 'många ord.csv', rows: 10_000, done: 10_000, refusedCount: 1_428 });
  expect((await run(id)).refused).toHaveLength(1_000);
  expect(await inDatabase(id)).toEqual({ n: 8_572, different: 8_572 });
  expect(seen.size).toBeGreaterThan(3);
  await official.asks('mutation ($id: ID!) { undoImport(id: $id) { id } }', { id });
  expect(await inDatabase(id)).toEqual({ n: 0, different: 0 });
}, 90_000);

test('[C6] [S2] an import that a restart cut off goes on where its last commit was, each row once', async () => {
  const id = await begin(1_000);
  // As a server that ended after its second chunk left it.
  await start(id);
  await until('a first chunk', async () => (await run(id)).done > 0);
  await until('the end of the import', async () => (await run(id)).state === 'DONE');
  await here.db.query(`delete from contribution where import_id = $1 and import_row > 501`, [id]);
  await here.db.query(`update import_run set state = 'RUNNING', done = 500, refused = '[]', file = $2 where id = $1`, [id, Buffer.from(file(1_000))]);
  await here.app.get(ImportRunner, { strict: false }).onApplicationBootstrap();
  await until('the end of the import', async () => (await run(id)).state === 'DONE');
  expect(await run(id)).toMatchObject({ done: 1_000 });
  expect(await inDatabase(id)).toEqual({ n: 858, different: 858 });
});

test('[C6] a run that cannot go on says so, and what came in can be undone', async () => {
  const id = await begin(600);
  await here.db.query(`update import_run set state = 'RUNNING', file = null where id = $1`, [id]);
  await here.app.get(ImportRunner, { strict: false }).onApplicationBootstrap();
  await until('the failure to be told', async () => (await run(id)).state === 'FAILED');
  expect((await official.asks('mutation ($id: ID!) { undoImport(id: $id) { state } }', { id })).undoImport.state).toBe('UNDONE');
});

test('[C6] [R1] when the importer leaves meanwhile, nothing more comes in under their name', async () => {
  const leaver = await here.people.aResident('Går');
  await room.takesPart(leaver);
  const id = await begin(600);
  await here.db.query(`update import_run set state = 'RUNNING', imported_by_id = $2 where id = $1`, [id, leaver.id]);
  await here.db.query(`update participation set standing = 'LEFT' where actor_id = $1`, [leaver.id]);
  await here.app.get(ImportRunner, { strict: false }).onApplicationBootstrap();
  await until('the failure to be told', async () => (await run(id)).state === 'FAILED');
  expect(await inDatabase(id)).toEqual({ n: 0, different: 0 });
});
