/** Collects the keys asked for in one tick and answers them with one query. One per request. */
export class Gather {
  private readonly waiting = new Map<string, Batch>();

  /** The value for a key, or null. `load` gets every key asked for under `name` in this tick. */
  one<K, V>(name: string, key: K, load: (keys: K[]) => Promise<Map<K, V>>): Promise<V | null> {
    let batch = this.waiting.get(name) as Batch<K, V> | undefined;
    if (batch === undefined) {
      const keys = new Set<K>();
      const opened: Batch<K, V> = {
        keys,
        answers: new Promise((resolve, reject) => {
          // A timer phase later, so that siblings on the same level have all asked.
          setImmediate(() => {
            this.waiting.delete(name);
            load([...keys]).then(resolve, reject);
          });
        }),
      };
      batch = opened;
      this.waiting.set(name, batch as unknown as Batch);
    }
    batch.keys.add(key);
    return batch.answers.then((found) => found.get(key) ?? null);
  }

  /** As `one`, for lists: an empty list where there is nothing. */
  async many<K, V>(name: string, key: K, load: (keys: K[]) => Promise<Map<K, V[]>>): Promise<V[]> {
    return (await this.one(name, key, load)) ?? [];
  }
}

interface Batch<K = unknown, V = unknown> {
  keys: Set<K>;
  answers: Promise<Map<K, V>>;
}

/** Rows as a map from key to row. */
export function byKey<V, K>(rows: readonly V[], key: (row: V) => K): Map<K, V> {
  return new Map(rows.map((row) => [key(row), row]));
}

/** Rows as a map from key to all rows of that key, in the order they came. */
export function grouped<V, K>(rows: readonly V[], key: (row: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
