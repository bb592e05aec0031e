import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { anInstallation, type Installation } from '../../test/installation.js';
import { loggedDuring } from '../../test/log.js';
import { Post } from './post.js';

const received: string[] = [];
let away = false;
let server: SMTPServer;
let here: Installation;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
      stream.on('end', () => {
        if (away) return done(Object.assign(new Error('away, said to kim@example.org'), { responseCode: 451 }));
        received.push(text);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  here = await anInstallation({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Samsyn <samsyn@example.org>', logLevel: 'debug' });
});
afterAll(async () => {
  await here.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const letterTo = async (address: string) => (await here.db.query('select * from letter where address = $1', [address])).rows[0];

test('[M2] a letter leaves after the commit, and its text stays nowhere', async () => {
  await here.people.nobody().asks('mutation { askForSignIn(email: "amina@example.org", language: sv) }');
  const letter = await until(async () => {
    const row = await letterTo('amina@example.org');
    return row?.sent_at && row;
  });
  expect(letter.body).toBe('');
  expect(received[0]).toMatch(/^To: amina@example\.org/m);
  expect(received[0]).toMatch(/^From: Samsyn <samsyn@example\.org>/m);
});

test('[M2] the log tells that a letter failed, and neither to whom nor what it says', async () => {
  away = true;
  const logged = await loggedDuring(async (soFar) => {
    await here.people.nobody().asks('mutation { askForSignIn(email: "noor@example.org", language: sv) }');
    await until(async () => soFar().includes('a letter could not be handed in'));
  });
  away = false;
  const { subject, body } = await letterTo('noor@example.org');
  for (const secret of ['noor', 'example.org', subject, body.match(/sign-in#(\S+)/)[1]]) expect(logged).not.toContain(secret);
});

test('[M2] a letter the post would not take is tried again, and only a code is kept of the refusal', async () => {
  away = true;
  await here.people.nobody().asks('mutation { askForSignIn(email: "kim@example.org", language: sv) }');
  const failed = await until(async () => {
    const row = await letterTo('kim@example.org');
    return row?.failure && row;
  });
  expect(failed).toMatchObject({ sent_at: null, failure: 'EMESSAGE 451', attempts: 1 });
  expect(Date.parse(failed.next_at)).toBeGreaterThan(Date.now() + 10_000);
  away = false;
  await here.db.query(`update letter set next_at = now() where sent_at is null`);
  here.app.get(Post).wake();
  const sent = await until(async () => {
    const row = await letterTo('kim@example.org');
    return row?.sent_at && row;
  });
  expect(sent).toMatchObject({ failure: null, attempts: 2, body: '' });
});

test('[M2] letters that really leave are shown in no outbox', async () => {
  expect((await here.people.nobody().asks('{ outbox { to } }')).outbox).toEqual([]);
});
