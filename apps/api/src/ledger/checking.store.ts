import { Injectable } from '@nestjs/common';
import type { Mark } from '@samsyn/domain/ledger/checking';
import type { Line } from '@samsyn/domain/ledger/chain';
import { Database } from '../core/database.js';
import { asLine, lineColumns, type LineRow } from './line.row.js';

/** An entry as it stands in the database, with everything that can still be read of it. */
export interface EntryRow {
  readonly number: number;
  readonly hash: string;
  readonly line: Line | null;
  readonly told: { readonly salt: string; readonly content: string } | null;
  /** Only for those who take part [L2]. */
  readonly inside: boolean;
}

/** What was found at the last check of a chain. */
export interface CheckRow {
  readonly number: number;
  readonly hash: string;
  readonly faults: number;
  readonly remarks: number;
  readonly at: string;
}

/** What checks of the ledger read and keep. */
@Injectable()
export class CheckingStore {
  constructor(private readonly db: Database) {}

  /** The next entries of a chain. */
  async entries(chain: string, after: number, first = 2_000): Promise<EntryRow[]> {
    const rows = await this.db.rows<LineRow & { number: number; hash: string; salt: string | null; told: string | null; inside: boolean }>('ledger.entries', entriesSql, [chain, after, first]);
    return rows.map(({ number, hash, salt, told, inside, ...row }) => ({
      number, hash, inside,
      line: row.id === null ? null : asLine(row),
      told: salt === null || told === null ? null : { salt, content: told },
    }));
  }

  /** The last entry of a chain. */
  head(chain: string): Promise<{ number: number; hash: string; at: string | null } | null> {
    return this.db.row('ledger.head', `select s.number, encode(s.hash, 'hex') as hash, l.at from ledger_seal s left join ledger_line l on l.id = s.line_id where s.chain = $1 order by s.number desc limit 1`, [chain]);
  }

  /** Every chain that anything is left of. */
  async chains(): Promise<string[]> {
    const rows = await this.db.rows<{ chain: string }>('ledger.chains', `
      select distinct chain::text from (select chain from ledger_seal union all select ledger_chain(alliance_id) from ledger_line union all select chain from ledger_check) all_of_them order by 1`);
    return rows.map(({ chain }) => chain);
  }

  /** Who stands behind the pseudonyms of a chain; null where nobody does any more. */
  people(chain: string): Promise<{ who: string; actorId: string | null; salt: string | null; isIts: boolean | null; number: number }[]> {
    return this.db.rows('ledger.people', `
      select encode(l.who, 'hex') as who, p.actor_id::text as "actorId", encode(p.salt, 'hex') as salt, p.chain = s.chain as "isIts", min(s.number) as number
        from ledger_seal s join ledger_line l on l.id = s.line_id left join ledger_pseudonym p on p.who = l.who
       where s.chain = $1 and l.who is not null group by 1, 2, 3, 4 order by 5`, [chain]);
  }

  /** Lines of a chain that have no number: those that wait for it, and those that have lost it. */
  async unsealed(chain: string): Promise<{ waiting: number; lost: number }> {
    const row = await this.db.row<{ waiting: number; lost: number }>('ledger.unsealed', `
      select count(u.line_id) as waiting, count(*) - count(u.line_id) as lost from ledger_line l left join ledger_unsealed u on u.line_id = l.id
       where ledger_chain(l.alliance_id) = $1 and not exists (select from ledger_seal s where s.line_id = l.id and s.chain = $1)`, [chain]);
    return row ?? { waiting: 0, lost: 0 };
  }

  /** Where the ledger ended when the installation looked earlier. */
  async marks(chain: string): Promise<Mark[]> {
    return this.db.rows<Mark>('ledger.marks', `select distinct number, encode(hash, 'hex') as hash from ledger_check where chain = $1 and number > 0 order by number`, [chain]);
  }

  last(chain: string): Promise<CheckRow | null> {
    return this.db.row<CheckRow>('ledger.check', `select number, encode(hash, 'hex') as hash, faults, remarks, at from ledger_check where chain = $1 order by id desc limit 1`, [chain]);
  }

  async keep(chain: string, { number, hash, faults, remarks }: Omit<CheckRow, 'at'>): Promise<void> {
    await this.db.rows('ledger.keep', `insert into ledger_check (chain, number, hash, faults, remarks) values ($1, $2, decode($3, 'hex'), $4, $5)`, [chain, number, hash, faults, remarks]);
  }

  /** Chains whose last check is older than a while, and that have grown since or not been looked at for a day. */
  async due(): Promise<string[]> {
    const rows = await this.db.rows<{ chain: string }>('ledger.due', `
      select chain::text from (select chain, max(number) as number from ledger_seal group by chain) head
        left join lateral (select at, number from ledger_check c where c.chain = head.chain order by id desc limit 1) last on true
       where last.at is null or last.at < now() - interval '1 hour' and last.number <> head.number or last.at < now() - interval '1 day' order by last.at nulls first limit 50`);
    return rows.map(({ chain }) => chain);
  }

  /** Where the ledger ended with a hash that begins so. */
  async ending(from: string, to: string): Promise<{ chain: string; number: number; hash: string } | null> {
    return this.db.row('ledger.ending', `select chain::text, number, encode(hash, 'hex') as hash from ledger_seal where hash between decode($1, 'hex') and decode($2, 'hex') limit 1`, [from, to]);
  }

  /** Acts that have a number in their ledger, with the head it has now. */
  placesOf(actIds: readonly string[]): Promise<{ id: string; number: number; head: string }[]> {
    return this.db.rows('ledger.places', `
      select s.line_id::text as id, s.number, encode(head.hash, 'hex') as head from ledger_seal s
        cross join lateral (select hash from ledger_seal last where last.chain = s.chain order by last.number desc limit 1) head
       where s.line_id = any($1::bigint[])`, [actIds]);
  }
}

const entriesSql = `
  select ${lineColumns}, s.number, encode(s.hash, 'hex') as hash, encode(c.salt, 'hex') as salt, c.content as told,
         coalesce(l.subject_kind = 'participation' and exists (
           select from participation p join actor a on a.id = p.actor_id left join alliance o on o.id = case when p.alliance_id = $1 then p.actor_id else p.alliance_id end
            where p.id = l.subject_id and (a.kind = 'PERSON' and p.standing <> 'TAKES_PART' or a.kind = 'ALLIANCE' and o.visibility <> 'OPEN')), false) as inside
    from ledger_seal s left join ledger_line l on l.id = s.line_id left join ledger_content c on c.line_id = l.id
   where s.chain = $1 and s.number > $2 order by s.number limit $3`;
