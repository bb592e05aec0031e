import { Injectable } from '@nestjs/common';
import { inLedger, type Tx } from '../core/change.js';

/** What was erased: how many entries tell nothing any more, and in how many ledgers somebody has no name any more. */
export interface Erased {
  readonly contents: number;
  readonly pseudonyms: number;
}

/** Takes words and persons out of the ledger. The chain stays whole, and each ledger says what was erased in it [J4]. */
@Injectable()
export class LedgerErasingStore {
  /** Entries that tell of somebody: what they did, what is about them or one of these things, and what names them by one of these names. */
  async about(tx: Tx, actorId: string, { subjectIds = [], names = [] }: { subjectIds?: readonly string[]; names?: readonly string[] } = {}): Promise<string[]> {
    const told = names.filter((name) => name !== '').map((name) => JSON.stringify(name));
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select l.id::text from ledger_line l join ledger_pseudonym p on p.who = l.who where p.actor_id = ${actorId}::uuid
      union select l.id::text from ledger_line l where l.subject_id = ${actorId}::uuid or l.subject_id = any(${[...subjectIds]}::uuid[])
      union select c.line_id::text from ledger_content c where exists (select from unnest(${told}::text[]) name where position(name in c.content) > 0)`;
    return rows.map(({ id }) => id);
  }

  /** Erases what these entries tell. */
  async contents(tx: Tx, lineIds: readonly string[], at: string): Promise<number> {
    const gone = await tx.$queryRaw<{ id: string; allianceId: string | null }[]>`
      delete from ledger_content c using ledger_line l
       where c.line_id = any(${[...lineIds]}::bigint[]) and l.id = c.line_id and l.verb <> 'ledger.erase'
      returning c.line_id::text as id, l.alliance_id as "allianceId"`;
    await this.tell(tx, gone.map(({ id, allianceId }) => ({ allianceId, entries: [id], pseudonyms: [] })), at);
    return gone.length;
  }

  /** Erases who is behind somebody's pseudonyms, in all ledgers. What they did afterwards would be done by somebody new. */
  async person(tx: Tx, actorId: string, at: string): Promise<number> {
    const gone = await tx.$queryRaw<{ who: string; allianceId: string | null }[]>`
      delete from ledger_pseudonym where actor_id = ${actorId}::uuid
      returning encode(who, 'hex') as who, nullif(chain, ledger_chain(null)) as "allianceId"`;
    await this.tell(tx, gone.map(({ who, allianceId }) => ({ allianceId, entries: [], pseudonyms: [who] })), at);
    return gone.length;
  }

  /** Everything the ledger holds of somebody: what their entries tell, what tells of them, and who they were. */
  async everythingOf(tx: Tx, actorId: string, at: string, more: { subjectIds?: readonly string[]; names?: readonly string[] } = {}): Promise<Erased> {
    const contents = await this.contents(tx, await this.about(tx, actorId, more), at);
    return { contents, pseudonyms: await this.person(tx, actorId, at) };
  }

  // By nobody: whose wish it was would be a name again.
  private async tell(tx: Tx, gone: readonly { allianceId: string | null; entries: readonly string[]; pseudonyms: readonly string[] }[], at: string): Promise<void> {
    const alliances = [...new Set(gone.map(({ allianceId }) => allianceId))];
    await inLedger(tx, alliances.map((allianceId) => {
      const own = gone.filter((one) => one.allianceId === allianceId);
      const detail = { entries: own.flatMap(({ entries }) => entries), pseudonyms: own.flatMap(({ pseudonyms }) => pseudonyms) };
      return { verb: 'ledger.erase', allianceId, actorId: null, capacity: null, subjectKind: 'ledger', subjectId: allianceId ?? '00000000-0000-0000-0000-000000000000', detail };
    }), at);
  }
}
