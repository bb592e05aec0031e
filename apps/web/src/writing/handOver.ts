/** Relative positions of both ends of a passage, as the shared document knows them. */
export interface Anchor {
  readonly start: unknown;
  readonly end: unknown;
}

/** A passage on its way to a contribution. */
export interface Passage {
  readonly framingId: string;
  readonly anchor: unknown;
  readonly quote: string;
}

const key = 'samsyn.passage';

/** Lays a passage where the screen for contributing looks for it. */
export function handOver(passage: Passage): void {
  sessionStorage.setItem(key, JSON.stringify(passage));
}
