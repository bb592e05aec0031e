/** What came, went and stayed between two lists. */
export interface Passed<T> {
  readonly came: readonly T[];
  readonly went: readonly T[];
  readonly stayed: readonly T[];
}

/** Between two lists, each in its own order, nothing twice. */
export function passed<T>(before: Iterable<T>, after: Iterable<T>): Passed<T> {
  const [was, is] = [new Set(before), new Set(after)];
  return { came: [...is].filter((one) => !was.has(one)), went: [...was].filter((one) => !is.has(one)), stayed: [...is].filter((one) => was.has(one)) };
}
