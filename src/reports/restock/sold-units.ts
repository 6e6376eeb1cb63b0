import type { OrderLine } from '../../domain/books.ts';
import { addDays, dayNumber, type Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import type { Period } from '../../domain/period.ts';
import { valueAt } from '../../stats/value-at.ts';
import { isSale, type Accounting, type Sale } from '../pnl/accounting.ts';
import { lineDiscounts, netOfTax } from '../pnl/net-of-tax.ts';
import { skuKey } from '../pnl/unit-cost.ts';
import { isNoProduct } from './no-product.ts';

/** What one product sold on each known day. */
export interface SoldProduct {
  /** as written; of several spellings the first in the alphabet */
  sku: string;
  /** of the last sale */
  title: string;
  titleOn: Day;
  /** pieces asked for and sold, gross of returns, one value for each day of the period; exact up to 16 million a day */
  readonly units: Float32Array;
  /** pieces and net sales (tax and discounts taken off) of the last year; the prices of the last 90 days count where there are any */
  readonly year: Sum;
  readonly recent: Sum;
}

interface Sum {
  units: number;
  amount: Minor;
}

const YEAR = 365;
const RECENT = 90;

/**
 * Pieces by product (SKU without case) and day in one pass over what the statement counts as sales: cancelled and void orders, and
 * unpaid ones that it does not count, are none. Lines without SKU, of other kinds than products, and with no or negative quantity are
 * left out, as are carriage and fees that a file calls products.
 */
export function soldUnits({ sales }: Pick<Accounting, 'sales'>, period: Period): Map<string, SoldProduct> {
  const first = dayNumber(period.from);
  const days = dayNumber(period.to) - first + 1;
  const products = new Map<string, SoldProduct>();
  const productOf = finder(products, days);
  const bounds = { year: addDays(period.to, 1 - YEAR), recent: addDays(period.to, 1 - RECENT) };
  const indexOf = dayIndex(first);
  for (const sale of sales) {
    const { placedOn } = sale.order;
    if (!isSale(sale.standing) || placedOn < period.from || placedOn > period.to) continue;
    addSale(sale, { index: indexOf(placedOn), productOf, bounds });
  }
  return products;
}

interface Adding {
  readonly index: number;
  readonly productOf: Find;
  readonly bounds: { readonly year: Day; readonly recent: Day };
}

function addSale({ order }: Sale, { index, productOf, bounds }: Adding): void {
  const { lines, placedOn } = order;
  const priced = placedOn >= bounds.year ? netAmounts(order) : undefined;
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place];
    if (line?.kind !== 'product' || !(line.quantity > 0)) continue;
    const product = productOf(line, placedOn);
    if (product === undefined) continue;
    product.units[index] = valueAt(product.units, index) + line.quantity;
    if (priced === undefined) continue;
    const amount = priced(place);
    addTo(product.year, line.quantity, amount);
    if (placedOn >= bounds.recent) addTo(product.recent, line.quantity, amount);
  }
}

function addTo(sum: Sum, units: number, amount: Minor): void {
  sum.units += units;
  sum.amount += amount;
}

function netAmounts(order: Sale['order']): (place: number) => Minor {
  const net = netOfTax(order);
  const discounts = lineDiscounts(order, net);
  return (place) => valueAt(net.lines, place) - (discounts[place] ?? 0);
}

/** Orders of one day stand together mostly, and a day is counted once. */
function dayIndex(first: number): (day: Day) => number {
  let last = '';
  let index = 0;
  return (day) => {
    if (day !== last) [last, index] = [day, dayNumber(day) - first];
    return index;
  };
}

type Find = (line: OrderLine, day: Day) => SoldProduct | undefined;

/** Remembers what it found by SKU and title as written: the same few come again and again. Undefined for a line that is no product to buy. */
function finder(products: Map<string, SoldProduct>, days: number): Find {
  const bySku = new Map<string, SoldProduct>();
  const noProducts = new Map<string, boolean>();
  const isNone = (line: OrderLine): boolean => {
    const name = `${line.sku ?? ''}\n${line.title}`;
    const known = noProducts.get(name) ?? isNoProduct(line);
    noProducts.set(name, known);
    return known;
  };
  return (line, day) => {
    if (isNone(line)) return undefined;
    const { sku = '', title } = line;
    let product = bySku.get(sku);
    if (product === undefined) bySku.set(sku, (product = productAt(products, sku.trim(), days)));
    if (day > product.titleOn || (day === product.titleOn && title < product.title))
      [product.title, product.titleOn] = [title, day];
    return product;
  };
}

function productAt(products: Map<string, SoldProduct>, sku: string, days: number): SoldProduct {
  const key = skuKey(sku);
  const found = products.get(key);
  if (found === undefined) {
    const [year, recent] = [
      { units: 0, amount: 0 },
      { units: 0, amount: 0 },
    ];
    const product = { sku, title: '', titleOn: '', units: new Float32Array(days), year, recent };
    products.set(key, product);
    return product;
  }
  if (sku < found.sku) found.sku = sku;
  return found;
}

/** Net sales of one piece in the last 90 days, else in the last year; undefined when none was sold or given away for nothing. */
export function netPrice({ year, recent }: Pick<SoldProduct, 'year' | 'recent'>): number | undefined {
  const { units, amount } = recent.units > 0 ? recent : year;
  return units > 0 && amount > 0 ? amount / units : undefined;
}
