import { expect, test } from '@jest/globals';
import { installed } from '../../test/installed.js';
import { sections, writtenInSql } from './sections.sql.js';

const here = await installed();

// Where a person is named, and the part cannot be told by the name of its column.
const elsewhere: Readonly<Record<string, string>> = {
  'address.actor_id': 'person',
  'collab_client.actor_id': 'words',
  'collab_lineage.actor_id': 'words',
  'mention_read.person_id': 'mentions',
  'protected_name.actor_id': 'person',
  'round_answered.person_id': 'roundResponses',
};

// What tells nothing about a person that another part does not tell, or is somebody else's: with its reason.
const without: Readonly<Record<string, string>> = {
  'collab_update.actor_id': 'the words of the rows are told under words; when they were written stands in the time line',
  'collab_quarantine.actor_id': 'bytes of updates that were refused, kept for a short while',
  'correction.actor_id': 'how one’s own contributions read before is told with them',
  'coordinating.from_id': 'who held the task before is told to them under coordinating',
  'coordinating.passed_by_id': 'passing on is an act, and told in the ledger',
  'framing_deleted.actor_id': 'whoever took something away; the words are others’',
  'ledger_pseudonym.actor_id': 'who is behind the acts, which are told as acts',
  'name_ask.person_id': 'who asked to know a name is shown to the one who is asked; the reason is another’s words',
  'round.reviewed_by_id': 'reviewing is an act, and told in the ledger',
  'round_question.answered_by_id': 'answering is an act, and told in the ledger',
  'round_response.condition_by_id': 'offering a condition is an act, and told in the ledger',
  'round_response.entered_by_id': 'entering another’s answer is an act, and told in the ledger; the answer is theirs',
  'participation.invited_by_id': 'inviting is an act, and told in the ledger',
  'participation.admitted_by_id': 'admitting is an act, and told in the ledger',
  'passage_waiting.actor_id': 'stands for a moment only, until the mark is in the text',
};

test('[U1] whichever column of the database names a person, it is told to them, or it is said why not', async () => {
  const { rows } = await here.db.query(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid' and c.column_name ~ '(^|_)(actor|person)_id$|_by_id$|^from_id$'
       and c.table_name not like 'collab\\_update\\_%' order by 1`,
  );
  const told = sections.map(({ sql }) => sql).join(' ') + writtenInSql;
  const missing = rows.map(({ name }) => name as string).filter((name) => {
    if (name in without || name in elsewhere) return false;
    const [table = '', column = ''] = name.split('.');
    return !new RegExp(`\\b(from|join) ${table}\\b`).test(told) || !told.includes(column);
  });
  // A new column that names a person needs a part in sections.sql.ts, or a line in `without`.
  expect(missing).toEqual([]);
});

test('[U1] every part can be asked for, of somebody who has nothing too', async () => {
  const somebody = await here.people.aResident();
  const answer = JSON.parse(await (await somebody.fetch('/mine/everything.json')).text());
  expect(Object.keys(answer).slice(4)).toEqual([...sections.map(({ name }) => name), 'words']);
  expect(answer.contributions).toEqual([]);
});
