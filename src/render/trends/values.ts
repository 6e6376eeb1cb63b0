import type { Figure } from '../../domain/figure.ts';
import { countText } from '../pnl/detail-blocks.ts';
import { amountText } from '../pnl/cells.ts';
import type { Values } from '../trends.ts';

/** The value of the figure with this id; null where it is missing. */
export function figureIn(figures: readonly Figure[], id: string): number | null {
  return figures.find((figure) => figure.id === id)?.value ?? null;
}

/** A value of the measure; `not known` for null. */
export function valueText(value: number | null, values: Values, plus = false): string {
  if (values.isMoney) return amountText(value, values, plus);
  if (value === null) return 'not known';
  const sign = value < 0 ? '−' : plus && value > 0 ? '+' : '';
  return `${sign}${countText(Math.abs(value), values.currency)}`;
}
