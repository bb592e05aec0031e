/** Somebody who is here, as far as it is told aloud. */
export interface Around {
  readonly name: string;
  /** They write where I do. */
  readonly near: boolean;
}

/** Those who are here, by id; without me. */
export type Company = ReadonlyMap<string, Around>;

/** What is new, in names. */
export interface PresenceNews {
  readonly came: readonly string[];
  readonly left: readonly string[];
  readonly near: readonly string[];
}

// Whoever goes to and fro is told of once in a while.
const nearAgain = 60_000;

/** What has become of the company since it was last told. `nearTold` says when each was told to be near. */
export function newsOf(before: Company, now: Company, nearTold: ReadonlyMap<string, number>, at: number): PresenceNews {
  const names = (company: Company, wanted: (id: string, one: Around) => boolean): string[] => [...company].filter(([id, one]) => wanted(id, one)).map(([, { name }]) => name);
  return {
    came: names(now, (id) => !before.has(id)),
    left: names(before, (id) => !now.has(id)),
    near: names(now, (id, { near }) => near && before.get(id)?.near !== true && at - (nearTold.get(id) ?? -nearAgain) >= nearAgain),
  };
}
