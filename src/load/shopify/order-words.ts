import type { DeliveryState, OrderStatus, PaymentState } from '../../domain/books.ts';

const PAYMENTS: ReadonlyMap<string, PaymentState> = new Map([
  ['paid', 'paid'],
  ['pending', 'pending'],
  ['authorized', 'pending'],
  ['partially_paid', 'part_paid'],
  ['partially_refunded', 'part_refunded'],
  ['refunded', 'refunded'],
  ['voided', 'pending'],
  ['expired', 'pending'],
]);

/** Financial status to payment state (voided and expired: never paid); undefined for a word that is not known. */
export function paymentOf(financial: string): PaymentState | undefined {
  return PAYMENTS.get(financial);
}

/** Cancelled when the order has a cancellation date, void when voided or expired, complete when paid and fulfilled, else open. */
export function statusOf(financial: string, fulfilment: string, isCancelled: boolean): OrderStatus {
  if (isCancelled) return 'cancelled';
  if (financial === 'voided' || financial === 'expired') return 'void';
  const settled = financial === 'paid' || financial.endsWith('refunded');
  return settled && fulfilment === 'fulfilled' ? 'complete' : 'open';
}

const CASH = /\bcod\b|\bcash\b/i;

/** Whether a payment method means cash at the door: `Cash on Delivery (COD)`, `COD`, `cash` – but not `Cashfree`. */
export function isCashOnDelivery(payMethod: string | undefined): boolean {
  return payMethod !== undefined && CASH.test(payMethod);
}

const RETURNED = /\brto\b|\bundelivered\b|\breturn(?:ed)? to (?:origin|sender)\b/;
const DELIVERED = /(?<!\bnot[ -])\bdelivered\b/;
const LOST = /\blost(?: in transit)?$/;
/** couriers' forecasts, such as `RTO risk: high`, tell nothing of what happened */
const FORECAST = /risk|score|predict|probab/;

/**
 * What became of the parcel: by the tags that couriers' apps set (`RTO Delivered`, `undelivered`, `delivered`, `lost`), else by the
 * fulfilment status; a forecast such as `RTO risk: high` does not count.
 */
export function deliveryOf(fulfilment: string, tags: string): DeliveryState {
  return (tags === '' ? undefined : deliveryByTags(tags)) ?? deliveryByFulfilment(fulfilment);
}

function deliveryByTags(tags: string): DeliveryState | undefined {
  const words = tags.toLowerCase().replaceAll('_', ' ').split(',');
  const said = words.map((tag) => tag.trim()).filter((tag) => !FORECAST.test(tag));
  if (said.some((tag) => RETURNED.test(tag))) return 'rto';
  if (said.some((tag) => LOST.test(tag))) return 'lost';
  return said.some((tag) => DELIVERED.test(tag)) ? 'delivered' : undefined;
}

function deliveryByFulfilment(fulfilment: string): DeliveryState {
  if (fulfilment === 'fulfilled') return 'shipped';
  return fulfilment === 'partial' ? 'partial' : 'unfulfilled';
}
