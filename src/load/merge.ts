import type { Books, Order, Provenance, Source, StockLevel } from '../domain/books.ts';
import type { Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type { Rows } from '../domain/rows.ts';
import type { ShopSettings } from '../domain/shop.ts';
import { settleCosts } from './costs.ts';
import { deriveOrders, type Derived } from './derive-orders.ts';
import type { Draft } from './format.ts';
import { homeCurrency, inCurrency, orderInCurrency } from './home-money.ts';
import * as identity from './identity.ts';
import { countLedgerOnce } from './ledger-overlap.ts';
import { mergeRecords, type MergeRule, type Overlap } from './merge-records.ts';
import { movementRule } from './movement-rule.ts';
import { namesProducts, oneSale } from './one-sale.ts';
import { progressOf } from './order-progress.ts';
import type { ReadFile } from './read-file.ts';
import { wholeSettlements } from './settlements-in-parts.ts';
import { withDerived } from './with-derived.ts';

export interface Merged {
  readonly books: Omit<Books, 'shop' | 'demo'>;
  readonly problems: readonly Problem[];
}

/**
 * Unites what the files gave. A record in two files counts once: of an order the version from the file with the latest sale, then the
 * one with more given back, then the one that is further on (paid, sent, called off); amounts of files that name no currency become the home currency. Files must come sorted by name.
 */
export function mergeFiles(files: readonly ReadFile[], shop: ShopSettings): Merged {
  const overlaps: Overlap[] = [];
  const unite = <Item extends Provenance>(rule: MergeRule<Item>): Rows<Item> => {
    const merged = mergeRecords(files, rule);
    overlaps.push(...merged.overlaps);
    return merged.records;
  };
  const list = <Item extends Provenance>(rule: MergeRule<Item>): readonly Item[] => asArray(unite(rule));
  const sales = salesOnce(files, unite(ORDERS));
  const kinds = new Map(files.map(({ file, kind }) => [file, kind]));
  const ledger = countLedgerOnce(list(movementRule(files)), (file) => kinds.get(file));
  overlaps.push(...sales.overlaps, ...ledger.overlaps);
  const home = homeCurrency(sales.orders, shop, ledger.movements);
  const orders = orderInCurrency(sales.orders, home);
  const taxLines = inCurrency(list(TAX_LINES), home, TAX_AMOUNTS);
  const derived = deriveOrders({
    orders,
    movements: inCurrency(ledger.movements, home, ['amount', 'tax']),
    taxLines,
  });
  const told = toldOf(overlaps, derived);
  const written = files.flatMap((file) => file.draft.costs);
  const costs = settleCosts(inCurrency(written, home, ['unitCost']), shop.unequalCosts);
  const books = {
    orders: withDerived(orders, derived),
    movements: derived.movements,
    settlements: inCurrency(wholeSettlements(list(SETTLEMENTS), files, ledger.movements), home, ['total']),
    taxLines,
    products: inCurrency(list(PRODUCTS), home, ['price', 'compareAt']),
    costs: costs.costs,
    stock: withoutCountedTwice(list(STOCK), files),
    customers: list(CUSTOMERS),
    suppliers: list(SUPPLIERS),
    supplierItems: list(SUPPLIER_ITEMS),
    expenses: inCurrency(list(EXPENSES), home, ['amount']),
    shipments: inCurrency(list(SHIPMENTS), home, ['forwardCost', 'returnCost']),
    rivalPrices: inCurrency(list(RIVAL_PRICES), home, ['price']),
    sources: files.map((file) => sourceOf(file, told)),
  };
  return { books, problems: [...overlaps.flatMap(conflict), ...costs.problems] };
}

function asArray<Item>(records: Rows<Item>): readonly Item[] {
  return Array.isArray(records) ? (records as readonly Item[]) : [...records];
}

const TAX_AMOUNTS = ['gross', 'taxable', 'cgst', 'sgst', 'igst', 'cess', 'tcs'] as const;

const ORDERS: MergeRule<Order> = {
  plural: 'orders',
  list: (file) => file.orders,
  // a report of whole orders and one of their lines are versions of each other only where both give lines or neither does
  identity: (order) => `${identity.orderIdentity(order)}${namesProducts(order) ? '' : '\u001fwhole'}`,
  name: (order) => order.number,
  acrossKinds: true,
  recency: latestSale,
  rank: (order) => (order.refunded ?? 0) * 1000 + progressOf(order),
};

function latestSale(orders: Iterable<Order>): Day {
  let latest = '';
  for (const { placedOn } of orders) if (placedOn > latest) latest = placedOn;
  return latest;
}

const SETTLEMENTS: MergeRule<Draft['settlements'][number]> = {
  plural: 'settlements',
  list: ({ draft }) => draft.settlements,
  identity: identity.settlementIdentity,
  name: (settlement) => settlement.id,
  acrossKinds: true,
  rank: ({ final, total, paidOn, reference }) =>
    (final ? 8 : 0) +
    (total === undefined ? 0 : 4) +
    (paidOn === undefined ? 0 : 2) +
    (reference === undefined ? 0 : 1),
};
const TAX_LINES: MergeRule<Draft['taxLines'][number]> = {
  plural: 'lines of the tax register',
  list: ({ draft }) => draft.taxLines,
  identity: identity.taxLineIdentity,
  name: (line) => line.order,
};
const PRODUCTS: MergeRule<Draft['products'][number]> = {
  plural: 'products',
  list: ({ draft }) => draft.products,
  identity: identity.productIdentity,
  name: (product) => product.sku ?? product.title,
};
const STOCK: MergeRule<StockLevel> = {
  plural: 'stock levels',
  list: ({ draft }) => draft.stock,
  identity: identity.stockIdentity,
  name: (level) => level.sku,
};
const CUSTOMERS: MergeRule<Draft['customers'][number]> = {
  plural: 'customers',
  list: ({ draft }) => draft.customers,
  identity: identity.customerIdentity,
  name: (customer) => customer.key,
};
const SUPPLIERS: MergeRule<Draft['suppliers'][number]> = {
  plural: 'suppliers',
  list: ({ draft }) => draft.suppliers,
  identity: identity.supplierIdentity,
  name: (supplier) => supplier.name,
};
const SUPPLIER_ITEMS: MergeRule<Draft['supplierItems'][number]> = {
  plural: 'supplier items',
  list: ({ draft }) => draft.supplierItems,
  identity: identity.supplierItemIdentity,
  name: (item) => item.sku,
};
const EXPENSES: MergeRule<Draft['expenses'][number]> = {
  plural: 'expenses',
  list: ({ draft }) => draft.expenses,
  identity: identity.expenseIdentity,
  name: (expense) => expense.category,
};
const SHIPMENTS: MergeRule<Draft['shipments'][number]> = {
  plural: 'parcels',
  list: ({ draft }) => draft.shipments,
  identity: identity.shipmentIdentity,
  rank: ({ forwardCost = 0, returnCost = 0, outcome }) =>
    forwardCost + returnCost + (outcome === 'in_transit' || outcome === 'unknown' ? 0 : 1),
  name: (shipment) => shipment.order,
};
const RIVAL_PRICES: MergeRule<Draft['rivalPrices'][number]> = {
  plural: 'rival prices',
  list: ({ draft }) => draft.rivalPrices,
  identity: identity.rivalPriceIdentity,
  name: (price) => price.sku,
};

/** A products export repeats, without places, what the inventory export of the same platform says place by place. */
function withoutCountedTwice(
  stock: readonly StockLevel[],
  files: readonly ReadFile[],
): readonly StockLevel[] {
  const inventories = new Set(
    files.filter(({ kind }) => kind.endsWith('.inventory')).map(({ file }) => file),
  );
  const products = new Set(files.filter(({ kind }) => kind.endsWith('.products')).map(({ file }) => file));
  if (inventories.size === 0 || products.size === 0) return stock;
  const counted = new Set(stock.filter(({ file }) => inventories.has(file)).map(({ sku }) => sku));
  return stock.filter(({ file, sku }) => !products.has(file) || !counted.has(sku));
}

const SHOWN = 3;

function conflict({ loser, winner, plural, count, differing }: Overlap): Problem[] {
  if (differing.length === 0) return [];
  const names = differing.slice(0, SHOWN).join(', ') + (differing.length > SHOWN ? ', …' : '');
  return [
    {
      code: 'conflicting-record',
      severity: 'note',
      message: `${differing.length} of ${count} ${plural} that are in ${winner} too differ there (${names}); ${winner} counts`,
      file: loser,
      value: differing[0],
    },
  ];
}

/** Orders of one file are never versions of each other. */
function salesOnce(files: readonly ReadFile[], orders: Rows<Order>): ReturnType<typeof oneSale> {
  const holders = files.filter((file) => file.orders.length > 0);
  return holders.length < 2 ? { orders, overlaps: [] } : oneSale([...orders]);
}

/** What became of the files' records. */
interface Told {
  readonly overlaps: readonly Overlap[];
  /** sales taken from a file that is no order report */
  readonly taken: ReadonlyMap<string, number>;
  /** sales whose tax a file tells that is no order report */
  readonly taxed: ReadonlyMap<string, number>;
  /** sales of which such a file tells shipping that the report does not */
  readonly raised: ReadonlyMap<string, number>;
}

function toldOf(overlaps: readonly Overlap[], { orders, taxes, shipping }: Derived): Told {
  return {
    overlaps,
    taken: countByFile(orders),
    taxed: countByFile(taxes.values()),
    raised: countByFile(shipping.values()),
  };
}

function countByFile(records: Iterable<{ readonly file: string }>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of records) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

function sourceOf(
  { file, kind, label, rows, draft, orders }: ReadFile,
  { overlaps, taken, taxed, raised }: Told,
): Source {
  const { from, to } = daysOf(draft, orders);
  const duplicates = overlaps.reduce((sum, overlap) => sum + (overlap.loser === file ? overlap.count : 0), 0);
  return {
    ...{ file, kind, label, rows, records: recordsOf(draft, orders), from, to, duplicates },
    derivedOrders: taken.get(file),
    taxedOrders: taxed.get(file),
    raisedOrders: raised.get(file),
    totals: draft.totals,
  };
}

/** Records of the file's main kind: an orders file's orders, not the movements that come with them. */
function recordsOf(draft: Draft, orders: Rows<Order>): number {
  const { movements, products, stock, customers, suppliers, supplierItems, expenses, shipments } = draft;
  const lists: readonly { readonly length: number }[] = [
    orders,
    movements,
    products,
    stock,
    customers,
    suppliers,
    supplierItems,
    expenses,
    shipments,
  ];
  const further = [draft.taxLines, draft.settlements, draft.rivalPrices, draft.costs];
  return [...lists, ...further].find((list) => list.length > 0)?.length ?? 0;
}

function daysOf(
  draft: Draft,
  orders: Rows<Order>,
): { readonly from: Day | undefined; readonly to: Day | undefined } {
  let from: Day | undefined;
  let to: Day | undefined;
  const see = (day: Day | undefined): void => {
    if (day === undefined) return;
    if (from === undefined || day < from) from = day;
    if (to === undefined || day > to) to = day;
  };
  for (const order of orders) see(order.placedOn);
  for (const movement of draft.movements) see(movement.day);
  for (const line of draft.taxLines) see(line.day);
  for (const settlement of draft.settlements) see(settlement.paidOn);
  for (const expense of draft.expenses) see(expense.day);
  for (const shipment of draft.shipments) see(shipment.day);
  for (const level of draft.stock) see(level.asOf);
  for (const price of draft.rivalPrices) see(price.seenOn);
  return { from, to };
}
