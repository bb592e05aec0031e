import { describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { installed } from '../../test/installed.js';
import { aRoom, bare, frame, open, tokenFrame, until, updateFrame } from '../../test/room.js';

const here = await installed();
const amina = await here.people.aResident();
const room = await aRoom(here);
await room.takesPart(amina);

describe('[G4] the door for sockets', () => {
  const statusOf = async (headers: Record<string, string>, path?: string) => (await bare(here.url, headers, path)).status;
  test('[G4] somebody with a session, from our own page, is let in', async () => {
    const socket = await bare(here.url, { cookie: amina.cookie, origin: here.url });
    expect(socket.status).toBeNull();
    socket.ws.terminate();
  });
  test('[G4] a page of another site is refused, also with a session', async () => {
    expect(await statusOf({ cookie: amina.cookie, origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusOf({ cookie: amina.cookie, origin: 'null' })).toBe(403);
  });
  test('[G4] whoever has no session is refused, or one that never was', async () => {
    expect(await statusOf({ origin: here.url })).toBe(401);
    expect(await statusOf({ origin: here.url, cookie: `sid=${'x'.repeat(43)}` })).toBe(401);
  });
  test('[G4] a path that does not exist is answered and closed at once', async () => {
    const asked = Date.now();
    expect(await statusOf({ cookie: amina.cookie }, '/else')).toBe(404);
    expect(await statusOf({ cookie: amina.cookie }, '/collab/x')).toBe(404);
    expect(Date.now() - asked).toBeLessThan(2_000);
  });
  test('[G4] a peer that breaks off in the middle harms nobody', async () => {
    const { hostname, port } = new URL(here.url);
    const socket = connect(Number(port), hostname);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write(`GET /collab HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nCookie: ${amina.cookie}\r\n\r\n`);
    socket.destroy();
    expect(await statusOf({ cookie: amina.cookie }, '/else')).toBe(404);
  });
  test('[G4] one session opens so many sockets and no more', async () => {
    const olle = await here.people.anOfficial();
    const sockets = await Promise.all(Array.from({ length: 20 }, () => bare(here.url, { cookie: olle.cookie })));
    expect(sockets.map(({ status }) => status)).toEqual(Array(20).fill(null));
    expect(await statusOf({ cookie: olle.cookie })).toBe(429);
    for (const { ws } of sockets) ws.terminate();
    await until('there is room again', async () => (await statusOf({ cookie: olle.cookie })) === null);
  });
});

describe('[W3] a socket that says what no editor says', () => {
  const spoken = async (say: (socket: Awaited<ReturnType<typeof bare>>) => void) => {
    const socket = await bare(here.url, { cookie: amina.cookie });
    say(socket);
    await until('it is closed', () => socket.closed !== null);
    return socket.closed;
  };
  test('[W3] a message of 101 MB is not read', async () => {
    expect(await spoken(({ say }) => say(new Uint8Array(101 * 1024 * 1024)))).toMatchObject({ code: 1009 });
  });
  test('[W3] text, noise, and frames for servers among themselves', async () => {
    expect(await spoken(({ ws }) => ws.send('hello'))).toMatchObject({ code: 4400 });
    expect(await spoken(({ say }) => say(new Uint8Array([200, 200, 200])))).toMatchObject({ code: 4400 });
    expect(await spoken(({ say }) => say(frame(room.framingId, 6, (encoder) => encoding.writeVarString(encoder, 'x'))))).toMatchObject({ code: 4400 });
  });
  test('[W3] a link that could run as script is refused at the door, one that can be followed is let in', async () => {
    for (const href of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '/f/x', 7, undefined]) {
      const document = new Y.Doc();
      linked(document, { href });
      const socket = await bare(here.url, { cookie: amina.cookie });
      socket.say(tokenFrame(room.framingId, document.clientID));
      socket.say(
        frame(room.framingId, 0, (encoder) => {
          // As the answer to what the server lacks, after which a browser has told everything.
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(document));
        }),
      );
      await until('it is closed', () => socket.closed !== null);
      expect([href, socket.closed?.reason]).toEqual([href, 'writing/damaged']);
    }
    const pen = open(here.url, amina, room.framingId);
    await until('in', pen.saved);
    linked(pen.document, { href: 'https://example.org/väg' });
    await until('saved', pen.saved);
    expect(pen.closes).toEqual([]);
    const { framing } = await amina.asks('query ($id: ID!) { framing(id: $id) { reading { content } } }', { id: room.framingId });
    expect(JSON.stringify(framing.reading.content).match(/"href":"[^"]*"/g)).toEqual(['"href":"https://example.org/väg"']);
    pen.destroy();
  });
  test('[W3] the bytes that silence another are refused over the socket, and the other is heard', async () => {
    const victim = open(here.url, amina, room.framingId);
    await until('in', victim.saved);
    const attacker = await here.people.anOfficial();
    await room.takesPart(attacker);
    const socket = await bare(here.url, { cookie: attacker.cookie });
    socket.say(tokenFrame(room.framingId, 99));
    socket.say(updateFrame(room.framingId, silence(victim.document.clientID)));
    await until('it is closed', () => socket.closed !== null);
    expect(socket.closed).toMatchObject({ code: 4403, reason: 'writing/foreign-client' });
    victim.write('trapphuset är kallt');
    await until('saved', victim.saved);
    expect(await room.replayed()).toContain('trapphuset är kallt');
    const { rows } = await here.db.query('select reason from collab_quarantine where actor_id = $1', [attacker.id]);
    expect(rows).toEqual([{ reason: 'writing/foreign-client' }]);
    victim.destroy();
  });
});

function linked(document: Y.Doc, link: object): void {
  const block = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  block.insert(0, [text]);
  document.getXmlFragment('text').push([block]);
  text.insert(0, 'tryck här', { link });
}

function silence(client: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of [1, 1, client, 0]) encoding.writeVarUint(encoder, part);
  encoding.writeUint8(encoder, 0);
  encoding.writeVarUint(encoder, 100_000);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

describe('[W2] clients are bound to people', () => {
  test('[W2] another’s client cannot be claimed, and an unclaimed one cannot be written under', async () => {
    const victim = open(here.url, amina, room.framingId);
    await until('in', victim.saved);
    const olle = await here.people.anOfficial();
    await room.takesPart(olle);
    const thief = new Y.Doc();
    thief.clientID = victim.document.clientID;
    const pen = open(here.url, olle, room.framingId, { document: thief });
    await until('denied', () => pen.denials.length > 0);
    expect(pen.denials[0]).toBe('writing/foreign-client');
    pen.destroy();
    const socket = await bare(here.url, { cookie: olle.cookie });
    const other = new Y.Doc();
    other.getText('belongs').insert(0, 'x');
    socket.say(tokenFrame(room.framingId, other.clientID === 1 ? 2 : 1));
    socket.say(updateFrame(room.framingId, Y.encodeStateAsUpdate(other)));
    await until('closed', () => socket.closed !== null);
    expect(socket.closed?.reason).toBe('writing/foreign-client');
    victim.destroy();
  });
  test('[W2] a new client is bound when the token is shown again', async () => {
    const pen = open(here.url, amina, room.framingId);
    await until('in', pen.saved);
    pen.write('under den första ');
    pen.document.clientID = 123_456;
    await pen.provider.sendToken();
    pen.write('och den andra');
    await until('saved', pen.saved);
    expect(pen.closes).toEqual([]);
    expect(await room.replayed()).toContain('under den första och den andra');
    pen.destroy();
  });
});

describe('[L2] who enters', () => {
  test('[L2] an open text is followed by one who does not take part, and nothing they write is kept', async () => {
    const olle = await here.people.anOfficial();
    const [follower, writer] = [open(here.url, olle, room.framingId), open(here.url, amina, room.framingId)];
    await until('both in', () => writer.saved() && follower.scopes.length > 0);
    expect(follower.scopes).toEqual(['readonly']);
    const rows = await room.rows();
    follower.write('jag skriver ändå');
    writer.write('du ser detta');
    await until('the follower sees it', () => follower.words().includes('du ser detta'));
    expect(await room.rows()).toBe(rows + 1);
    expect(follower.saved()).toBe(false);
    expect(await room.replayed()).not.toContain('ändå');
    const { rows: clients } = await here.db.query('select 1 from collab_client where actor_id = $1', [olle.id]);
    expect(clients).toEqual([]);
    follower.destroy();
    writer.destroy();
  });
  test('[R3] a closed text and one that does not exist sound the same to one outside', async () => {
    const closed = await aRoom(here, 'CLOSED');
    const olle = await here.people.anOfficial();
    for (const id of [closed.framingId, '00000000-0000-4000-8000-000000000000', 'nonsense', closed.framingId.toUpperCase()]) {
      const pen = open(here.url, olle, id);
      await until('denied', () => pen.denials.length > 0);
      expect(pen.denials[0]).toBe('writing/no-room');
      pen.destroy();
    }
    await closed.takesPart(olle);
    const pen = open(here.url, olle, closed.framingId);
    await until('in', pen.saved);
    pen.destroy();
  });
});

describe('[L4] whose standing changes', () => {
  test('[L4] leaving closes the room within a second', async () => {
    const closed = await aRoom(here, 'CLOSED');
    const [olle, rut] = [await here.people.anOfficial(), await here.people.aResearcher()];
    await closed.takesPart(olle, rut);
    const [pen, other] = [open(here.url, olle, closed.framingId), open(here.url, rut, closed.framingId)];
    await until('in', () => pen.saved() && other.saved());
    await olle.asks('mutation ($id: ID!) { leave(allianceId: $id) { id } }', { id: closed.allianceId });
    const left = Date.now();
    await until('shown out', () => pen.closes.length > 0);
    expect(Date.now() - left).toBeLessThan(1_000);
    expect(pen.closes[0]?.reason).toBe('writing/no-room');
    await until('and not let in again', () => pen.denials.length > 0);
    expect(other.closes).toEqual([]);
    pen.destroy();
    other.destroy();
  });
  test('[W2] signing out closes the room within a second', async () => {
    const olle = await here.people.anOfficial();
    await room.takesPart(olle);
    const pen = open(here.url, olle, room.framingId);
    await until('in', pen.saved);
    await olle.asks('mutation { signOut }');
    const out = Date.now();
    await until('shown out', () => pen.closes.length > 0);
    expect(Date.now() - out).toBeLessThan(1_000);
    expect(pen.closes[0]).toMatchObject({ code: 4401, reason: 'session/none' });
    pen.destroy();
  });
});

test('[W2] presence says who one is by the server’s word, not by the browser’s', async () => {
  const olle = await here.people.anOfficial();
  await room.takesPart(olle);
  const [a, b] = [open(here.url, amina, room.framingId), open(here.url, olle, room.framingId)];
  await until('in', () => a.saved() && b.saved());
  a.provider.setAwarenessField('user', { name: 'Kommunens direktör', color: '#aabbcc', more: 'x'.repeat(100) });
  a.provider.setAwarenessField('cursor', { anchor: 1 });
  const seen = () => b.provider.awareness?.getStates().get(a.document.clientID) as Record<string, unknown> | undefined;
  await until('seen', () => seen()?.['cursor'] !== undefined);
  expect(seen()).toEqual({ user: { actorId: amina.id, name: 'Amina', color: '#aabbcc' }, cursor: { anchor: 1 } });
  a.destroy();
  await until('gone', () => seen() === undefined);
  b.destroy();
});
