import { CARRYING, MARKETPLACES } from '../../domain/channels.ts';
import { contains, type Period } from '../../domain/period.ts';
import { isSale, type Accounting } from './accounting.ts';
import { recordsOf } from './order-key.ts';
import { isBilled, isSent } from './post-fulfilment.ts';
import type { Sale } from './sales.ts';

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
    if (!isWanted(sale, line) || !contains(period, sale.order.placedOn)) continue;
    wanted += 1;
    if (isKnown(accounting, sale, line)) known += 1;
  }
  return { wanted, known };
}

/** Whether all, some or none of those orders have a row; looks at no more of them than tell. */
export function shareCovered(
  accounting: Accounting,
  line: PerOrderLine,
  period: Period,
): 'all' | 'some' | 'none' {
  let [isSomeKnown, isSomeMissing] = [false, false];
  for (const sale of accounting.sales) {
    if (!isWanted(sale, line) || !contains(period, sale.order.placedOn)) continue;
    if (isKnown(accounting, sale, line)) isSomeKnown = true;
    else isSomeMissing = true;
    if (isSomeMissing && (isSomeKnown || !hasRows(accounting, line))) break;
  }
  if (!isSomeMissing) return 'all';
  return isSomeKnown ? 'some' : 'none';
}

function hasRows({ shipments, labels, charges, paymentFees }: Accounting, line: PerOrderLine): boolean {
  return line === 'paymentFees' ? paymentFees.size > 0 : shipments.size + labels.size + charges.size > 0;
}

function isWanted(sale: Sale, line: PerOrderLine): boolean {
  if (!isSale(sale.standing)) return false;
  const { cashOnDelivery, channel } = sale.order;
  return line === 'shippingCost' ? isSent(sale) : !cashOnDelivery && !MARKETPLACES.has(channel);
}

function isKnown(accounting: Accounting, sale: Sale, line: PerOrderLine): boolean {
  return line === 'shippingCost'
    ? isCarriageKnown(accounting, sale)
    : recordsOf(accounting.paymentFees, sale.place).length > 0;
}

/** By the courier's bill, by the platform's charge, or because the marketplace that carries the parcel has settled the order. */
function isCarriageKnown({ shipments, labels, charges, currency }: Accounting, sale: Sale): boolean {
  const { place } = sale;
  if (recordsOf(shipments, place).some((shipment) => isBilled(shipment, currency))) return true;
  if (recordsOf(labels, place).length > 0) return true;
  return recordsOf(charges, place).length > 0 && CARRYING.has(sale.order.channel);
}
