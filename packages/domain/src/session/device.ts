const browsers = [['Edg', 'Edge'], ['OPR', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox', 'Firefox'], ['FxiOS', 'Firefox'], ['CriOS', 'Chrome'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const;
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['CrOS', 'ChromeOS'], ['Windows', 'Windows'], ['Mac OS X', 'Mac'], ['Linux', 'Linux']] as const;

/**
 * Roughly what somebody sits at, as the browser itself tells, so that one knows one's own sessions again. Only words of our own
 * come out: no version or model by which a device could be told from another. Empty when nothing is known.
 */
export function deviceFrom(userAgent: string | undefined): string {
  const said = (userAgent ?? '').slice(0, 500);
  const named = (list: readonly (readonly [string, string])[]) => list.find(([mark]) => said.includes(mark))?.[1];
  return [named(browsers), named(systems)].filter((part) => part !== undefined).join(', ');
}
