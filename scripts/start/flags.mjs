/**
 * How Node is started for the server. Opening a long text, or a page of a hundred contributions, makes many small things that
 * live for a moment: with little room for these the collector copies them again and again, which took a third of the time.
 */
export const serverFlags = ['--max-semi-space-size=64'];
