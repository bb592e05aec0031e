import { createHash } from 'node:crypto';
import { canonical } from '@samsyn/domain/versions/canonical';
import { plainOf, storable, type Node } from '../writing/render.js';
import type { Shown } from './sides.js';
import type { Frozen } from './version.row.js';
import type { NewVersion } from './version.store.js';

/** A state of a text as a version keeps it: one JSON text, and the digest of that text [V2]. */
export function frozenAs(label: string, automatic: boolean, shown: Shown & { readonly content: Node }): NewVersion {
  const holds: Frozen = { content: shown.content, plain: plainOf(shown.content), fields: shown.fields, contributions: shown.contributions };
  const frozen = canonical(storable(holds));
  return { label, automatic, position: shown.position, textAt: shown.at, frozen, sha256: createHash('sha256').update(frozen, 'utf8').digest() };
}
