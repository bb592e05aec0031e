import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anInstallation, type Installation, type Somebody } from '../../test/installation.js';
import { png, svg, wav } from '../../test/media.js';
import { aRoom, type Room } from '../../test/room.js';
import { MediaTidying } from './media.tidying.js';

describe.each(['PostgreSQL', 'a folder'])('with the bytes in %s', (place) => {
  let here: Installation;
  let resident: Somebody;
  let official: Somebody;
  let stranger: Somebody;
  let closed: Room;
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-media-'));

  beforeAll(async () => {
    here = await anInstallation({ mediaDir: place === 'a folder' ? folder : '' });
    [resident, official, stranger] = [await here.people.aResident(), await here.people.anOfficial(), await here.people.aResearcher()];
    closed = await aRoom(here, 'CLOSED');
    await closed.takesPart(resident, official);
  }, 60_000);
  afterAll(async () => {
    await here.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const bring = async (who: Somebody, bytes: Uint8Array, said: Record<string, string> = {}, type = 'application/octet-stream') => {
    const about = new URLSearchParams({ alliance: closed.allianceId, ...said });
    const answer = await who.fetch(`/media?${about}`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': type } });
    return { status: answer.status, ...((await answer.json()) as { id: string; errors?: { extensions: { code: string } }[] }) };
  };
  const give = (who: Somebody, mediaIds: string[]) =>
    who.ask('mutation ($input: Give!) { give(input: $input) { id media { id kind url mime size description durationMs } } }', { input: { allianceId: closed.allianceId, text: '', kinds: [], howKnown: [], mediaIds } });
  const status = async (who: Somebody, id: string) => (await who.fetch(`/media/${id}`)).status;

  test('[W17] a picture in a text is seen by those who may read the text, stays when things are tidied, and is of this alliance', async () => {
    const brought = await bring(resident, png, { framing: closed.framingId, description: 'Dörren' });
    await here.db.query(`update media set created_at = now() - interval '3 days' where id = $1`, [brought.id]);
    await here.app.get(MediaTidying).tidy();
    expect(await Promise.all([resident, official, stranger].map((who) => status(who, brought.id)))).toEqual([200, 200, 404]);
    const other = await aRoom(here, 'CLOSED');
    await other.takesPart(resident);
    expect((await bring(resident, png, { framing: other.framingId })).errors?.[0]?.extensions.code).toBe('not-found');
    expect((await bring(resident, wav(1), { framing: closed.framingId })).errors?.[0]?.extensions.code).toBe('media/wrong-kind');
    expect((await bring(stranger, png, { framing: closed.framingId })).status).toBe(404);
    // It belongs to the text: nobody takes it along into something they give, neither who brought it nor another.
    for (const who of [resident, official]) expect((await give(who, [brought.id])).errors?.[0]?.extensions.code).toBe('media/not-yours');
  });

  test('[C8] a picture is seen by those who may read what it belongs to, and by nobody else', async () => {
    const { id } = await bring(resident, png, { description: 'Trapphusets dörr, öppen' }, 'text/html');
    expect(await Promise.all([resident, official, stranger, here.people.nobody()].map((who) => status(who, id)))).toEqual([200, 404, 404, 404]);
    const given = await give(resident, [id]);
    expect(given.data.give.media).toEqual([{ id, kind: 'PICTURE', url: `/media/${id}`, mime: 'image/png', size: png.length, description: 'Trapphusets dörr, öppen', durationMs: null }]);
    expect(await Promise.all([resident, official, stranger, here.people.nobody()].map((who) => status(who, id)))).toEqual([200, 200, 404, 404]);
    const answer = await official.fetch(`/media/${id}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-cache',
    });
    expect((await official.fetch(`/media/${id}`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })).status).toBe(304);
  });

  test('[C8] a recording can be jumped in', async () => {
    const sound = wav(3);
    const { id } = await bring(resident, sound, { durationMs: '3000' });
    const part = async (range: string) => {
      const answer = await resident.fetch(`/media/${id}`, { headers: { range } });
      return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer()).toString('latin1')];
    };
    expect(await part('bytes=0-3')).toEqual([206, `bytes 0-3/${sound.length}`, 'RIFF']);
    expect(await part('bytes=-2')).toEqual([206, `bytes ${sound.length - 2}-${sound.length - 1}/${sound.length}`, sound.toString('latin1').slice(-2)]);
    expect((await part(`bytes=${sound.length}-`)).slice(0, 2)).toEqual([416, `bytes */${sound.length}`]);
  });

  test('[C8] what may not come in is refused with a code, and the server goes on', async () => {
    const refused = async (...args: Parameters<typeof bring>) => {
      const answer = await bring(...args);
      return [answer.status, answer.errors?.[0]?.extensions.code];
    };
    expect(await refused(resident, svg, {}, 'image/png')).toEqual([400, 'media/wrong-kind']);
    expect(await refused(resident, Buffer.concat([png, Buffer.alloc(10 * 1024 * 1024)]))).toEqual([413, 'media/too-large']);
    expect(await refused(resident, wav(200))).toEqual([400, 'media/too-long']);
    expect(await refused(stranger, png)).toEqual([404, 'not-found']);
    expect(await refused(stranger, png, { alliance: randomUUID() })).toEqual([404, 'not-found']);
    expect(await refused(here.people.nobody(), png)).toEqual([401, 'session/none']);
    expect((await bring(resident, png)).status).toBe(201);
  });

  test('[C8] whoever has forty files waiting brings no more until they are given', async () => {
    const many = await here.people.aResident('Många');
    await closed.takesPart(many);
    await here.db.query(`insert into media (alliance_id, kind, mime, size, sha256, uploaded_by_id) select $1, 'PICTURE', 'image/png', 1, '\\x00', $2 from generate_series(1, 39)`, [closed.allianceId, many.id]);
    const { id, status: first } = await bring(many, png);
    expect(first).toBe(201);
    expect((await bring(many, png)).errors?.[0]?.extensions.code).toBe('request/too-many');
    await give(many, [id]);
    expect((await bring(many, png)).status).toBe(201);
  });

  test('[C8] nobody gives with a file that is another’s, or already given', async () => {
    const { id } = await bring(resident, png);
    expect((await give(official, [id])).errors?.[0]?.extensions.code).toBe('media/not-yours');
    expect((await give(resident, [id])).errors).toBeUndefined();
    expect((await give(resident, [id])).errors?.[0]?.extensions.code).toBe('media/not-yours');
    expect((await give(resident, [randomUUID()])).errors?.[0]?.extensions.code).toBe('not-found');
  });

  test('[C3] with what is withdrawn, its pictures go for good', async () => {
    const { id } = await bring(resident, png);
    const { data } = await give(resident, [id]);
    await resident.asks('mutation ($id: ID!) { withdraw(id: $id) { id } }', { id: data.give.id });
    expect(await status(resident, id)).toBe(404);
    expect(files().includes(id)).toBe(false);
    expect((await here.db.query('select count(*)::int as n from media_blob where media_id = $1', [id])).rows[0].n).toBe(0);
  });

  test('[C8] a file nobody gave anything with leaves after a day, and bytes without a row too', async () => {
    const [old, fresh] = [await bring(resident, png), await bring(resident, png)];
    await here.db.query(`update media set created_at = now() - interval '25 hours' where id = $1`, [old.id]);
    const stray = randomUUID();
    const store = here.app.get((await import('./media.store.js')).MediaStore, { strict: false });
    if (place === 'a folder') {
      await store.put({} as never, stray, new Uint8Array(png));
      utimesSync(join(folder, stray.slice(0, 2), stray), 0, 0);
    }
    await here.app.get(MediaTidying, { strict: false }).tidy();
    expect([await status(resident, old.id), await status(resident, fresh.id)]).toEqual([404, 200]);
    expect(await store.take(stray)).toBeNull();
    expect(await store.take(old.id)).toBeNull();
  });

  const files = () => readdirSync(folder, { recursive: true }).map(String).map((path) => path.split('/').at(-1));
});
