import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { Database } from './database.js';
import { actingAs, runtimeRole } from './role.js';
import { Settings } from './settings.js';

/** What is said between processes that share a database. */
export type Topic = 'ledger' | 'text' | 'presence' | 'who';

const sayHereMs = 2_000;
/** So long without a word, and a process counts as gone. */
const goneMs = 7_000;
/** PostgreSQL takes less than 8,000 bytes. */
const mostBytes = 7_800;

/**
 * What one process of an installation tells the others, by LISTEN and NOTIFY. It wakes up and carries
 * nothing that must not be lost: whoever listens reads what is true from the database, also after
 * `onBack` and now and then by the clock. While there is no other process, nothing is said but "here".
 */
@Injectable()
export class Channel implements OnModuleInit, OnModuleDestroy {
  readonly node = randomUUID().slice(0, 8);
  private readonly hearers = new Map<string, ((key: string, body: string, node: string) => void)[]>();
  private readonly backs: (() => void)[] = [];
  private readonly mets: (() => void)[] = [];
  private readonly gones: ((node: string) => void)[] = [];
  private readonly others = new Map<string, number>();
  private readonly unsaid = new Map<string, string>();
  private saying: Promise<void> | null = null;
  private client: pg.Client | null = null;
  private heardMyself = 0;
  private pause = 100;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private breakOff: () => void = () => undefined;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    void this.listen();
    this.timer = setInterval(() => this.look(), sayHereMs);
    this.timer.unref();
  }

  /** Hears what other processes say; what this one says it does not hear. */
  on(topic: Topic, hear: (key: string, body: string, node: string) => void): void {
    this.hearers.set(topic, [...(this.hearers.get(topic) ?? []), hear]);
  }

  /** Called when it listens again after a break: something may have been missed. */
  onBack(back: () => void): void {
    this.backs.push(back);
  }

  /** Called when another process is heard for the first time. */
  onMet(met: () => void): void {
    this.mets.push(met);
  }

  /** Called when another process has gone, in order or not. */
  onGone(gone: (node: string) => void): void {
    this.gones.push(gone);
  }

  /** Is there another process? */
  get isShared(): boolean {
    return this.others.size > 0;
  }

  /** Tells the other processes. What has the same topic and key and has not been said yet is replaced; what is too long is not said. */
  tell(topic: Topic, key: string, body = ''): boolean {
    if (!this.isShared) return true;
    return this.say(topic, key, body);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.timer);
    // On its own line: the pool may be closing beside it.
    await this.client?.query('select pg_notify($1, $2)', ['samsyn', `${this.node} gone  `]).catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  private say(topic: Topic | 'here', key: string, body: string): boolean {
    const start = `${this.node} ${topic} ${key}`;
    if (Buffer.byteLength(start) + Buffer.byteLength(body) > mostBytes) return false;
    this.unsaid.set(start, body);
    this.saying ??= this.flush();
    return true;
  }

  // A statement of its own, after whatever it tells of is committed: NOTIFY takes a lock for all until the commit.
  private async flush(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (this.unsaid.size > 0 && !this.closed) {
      const payloads = [...this.unsaid].map(([start, body]) => `${start} ${body}`);
      this.unsaid.clear();
      // Whoever does not hear it finds it in the database a little later.
      await this.database.rows('channel.say', `select pg_notify('samsyn', said) from unnest($1::text[]) as said`, [payloads]).catch(() => undefined);
    }
    this.saying = null;
  }

  private async listen(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({ connectionString: this.settings.databaseUrl, keepAlive: true, options: actingAs(runtimeRole) });
    client.on('notification', ({ payload = '' }) => this.hear(payload));
    let over = false;
    const again = (): void => {
      if (over) return;
      over = true;
      if (this.client === client) this.client = null;
      client.end().catch(() => undefined);
      setTimeout(() => void this.listen(), this.pause).unref();
      this.pause = Math.min(this.pause * 2, 2_000);
    };
    client.on('error', again);
    client.on('end', again);
    try {
      await client.connect();
      await client.query('listen samsyn');
    } catch {
      return again();
    }
    if (this.closed) return void client.end().catch(() => undefined);
    this.client = client;
    this.breakOff = again;
    this.pause = 100;
    this.heardMyself = performance.now();
    this.say('here', '', '');
    for (const back of this.backs) back();
  }

  private hear(payload: string): void {
    const [node = '', topic = '', key = ''] = payload.split(' ', 3);
    if (node === this.node) {
      this.heardMyself = performance.now();
      return;
    }
    if (topic === 'gone') return this.leave(node);
    const isNew = !this.others.has(node);
    this.others.set(node, performance.now());
    if (isNew) {
      // So that it need not wait for the clock to know that it is not alone.
      this.say('here', '', '');
      for (const met of this.mets) met();
    }
    const body = payload.slice(node.length + topic.length + key.length + 3);
    for (const hear of this.hearers.get(topic) ?? []) hear(key, body, node);
  }

  private look(): void {
    const now = performance.now();
    for (const [node, at] of this.others) if (now - at > goneMs) this.leave(node);
    // A line that is dead at the other end says nothing; one's own voice is missed then.
    if (this.client !== null && now - this.heardMyself > goneMs) this.breakOff();
    this.say('here', '', '');
  }

  private leave(node: string): void {
    if (this.others.delete(node)) for (const gone of this.gones) gone(node);
  }
}
