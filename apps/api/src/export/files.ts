import { Injectable } from '@nestjs/common';
import { dossierOf } from '@samsyn/domain/export/dossierOf';
import type { Language } from '@samsyn/domain/shared/refusals';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { apart } from '../core/apart.js';
import type { Asking } from '../core/asking.js';
import { Refused } from '../core/refusal.js';
import { MediaStore } from '../contribution/media.store.js';
import type { ToSet } from './files.child.js';
import { Gathering, type Gathered } from './gathering.js';
import { htmlOf } from './html.js';
import { markdownOf } from './markdown.js';
import { recordOf, type PictureRecord } from './record.js';
import { Signing } from './signing.js';

/** The kinds of file a framing can be taken along as. */
export const formats = ['docx', 'pdf', 'md', 'html', 'json'] as const;

/** One of them. */
export type Format = (typeof formats)[number];

/** A file on its way out. */
export interface File {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

const types: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** The most a file carries of pictures; what comes after it is named and not shown. */
const mostPictureBytes = 20 * 1024 * 1024;

const bounds = { ms: 30_000, megabytes: 384 };

/** Makes the file somebody asks for, of what they may read. */
@Injectable()
export class Files {
  constructor(
    private readonly gathering: Gathering,
    private readonly signing: Signing,
    private readonly media: MediaStore,
  ) {}

  async of(asking: Asking, framingId: string, format: Format, language: Language): Promise<File> {
    const gathered = await this.gathering.of(asking, framingId, language);
    return { name: gathered.material.framing.fields.NAME, type: types[format], bytes: await this.bytes(gathered, format) };
  }

  private async bytes(gathered: Gathered, format: Format): Promise<Uint8Array | string> {
    const { material } = gathered;
    if (format === 'md') return markdownOf(dossierOf(material), new Map(gathered.pictures.map(({ id }) => [id, `${material.origin}/media/${id}`])));
    const pictures = await this.pictures(gathered);
    if (format === 'json') return JSON.stringify(await this.signing.signed(recordOf(gathered, pictures)), null, 1);
    const dossier = dossierOf(material);
    if (format !== 'html') return typeset({ format, dossier, pictures: pictures.flatMap(({ id, mime, data }) => (data === null ? [] : [{ id, mime, bytes: Buffer.from(data, 'base64') }])) });
    return htmlOf(dossier, new Map(pictures.flatMap(({ id, mime, data }) => (data === null ? [] : [[id, `data:${mime};base64,${data}`]]))));
  }

  private async pictures({ pictures }: Gathered): Promise<PictureRecord[]> {
    let room = mostPictureBytes;
    const taken: PictureRecord[] = [];
    for (const { id, mime, size, description } of pictures) {
      const bytes = size <= room ? await this.media.take(id) : null;
      room -= bytes?.length ?? 0;
      taken.push({ id, mime, description, data: bytes === null ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64') });
    }
    return taken;
  }
}

// Typesetting takes a while and much memory; it never holds up those who write.
async function typeset(toSet: ToSet): Promise<Uint8Array> {
  const said = await apart<Uint8Array>('export/files.child.js', toSet, bounds);
  if (said !== null && isRefusal(said)) throw new Refused(said.refused, said.rule);
  if (said === null || !('answer' in said)) throw new Refused('export/too-much', 'X1');
  return said.answer;
}
