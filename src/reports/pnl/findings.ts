import type { Finding } from '../../domain/answer.ts';
import type { Figure } from '../../domain/figure.ts';
import type { FindingInput, Found } from './finding-input.ts';
import { feesAbovePlan, missingCosts, missingLines, ordersLeftOut } from './findings-gaps.ts';
import { profitChange, profitUnknown, shippingPerOrder } from './findings-profit.ts';
import { codLosses, refundSpike, soldAtLoss } from './findings-sales.ts';
import {
  foreignRecords,
  linesPartly,
  partlyCovered,
  refundsAboveTotal,
  unmatchedRecords,
} from './findings-trust.ts';

const FINDERS: readonly ((input: FindingInput) => readonly Found[])[] = [
  profitChange,
  profitUnknown,
  shippingPerOrder,
  refundSpike,
  codLosses,
  soldAtLoss,
  missingCosts,
  missingLines,
  linesPartly,
  partlyCovered,
  unmatchedRecords,
  refundsAboveTotal,
  foreignRecords,
  ordersLeftOut,
  feesAbovePlan,
];

/** Everything worth telling, ranked by the money at stake, and the figures that it adds. */
export function pnlFindings(input: FindingInput): {
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
} {
  const found = FINDERS.flatMap((find) => find(input));
  const findings = found
    .map(({ finding }) => finding)
    .sort((a, b) => b.stake - a.stake || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
  return { findings, figures: found.flatMap(({ figures }) => figures) };
}
