import { createHash, randomBytes } from 'node:crypto';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import pg from 'pg';
import WebSocket from 'ws';
import * as Y from 'yjs';

/** A framing and so many people who write in it, each with a session. */
export async function aFramingWith(databaseUrl, people) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const one = async (sql, values = []) => (await client.query(sql, values)).rows[0].id;
    const allianceId = await one(`insert into actor (kind, name) values ('ALLIANCE', 'Trapphuset') returning id`);
    await client.query(`insert into alliance (id) values ($1)`, [allianceId]);
    const problemId = await one(`insert into problem (alliance_id, sentence) values ($1, 'Det är kallt') returning id`, [allianceId]);
    const framingId = await one(`insert into framing (alliance_id, problem_id, name) values ($1, $2, 'Kyla') returning id`, [allianceId, problemId]);
    const cookies = [];
    for (let at = 0; at < people; at += 1) {
      const actorId = await one(`insert into actor (kind, name) values ('PERSON', $1) returning id`, [`Boende ${at}`]);
      await client.query(`insert into participation (alliance_id, actor_id, standing) values ($1, $2, 'TAKES_PART')`, [allianceId, actorId]);
      const token = randomBytes(32).toString('base64url');
      await client.query(`insert into session (token_hash, actor_id, expires_at) values ($1, $2, now() + interval '1 day')`, [createHash('sha256').update(token).digest(), actorId]);
      cookies.push(`sid=${token}`);
    }
    return { framingId, cookies };
  } finally {
    await client.end();
  }
}

/** One of them, with the text open in a stock provider. */
export function aWriter(url, framingId, cookie) {
  const document = new Y.Doc();
  class WithCookie extends WebSocket {
    constructor(address) {
      super(address, { headers: { cookie } });
      this.on('error', () => undefined);
    }
  }
  const socket = new HocuspocusProviderWebsocket({ url: `${url.replace('http', 'ws')}/collab`, WebSocketPolyfill: WithCookie, delay: 100, minDelay: 50, factor: 1, jitter: false });
  const provider = new HocuspocusProvider({ name: framingId, document, websocketProvider: socket, token: () => JSON.stringify({ clientId: document.clientID }) });
  provider.attach();
  let text = null;
  let written = 0;
  return {
    document,
    isReady: () => provider.isSynced && provider.unsyncedChanges === 0,
    begin() {
      const block = new Y.XmlElement('paragraph');
      text = new Y.XmlText();
      block.insert(0, [text]);
      document.getXmlFragment('text').push([block]);
    },
    write(words) {
      written += 1;
      text.insert(text.length, words);
    },
    /** How many writings have been acknowledged; acknowledgements come in order. */
    acknowledged: () => Math.max(0, written - provider.unsyncedChanges),
    words: () => document.getXmlFragment('text').toString(),
    leave() {
      provider.destroy();
      socket.destroy();
    },
  };
}

/** Waits until something holds. */
export async function until(what, holds, ms = 30_000) {
  for (const end = Date.now() + ms; !(await holds()); ) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
