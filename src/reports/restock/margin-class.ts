import type { MarginClass } from '../../stats/stock-policy.ts';

const MOST_OF_IT = 0.8;
const NEARLY_ALL = 0.95;

/**
 * ABC classes by margin: the products that make the first 80 % of all margin are A, those of the next 15 % B, the rest C. One whose margin is
 * not known (undefined) is B; one that makes none, or a loss, is C.
 */
export function marginClasses(margins: readonly (number | undefined)[]): readonly MarginClass[] {
  const order = margins
    .map((_, index) => index)
    .sort((a, b) => (margins[b] ?? 0) - (margins[a] ?? 0) || a - b);
  const all = margins.reduce<number>((sum, margin) => sum + Math.max(0, margin ?? 0), 0);
  const classes = margins.map((margin): MarginClass => (margin === undefined ? 'B' : 'C'));
  let before = 0;
  for (const index of order) {
    const margin = margins[index];
    if (margin === undefined || margin <= 0) continue;
    classes[index] = before < MOST_OF_IT * all ? 'A' : before < NEARLY_ALL * all ? 'B' : 'C';
    before += margin;
  }
  return classes;
}
