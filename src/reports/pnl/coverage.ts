import type { Order } from '../../domain/books.ts';
import { CARRYING, MARKETPLACES } from '../../domain/channels.ts';
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

/**
 * Counts for shipping the orders that were sent, for payment fees those that were neither paid on delivery nor to a marketplace,
 * which takes its payment within its commission.
 */
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
  const { cashOnDelivery, channel } = sale.order;
  if (!isSale(sale.standing)) return false;
  return line === 'shippingCost' ? isSent(sale) : !cashOnDelivery && !MARKETPLACES.has(channel);
}

function isKnown(accounting: Accounting, { order }: Sale, line: PerOrderLine): boolean {
  return line === 'shippingCost'
    ? isCarriageKnown(accounting, order)
    : recordsOf(accounting.paymentFees, order).length > 0;
}

/** By the courier's bill, by the platform's charge, or because the marketplace that carries the parcel has settled the order. */
function isCarriageKnown({ shipments, labels, charges, currency }: Accounting, order: Order): boolean {
  if (recordsOf(shipments, order).some((shipment) => isBilled(shipment, currency))) return true;
  if (recordsOf(labels, order).length > 0) return true;
  return CARRYING.has(order.channel) && recordsOf(charges, order).length > 0;
}
