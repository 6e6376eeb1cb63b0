import { addDays, type Day } from '../../domain/day.ts';
import { roundHalfUp, type Minor } from '../../domain/money.ts';
import { orderNumbers, type PurchaseOrder, type PurchaseOrderLine } from '../../domain/purchase-order.ts';
import type { Supplier } from '../../domain/supply.ts';
import { boughtOf, orderPrice, type Bought } from './buying.ts';
import { supplierKey } from './lead-times.ts';
import { isDead, wanted, type RestockItem } from './restock-item.ts';

/** What goes to one supplier. */
export interface SupplierOrder {
  readonly order: PurchaseOrder;
  readonly supplier: Supplier;
  readonly bought: readonly Bought[];
  /** Σ of the known costs, in the shop's currency */
  readonly amount: Minor;
  /** what is missing to the supplier's minimum; 0 when it is reached or there is none */
  readonly toMinimum: Minor;
  /** what is missing to free freight; 0 when it is reached or there is none */
  readonly toFreeFreight: Minor;
}

export interface Ordering {
  readonly asOf: Day;
  readonly currency: string;
  readonly buyer: string | undefined;
  readonly deliveryAddress: string | undefined;
  /** order numbers in use */
  readonly taken: readonly string[];
  /** money that may be spent on filling up an order */
  readonly left: Minor | undefined;
  /** share of its cost that keeping a piece for a year costs */
  readonly holdingShare: number;
}

/** Where the gap to free freight is no larger than this part of the order, it is worth telling. */
const NEAR = 0.25;
const DEFAULT_SURPLUS_DAYS = 120;

/**
 * One order for each supplier with something to buy, largest profit first. One below its supplier's minimum is filled up with those of
 * his products that will be due next, least days of cover first, when what the order saves is more than keeping them longer costs.
 */
export function supplierOrders(
  bought: readonly Bought[],
  all: readonly RestockItem[],
  ordering: Ordering,
): readonly SupplierOrder[] {
  const offers = new Map(bySupplier(all, (item) => item).map(({ key, own }) => [key, own]));
  const groups = bySupplier(
    bought.filter(({ quantity }) => quantity > 0),
    ({ item }) => item,
  ).sort((a, b) => savedBy(b.own) - savedBy(a.own) || (a.key < b.key ? -1 : 1));
  let left = ordering.left ?? Infinity;
  const filled = groups.map(({ key, supplier, own }) => {
    const next = filledUp(own, offers.get(key) ?? [], { ...ordering, supplier, left });
    left -= amountOf(next) - amountOf(own);
    return { supplier, own: next };
  });
  const names = groups.map(({ supplier }) => supplier.name);
  const numbers = orderNumbers(names, ordering.asOf, ordering.taken);
  return filled.map(({ supplier, own }, place) =>
    supplierOrder(own, supplier, { ...ordering, number: numbers[place] ?? '' }),
  );
}

interface Group<One> {
  readonly key: string;
  readonly supplier: Supplier;
  readonly own: readonly One[];
}

/** What has a known supplier, by supplier. */
function bySupplier<One>(all: readonly One[], itemOf: (one: One) => RestockItem): Group<One>[] {
  const groups = new Map<string, Group<One> & { readonly own: One[] }>();
  for (const one of all) {
    const { supplier } = itemOf(one).terms;
    if (supplier === undefined) continue;
    const key = supplierKey(supplier.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, supplier, own: [one] });
    else group.own.push(one);
  }
  return [...groups.values()];
}

function savedBy(bought: readonly Bought[]): number {
  return bought.reduce((sum, { saves }) => sum + (saves ?? 0), 0);
}

function amountOf(bought: readonly Bought[]): Minor {
  return bought.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
}

/** What a supplier's threshold lacks; thresholds in another currency than the shop's are not compared. */
function gapTo(
  threshold: Minor | undefined,
  { currency }: Supplier,
  { amount, home }: { readonly amount: Minor; readonly home: string },
): Minor {
  if (threshold === undefined || (currency !== undefined && currency !== home)) return 0;
  return Math.max(0, threshold - amount);
}

function filledUp(
  own: readonly Bought[],
  offered: readonly RestockItem[],
  {
    currency: home,
    supplier,
    left,
    holdingShare,
  }: Ordering & { readonly supplier: Supplier; readonly left: Minor },
): readonly Bought[] {
  const gap = gapTo(supplier.minimumOrder, supplier, { amount: amountOf(own), home });
  if (gap === 0) return own;
  const inOrder = new Set(own.map(({ item }) => item.key));
  const filling = fillers(offered.filter((item) => !inOrder.has(item.key) && canFill(item)).sort(byCover), {
    gap,
    left,
  });
  const kept = filling.reduce((sum, { cost = 0, item }) => sum + cost * holdingShare * yearsEarly(item), 0);
  return amountOf(filling) >= gap && savedBy(own) > kept ? [...own, ...filling] : own;
}

function canFill({ position, dailyDemand, demand }: RestockItem): boolean {
  return position !== null && dailyDemand > 0 && !isDead(demand);
}

function byCover(a: RestockItem, b: RestockItem): number {
  return daysLeft(a) - daysLeft(b) || (a.key < b.key ? -1 : 1);
}

/** What lasts longer than is looked ahead lasts as long as that. */
function daysLeft({ daysOfCover }: RestockItem): number {
  return daysOfCover ?? 730;
}

/** How much sooner than needed it is bought. */
function yearsEarly(item: RestockItem): number {
  return Math.max(0, daysLeft(item) - item.leadDays) / 365;
}

function fillers(
  next: readonly RestockItem[],
  { gap, left }: { readonly gap: Minor; readonly left: Minor },
): readonly Bought[] {
  const filling: Bought[] = [];
  let spent = 0;
  for (const item of next) {
    if (spent >= gap) break;
    const one = fillerOf(item, gap - spent);
    if (one?.cost === undefined || spent + one.cost > left) continue;
    filling.push(one);
    spent += one.cost;
  }
  return filling;
}

/** As much of a product as fills the gap, in whole packs, at most what would be ordered at its next turn. */
function fillerOf(item: RestockItem, gap: Minor): Bought | undefined {
  const price = orderPrice(item);
  if (price === undefined || price <= 0) return undefined;
  const { terms, dailyDemand, covered } = item;
  const days = Math.min(terms.maxCoverDays ?? DEFAULT_SURPLUS_DAYS, DEFAULT_SURPLUS_DAYS);
  const orderUpTo = Math.max(item.levels.orderUpTo, Math.floor(days * dailyDemand));
  const most = wanted(item, { orderUpTo, covered, dailyDemand }).quantity;
  const least = Math.ceil(terms.minimum / terms.pack) * terms.pack;
  const enough = Math.max(least, Math.ceil(gap / price / terms.pack) * terms.pack);
  const quantity = Math.min(Math.floor(most / terms.pack + 1e-9) * terms.pack, enough);
  return quantity <= 0 || quantity < least ? undefined : boughtOf(item, quantity, true);
}

function supplierOrder(
  bought: readonly Bought[],
  supplier: Supplier,
  { asOf, currency: home, number, buyer, deliveryAddress }: Ordering & { readonly number: string },
): SupplierOrder {
  const amount = amountOf(bought);
  const currency =
    bought.find(({ item }) => item.terms.item?.price !== undefined)?.item.terms.item?.currency ?? home;
  const days = Math.max(...bought.map(({ item }) => item.leadDays));
  const freight = gapTo(supplier.freeFreightFrom, supplier, { amount, home });
  return {
    ...{ supplier, bought, amount },
    toMinimum: gapTo(supplier.minimumOrder, supplier, { amount, home }),
    toFreeFreight: freight <= roundHalfUp(NEAR * amount) ? freight : 0,
    order: {
      ...{
        number,
        supplier,
        currency,
        orderedOn: asOf,
        wantedBy: addDays(asOf, days),
        buyer,
        deliveryAddress,
      },
      lines: bought.map((one) => lineOf(one, currency, home)),
    },
  };
}

/** A price in another currency than the order's is not known to it. */
function lineOf({ item, quantity }: Bought, currency: string, home: string): PurchaseOrderLine {
  const { terms, sku, title } = item;
  const told = terms.item;
  const isSame = (told?.currency ?? home) === currency;
  return {
    ...{ sku, title: title === '' ? undefined : title, quantity },
    supplierSku: told?.supplierSku,
    packSize: told?.packSize,
    unitPrice: isSame ? told?.price : undefined,
  };
}
