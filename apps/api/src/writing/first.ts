import type { Fields } from '@samsyn/domain/framing/framing';
import type { FramingField } from '@samsyn/domain/shared/enums';
import { fieldTexts } from '@samsyn/domain/writing/textShape';
import * as Y from 'yjs';
import { openRoots } from './place.js';

/** The first update of a framing's text: its name and bounds, under a client of the server. */
export function firstUpdate(fields: Fields): { update: Uint8Array; clientId: number } {
  const document = new Y.Doc();
  try {
    openRoots(document);
    document.transact(() => {
      for (const [field, name] of Object.entries(fieldTexts)) {
        const text = fields[field as FramingField];
        if (text !== '') document.getText(name).insert(0, text);
      }
    });
    return { update: Y.encodeStateAsUpdate(document), clientId: document.clientID };
  } finally {
    document.destroy();
  }
}

/** Name and bounds as they are being written. */
export function fieldsIn(document: Y.Doc): Fields {
  return Object.fromEntries(Object.entries(fieldTexts).map(([field, name]) => [field, document.getText(name).toString()])) as Fields;
}
