import { kinds as allKinds, waysOfKnowing, type HowKnown, type Kind } from '../shared/enums.js';
import { limits } from '../shared/limits.js';
import { isRefusal, refuse, type Refusal } from '../shared/refusal.js';
import { asText, asUrl } from '../shared/text.js';

/** Answers to the four prompts that help to tell what is hard to put in words. */
export interface Telling {
  readonly situation: string;
  readonly saw: string;
  readonly did: string;
  readonly newcomer: string;
}

/** Kinds each once and in one order; the order says nothing about their worth. */
export function asKinds(given: readonly Kind[]): Kind[] {
  return allKinds.filter((kind) => given.includes(kind));
}

/** Ways of knowing each once and in one order. */
export function asWays(given: readonly HowKnown[]): HowKnown[] {
  return waysOfKnowing.filter((way) => given.includes(way));
}

/** The four answers as they may be stored; null when all of them are empty. */
export function asTelling(given: Telling | null | undefined): Telling | null | Refusal {
  if (given === null || given === undefined) return null;
  const told: Record<keyof Telling, string> = { situation: '', saw: '', did: '', newcomer: '' };
  for (const prompt of ['situation', 'saw', 'did', 'newcomer'] as const) {
    const text = asText(given[prompt], limits.telling, true);
    if (typeof text !== 'string') return text;
    told[prompt] = text;
  }
  return Object.values(told).some((text) => text !== '') ? told : null;
}

/** A text or link that may be missing: empty becomes null. */
export function asSourceText(given: string | null | undefined): string | null | Refusal {
  if (given === null || given === undefined) return null;
  const text = asText(given, limits.source, true);
  return text === '' ? null : text;
}

/** A link that may be missing: empty becomes null. */
export function asSourceUrl(given: string | null | undefined): string | null | Refusal {
  if (given === null || given === undefined || given.trim() === '') return null;
  return asUrl(given, limits.source);
}

/** A language as in sv, en, ar, so or pt-BR; null is not stated. */
export function asLanguage(given: string | null | undefined): string | null | Refusal {
  if (given === null || given === undefined || given.trim() === '') return null;
  const text = given.trim();
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text) ? text : refuse('request/wrong', { rule: 'C1' });
}

/** The first no among several answers, if there is one. */
export function firstRefusal(...answers: readonly unknown[]): Refusal | null {
  return answers.find(isRefusal) ?? null;
}
