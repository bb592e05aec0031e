import { asSourceUrl } from '@samsyn/domain/contribution/knowing';
import { limits } from '@samsyn/domain/shared/limits';
import { isRefusal } from '@samsyn/domain/shared/refusal';
import { overBy } from '@samsyn/domain/shared/text';
import { isNamed, saysSomething, type Draft } from './draft';

/** What is to be put right before the next step, and where on the screen; the first is where one begins. */
export type DraftFault = keyof typeof faultPlaces;

/** Where each of them is put right. */
export const faultPlaces = {
  empty: '#give-what textarea',
  long: '#give-what [aria-invalid]',
  url: '#give-source input',
  who: '#give-who select',
  holder: '#give-holder input',
} as const;

/** What stands in the way of going on with a draft, in the order of the screen. */
export function faultsOf(draft: Draft): DraftFault[] {
  const texts = [overBy(draft.text, limits.contribution), ...(draft.tacit ? Object.values(draft.telling).map((part) => overBy(part, limits.telling)) : [])];
  const about = draft.sourceOpen ? overBy(draft.sourceText, limits.source) : 0;
  const described = draft.media.map((one) => overBy(one.description, limits.description));
  const found: Record<DraftFault, boolean> = {
    // Who can do it is asked first where nothing is in words yet.
    empty: !saysSomething(draft) && !draft.tacit,
    long: [...texts, about, ...described].some((over) => over > 0),
    url: draft.sourceOpen && isRefusal(asSourceUrl(draft.sourceUrl)),
    who: draft.forOther && !isNamed(draft.saidBy),
    holder: draft.tacit && draft.holder === '',
  };
  return (Object.keys(faultPlaces) as DraftFault[]).filter((fault) => found[fault]);
}
