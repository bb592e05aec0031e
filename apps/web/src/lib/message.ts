// Messages are plain sentences with arguments:
//   "Hej {name}"                                            an argument
//   "{n, plural, =0 {inget} one {# bidrag} other {# bidrag}}"  by number; # is the number, =0 an exact one
// Branches may hold arguments of their own, but no further plural.

/** What a message may be told with. */
export type Args = Readonly<Record<string, string | number>>;

/** The message with its arguments put in. */
export function tell(message: string, args: Args, locale: string): string {
  const whole = message.replace(/\{(\w+),\s*plural,((?:\s*[=\w]+\s*\{(?:[^{}]|\{\w+\})*\})+)\s*\}/g, (_all, name: string, branches: string) => {
    const n = Number(args[name] ?? 0);
    const rule = new Intl.PluralRules(locale).select(n);
    const found = new Map<string, string>();
    for (const branch of branches.matchAll(/([=\w]+)\s*\{((?:[^{}]|\{\w+\})*)\}/g)) found.set(branch[1] ?? '', branch[2] ?? '');
    const chosen = found.get(`=${n}`) ?? found.get(rule) ?? found.get('other') ?? '';
    return chosen.replace(/#/g, new Intl.NumberFormat(locale).format(n));
  });
  return whole.replace(/\{(\w+)\}/g, (all, name: string) => {
    const value = args[name];
    if (value === undefined) return all;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}
