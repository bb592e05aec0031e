import { Injectable } from '@nestjs/common';
import type { HidingSubject } from '@samsyn/domain/shared/enums';
import type { Asking } from '../core/asking.js';
import { Database } from '../core/database.js';
import { grouped } from '../core/gather.js';
import type { MediaRow } from '../contribution/contribution.row.js';
import type { Words } from './hidden.words.store.js';
import { hidingColumns, type HidingRow } from './hiding.row.js';

/** Where to go on in a list. */
export interface After {
  readonly at: string;
  readonly id: string;
}

/** Reading what is hidden, and by whom. */
@Injectable()
export class HidingReadStore {
  constructor(private readonly database: Database) {}

  /** Every hiding of a thing, oldest first; gathered over the page. */
  async of(asking: Asking, subject: HidingSubject, id: string, framingId: string | null = null): Promise<HidingRow[]> {
    const rows = await asking.gather.many(`hiding.of ${subject}`, id, async (ids: string[]) =>
      grouped(
        await this.database.rows<HidingRow>('hiding.of', `select ${hidingColumns} from hiding h where h.subject = $2::"HidingSubject" and h.subject_id = any($1::uuid[]) order by h.hidden_at, h.id`, [ids, subject]),
        (row) => row.subjectId,
      ),
    );
    return framingId === null ? rows : rows.filter((row) => row.framingId === framingId);
  }

  /** A hiding by id, or null. */
  one(id: string): Promise<HidingRow | null> {
    return this.database.row<HidingRow>('hiding.one', `select ${hidingColumns} from hiding h where h.id = $1::uuid`, [id]);
  }

  /** What was hidden in an alliance, latest first, so many and one more. */
  ofAlliance(allianceId: string, first: number, after: After | null): Promise<HidingRow[]> {
    return this.database.rows<HidingRow>(
      'hiding.ofAlliance',
      `select ${hidingColumns} from hiding h where h.alliance_id = $1::uuid
         and ($2::timestamptz is null or h.hidden_at < $2 or (h.hidden_at = $2 and h.id > $3::uuid)) order by h.hidden_at desc, h.id limit $4`,
      [allianceId, after?.at ?? null, after?.id ?? null, first + 1],
    );
  }

  /** The hidden words. Who may read them has been asked before, and is asked once more here: nobody reads what is put aside [H3]. */
  async words(id: string): Promise<Words | null> {
    const row = await this.database.row<{ words: Words }>('hiding.words', `select w.words from hidden_words w join hiding h on h.id = w.hiding_id where w.hiding_id = $1::uuid and h.state in ('HIDDEN', 'ASKED')`, [id]);
    return row?.words ?? null;
  }

  /** The pictures and recordings of a hidden contribution. */
  media(contributionId: string): Promise<MediaRow[]> {
    return this.database.rows<MediaRow>(
      'hiding.media',
      `select id, contribution_id as "contributionId", kind, mime, size, description, duration_ms as "durationMs" from media where contribution_id = $1::uuid order by created_at, id`,
      [contributionId],
    );
  }
}
