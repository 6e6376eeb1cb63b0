import { contains, type Period } from '../../domain/period.ts';
import { isSale, type Accounting, type Sale } from './accounting.ts';
import { recordsOf } from './order-key.ts';
import { isBilled, isSent } from './post-fulfilment.ts';

/** The lines of which every sale has a part, so that one order without it shows that a file is missing. */
export type PerOrderLine = 'shippingCost' | 'paymentFees';

/** Orders of a period that must have cost something on a line, and those of which a file says what. */
export interface Coverage {
  readonly wanted: number;
  readonly known: number;
}

/** Counts for shipping the orders that were sent, for payment fees those that were not paid on delivery. */
export function coverageOf(accounting: Accounting, line: PerOrderLine, period: Period): Coverage {
  let [wanted, known] = [0, 0];
  for (const sale of accounting.sales) {
    if (!contains(period, sale.order.placedOn) || !isWanted(sale, line)) continue;
    wanted += 1;
    if (isKnown(accounting, sale, line)) known += 1;
  }
  return { wanted, known };
}

function isWanted(sale: Sale, line: PerOrderLine): boolean {
  return isSale(sale.standing) && (line === 'shippingCost' ? isSent(sale) : !sale.order.cashOnDelivery);
}

function isKnown(
  { shipments, paymentFees, currency }: Accounting,
  { order }: Sale,
  line: PerOrderLine,
): boolean {
  return line === 'shippingCost'
    ? recordsOf(shipments, order).some((shipment) => isBilled(shipment, currency))
    : recordsOf(paymentFees, order).length > 0;
}
