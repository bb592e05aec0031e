import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { directionOf, scriptLanguageOf } from '@samsyn/domain/export/direction';
import type { Dossier } from '@samsyn/domain/export/dossier';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { plainWords } from './plainWords.js';
import type { Picture } from './picture.js';

const fonts = [
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
  '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
];

// A folder that is not there: nothing of the machine can be read by a path.
const nowhere = '/nowhere';

const extensions: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' };

/**
 * A framing as a tagged PDF. What people wrote reaches the typesetter as data, never as its own markup, and the
 * typesetter reads nothing but the letters and pictures it is handed.
 */
export function pdfOf(dossier: Dossier, pictures: readonly Picture[]): Uint8Array {
  const template = readFileSync(join(import.meta.dirname, 'pdf.typ'), 'utf8');
  // A letter that no font has, or a picture that cannot be drawn, takes neither the whole file nor its tags with it.
  for (const [standard, shown] of [[PdfStandard.UA_1, pictures], [PdfStandard.UA_1, []], [PdfStandard.V_1_7, []]] as const) {
    try {
      return typeset(template, dossier, shown, standard);
    } catch {
      // Tried with less.
    }
  }
  throw new Error('not typeset');
}

function typeset(template: string, dossier: Dossier, pictures: readonly Picture[], pdfStandard: PdfStandard): Uint8Array {
  const find = createRequire(import.meta.url);
  const compiler = NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(find.resolve(font))) }] });
  const paths = new Map<string, string>();
  for (const { id, mime, bytes } of pictures) {
    const path = `/${id}.${extensions[mime] ?? 'png'}`;
    compiler.mapShadow(`${nowhere}${path}`, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    paths.set(id, path);
  }
  const data = JSON.stringify(marked(dossier, paths));
  return compiler.pdf({ mainFileContent: template, inputs: { data } }, { pdfStandard, pdfTags: true, creationTimestamp: Math.floor(new Date(dossier.made).getTime() / 1000) });
}

/** The tree as the template wants it: lines say which way they run and in which language, pictures where they lie. */
function marked(dossier: Dossier, paths: ReadonlyMap<string, string>): unknown {
  const walk = (value: unknown): unknown => {
    if (isLine(value)) return { pieces: value, ...running(plainWords(value)) };
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const walked = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, walk(held)]));
    return (value as { kind?: unknown }).kind === 'picture' ? { ...walked, path: paths.get(String((value as { media?: unknown }).media)) ?? null } : walked;
  };
  return { ...(walk(dossier) as object), title: { text: dossier.title, ...running(dossier.title) } };
}

type Pieces = Parameters<typeof plainWords>[0];

function isLine(value: unknown): value is Pieces {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null && 'kind' in one && ['words', 'break', 'note', 'whose', 'source'].includes(String(one.kind)));
}

function running(text: string): { dir: 'ltr' | 'rtl'; lang: string | null } {
  return { dir: directionOf(text), lang: scriptLanguageOf(text) };
}
