import type { Table } from '../../domain/answer.ts';
import type { Order } from '../../domain/books.ts';
import { addDays } from '../../domain/day.ts';
import { roundHalfUp, type Minor } from '../../domain/money.ts';
import { contains, daysIn, type Period } from '../../domain/period.ts';
import type { Accounting } from './accounting.ts';
import type { CostEstimate } from './missing-costs.ts';
import type { Account, Post } from './posting.ts';
import type { Sale } from './sales.ts';
import { productKey } from './totals.ts';

/** One kind of cash-on-delivery order, by SKU and state (`all` where it is not cut by one). */
export interface CodCell {
  readonly sku: string;
  readonly title: string;
  readonly state: string;
  readonly orders: number;
  readonly undelivered: number;
  /** undelivered ÷ orders */
  readonly rate: number;
  /** the rate at which cash on delivery stops paying: m ÷ (m + c) */
  readonly breakEven: number;
  /** m: contribution of one delivered order */
  readonly profitPerDelivered: Minor;
  /** c: cost of one order that comes back */
  readonly lossPerUndelivered: Minor;
  /** undelivered × c − delivered × m over a month; positive where it loses money */
  readonly lossPerMonth: Minor;
}

const WINDOW_DAYS = 180;
const FEWEST_ORDERS = 20;
const MONTH_DAYS = 365.25 / 12;

/** What each account does to an order's contribution. */
const SIGNS: Partial<Record<Account, 1 | -1>> = {
  grossSales: 1,
  discounts: -1,
  refunds: -1,
  taxInRefunds: 1,
  shippingIncome: 1,
  otherIncome: 1,
  costOfGoods: -1,
  shippingCost: -1,
  paymentFees: -1,
  marketplaceFees: -1,
  packaging: -1,
  undelivered: -1,
};

const NOTHING = { known: 0, uncosted: 0 };

export interface CodStudy {
  /** undefined where no order is paid in cash */
  readonly add: Post | undefined;
  readonly cells: (estimate: CostEstimate) => readonly CodCell[];
}

/**
 * Whether cash on delivery pays, over the 180 days up to the period's end, or to the end of what the books cover: for every SKU and
 * state with at least 20 orders that either arrived or came back. It pays only while the share that comes back is below
 * m ÷ (m + c). Orders still on their way are left out; an order with several products counts for each of them, with its whole
 * contribution. Nothing can be said, and no cell is given, when no file tells what goods or parcels that came back cost.
 */
export function cashOnDelivery(accounting: Accounting, period: Period, covered: Period): CodStudy {
  const to = period.to < covered.to ? period.to : covered.to;
  const start = addDays(to, 1 - WINDOW_DAYS);
  const window = { from: start > covered.from ? start : covered.from, to };
  const contributions = new Map<string, { known: Minor; uncosted: Minor }>();
  const add: Post = ({ account, amount, order }) => {
    if (order === undefined || !order.cashOnDelivery || !contains(window, order.placedOn)) return;
    const sign = SIGNS[account];
    if (sign === undefined && account !== 'uncosted') return;
    const key = keyOf(order);
    const sum = contributions.get(key) ?? { known: 0, uncosted: 0 };
    contributions.set(key, sum);
    if (sign === undefined) sum.uncosted += amount;
    else sum.known += sign * amount;
  };
  const cells = (estimate: CostEstimate): readonly CodCell[] => {
    const settled = accounting.sales
      .filter(({ order }) => order.cashOnDelivery && contains(window, order.placedOn))
      .filter(isSettled);
    const of = ({ order }: Sale) => contributions.get(keyOf(order)) ?? NOTHING;
    const isBackKnown = settled.some((sale) => sale.standing === 'undelivered' && of(sale).known !== 0);
    const isGoodsKnown = estimate.ratio !== undefined || settled.every((sale) => of(sale).uncosted === 0);
    if (!isBackKnown || !isGoodsKnown) return [];
    const worth = (sale: Sale): Minor => of(sale).known - of(sale).uncosted * (estimate.ratio ?? 0);
    return cellsOf(settled, worth, daysIn(window) / MONTH_DAYS);
  };
  return accounting.sales.offersCash ? { add, cells } : { add: undefined, cells: () => [] };
}

function keyOf({ channel, id }: Order): string {
  return `${channel}\n${id}`;
}

function isSettled({ order, delivery, standing }: Sale): boolean {
  return (
    standing === 'undelivered' ||
    (standing === 'counted' && (delivery === 'delivered' || order.payment !== 'pending'))
  );
}

interface Group {
  readonly sku: string;
  readonly title: string;
  readonly state: string;
  readonly sales: Sale[];
}

function cellsOf(settled: readonly Sale[], worth: (sale: Sale) => Minor, months: number): CodCell[] {
  const groups = new Map<string, Group>();
  const put = (
    { key: product, sku, title }: Product,
    { sale, state }: { sale: Sale; state: string },
  ): void => {
    const key = `${product}\n${state}`;
    const group = groups.get(key) ?? { sku, title, state, sales: [] };
    groups.set(key, group);
    group.sales.push(sale);
  };
  for (const sale of settled) {
    const state = sale.order.region ?? '(no state)';
    put(EVERYTHING, { sale, state: 'all' });
    put(EVERYTHING, { sale, state });
    for (const product of productsOf(sale.order)) {
      put(product, { sale, state: 'all' });
      put(product, { sale, state });
    }
  }
  return [...groups.values()]
    .filter(({ sales }) => sales.length >= FEWEST_ORDERS)
    .map((group) => cellOf(group, worth, months))
    .sort(
      (a, b) => b.lossPerMonth - a.lossPerMonth || (`${a.sku}\n${a.state}` < `${b.sku}\n${b.state}` ? -1 : 1),
    );
}

interface Product {
  readonly key: string;
  readonly sku: string;
  readonly title: string;
}

const EVERYTHING: Product = { key: '', sku: 'all', title: '' };

function productsOf(order: Order): Iterable<Product> {
  const products = new Map<string, Product>();
  for (const { kind, sku, title } of order.lines) {
    const key = productKey({ sku, title });
    if (kind === 'product' && !products.has(key)) products.set(key, { key, sku: sku ?? title, title });
  }
  return products.values();
}

function cellOf({ sku, title, state, sales }: Group, worth: (sale: Sale) => Minor, months: number): CodCell {
  const back = sales.filter(({ standing }) => standing === 'undelivered');
  const arrived = sales.filter(({ standing }) => standing !== 'undelivered');
  const sum = (list: readonly Sale[]): Minor => list.reduce((all, sale) => all + worth(sale), 0);
  const [earned, lost] = [sum(arrived), -sum(back)];
  const profitPerDelivered = arrived.length === 0 ? 0 : roundHalfUp(earned / arrived.length);
  const lossPerUndelivered = back.length === 0 ? 0 : roundHalfUp(lost / back.length);
  return {
    sku,
    title,
    state,
    orders: sales.length,
    undelivered: back.length,
    rate: back.length / sales.length,
    breakEven: breakEven(profitPerDelivered, lossPerUndelivered),
    profitPerDelivered,
    lossPerUndelivered,
    lossPerMonth: roundHalfUp((lost - earned) / months),
  };
}

/** m ÷ (m + c): 0 when a delivered order earns nothing, 1 when one that comes back costs nothing. */
export function breakEven(profitPerDelivered: Minor, lossPerUndelivered: Minor): number {
  if (profitPerDelivered <= 0) return 0;
  return lossPerUndelivered <= 0 ? 1 : profitPerDelivered / (profitPerDelivered + lossPerUndelivered);
}

/** The cells as a table of the answer. */
export function codTable(cells: readonly CodCell[]): Table {
  return {
    id: 'cashOnDelivery',
    label: 'Cash on delivery: where it pays',
    columns: [
      { id: 'sku', label: 'SKU', unit: 'text' },
      { id: 'state', label: 'State', unit: 'text' },
      { id: 'orders', label: 'Orders', unit: 'count' },
      { id: 'undelivered', label: 'Came back', unit: 'count' },
      { id: 'rate', label: 'Rate', unit: 'ratio' },
      { id: 'breakEven', label: 'Break-even', unit: 'ratio' },
      { id: 'profitPerDelivered', label: 'Earns each', unit: 'money' },
      { id: 'lossPerUndelivered', label: 'Costs each', unit: 'money' },
      { id: 'lossPerMonth', label: 'Loss a month', unit: 'money' },
    ],
    rows: cells.map(({ title: _title, ...cell }) => cell),
  };
}
