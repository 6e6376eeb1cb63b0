const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const PLAIN = ['_', '.', ':', '-', '=', '+', '*', '#'] as const;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/**
 * One character per value, eight heights from 0 (or the lowest value, when that is below 0) to the highest; null is a
 * blank. More values than `width` are averaged in `width` groups, over the values that are known.
 */
export function sparkline(
  values: readonly (number | null)[],
  { width, ascii }: { width: number; ascii: boolean },
): string {
  const steps = ascii ? PLAIN : BLOCKS;
  return heights(compress(values, width), steps.length)
    .map((height) => (height === null ? ' ' : (steps[height - 1] ?? '')))
    .join('');
}

/** The values averaged into at most `count` groups of neighbours; a group without a known value is null. */
export function compress(values: readonly (number | null)[], count: number): readonly (number | null)[] {
  if (values.length <= count) return values;
  return Array.from({ length: count }, (_, group) => {
    const from = Math.floor((group * values.length) / count);
    const to = Math.floor(((group + 1) * values.length) / count);
    const known = values.slice(from, to).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}

/** Height of each value from 1 to `steps`, 1 standing for 0 or the lowest value, whichever is lower. */
export function heights(values: readonly (number | null)[], steps: number): readonly (number | null)[] {
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const range = Math.max(0, ...known) - low;
  return values.map((value) => {
    if (value === null) return null;
    return range === 0 ? 1 : 1 + Math.round(((value - low) / range) * (steps - 1));
  });
}

/** A bar of `share` (0 to 1) of `width` cells, to the eighth of a cell; below 0 it is drawn lighter. A value is never invisible. */
export function bar(share: number, { width, ascii }: { width: number; ascii: boolean }): string {
  const size = Math.min(1, Math.abs(share)) * width;
  if (share < 0) return (ascii ? '-' : '░').repeat(Math.max(1, Math.round(size)));
  if (ascii) return '#'.repeat(share === 0 ? 0 : Math.max(1, Math.round(size)));
  const eighths = share === 0 ? 0 : Math.max(1, Math.round(size * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}

/** Each value as a share of the largest size among them, so that the longest bar fills its space; 0 when all are 0. */
export function barShares(values: readonly number[]): readonly number[] {
  const largest = Math.max(0, ...values.map(Math.abs));
  return values.map((value) => (largest === 0 ? 0 : value / largest));
}
