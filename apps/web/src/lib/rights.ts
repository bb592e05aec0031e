/** May the act be done now? Asked of what the server sent along, and of nothing else [R2]. */
export function may(rights: readonly { verb: string; may: boolean }[] | undefined, verb: string): boolean {
  return rights?.some((right) => right.verb === verb && right.may) ?? false;
}

/** The code of the reason why not, when the server gave one. */
export function whyNot(rights: readonly { verb: string; may: boolean; whyNot: string | null }[] | undefined, verb: string): string | null {
  return rights?.find((right) => right.verb === verb)?.whyNot ?? null;
}
