declare module 'markdown-it' {
  interface Reader {
    readonly linkify: { set(options: { fuzzyLink: boolean; fuzzyEmail: boolean }): unknown };
    use(plugin: unknown): this;
    render(text: string): string;
  }
  const MarkdownIt: new (options: { html: boolean; linkify: boolean }) => Reader;
  export = MarkdownIt;
}

declare module 'markdown-it-footnote' {
  const plugin: unknown;
  export = plugin;
}
