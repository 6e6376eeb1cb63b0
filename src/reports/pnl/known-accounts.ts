import { MARKETPLACES } from '../../domain/channels.ts';
import { countsOf } from '../../domain/order-counts.ts';
import { isSale, type Accounting } from './accounting.ts';
import { shareCovered, type PerOrderLine } from './coverage.ts';
import { isSent } from './post-fulfilment.ts';
import type { Account } from './posting.ts';
import type { Knowledge, Known } from './statement.ts';
import type { Sums, Totals } from './totals.ts';

/**
 * What the books know about a period's accounts. An account without a posting is known, and zero, when the books post to it on
 * other days, or where nothing is good news (no refund, no commission where no marketplace sells, no undelivered parcel where
 * no cash on delivery is offered). Shipping and payment fees are known for the period's own orders or not at all: a courier's
 * bill for October says nothing about September.
 */
export function knowledgeOf(accounting: Accounting, all: Sums): (totals: Totals) => Knowledge {
  const channels = [...countsOf(accounting.books.orders, 'channel').keys()];
  const marketplace = channels.some((channel) => MARKETPLACES.has(channel));
  const { sales } = accounting;
  const undeliverable = sales.offersCash || sales.standing('undelivered').length > 0;
  const isPackingKnown = accounting.books.shop.packagingPerOrder !== undefined;
  const silent: Partial<Record<Account, boolean>> = {
    marketplaceFees: !marketplace,
    packaging: isPackingKnown || !sales.some((sale) => isSale(sale.standing) && isSent(sale)),
    undelivered: !undeliverable,
    advertising: false,
    operatingExpenses: false,
  };
  return (totals) => {
    const perOrder: Partial<Record<Account, Known>> = {
      shippingCost: perOrderKnowledge(accounting, totals, 'shippingCost'),
      paymentFees: perOrderKnowledge(accounting, totals, 'paymentFees'),
    };
    return (account) =>
      perOrder[account] ?? (all.accounts.has(account) || (silent[account] ?? true) ? 'known' : 'unknown');
  };
}

/** Known by bills or fees of the period's orders, by rates, or by amounts that stand for many orders (labels, a monthly bill). */
function perOrderKnowledge(accounting: Accounting, totals: Totals, line: PerOrderLine): Known {
  const sum = totals.accounts.get(line);
  if (sum !== undefined && (sum.untied > 0 || sum.estimated !== 0)) return 'known';
  const covered = shareCovered(accounting, line, totals.period);
  if (covered === 'all') return 'known';
  return sum === undefined && covered === 'none' ? 'unknown' : 'partly';
}
