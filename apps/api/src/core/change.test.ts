import { expect, test } from '@jest/globals';
import { installed } from '../../test/installed.js';
import { Writer, type Act, type Loaded } from './change.js';

const here = await installed();
const person = await here.people.aResident();
const writer = here.app.get(Writer);

const anInitiative = async (name: string) =>
  (await here.db.query<{ id: string }>(`insert into initiative (name) values ($1) returning id`, [name])).rows[0]?.id ?? '';

/** An act that takes one row, waits until it is told to go on, and takes another. */
function taking(first: string, second: string, goOn: () => Promise<void>): Act<Loaded, undefined, string> {
  return {
    verb: 'initiative.note',
    load: async (tx) => {
      await tx.initiative.update({ where: { id: first }, data: { description: 'held' } });
      await goOn();
      return { allianceId: null, thing: {} };
    },
    save: async (tx) => {
      await tx.initiative.update({ where: { id: second }, data: { description: 'done' } });
      return second;
    },
    note: (_loaded, id) => ({ subjectKind: 'initiative', subjectId: id }),
  };
}

test('[G6] of two acts that wait for each other neither is lost, and each is in the ledger once', async () => {
  const one = await anInitiative('ett');
  const other = await anInitiative('två');
  let waiting = 0;
  let release: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (release = resolve));
  const meet = async () => {
    if (++waiting >= 2) release();
    await both;
  };
  const asking = { actorId: person.id };
  await Promise.all([writer.change(asking, taking(one, other, meet)), writer.change(asking, taking(other, one, meet))]);
  // They met, and one of them was begun again.
  expect(waiting).toBe(3);
  const { rows } = await here.db.query(`select subject_id as id, count(*) as n from ledger_entry where subject_id = any($1) group by 1 order by 1`, [[one, other]]);
  expect(rows).toEqual([one, other].sort().map((id) => ({ id, n: 1 })));
});

test('[G6] an act that is refused, or breaks, leaves nothing behind', async () => {
  const id = await anInitiative('tre');
  const breaking: Act<Loaded, undefined, string> = { ...taking(id, id, async () => undefined), note: () => ({ subjectKind: 'initiative', subjectId: 'no id' }) };
  await expect(writer.change({ actorId: person.id }, breaking)).rejects.toThrow();
  await expect(writer.change({ actorId: null }, taking(id, id, async () => undefined))).rejects.toMatchObject({ code: 'session/none' });
  expect((await here.db.query('select description from initiative where id = $1', [id])).rows).toEqual([{ description: '' }]);
});
