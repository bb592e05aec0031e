import type * as Y from 'yjs';

/** What one client writes anew: from the clock that is known to `end`. */
export interface Written {
  readonly known: number;
  readonly structs: (Y.Item | Y.GC)[];
  end: number;
}
