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
