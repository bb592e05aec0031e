import { collabColumns } from './personal.texts.js';

/**
 * What a column of letters or bytes may hold of a person:
 * - `OWN_NAME`: what somebody is called, or an address of theirs, put there by the system or by whoever knows it;
 * - `OWN_WORDS`: what one person wrote, whose it is says `whose`;
 * - `OTHERS_WORDS`: what several wrote or what somebody wrote of others: a name in it is a mention;
 * - `NONE`: codes, digests, settings; never words of a person.
 */
export type Holds = 'OWN_NAME' | 'OWN_WORDS' | 'OTHERS_WORDS' | 'NONE';

/** What stands in one column, and by which column of the same row, or along which way, one finds whose it is. */
export interface PersonalColumn {
  readonly holds: Holds;
  /** The column of the same row with the person's id, or the way to it as `column > table.column`; missing where no person is named by id. */
  readonly whose?: string;
  readonly says: string;
}

const name = (says: string, whose?: string): PersonalColumn => ({ holds: 'OWN_NAME', says, ...(whose === undefined ? {} : { whose }) });
const own = (whose: string, says: string): PersonalColumn => ({ holds: 'OWN_WORDS', whose, says });
const others = (says: string, whose?: string): PersonalColumn => ({ holds: 'OTHERS_WORDS', says, ...(whose === undefined ? {} : { whose }) });
const none = (says: string): PersonalColumn => ({ holds: 'NONE', says });

/** Every column of the database that can hold letters or bytes. A test holds it against the database: a new column must be sorted here. */
export const personalColumns: Readonly<Record<string, PersonalColumn>> = {
  'actor.name': name('what an actor is called; of a protected person only a mark', 'id'),
  'actor.language': none('sv or en'),
  'address.email': name('the address of a person', 'actor_id'),
  'organisation_name.name': others('earlier names of organisations', 'changed_by_id'),
  'alliance.purpose': others('what an alliance is for, written by any of those who take part'),
  'alliance.ground_rules': others('as the purpose'),
  'participation.knows': own('actor_id', 'what one knows something about'),
  'participation.reason': own('actor_id', 'why one asks to join, or one’s answer to an invitation'),
  'representation.mandate': own('person_id', 'the mandate in the words of the one who has it; somebody else may have written it'),
  'coordinating.reason': own('passed_by_id', 'why the coordinating was passed on'),
  'invitation.code': none('a code to join'),
  'invitation.email': name('the address of somebody who was invited and may be no person here yet'),
  'invitation.language': none('sv or en'),
  'problem.sentence': own('named_by_id', 'a problem in one sentence'),
  'framing.name': others('written together'),
  'framing.belongs': others('written together'),
  'framing.outside': others('written together'),
  'framing.for_whom': others('written together'),
  'framing.unknown': others('written together'),
  'framing.norms': others('written together'),
  'source.title': others('of a publication', 'added_by_id'),
  'source.authors': others('of a publication', 'added_by_id'),
  'source.doi': none('of a publication'),
  'source.url': none('of a publication'),
  'source.note': own('added_by_id', 'what is said of a source'),
  'reframing.before': others('a name or bound as it read, written together', 'actor_id'),
  'reframing.after': others('a name or bound as it came to read', 'actor_id'),
  'reframing.reason': own('actor_id', 'why it was named or bounded anew'),
  'suggestion.reason': own('actor_id', 'why it is suggested'),
  'suggestion.before': others('words of the text that would go'),
  'suggestion.after': own('actor_id', 'words that would come'),
  'suggestion.answer': own('settled_by_id', 'why it was declined'),
  'contribution.text': own('id > contribution_author.actor_id', 'what somebody knows; written down by written_down_by_id where that is set'),
  'contribution.language': none('of the text'),
  'contribution.telling': own('id > contribution_author.actor_id', 'answers to the four prompts'),
  'contribution.source_url': own('id > contribution_author.actor_id', 'where one has it from'),
  'contribution.source_text': own('id > contribution_author.actor_id', 'where one has it from'),
  'contribution.anchor': none('a place in a text, as positions'),
  'contribution.quote': others('words of the text it is about'),
  'contribution.stated_author': name('who said it, when it is nobody here: told to the one who wrote it down, or as a file has it'),
  'correction.before': own('contribution_id > contribution_author.actor_id', 'a contribution as it read'),
  'question.text': own('asked_by_id', 'a question to a kind or a claim'),
  'question.answer': own('answered_by_id', 'its answer'),
  'media.description': own('uploaded_by_id', 'what one sees or hears'),
  'media.mime': none('the kind of file'),
  'media.sha256': none('a digest'),
  'media_blob.bytes': own('media_id > media.uploaded_by_id', 'a picture or recording; a voice or a face is the person’s'),
  'import_run.columns': others('headings of a file', 'imported_by_id'),
  'import_run.delimiter': none('of a file'),
  'import_run.encoding': none('of a file'),
  'import_run.file': others('a file of statements, until it has come in', 'imported_by_id'),
  'import_run.file_name': own('imported_by_id', 'what the file was called'),
  'import_run.mapping': none('which column is what'),
  'import_run.refused': others('rows that did not come in', 'imported_by_id'),
  'bringing.file_name': own('brought_by_id', 'what the file was called'),
  'bringing.title': others('of the file', 'brought_by_id'),
  'bringing.author': name('whom the file names as its author; nobody here'),
  'bringing.origin': none('the installation a file says it comes from'),
  'bringing.fields': others('name and bounds of the file', 'brought_by_id'),
  'bringing.content': others('the text of the file, with the names it states', 'brought_by_id'),
  'bringing.sources': others('publications of the file', 'brought_by_id'),
  'bringing.differences': others('what reads otherwise than in the file', 'brought_by_id'),
  'export_key.id': none('a key’s name'),
  'export_key.public_key': none('a key'),
  'export_key.private_key': none('a key'),
  'initiative.name': others('what goes on already', 'added_by_id'),
  'initiative.description': own('added_by_id', 'in the words of whoever noted it'),
  'initiative.url': none('of what goes on'),
  'thread.anchor': none('a place in a text, as positions'),
  'thread.quote': others('words of the text it is about'),
  'thread_post.text': own('said_by_id', 'what is said in a thread; empty once taken back'),
  'session.token_hash': none('a digest'),
  'sign_in_link.email': name('the address that asked for a letter'),
  'sign_in_link.nonce_hash': none('a digest'),
  'sign_in_link.token_hash': none('a digest'),
  'letter.address': name('where a letter goes'),
  'letter.subject': name('what a letter is about; may say who invites'),
  'letter.body': name('a letter; may say who invites'),
  'letter.language': none('sv or en'),
  'letter.failure': none('a code'),
  'ledger_entry.verb': none('an act'),
  'ledger_entry.subject_kind': none('what an act was about'),
  'ledger_entry.detail': others('what the ledger keeps of an act', 'actor_id'),
  'basis.quote': others('words of the text'),
  'passage.quote': others('words of the text'),
  'passage_waiting.anchor': none('a place in a text, as positions'),
  'passage_waiting.mark': none('a kind of mark'),
  ...collabColumns,
};
