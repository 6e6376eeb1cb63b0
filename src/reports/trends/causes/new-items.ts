import type { Measured } from './finding.ts';
import type { Reference } from './reference.ts';
import type { Carrier } from './sale-line.ts';
import type { Week } from './weeks.ts';

/** Gross sales of items that did not sell in the reference weeks, the item's name with its amount. */
export function newItems(week: Week, reference: Reference): readonly Carrier[] {
  return [...week.items]
    .filter(([item]) => !reference.items.has(item))
    .map(([name, { gross }]) => ({ name, amount: gross }));
}

/** Logarithm of the factor by which items new to the week moved its gross sales. */
export function newItemsMeasure(week: Week, reference: Reference): Measured {
  const gross = newItems(week, reference).reduce((sum, { amount }) => sum + amount, 0);
  const known = week.gross - gross;
  return { value: known > 0 ? Math.log(week.gross / known) : 0, sampling: 0 };
}
