import type { Books } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import type { PurchaseLine, Supplier, SupplierItem } from '../../domain/supply.ts';
import { skuKey } from '../pnl/unit-cost.ts';
import { leadTimes, supplierKey, type LeadTime, type LeadTimes } from './lead-times.ts';
import type { RestockOptions } from './options.ts';

/** On which terms a product can be bought. */
export interface SupplyTerms {
  /** undefined: no file says who sells it */
  readonly supplier: Supplier | undefined;
  readonly item: SupplierItem | undefined;
  readonly lead: LeadTime;
  /** days of sales that an order is to last once it is there */
  readonly reviewDays: number;
  readonly pack: number;
  readonly minimum: number;
  /** per piece, in the shop's currency */
  readonly price: Minor | undefined;
  readonly maxCoverDays: number | undefined;
  readonly shelfLifeDays: number | undefined;
}

/** Who sells what, and how long it takes. */
export interface Supply {
  readonly lead: LeadTimes;
  readonly keys: () => Iterable<string>;
  readonly of: (key: string) => SupplyTerms;
}

const DEFAULT_REVIEW_DAYS = 30;

/**
 * The terms of every SKU. Of several suppliers of one the one it was last ordered from counts, else the cheapest, else the first by
 * name. An order lasts `horizon` days, else the days between two orders to the supplier, else the shop's, else 30.
 */
export function supplyOf(books: Books, options: RestockOptions, currency: string): Supply {
  const suppliers = new Map(books.suppliers.map((supplier) => [supplierKey(supplier.name), supplier]));
  const items = new Map<string, SupplierItem[]>();
  for (const item of books.supplierItems) {
    const key = skuKey(item.sku);
    const list = items.get(key);
    if (list === undefined) items.set(key, [item]);
    else list.push(item);
  }
  const last = lastSuppliers(books.purchases, options.asOf);
  const lead = leadTimes(books.purchases, options.asOf);
  const of = (key: string): SupplyTerms => {
    const item = chosen(items.get(key) ?? [], last.get(key), currency);
    const name = item?.supplier ?? last.get(key);
    const supplier = name === undefined ? undefined : supplierNamed(name, suppliers, item);
    return termsOf({ supplier, item, lead, currency }, options);
  };
  return { lead, keys: () => items.keys(), of };
}

function supplierNamed(
  name: string,
  suppliers: ReadonlyMap<string, Supplier>,
  item: SupplierItem | undefined,
): Supplier {
  return suppliers.get(supplierKey(name)) ?? { name, file: item?.file ?? '', row: item?.row ?? 0 };
}

function lastSuppliers(purchases: readonly PurchaseLine[], asOf: Day): ReadonlyMap<string, string> {
  const last = new Map<string, { readonly on: Day; readonly supplier: string }>();
  for (const { sku, supplier, orderedOn = '' } of purchases) {
    if (supplier === undefined || orderedOn > asOf) continue;
    const held = last.get(skuKey(sku));
    if (held === undefined || orderedOn > held.on || (orderedOn === held.on && supplier < held.supplier))
      last.set(skuKey(sku), { on: orderedOn, supplier });
  }
  return new Map([...last].map(([key, { supplier }]) => [key, supplier]));
}

function chosen(
  items: readonly SupplierItem[],
  last: string | undefined,
  currency: string,
): SupplierItem | undefined {
  const price = (item: SupplierItem): number => priceIn(item, currency) ?? Infinity;
  const isLast = (item: SupplierItem): boolean =>
    last !== undefined && supplierKey(item.supplier) === supplierKey(last);
  return [...items].sort(
    (a, b) =>
      Number(isLast(b)) - Number(isLast(a)) ||
      compare(price(a), price(b)) ||
      compare(supplierKey(a.supplier), supplierKey(b.supplier)),
  )[0];
}

function compare(a: number | string, b: number | string): number {
  return a < b ? -1 : Number(a > b);
}

function priceIn({ price, currency }: SupplierItem, home: string): Minor | undefined {
  return currency === undefined || currency === home ? price : undefined;
}

interface Offer {
  readonly supplier: Supplier | undefined;
  readonly item: SupplierItem | undefined;
  readonly lead: LeadTimes;
  readonly currency: string;
}

function termsOf({ supplier, item, lead, currency }: Offer, options: RestockOptions): SupplyTerms {
  const own: Partial<SupplierItem> = item ?? {};
  return {
    ...{ supplier, item },
    lead: lead.of(supplier?.name ?? '', [own, supplier ?? {}]),
    reviewDays: reviewDaysOf(supplier, options),
    pack: Math.max(1, own.packSize ?? 1),
    minimum: Math.max(0, own.minimumQuantity ?? 0),
    price: item && priceIn(item, currency),
    maxCoverDays: own.maxCoverDays ?? options.maxCoverDays,
    shelfLifeDays: own.shelfLifeDays,
  };
}

function reviewDaysOf(
  supplier: Supplier | undefined,
  { horizon, reviewDays = DEFAULT_REVIEW_DAYS }: RestockOptions,
): number {
  return Math.max(1, Math.round(horizon ?? supplier?.reviewDays ?? reviewDays));
}
