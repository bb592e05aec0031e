import { may, whyNot } from '@samsyn/domain/rights/rights';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { asName } from '@samsyn/domain/shared/text';
import type { TextNode } from '@samsyn/domain/export/textNode';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { one } from '../contribution/address.js';
import { readBody } from '../contribution/body.js';
import type { ImportStore } from '../contribution/import.store.js';
import { checkMedia } from '../contribution/media.check.js';
import type { MediaRows } from '../contribution/media.rows.store.js';
import type { MediaStore } from '../contribution/media.store.js';
import type { Asking } from '../core/asking.js';
import type { Tx, Writer } from '../core/change.js';
import type { Database } from '../core/database.js';
import { must, Refused } from '../core/refusal.js';
import { sha256 } from '../core/secrets.js';
import { isId, placeIn } from '../core/standing.js';
import type { BringingStore, Brought } from './bringing.store.js';
import { textOf } from './fileText.js';
import type { FoundPicture } from './converted.js';
import { formatOf, readFile } from './readFile.js';
import type { Records } from './records.js';

/** What the door for texts stands on. */
export interface BringingDoors {
  readonly asks: (request: FastifyRequest, reply: FastifyReply) => Promise<Asking>;
  readonly bringings: BringingStore;
  readonly records: Records;
  readonly imports: ImportStore;
  readonly rows: MediaRows;
  readonly media: MediaStore;
  readonly writer: Writer;
  readonly database: Database;
}

/** POST /bring?alliance=ID[&name=NAME] with a Word, Markdown, HTML or JSON file as body: a text to look at before it comes in. */
export function bringingDoor(server: FastifyInstance, doors: BringingDoors): void {
  server.post<{ Querystring: { alliance?: string; name?: string } }>('/bring', async (request, reply) => {
    const asking = await doors.asks(request, reply);
    const allianceId = (request.query.alliance ?? '').toLowerCase();
    await mayBring(doors, asking, allianceId);
    const bytes = await readBody(request, limits.bringMegabytes * 1024 * 1024, () => new Refused('bring/too-large', 'X4', { max: limits.bringMegabytes }));
    const name = asName((one(request.query.name) ?? '').slice(-limits.name), limits.name);
    const fileName = isRefusal(name) ? 'text' : name;
    const { brought, pictures } = await readIn(doors, bytes, fileName, allianceId);
    const checked = await checkedPictures(pictures);
    const id = await doors.writer.change(asking, {
      verb: 'alliance.import',
      load: async (tx) => {
        const visibility = await doors.imports.visibilityOf(tx, allianceId, null);
        return visibility && { allianceId, thing: { visibility } };
      },
      save: async (tx, _loaded, _decided, at) => {
        const kept = await keepPictures(doors, tx, at, { allianceId, uploadedById: asking.actorId }, checked);
        const content = brought.content === null ? null : withPictures(brought.content, kept);
        const lost = brought.content === null ? 0 : picturesIn(brought.content).filter((media) => !kept.has(media)).length;
        const differences = lost === 0 ? brought.differences : [...brought.differences, { sort: 'PICTURE' as const, count: lost, words: [] }];
        return doors.bringings.add(tx, at, { allianceId, broughtById: asking.actorId }, { ...brought, fileName, content, differences });
      },
      // Nothing has come in yet.
      note: () => [],
    });
    return reply.code(201).header('cache-control', 'no-store').send({ id });
  });
}

async function mayBring(doors: BringingDoors, asking: Asking, allianceId: string): Promise<void> {
  if (asking.actorId === null) throw new Refused('session/none', 'C1');
  const place = isId(allianceId) ? await placeIn(doors.database, asking, allianceId) : null;
  if (place === null || !may('alliance.read', place.standing, place.thing)) throw new Refused('not-found', 'R3');
  const code = whyNot('alliance.import', place.standing, place.thing);
  if (code !== null) throw new Refused(code, 'C1');
}

async function readIn(doors: BringingDoors, bytes: Uint8Array, fileName: string, allianceId: string): Promise<{ brought: Omit<Brought, 'fileName'>; pictures: readonly FoundPicture[] }> {
  const format = must(await formatOf(bytes, fileName));
  if (format === 'RECORD') return must(await doors.records.read(textOf(bytes), allianceId));
  const { pictures, ...file } = must(await readFile(format, bytes));
  return { brought: { ...file, signed: false, origin: null, fields: {}, sources: [] }, pictures };
}

type CheckedPicture = { readonly key: string; readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> };

// What calls itself a picture and is none stays outside, and the text comes in without it [C8].
async function checkedPictures(pictures: readonly FoundPicture[]): Promise<CheckedPicture[]> {
  const checked = await Promise.all(
    pictures.map(async ({ key, bytes: found }) => {
      const bytes = new Uint8Array(found);
      const answer = await checkMedia(bytes, null);
      return isRefusal(answer) || answer.kind !== 'PICTURE' ? [] : [{ key, mime: answer.mime, bytes }];
    }),
  );
  return checked.flat();
}

async function keepPictures(doors: BringingDoors, tx: Tx, at: string, whose: { allianceId: string; uploadedById: string | null }, pictures: readonly CheckedPicture[]): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (const { key, mime, bytes } of pictures) {
    const id = await doors.rows.add(tx, at, { ...whose, framingId: null, kind: 'PICTURE', mime, size: bytes.length, sha256: sha256(bytes), description: '', durationMs: null });
    await doors.media.put(tx, id, bytes);
    kept.set(key, id);
  }
  return kept;
}

function picturesIn(node: TextNode): string[] {
  return node.type === 'picture' ? [String(node.attrs?.['media'])] : (node.content ?? []).flatMap(picturesIn);
}

function withPictures(node: TextNode, kept: ReadonlyMap<string, string>): TextNode {
  if (node.content === undefined) return node;
  const content = node.content.flatMap((child): TextNode[] => {
    if (child.type !== 'picture') return [withPictures(child, kept)];
    const media = kept.get(String(child.attrs?.['media']));
    return media === undefined ? [] : [{ ...child, attrs: { ...child.attrs, media } }];
  });
  const isBlock = node.type === 'list_item' || node.type === 'table_cell';
  return { ...node, content: content.length === 0 && isBlock ? [{ type: 'paragraph' }] : content };
}
