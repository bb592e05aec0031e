import { isRefusal } from '@samsyn/domain/shared/refusal';
import { asEmail } from '@samsyn/domain/shared/text';

/** The addresses in a text with one a line, or commas between them; and what does not look like one. */
export function addressesIn(text: string): { right: string[]; wrong: string[] } {
  const right = new Set<string>();
  const wrong: string[] = [];
  for (const piece of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const address = asEmail(piece);
    if (isRefusal(address)) wrong.push(piece);
    else right.add(address);
  }
  return { right: [...right], wrong };
}
