/** In a process of its own: takes one piece of work, says how it went, and ends with its parent. */
export function works<G, T>(work: (given: G) => T | Promise<T>): void {
  process.once('disconnect', () => process.exit());
  process.once('message', (given) => {
    void Promise.resolve()
      .then(() => work(given as G))
      .then((answer) => ({ answer }), (error: unknown) => ({ failed: error instanceof Error ? error.name : 'Error' }))
      .then((said) => process.send?.(said));
  });
}
