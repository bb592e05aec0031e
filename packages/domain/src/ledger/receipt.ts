import { refuse, type Refusal } from '../shared/refusal.js';
import type { Digest } from './chain.js';

// Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed from paper.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const proving = 18;

/** What a receipt says: the entry, and the beginning of the hash that the ledger ended with when it was given. */
export interface Receipt {
  readonly number: number;
  /** 90 bits of the head’s hash, as hex from and to where it may lie. */
  readonly from: string;
  readonly to: string;
}

/**
 * The code of a receipt: the number of an entry, 18 letters of the head of that moment, and two that show a slip of the pen.
 * The head takes in every entry before it, so the receipt is one for all of them.
 */
export function receiptCode(number: number, head: string, digest: Digest): string {
  const bits = [...head].map((hex) => parseInt(hex, 16).toString(2).padStart(4, '0')).join('');
  const proof = Array.from({ length: proving }, (_, at) => letters[parseInt(bits.slice(at * 5, at * 5 + 5), 2)] ?? '0').join('');
  const all = proof + slips(number, proof, digest);
  return [String(number), ...(all.match(/.{4}/g) ?? [])].join('-');
}

/** A receipt as somebody types, pastes or scans it: a code, with or without its hyphens, or a link that ends with one. */
export function readReceipt(given: string, digest: Digest): Receipt | Refusal {
  const last = given.trim().replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').at(-1) ?? '';
  const [first = '', ...rest] = last.toUpperCase().split(/[\s-]+/).filter((part) => part !== '');
  const number = Number(first.replace(/[IL]/g, '1').replace(/O/g, '0'));
  const typed = rest.join('').replace(/[IL]/g, '1').replace(/O/g, '0');
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_147_483_647 || !/^[0-9A-HJKMNP-TV-Z]{20}$/.test(typed)) return refuse('receipt/mistyped', { rule: 'J6' });
  const proof = typed.slice(0, proving);
  if (slips(number, proof, digest) !== typed.slice(proving)) return refuse('receipt/mistyped', { rule: 'J6' });
  const bits = [...proof].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const hex = (fill: string) => (bits + fill.repeat(2)).match(/.{4}/g)?.map((four) => parseInt(four, 2).toString(16)).join('') ?? '';
  return { number, from: hex('0').padEnd(64, '0'), to: hex('1').padEnd(64, 'f') };
}

function slips(number: number, proof: string, digest: Digest): string {
  const drawn = parseInt(digest(`samsyn-receipt/1 ${String(number)} ${proof}`).slice(0, 4), 16);
  return `${letters[drawn & 31] ?? '0'}${letters[(drawn >> 5) & 31] ?? '0'}`;
}
