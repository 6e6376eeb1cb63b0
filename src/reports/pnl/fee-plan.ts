import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import { isSale, type Accounting } from './accounting.ts';
import { recordsOf } from './order-key.ts';
import { applies, feeOf } from './post-fulfilment.ts';

export interface FeePlan {
  readonly charged: Minor;
  readonly planned: Minor;
  readonly excess: Minor;
}

const TOLERANCE = 0.05;

/**
 * Payment fees that a file names beside what the shop's agreed rates give for the same orders; undefined unless they are
 * more than 5 % above.
 */
export function expensiveFees(
  { books, sales, paymentFees }: Accounting,
  period: Period,
): FeePlan | undefined {
  const rates = books.shop.feeRates.filter((rate) => rate.kind === 'payment');
  if (rates.length === 0 || paymentFees.size === 0) return undefined;
  let charged = 0;
  let planned = 0;
  for (const { order, standing, place } of sales) {
    const fees = isSale(standing) && contains(period, order.placedOn) ? recordsOf(paymentFees, place) : [];
    const rate = fees.length === 0 ? undefined : rates.find((candidate) => applies(candidate, order));
    if (rate === undefined) continue;
    charged -= fees.reduce((sum, fee) => sum + fee.amount, 0);
    planned += feeOf(rate, order.total);
  }
  return charged > planned * (1 + TOLERANCE) ? { charged, planned, excess: charged - planned } : undefined;
}
