import type { Finding } from '../../domain/answer.ts';
import type { Day } from '../../domain/day.ts';
import type { Figure } from '../../domain/figure.ts';
import type { Period } from '../../domain/period.ts';
import type { Accounting } from './accounting.ts';
import type { BridgeStep } from './bridge.ts';
import type { CodCell } from './cash-on-delivery.ts';
import type { LeftOut } from './left-out.ts';
import type { SkuTotals, Totals } from './totals.ts';

export interface FindingInput {
  readonly accounting: Accounting;
  readonly currency: string;
  readonly asOf: Day;
  readonly period: Period;
  readonly compare: Period | null;
  /** days that the books cover */
  readonly covered: Period | null;
  readonly totals: Totals;
  readonly figures: readonly Figure[];
  readonly bridge: readonly BridgeStep[] | undefined;
  readonly cod: readonly CodCell[];
  readonly leftOut: readonly LeftOut[];
}

/** A finding with the figures it brings along beyond those of the statement. */
export interface Found {
  readonly finding: Finding;
  readonly figures: readonly Figure[];
}

/** A figure's value; null when it is missing or there is no such figure. */
export function valueOf(figures: readonly Figure[], id: string): number | null {
  return figures.find((figure) => figure.id === id)?.value ?? null;
}

/** Products sold whose cost is not known, most net sales first. */
export function uncostedProducts(totals: Totals): SkuTotals[] {
  return [...totals.skus.values()]
    .filter((sku) => sku.uncosted > 0)
    .sort((a, b) => b.uncosted - a.uncosted || (a.key < b.key ? -1 : 1));
}
