import type { Accounting } from './accounting.ts';
import { isSent } from './post-fulfilment.ts';
import type { Account } from './posting.ts';
import type { Known } from './statement.ts';
import type { Totals } from './totals.ts';

/** Channels that keep a commission of their own. */
const MARKETPLACES: ReadonlySet<string> = new Set([
  'amazon',
  'flipkart',
  'meesho',
  'etsy',
  'ebay',
  'snapdeal',
  'tiktok',
  'temu',
  'myntra',
]);

/**
 * What the books know about, over all their days: an account that anything was posted to, and those where nothing posted
 * is good news (no refund, no commission where no marketplace sells, no undelivered parcel where no cash on delivery is
 * offered). Costs that every shop has are never taken as zero.
 */
export function knownAccounts(accounting: Accounting, all: Totals): Known {
  const marketplace = accounting.books.orders.some((order) => MARKETPLACES.has(order.channel));
  const undeliverable = accounting.sales.some(
    ({ order, standing }) => order.cashOnDelivery || standing === 'undelivered',
  );
  const shipped = accounting.sales.some(isSent);
  const silent: Partial<Record<Account, boolean>> = {
    shippingCost: !shipped,
    paymentFees: accounting.books.orders.length === 0,
    marketplaceFees: !marketplace,
    packaging: !shipped,
    undelivered: !undeliverable,
    advertising: false,
    operatingExpenses: false,
  };
  return (account) => all.accounts.has(account) || (silent[account] ?? true);
}
