import type { PersonalColumn } from './personal.column.js';

const whoseByAuthor = 'document_id > collab_client.actor_id and collab_lineage.actor_id by client';

/** The columns of texts that are written together, for personalColumns. */
export const collabColumns: Readonly<Record<string, PersonalColumn>> = {
  'collab_update.update': { holds: 'OWN_WORDS', whose: 'actor_id', says: 'an edit of one person, or several merged; no name' },
  'collab_update_open.update': { holds: 'OWN_WORDS', whose: 'actor_id', says: 'a partition of collab_update' },
  'collab_update_merged.update': { holds: 'OWN_WORDS', whose: 'actor_id', says: 'a partition of collab_update' },
  'collab_snapshot.state': { holds: 'OTHERS_WORDS', whose: whoseByAuthor, says: 'a text as it stands' },
  'collab_snapshot.sha256': { holds: 'NONE', says: 'a digest' },
  'collab_keyframe.state': { holds: 'OTHERS_WORDS', whose: whoseByAuthor, says: 'a text as it once stood' },
  'collab_quarantine.update': { holds: 'OWN_WORDS', whose: 'actor_id', says: 'an edit that was refused' },
  'collab_quarantine.reason': { holds: 'NONE', says: 'a code' },
  'collab_lineage.stated': { holds: 'OWN_NAME', says: 'an author as a file states them; nobody here' },
  'collab_lineage.reason': { holds: 'NONE', says: 'a code' },
  'framing_reading.content': { holds: 'OTHERS_WORDS', whose: whoseByAuthor, says: 'a text as it is read; authors by id' },
  'framing_reading.plain': { holds: 'OTHERS_WORDS', whose: whoseByAuthor, says: 'the same as plain text' },
  'framing_reading.fields': { holds: 'OTHERS_WORDS', says: 'name and bounds as they are being written' },
  'framing_version.frozen': { holds: 'OTHERS_WORDS', whose: 'authors by id in the text', says: 'a text as it was named; established, it keeps the words and loses the person' },
  'framing_version.label': { holds: 'OWN_WORDS', whose: 'actor_id', says: 'what the version is called' },
  'framing_version.sha256': { holds: 'NONE', says: 'a digest' },
  'framing_clearing.reason': { holds: 'OWN_WORDS', whose: 'actor_id', says: 'why text should be cleared' },
  'framing_clearing.answer': { holds: 'OWN_WORDS', whose: 'answered_by_id', says: 'why it should not' },
  'framing_deleted.text': { holds: 'OWN_WORDS', whose: 'actor_id', says: 'text that was taken away; the actor is who took it away, whose it was is in ranges' },
  'framing_deleted.ranges': { holds: 'NONE', says: 'positions and whose they are, by id' },
};
