import { refuse, type Refusal } from './refusal.js';

// U+0000 cannot be stored by PostgreSQL; lone surrogates are no text at all.
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
// Marks that reorder or hide what stands around them, and letters drawn as nothing; harmless in a text, misleading in a name.
// Joiners stay where writing needs them (RFC 5892, appendix A.1 and A.2, and emoji made of several).
const joining = /(?<=\p{Script=Arabic}\p{M}*)\u200C(?=\p{Script=Arabic})|(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA\u1039])[\u200C\u200D](?=\p{L})|(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic})/u;
// What is looked for comes first: looking back from every letter would take the square of a long name's length.
const hidden = '\\p{Cf}\\u115F\\u1160\\u2800\\u3164\\uFFA0';
const deceiving = new RegExp(`(?=[${hidden}\\p{Cc}])(?!${joining.source})(?:[${hidden}]|(?!\\s)\\p{Cc})`, 'gu');
// The same marks have no place in what is followed or sent to, and neither has half a character.
const deceivingOrUnstorable = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** A text as it may be stored: NFC, trimmed. Refuses the unstorable, the too long and, unless allowed, the empty. */
export function asText(given: string, max: number, allowEmpty = false): string | Refusal {
  if (unstorable.test(given)) return refuse('text/not-allowed');
  const text = given.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (text.length > max) return refuse('text/too-long', { with: { max } });
  if (text === '' && !allowEmpty) return refuse('text/empty');
  return text;
}

/** How many characters a text is longer than it may be, as asText() counts; 0 when it fits. */
export function overBy(given: string, max: number): number {
  // Most texts are far from the end, and this is asked at every letter.
  return given.length <= max ? 0 : Math.max(0, given.normalize('NFC').replace(/\r\n?/g, '\n').trim().length - max);
}

/** A name: one line, no marks that hide or reorder, at least one visible character. */
export function asName(given: string, max: number): string | Refusal {
  if (unstorable.test(given)) return refuse('text/not-allowed');
  const text = asText(given.replace(deceiving, '').replace(/\s+/g, ' '), max, true);
  if (typeof text !== 'string') return text;
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(text) ? text : refuse('name/too-short');
}

/** An e-mail address, lower case. Only what every address must have is checked; the letter proves the rest. */
export function asEmail(given: string): string | Refusal {
  const text = given.trim().toLowerCase();
  return text.length <= 254 && !deceivingOrUnstorable.test(text) && /^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\]+\.[^\s@.<>"',;:\\]{2,}$/.test(text) ? text : refuse('email/wrong');
}

/** A link people may follow: http or https, nothing else. What begins with www. is one too, as every browser takes it. */
export function asUrl(given: string, max = 1_000): string | Refusal {
  const text = given.trim().replace(/^www\.(?=[^\s.])/i, 'https://$&');
  return text.length <= max && !deceivingOrUnstorable.test(text) && /^https?:\/\/[^\s<>"]+$/i.test(text) ? text : refuse('url/wrong');
}
