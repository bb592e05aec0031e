import { expect, test } from '@jest/globals';
import { installed } from '../../test/installed.js';

const here = await installed({ examples: true });

const STEP = 'mutation($id: ID!) { stepInAs(actorId: $id) { id name invented } }';

test('[S1] where examples are on one steps in as an invented person, and never as a real one', async () => {
  const real = await here.people.aResident('Amina');
  const visitor = here.people.nobody();
  const { examplePeople } = await visitor.asks('{ examplePeople { about capacity actor { id name kind invented } } }');
  expect(examplePeople.length).toBeGreaterThan(0);
  expect(examplePeople.every((one: { actor: { invented: boolean; kind: string } }) => one.actor.invented && one.actor.kind === 'PERSON')).toBe(true);
  const chosen = examplePeople[0].actor;
  expect((await visitor.asks(STEP, { id: chosen.id })).stepInAs).toEqual({ id: chosen.id, name: chosen.name, invented: true });
  expect((await visitor.asks('{ me { id participations { standing alliance { name } } } }')).me.id).toBe(chosen.id);
  for (const id of [real.id, '00000000-0000-4000-8000-000000000000', 'x']) {
    expect((await here.people.nobody().ask(STEP, { id })).errors?.[0]?.extensions.code).toBe('not-found');
  }
});

test('[M2] letters are read in the outbox while examples are on', async () => {
  const visitor = here.people.nobody();
  await visitor.asks('mutation { askForSignIn(email: "kim@example.org", language: en) }');
  const { outbox } = await visitor.asks('{ outbox { to subject body at } }');
  expect(outbox[0]).toMatchObject({ to: 'kim@example.org', subject: 'Your link to Samsyn' });
  expect(outbox[0].body).toContain(`${here.settings.publicUrl}/sign-in#`);
});
