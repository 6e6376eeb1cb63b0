import type { Books, Order, Provenance, StockLevel } from '../domain/books.ts';
import type { Problem } from '../domain/problem.ts';
import type { Rows } from '../domain/rows.ts';
import type { ShopSettings } from '../domain/shop.ts';
import { settleCosts } from './costs.ts';
import { deriveOrders } from './derive-orders.ts';
import { homeCurrency, inCurrency, orderInCurrency } from './home-money.ts';
import { countLedgerOnce } from './ledger-overlap.ts';
import { mergeRecords, type MergeRule, type Overlap } from './merge-records.ts';
import * as rules from './merge-rules.ts';
import { movementRule } from './movement-rule.ts';
import { oneSale } from './one-sale.ts';
import type { ReadFile } from './read-file.ts';
import { wholeSettlements } from './settlements-in-parts.ts';
import { sourceOf, toldOf } from './source-of.ts';
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
  const sales = salesOnce(files, unite(rules.ORDERS));
  const kinds = new Map(files.map(({ file, kind }) => [file, kind]));
  const ledger = countLedgerOnce(list(movementRule(files)), (file) => kinds.get(file));
  overlaps.push(...sales.overlaps, ...ledger.overlaps);
  const home = homeCurrency(sales.orders, shop, ledger.movements);
  const orders = orderInCurrency(sales.orders, home);
  const taxLines = inCurrency(list(rules.TAX_LINES), home, TAX_AMOUNTS);
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
    settlements: inCurrency(wholeSettlements(list(rules.SETTLEMENTS), files, ledger.movements), home, [
      'total',
    ]),
    taxLines,
    products: inCurrency(list(rules.PRODUCTS), home, ['price', 'compareAt']),
    costs: costs.costs,
    stock: withoutCountedTwice(list(rules.STOCK), files),
    stockHistory: list(rules.STOCK_HISTORY),
    customers: list(rules.CUSTOMERS),
    suppliers: list(rules.SUPPLIERS),
    supplierItems: list(rules.SUPPLIER_ITEMS),
    purchases: inCurrency(list(rules.PURCHASES), home, ['unitPrice']),
    expenses: inCurrency(list(rules.EXPENSES), home, ['amount']),
    shipments: inCurrency(list(rules.SHIPMENTS), home, ['forwardCost', 'returnCost']),
    rivalPrices: inCurrency(list(rules.RIVAL_PRICES), home, ['price']),
    sources: files.map((file) => sourceOf(file, told)),
  };
  return { books, problems: [...overlaps.flatMap(conflict), ...costs.problems] };
}

function asArray<Item>(records: Rows<Item>): readonly Item[] {
  return Array.isArray(records) ? (records as readonly Item[]) : [...records];
}

const TAX_AMOUNTS = ['gross', 'taxable', 'cgst', 'sgst', 'igst', 'cess', 'tcs'] as const;

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
