import { asMoment } from '../core/moment.js';
import { isId } from '../core/standing.js';
import type { Place } from './alliance.store.js';

/** A place in a list, as a client carries it. */
export function toCursor(at: string, id: string): string {
  return Buffer.from(`${at}|${id}`).toString('base64url');
}

/** The place a cursor means; anything else begins the list. */
export function fromCursor(cursor: string | null | undefined): Place | null {
  const [at = '', id = ''] = Buffer.from(cursor ?? '', 'base64url').toString('utf8').split('|');
  return asMoment(at) === at && isId(id) ? { at, id } : null;
}
