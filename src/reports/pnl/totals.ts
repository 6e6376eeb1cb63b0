import type { Order, OrderLine } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import type { Account, Post, Posting } from './posting.ts';
import { skuKey } from './unit-cost.ts';

/** Sum of one account: all of it, and the part that rests on rates or assumptions. */
export interface Sum {
  amount: Minor;
  estimated: Minor;
  /** postings that belong to no order */
  untied: number;
}

/** What one product sold in a period, before order-level costs. Net of tax. */
export interface SkuTotals {
  readonly key: string;
  readonly sku: string | undefined;
  readonly title: string;
  units: number;
  gross: Minor;
  discounts: Minor;
  /** cost where it is known */
  cost: Minor;
  /** units whose cost is known */
  costedUnits: number;
  /** net sales whose cost is not known */
  uncosted: Minor;
  /** net sales of goods that never left the shop */
  unsent: Minor;
}

/** Sums by account and by product, of whatever was posted. */
export interface Sums {
  readonly accounts: ReadonlyMap<Account, Sum>;
  readonly skus: ReadonlyMap<string, SkuTotals>;
}

/** The sums of one period. */
export interface Totals extends Sums {
  readonly period: Period;
  readonly categories: ReadonlyMap<string, Minor>;
  readonly netSalesByDay: ReadonlyMap<Day, Minor>;
  readonly orders: number;
  readonly units: number;
}

/** The key under which a line's product is summed: its SKU, else (none, blank or a dash) its title. */
export function productKey({
  sku = '',
  title,
}: {
  readonly sku?: string | undefined;
  readonly title: string;
}): string {
  const key = skuKey(sku);
  return key === '' || key === '-' ? `title:${title.trim().toLowerCase()}` : key;
}

/** Remembers the keys it has made: the same few products come again and again. */
function keyMaker(): (line: OrderLine) => string {
  const known = new Map<string, string>();
  return (line) => {
    const name = line.sku ?? `title ${line.title}`;
    let key = known.get(name);
    if (key === undefined) known.set(name, (key = productKey(line)));
    return key;
  };
}

/** An adder of postings of all days, and the sums it has made. */
export function summing(): Sums & { readonly add: Post } {
  const accounts = new Map<Account, Sum>();
  const skus = new Map<string, SkuTotals>();
  const keyOf = keyMaker();
  const add: Post = (posting) => {
    addToAccount(accounts, posting);
    addToSku(skus, posting, keyOf);
  };
  return { add, accounts, skus };
}

/** An adder of postings for one period, and the totals it has made. */
export function totalling(period: Period): { readonly add: Post; readonly totals: () => Totals } {
  const sums = summing();
  const categories = new Map<string, Minor>();
  const netSalesByDay = new Map<Day, Minor>();
  const orders = new Set<Order>();
  let units = 0;
  const add: Post = (posting) => {
    const { account, day, amount, order } = posting;
    if (!contains(period, day)) return;
    sums.add(posting);
    const sign = NET_SALES[account];
    if (sign !== undefined) increase(netSalesByDay, day, sign * amount);
    if (account === 'operatingExpenses') increase(categories, posting.category ?? 'other', amount);
    if (account === 'grossSales' && order !== undefined) {
      orders.add(order);
      units += posting.line?.quantity ?? 0;
    }
  };
  const { accounts, skus } = sums;
  return {
    add,
    totals: () => ({ period, accounts, skus, categories, netSalesByDay, orders: orders.size, units }),
  };
}

function increase(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

const NET_SALES: Partial<Record<Account, 1 | -1>> = {
  grossSales: 1,
  discounts: -1,
  refunds: -1,
  taxInRefunds: 1,
};

function addToAccount(accounts: Map<Account, Sum>, { account, amount, basis, order }: Posting): void {
  let sum = accounts.get(account);
  if (sum === undefined) accounts.set(account, (sum = { amount: 0, estimated: 0, untied: 0 }));
  sum.amount += amount;
  if (basis === 'estimated') sum.estimated += amount;
  if (order === undefined) sum.untied += 1;
}

function addToSku(
  skus: Map<string, SkuTotals>,
  { account, amount, line }: Posting,
  keyOf: (line: OrderLine) => string,
): void {
  if (line === undefined || line.kind !== 'product') return;
  const key = keyOf(line);
  let sku = skus.get(key);
  if (sku === undefined) {
    sku = {
      key,
      sku: line.sku,
      title: line.title,
      units: 0,
      gross: 0,
      discounts: 0,
      cost: 0,
      costedUnits: 0,
      uncosted: 0,
      unsent: 0,
    };
    skus.set(key, sku);
  }
  if (account === 'grossSales') {
    sku.units += line.quantity;
    sku.gross += amount;
  } else if (account === 'discounts') sku.discounts += amount;
  else if (account === 'uncosted') sku.uncosted += amount;
  else if (account === 'unsent') sku.unsent += amount;
  else if (account === 'costOfGoods') {
    sku.cost += amount;
    if (amount > 0) sku.costedUnits += line.quantity;
  }
}

/** An account's sum in the totals; zero when nothing was posted to it. */
export function amountOf(totals: Totals, account: Account): Minor {
  return totals.accounts.get(account)?.amount ?? 0;
}
