import { approvals, clearingStates, contributionStates, importStates, roundStates, standings, suggestionStates, threadStates, visibilities, type Visibility } from '../shared/enums.js';
import { may, rights, type AskingStanding, type Thing, type Verb } from './rights.js';

/** Everywhere one can stand, from outside inwards. */
export const everyStanding: readonly AskingStanding[] = ['NOBODY', 'OUTSIDE', ...standings];

/** The states a thing can be in, for asking the table about each. */
export const everyState: readonly (string | undefined)[] = [
  ...new Set([undefined, ...standings, ...contributionStates, ...approvals, ...importStates, ...threadStates, ...suggestionStates, ...clearingStates, 'HELD', 'ON', 'PERSON', 'ORGANISATION', 'TAKEN_BACK', 'GONE', 'RUNNING', 'AGREED', 'UNCLAIMED', 'ERASED', 'HIDDEN', 'ASIDE', 'ENDED', ...roundStates, 'DUE']),
];

/** What the table says of one act, in short: who may, and what of the thing it depends on. */
export interface Summary {
  readonly verb: Verb;
  readonly rule: string;
  /** Who may, by how open the alliance is, in at least one state of the thing. */
  readonly who: Readonly<Record<Visibility, readonly AskingStanding[]>>;
  /** Only with what is one’s own, only with what is another’s, or with either. */
  readonly whose: 'OWN' | 'OTHERS' | 'ANY';
  /** It depends on the state the thing is in. */
  readonly stateful: boolean;
}

/** The whole table in short, read from the table itself, so that the two cannot differ. */
export function summaries(): Summary[] {
  return (Object.keys(rights) as Verb[]).map((verb) => {
    const things = (visibility: Visibility): Thing[] => everyState.flatMap((state) => [true, false].flatMap((mine) => [true, false].map((ended) => ({ visibility, mine, ended, ...(state === undefined ? {} : { state }) }))));
    const ever = (visibility: Visibility, standing: AskingStanding, wanted: (thing: Thing) => boolean = () => true) => things(visibility).some((thing) => wanted(thing) && may(verb, standing, thing));
    const somebody = (wanted: (thing: Thing) => boolean) => visibilities.some((visibility) => everyStanding.some((standing) => ever(visibility, standing, wanted)));
    const whoMay = (visibility: Visibility) => everyStanding.filter((standing) => ever(visibility, standing));
    const [own, others] = [somebody(({ mine }) => mine === true), somebody(({ mine }) => mine === false)];
    return {
      verb,
      rule: rights[verb].rule,
      who: { OPEN: whoMay('OPEN'), LINK: whoMay('LINK'), CLOSED: whoMay('CLOSED') },
      whose: own && others ? 'ANY' : own ? 'OWN' : 'OTHERS',
      stateful: everyState.some((state) => !somebody((thing) => thing.state === state)),
    };
  });
}
