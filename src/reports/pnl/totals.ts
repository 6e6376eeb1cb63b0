import type { Order, OrderLine } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import type { Account, Post, Posting } from './posting.ts';
import { skuKey } from './unit-cost.ts';

/** Sum of one account: all of it, and the part that rests on rates or assumptions. */
export interface Sum {
  /** what the account does to net sales: 1, −1, or 0 for nothing */
  readonly sign: number;
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

/** Finds the sums of a line's product; remembers what it found by the name as written: the same few products come again and again. */
function productFinder(skus: Map<string, SkuTotals>): (line: OrderLine) => SkuTotals {
  const known = new Map<string, SkuTotals>();
  const find = (line: OrderLine): SkuTotals => {
    const name = line.sku ?? `title ${line.title}`;
    let found = known.get(name);
    if (found === undefined) {
      const key = productKey(line);
      found = skus.get(key) ?? nothingSold(key, line);
      skus.set(key, found);
      known.set(name, found);
    }
    return found;
  };
  // the postings of one line come one after the other
  let last: OrderLine | undefined;
  let product: SkuTotals | undefined;
  return (line) => {
    if (line === last && product !== undefined) return product;
    last = line;
    return (product = find(line));
  };
}

function nothingSold(key: string, { sku, title }: OrderLine): SkuTotals {
  const none = { units: 0, gross: 0, discounts: 0, cost: 0, costedUnits: 0, uncosted: 0, unsent: 0 };
  return { key, sku, title, ...none };
}

export interface Summing extends Sums {
  /** gives the sum of the posting's account */
  readonly add: (posting: Posting) => Sum;
}

/** An adder of postings of all days, and the sums it has made. */
export function summing(): Summing {
  const accounts = new Map<Account, Sum>();
  const skus = new Map<string, SkuTotals>();
  const productOf = productFinder(skus);
  const addToAccount = accountAdder(accounts);
  const add = (posting: Posting): Sum => {
    if (posting.line?.kind === 'product') addToProduct(productOf(posting.line), posting);
    return addToAccount(posting);
  };
  return { add, accounts, skus };
}

/** An adder of postings for one period, and the totals it has made. The postings of one order must come in one run. */
export function totalling(period: Period): {
  readonly add: Post;
  readonly sums: Summing;
  readonly totals: () => Totals;
} {
  const sums = summing();
  const categories = new Map<string, Minor>();
  const days = new Map<Day, DaySum>();
  const sold: Sold = { orders: 0, units: 0, last: undefined };
  let today: DaySum | undefined;
  const add: Post = (posting) => {
    const { account, day, amount } = posting;
    // postings of one order have one day, and days are compared faster as the same text than as dates
    if (today?.day !== day) today = dayIn(days, day, period);
    if (!today.isInside) return;
    const { sign } = sums.add(posting);
    if (sign !== 0) {
      today.amount += sign * amount;
      today.isPosted = true;
    }
    if (account === 'operatingExpenses') increase(categories, posting.category ?? 'other', amount);
    else if (account === 'grossSales') countSold(sold, posting);
  };
  const { accounts, skus } = sums;
  const netSalesByDay = (): ReadonlyMap<Day, Minor> =>
    new Map([...days.values()].flatMap(({ day, amount, isPosted }) => (isPosted ? [[day, amount]] : [])));
  return {
    add,
    sums,
    totals: () => {
      const { orders, units } = sold;
      return { period, accounts, skus, categories, netSalesByDay: netSalesByDay(), orders, units };
    },
  };
}

interface Sold {
  orders: number;
  units: number;
  last: Order | undefined;
}

function countSold(sold: Sold, { order, line }: Posting): void {
  if (order === undefined) return;
  if (order !== sold.last) sold.orders += 1;
  sold.last = order;
  sold.units += line?.quantity ?? 0;
}

interface DaySum {
  readonly day: Day;
  readonly isInside: boolean;
  amount: Minor;
  isPosted: boolean;
}

function dayIn(days: Map<Day, DaySum>, day: Day, period: Period): DaySum {
  let sum = days.get(day);
  if (sum === undefined) {
    sum = { day, isInside: contains(period, day), amount: 0, isPosted: false };
    days.set(day, sum);
  }
  return sum;
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

/** One sum for each account that was posted to. */
function accountAdder(accounts: Map<Account, Sum>): Summing['add'] {
  return ({ account, amount, basis, order }) => {
    let sum = accounts.get(account);
    if (sum === undefined) {
      sum = { sign: NET_SALES[account] ?? 0, amount: 0, estimated: 0, untied: 0 };
      accounts.set(account, sum);
    }
    sum.amount += amount;
    if (basis === 'estimated') sum.estimated += amount;
    if (order === undefined) sum.untied += 1;
    return sum;
  };
}

function addToProduct(product: SkuTotals, { account, amount, line }: Posting): void {
  const quantity = line?.quantity ?? 0;
  switch (account) {
    case 'grossSales':
      product.units += quantity;
      product.gross += amount;
      break;
    case 'discounts':
      product.discounts += amount;
      break;
    case 'uncosted':
      product.uncosted += amount;
      break;
    case 'unsent':
      product.unsent += amount;
      break;
    case 'costOfGoods':
      product.cost += amount;
      if (amount > 0) product.costedUnits += quantity;
  }
}

/** An account's sum in the totals; zero when nothing was posted to it. */
export function amountOf(totals: Totals, account: Account): Minor {
  return totals.accounts.get(account)?.amount ?? 0;
}
