import { capacities, kinds, type Capacity, type Kind } from '@samsyn/domain/shared/enums';

/** What the reader has chosen to see; it stands in the address, so that it can be shared and gone back from. */
export interface Selection {
  readonly framing: string;
  readonly kind: Kind | '';
  readonly capacity: Capacity | '';
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
}

/** A number that was opened: whose, and of which kind. */
export interface Behind {
  readonly kind?: Kind | 'none';
  readonly capacity?: Capacity | 'none';
  readonly organisation?: string;
  readonly actor?: string;
  readonly stated?: string;
  readonly nobody?: boolean;
  readonly questioned?: boolean;
  /** Those no framing uses. */
  readonly unused?: boolean;
}

const oneOf = <T extends string>(all: readonly T[], given: string | null): T | '' => all.find((one) => one === given) ?? '';
const aDay = (given: string | null) => (given !== null && /^\d{4}-\d\d-\d\d$/.test(given) ? given : '');

/** The selection of an address. */
export function selectionOf(search: string): Selection {
  const said = new URLSearchParams(search);
  return {
    framing: said.get('framing') ?? '',
    kind: oneOf(kinds, said.get('kind')),
    capacity: oneOf(capacities, said.get('capacity')),
    organisation: said.get('organisation') ?? '',
    from: aDay(said.get('from')),
    to: aDay(said.get('to')),
  };
}

/** The number opened in an address; null when the whole picture is shown. */
export function behindOf(search: string): Behind | null {
  const said = new URLSearchParams(search);
  if (!said.has('behind')) return null;
  const [kind, capacity] = [said.get('b.kind'), said.get('b.capacity')];
  const behind: Record<string, unknown> = {};
  if (kind) behind['kind'] = kind === 'none' ? 'none' : oneOf(kinds, kind);
  if (capacity) behind['capacity'] = capacity === 'none' ? 'none' : oneOf(capacities, capacity);
  for (const name of ['organisation', 'actor', 'stated'] as const) if (said.get(`b.${name}`)) behind[name] = said.get(`b.${name}`);
  for (const name of ['nobody', 'questioned', 'unused'] as const) if (said.has(`b.${name}`)) behind[name] = true;
  return behind as Behind;
}

/** The address, after the path, of a selection and perhaps a number opened in it. */
export function addressOf(selection: Selection, behind: Behind | null = null): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(selection)) if (value) said.set(name, String(value));
  if (behind) {
    said.set('behind', '1');
    for (const [name, value] of Object.entries(behind)) if (value) said.set(`b.${name}`, String(value));
  }
  const text = said.toString();
  return text === '' ? '' : `?${text}`;
}

/** Has the reader narrowed what is counted (the framing is a place, not a narrowing)? */
export function isNarrowed(selection: Selection): boolean {
  return [selection.kind, selection.capacity, selection.organisation, selection.from, selection.to].some((one) => one !== '');
}

// Days are the reader's own days; the last one is counted to its end.
const begins = (day: string) => (day === '' ? null : new Date(`${day}T00:00:00`).toISOString());
const ends = (day: string) => (day === '' ? null : new Date(`${day}T23:59:59.999`).toISOString());

/** The selection as the server counts by. */
export function balanceFilter(selection: Selection) {
  return {
    framingId: selection.framing || null,
    kind: selection.kind || null,
    capacity: selection.capacity || null,
    organisationId: selection.organisation || null,
    from: begins(selection.from),
    to: ends(selection.to),
  };
}

/** The contributions behind a number: the selection, and what the number narrows it to. */
export function contributionFilter(selection: Selection, behind: Behind) {
  const stated = <T extends string>(value: T | 'none' | '' | undefined): T | null => (value === undefined || value === '' || value === 'none' ? null : (value as T));
  const whole = balanceFilter(selection);
  return {
    ...whole,
    kind: stated<Kind>(behind.kind) ?? whole.kind,
    kindNotStated: behind.kind === 'none' || null,
    capacity: stated<Capacity>(behind.capacity) ?? whole.capacity,
    capacityNotStated: behind.capacity === 'none' || null,
    organisationId: behind.organisation ?? whole.organisationId,
    actorId: behind.actor ?? null,
    stated: behind.stated ?? null,
    authorNotStated: behind.nobody ?? null,
    questioned: behind.questioned ?? null,
    unused: behind.unused ?? null,
  };
}
