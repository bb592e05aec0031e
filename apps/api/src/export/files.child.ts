import type { Dossier } from '@samsyn/domain/export/dossier';
import { works } from '../core/apart.child.js';
import type { Picture } from './picture.js';

/** What is asked of the process that sets files. */
export interface ToSet {
  readonly format: 'docx' | 'pdf';
  readonly dossier: Dossier;
  readonly pictures: readonly Picture[];
}

works(async ({ format, dossier, pictures }: ToSet): Promise<Uint8Array> => {
  // Each is large and only one is needed.
  if (format === 'docx') return (await import('./word.js')).wordOf(dossier, pictures);
  return (await import('./pdf.js')).pdfOf(dossier, pictures);
});
