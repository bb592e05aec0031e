// The ways writing can be refused; each has its sentence in the catalog of this slice.
const known = {
  'writing/no-room': 'noRoom',
  'writing/foreign-client': 'foreignClient',
  'writing/damaged': 'damaged',
  'writing/too-large': 'tooLarge',
  'writing/full': 'full',
  'alliance/not-taking-part': 'notTakingPart',
  'session/none': 'noSession',
} as const;

/** A refusal of the writing socket, by the key of its sentence. */
export type WritingNo = (typeof known)[keyof typeof known] | 'strange';

/** The refusal that a close reason or a denied sign-in names, if it names one. */
export function refusalIn(reason: string): WritingNo | null {
  const code = reason.trim();
  return Object.hasOwn(known, code) ? known[code as keyof typeof known] : null;
}
