import type { PersonalColumn } from './personal.column.js';

const none = (says: string): PersonalColumn => ({ holds: 'NONE', says });

/** The columns of the ledger, for personalColumns. LedgerErasingStore erases what can be erased. */
export const ledgerColumns: Readonly<Record<string, PersonalColumn>> = {
  'ledger_line.verb': none('an act'),
  'ledger_line.subject_kind': none('what an act was about'),
  'ledger_line.who': none('a digest that says nothing once its pseudonym is erased'),
  'ledger_line.content_digest': none('a digest'),
  'ledger_content.content': { holds: 'OTHERS_WORDS', says: 'what the ledger tells of an act; erased by LedgerErasingStore.contents' },
  'ledger_content.salt': none('chance'),
  'ledger_pseudonym.who': none('a digest; the row says whose it is, and is erased by LedgerErasingStore.person'),
  'ledger_pseudonym.salt': none('chance'),
  'ledger_seal.hash': none('a digest'),
  'ledger_check.hash': none('a digest'),
  'ledger_entry.verb': none('a view of ledger_line'),
  'ledger_entry.subject_kind': none('a view of ledger_line'),
  'ledger_entry.detail': { holds: 'OTHERS_WORDS', whose: 'actor_id', says: 'a view of ledger_content' },
};
