import { Injectable } from '@nestjs/common';
import { broughtLines } from '@samsyn/domain/bringing/broughtLines';
import { soundText } from '@samsyn/domain/bringing/soundText';
import { asStated, withAuthors } from '@samsyn/domain/bringing/whoseWords';
import { markIds, type TextNode } from '@samsyn/domain/export/textNode';
import { sourceFrom } from '@samsyn/domain/framing/source';
import { framingFields } from '@samsyn/domain/shared/enums';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal, refuse, type Refusal } from '@samsyn/domain/shared/refusal';
import { recordFormat, recordVersion } from '../export/record.js';
import { Signing } from '../export/signing.js';
import { isId } from '../core/standing.js';
import { BringingStore, type Brought, type BroughtSource } from './bringing.store.js';
import type { FoundPicture } from './converted.js';

type Json = Readonly<Record<string, unknown>>;

/** A framing as JSON, read: what comes in, and the pictures that lay in it. */
export interface ReadRecord {
  readonly brought: Omit<Brought, 'fileName'>;
  readonly pictures: readonly FoundPicture[];
}

/** Reads framings that were taken along as JSON [X3]. */
@Injectable()
export class Records {
  constructor(
    private readonly signing: Signing,
    private readonly store: BringingStore,
  ) {}

  /** What we signed comes back as it was; of anything else the authors are as the file states them. */
  async read(text: string, allianceId: string): Promise<ReadRecord | Refusal> {
    try {
      const json: unknown = JSON.parse(text);
      if (!isRecord(json) || json['format'] !== recordFormat || json['version'] !== recordVersion) return refuse('bring/kind', { rule: 'X4' });
      return await this.from(json, await this.signing.isOurs(json), allianceId);
    } catch (error) {
      // Not JSON, or nested deeper than anything can be read.
      if (error instanceof SyntaxError || error instanceof RangeError) return refuse('bring/broken', { rule: 'X4' });
      throw error;
    }
  }

  private async from(json: Json, signed: boolean, allianceId: string): Promise<ReadRecord | Refusal> {
    const sound = soundText(json['content']);
    if (isRefusal(sound)) return sound;
    if (broughtLines(sound).length === 0) return refuse('bring/empty', { rule: 'X4' });
    const text = signed ? sound : withAuthors(sound, asStated(namesIn(json['people'])));
    const pointed = [...new Set(idsIn(text))];
    const here = signed ? await this.store.standing(allianceId, pointed) : new Set<string>();
    const origin = textOf(json['origin'], 300);
    const quoted = pointed.filter((id) => !here.has(id)).flatMap((id) => quotedFrom(json, id, origin));
    const sources = [...listOf(json['sources']).flatMap(sourceIn), ...quoted].slice(0, 400);
    const { title, fields } = fieldsIn(json['framing']);
    const brought = { format: 'RECORD' as const, title, author: '', signed, origin: origin === '' ? null : origin, fields, content: citing(text, here, new Set(quoted.map(({ key }) => key))), sources, elsewhere: 0, differences: [] };
    return { brought, pictures: listOf(json['pictures']).flatMap(pictureIn).slice(0, limits.bringPictures) };
  }
}

/** The name under which a contribution of elsewhere stands in the list of sources. */
function quotedKey(id: string): string {
  return `quoted-${id}`;
}

/**
 * Contributions that stand here stay pointed at. One of elsewhere is cited as a source, with its id and where it is:
 * never attached to anything here.
 */
function citing(node: TextNode, here: ReadonlySet<string>, quoted: ReadonlySet<string>): TextNode {
  const content: TextNode[] = [];
  const children = node.content ?? [];
  children.forEach((child, at) => {
    const ids = markIds(child, 'contribution').filter((id) => !here.has(id));
    const marks = child.marks?.filter((mark) => mark.type !== 'contribution' || !ids.includes(String(mark.attrs?.['id'])));
    const { marks: _all, ...rest } = citing(child, here, quoted);
    content.push(marks === undefined || marks.length === 0 ? rest : { ...rest, marks });
    const following = children[at + 1];
    const ended = ids.filter((id) => (following === undefined || !markIds(following, 'contribution').includes(id)) && quoted.has(quotedKey(id)));
    if (node.type === 'paragraph') content.push(...ended.map((id) => ({ type: 'citation', attrs: { source: quotedKey(id) } })));
  });
  return node.content === undefined ? node : { ...node, content };
}

function quotedFrom(json: Json, id: string, origin: string): BroughtSource[] {
  const found = listOf(json['contributions']).find((one) => one['id'] === id);
  const names = namesIn(json['people']);
  const authors = listOf(found?.['authors']).map((author) => names.get(textOf(author['actorId'], 40)) ?? textOf(found?.['statedAuthor'], limits.name)).filter((name) => name !== '');
  const said = textOf(found?.['text'], 160);
  const source = sourceFrom({ title: said === '' ? id : said, authors: authors.join(', ').slice(0, limits.sentence), url: /^https?:\/\//.test(origin) ? `${origin}/c/${id}` : null, note: id });
  return isRefusal(source) ? [] : [{ key: quotedKey(id), ...source }];
}

function sourceIn(json: Json): BroughtSource[] {
  const year = json['year'];
  const source = sourceFrom({
    title: textOf(json['title'], limits.sentence), authors: textOf(json['authors'], limits.sentence), year: typeof year === 'number' ? year : null,
    doi: textOf(json['doi'], 250) || null, url: textOf(json['url'], 1_000) || null, note: textOf(json['note'], limits.source),
  });
  const key = textOf(json['id'], 40);
  return isRefusal(source) || key === '' ? [] : [{ key, ...source }];
}

function pictureIn(json: Json): FoundPicture[] {
  const { id, data } = json;
  return typeof id === 'string' && typeof data === 'string' ? [{ key: id, bytes: new Uint8Array(Buffer.from(data, 'base64')) }] : [];
}

function fieldsIn(framing: unknown): { title: string; fields: Brought['fields'] } {
  const given = isRecord(framing) && isRecord(framing['fields']) ? framing['fields'] : {};
  const fields = Object.fromEntries(framingFields.filter((field) => field !== 'NAME').map((field) => [field, textOf(given[field], limits.bound)]));
  return { title: textOf(given['NAME'], limits.sentence), fields };
}

function namesIn(people: unknown): Map<string, string> {
  return new Map(isRecord(people) ? Object.entries(people).flatMap(([id, person]) => (isRecord(person) && typeof person['name'] === 'string' ? [[id, person['name']] as const] : [])) : []);
}

function idsIn(node: TextNode): string[] {
  return [...markIds(node, 'contribution'), ...(node.content ?? []).flatMap(idsIn)].filter(isId);
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textOf(value: unknown, most: number): string {
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, most).toWellFormed() : '';
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
