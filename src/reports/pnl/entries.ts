import type { Books } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import { accountingOf } from './accounting.ts';
import { coveredPeriod, postAll } from './post-all.ts';
import { postExpenses, untilToday } from './post-expenses.ts';
import type { Account, Posting } from './posting.ts';

/** Every posting of a period, in the order of the books; expenses up to today only, as in the statement. */
export function postingsOf(books: Books, period: Period, asOf: Day = period.to): readonly Posting[] {
  const accounting = accountingOf(books);
  const postings: Posting[] = [];
  const keep = (posting: Posting): void => {
    if (contains(period, posting.day)) postings.push({ ...posting });
  };
  postAll(accounting, keep);
  const covered = coveredPeriod(books) ?? period;
  postExpenses(accounting, { period: untilToday(period, asOf, covered), covered }, keep);
  return postings;
}

/** The accounts that a line of the statement is the sum of; undefined for an id that is no line. */
export function accountsOfLine(id: string): readonly Account[] | undefined {
  const name = id.replace(/^pnl\./, '');
  return Object.hasOwn(LINE_ACCOUNTS, name) ? LINE_ACCOUNTS[name] : undefined;
}

const SALES: readonly Account[] = ['grossSales', 'discounts', 'refunds', 'taxInRefunds'];
const REVENUE: readonly Account[] = [...SALES, 'shippingIncome', 'otherIncome'];
const GROSS: readonly Account[] = [...REVENUE, 'costOfGoods', 'uncosted'];
const CONTRIBUTION: readonly Account[] = [
  ...GROSS,
  'shippingCost',
  'paymentFees',
  'marketplaceFees',
  'packaging',
  'undelivered',
];

const LINE_ACCOUNTS: Readonly<Record<string, readonly Account[]>> = {
  grossSales: ['grossSales'],
  orders: ['grossSales'],
  units: ['grossSales'],
  discounts: ['discounts'],
  refunds: ['refunds'],
  taxInRefunds: ['taxInRefunds'],
  netSales: SALES,
  shippingIncome: ['shippingIncome'],
  otherIncome: ['otherIncome'],
  revenue: REVENUE,
  taxCollected: ['taxCollected'],
  costOfGoods: ['costOfGoods', 'uncosted'],
  grossProfit: GROSS,
  shippingCost: ['shippingCost'],
  paymentFees: ['paymentFees'],
  marketplaceFees: ['marketplaceFees'],
  packaging: ['packaging'],
  undelivered: ['undelivered'],
  contribution: CONTRIBUTION,
  advertising: ['advertising'],
  operatingExpenses: ['operatingExpenses'],
  netProfit: [...CONTRIBUTION, 'advertising', 'operatingExpenses'],
};

/** Ids that can be followed to their rows, for help and error messages. */
export const TRACEABLE: readonly string[] = Object.keys(LINE_ACCOUNTS).map((id) => `pnl.${id}`);

/**
 * A month's books in short: one sum per account and order (or expense category), keyed `refunds of #1043`. Two runs over the
 * same facts give the same entries; what differs is what moved.
 */
export function entriesOf(books: Books, period: Period): Readonly<Record<string, Minor>> {
  const sums = new Map<string, Minor>();
  for (const { account, order, category, amount } of postingsOf(books, period)) {
    const key = `${account} of ${order?.number ?? category ?? 'no order'}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
