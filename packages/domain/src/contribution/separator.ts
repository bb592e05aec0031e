const separators = [',', ';', '\t', '|'] as const;

/** The separator that parts the first lines into most, and equally many, cells; quotes are respected. */
export function separatorOf(start: string): (typeof separators)[number] {
  let best: (typeof separators)[number] = ',';
  let most = 0;
  for (const separator of separators) {
    const counts = cellCounts(start, separator);
    const first = counts[0] ?? 1;
    const alike = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    if (first > 1 && first * alike * alike > most) [best, most] = [separator, first * alike * alike];
  }
  return best;
}

function cellCounts(start: string, separator: string): number[] {
  const counts: number[] = [];
  let [cells, quoted, anything] = [1, false, false];
  for (const letter of start) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '\n') {
      if (anything) counts.push(cells);
      [cells, anything] = [1, false];
      if (counts.length === 20) return counts;
      continue;
    } else if (!quoted && letter === separator) cells += 1;
    anything ||= letter.trim() !== '' || letter === separator;
  }
  if (anything && counts.length === 0) counts.push(cells);
  return counts;
}
