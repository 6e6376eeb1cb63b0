/** A header cell as formats know it: trimmed, blanks collapsed, cut at the first line break, without BOM, lower case. */
export function normaliseName(cell: string): string {
  const line =
    cell
      .replace(/\uFEFF/g, '')
      .trim()
      .split(/[\r\n]/, 1)[0] ?? '';
  return line.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Index of the first of these normalised names in a header, or −1; a name that stands twice means its first column. */
export function columnFinder(header: readonly string[]): (...names: readonly string[]) => number {
  const first = new Map<string, number>();
  header.forEach((name, index) => {
    if (!first.has(name)) first.set(name, index);
  });
  return (...names) => {
    for (const name of names) {
      const index = first.get(name);
      if (index !== undefined) return index;
    }
    return -1;
  };
}

/** Names that stand more than once in a header, without the blank one. */
export function repeatedNames(header: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of header) {
    if (name !== '' && seen.has(name)) repeated.add(name);
    seen.add(name);
  }
  return [...repeated];
}

/** Finds every index at which a normalised name stands in a header. */
export function columnsFinder(header: readonly string[]): (name: string) => readonly number[] {
  return (name) => header.flatMap((each, index) => (each === name ? [index] : []));
}
