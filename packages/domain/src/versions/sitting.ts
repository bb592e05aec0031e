/** A step of a text's history: what was written within one minute, as positions of its log. */
export interface Step {
  /** The first and last position; the text as it read at `to` is what the step led to. */
  readonly from: number;
  readonly to: number;
  readonly at: string;
  readonly until: string;
  /** Edits, or an act that writes at once: restoring, bringing in. */
  readonly origin: string;
  readonly by: readonly string[];
}

/** Somebody, or several together, wrote for a while. */
export interface Sitting extends Omit<Step, 'by'> {
  readonly by: readonly string[];
  /** Its steps, oldest first. */
  readonly steps: readonly Step[];
}

/** How long one may rest within a sitting. */
const restMinutes = 10;

/**
 * Steps, oldest first, as sittings [V1]: steps that follow upon each other while the same people write. Who comes or
 * goes begins a new one, and so does a rest. In the order of time only; how much somebody wrote is not looked at.
 */
export function sittings(steps: readonly Step[]): Sitting[] {
  const found: Sitting[] = [];
  for (const step of steps) {
    const last = found.at(-1);
    if (last !== undefined && goesOn(last, step)) found[found.length - 1] = { ...last, to: step.to, until: step.until, steps: [...last.steps, step] };
    else found.push({ ...step, steps: [step] });
  }
  return found;
}

function goesOn(last: Sitting, { origin, at, by }: Step): boolean {
  if (origin !== 'EDIT' || last.origin !== 'EDIT') return false;
  if (Date.parse(at) - Date.parse(last.until) > restMinutes * 60_000) return false;
  return by.length === last.by.length && by.every((actorId) => last.by.includes(actorId));
}
