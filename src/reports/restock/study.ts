import { sellingCalendar } from '../../domain/calendar/selling-calendar.ts';
import { dayNumber } from '../../domain/day.ts';
import type { Minor } from '../../domain/money.ts';
import type { Period } from '../../domain/period.ts';
import type { Accounting } from '../pnl/accounting.ts';
import type { KnownDays } from '../trends/sale-days.ts';
import { valueAt } from '../../stats/value-at.ts';
import { buying, type Bought } from './buying.ts';
import { itemFacts } from './item-facts.ts';
import { supplierKey } from './lead-times.ts';
import { locationShares } from './location-shares.ts';
import type { RestockOptions } from './options.ts';
import { overstockOf, type Overstock } from './overstock.ts';
import { restockItem, type ItemFacts, type RestockItem } from './restock-item.ts';
import { serviceOf, type Service } from './service.ts';
import { shopPrior } from './shop-prior.ts';
import { shopSeason } from './shop-season.ts';
import { soldUnits, type SoldProduct } from './sold-units.ts';
import { supplierOrders, type SupplierOrder } from './supplier-orders.ts';
import { supplyOf } from './supply-terms.ts';
import { stockByLocation, transfersOf, type LocationStock, type Transfer } from './transfers.ts';

/** Everything that was found out, before it becomes figures, tables and findings. */
export interface Study {
  readonly options: RestockOptions;
  readonly currency: string;
  readonly known: KnownDays;
  /** every product, what is most urgent first */
  readonly items: readonly RestockItem[];
  readonly bought: readonly Bought[];
  readonly orders: readonly SupplierOrder[];
  readonly overstock: readonly Overstock[];
  readonly locations: readonly LocationStock[];
  readonly transfers: readonly Transfer[];
  readonly service: Service;
  /** received orders from which lead times were learned */
  readonly leadOrders: number;
  /** feasts of the coming days that are reckoned with */
  readonly feasts: readonly string[];
  /** minor units of the budget not spent; undefined without a budget */
  readonly left: Minor | undefined;
}

const HOLDING_PERCENT = 20;
const FARTHEST = 400;

/** Works out the plan for the sales up to yesterday and the stock of today. */
export function studyOf(accounting: Accounting, known: KnownDays, options: RestockOptions): Study {
  const { books, currency } = accounting;
  const holdingShare = (options.holdingCostPercent ?? HOLDING_PERCENT) / 100;
  const period: Period = { from: known.from, to: known.to };
  const sold = soldUnits(accounting, period);
  const supply = supplyOf(books, options, currency);
  const gap = dayNumber(options.asOf) - dayNumber(known.to) - 1;
  const season = shopSeason(shopUnits(sold, period), period, {
    calendar: sellingCalendar(books.shop.country ?? homeCountry(accounting), books.shop.saleDays),
    horizon: gap + FARTHEST,
  });
  const facts = itemFacts({ accounting, options, period, sold, season, supply });
  const planned = plannedItems(facts, { sold, options, ahead: season.ahead.subarray(gap) });
  const isWanted = ofSupplier(options.supplier, planned.items);
  const items = planned.items.filter(isWanted);
  const plan = buying(items, options.budget);
  const orders = supplierOrders(plan.bought, items, {
    ...{ asOf: options.asOf, currency, left: plan.left, holdingShare },
    ...{ buyer: books.shop.name, deliveryAddress: books.shop.deliveryAddress },
    taken: [...books.purchases, ...(options.placed ?? [])].map(({ order }) => order),
  });
  const filling = orders.flatMap(({ bought }) => bought.filter(({ isFilling }) => isFilling));
  const spent = filling.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  const locations =
    options.byLocation === true ? stockByLocation(items, locationShares(books.stockHistory)) : [];
  return {
    ...{ options, currency, known, items, orders, locations, service: planned.service },
    bought: [...plan.bought, ...filling],
    overstock: overstockOf(items),
    transfers: transfersOf(locations),
    leadOrders: supply.lead.orders,
    feasts: season.feasts,
    left: plan.left === undefined ? undefined : plan.left - spent,
  };
}

/** Where most orders go, when the owner did not say where the shop is; India when no order says. */
function homeCountry({ sales }: Accounting): string {
  const counts = new Map<string, number>();
  for (const { order } of sales)
    if (order.country !== undefined) counts.set(order.country, (counts.get(order.country) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'IN';
}

function shopUnits(sold: ReadonlyMap<string, SoldProduct>, { from, to }: Period): Float64Array {
  const units = new Float64Array(dayNumber(to) - dayNumber(from) + 1);
  for (const product of sold.values()) {
    product.units.forEach((own, day) => (units[day] = valueAt(units, day) + own));
  }
  return units;
}

interface Planning {
  readonly sold: ReadonlyMap<string, SoldProduct>;
  readonly options: RestockOptions;
  readonly ahead: Float64Array;
}

function plannedItems(
  facts: readonly ItemFacts[],
  { sold, options, ahead }: Planning,
): { readonly items: readonly RestockItem[]; readonly service: Service } {
  const service = serviceOf(facts, {
    service: options.service,
    soldInYear: facts.map(({ key }) => sold.get(key)?.year.units ?? 0),
    spans: facts.map(({ terms }) => Math.max(1, Math.round(terms.lead.days)) + terms.reviewDays),
  });
  const prior = shopPrior(facts.map(({ demand }) => demand.history).filter(({ length }) => length > 0));
  const items = facts.map((item, place) => {
    const target = valueAt(service.targets, place);
    const shop = { asOf: options.asOf, ahead, prior, safetyFactor: service.safetyFactor(target) };
    return restockItem(item, target, shop);
  });
  return { items: items.sort(byUrgency), service };
}

/** What is to be ordered first; in it profit about to be lost, most first; then sales about to be lost where no cost is known; then days of cover. */
function byUrgency(a: RestockItem, b: RestockItem): number {
  const [one, other] = [urgency(a), urgency(b)];
  const place = one.findIndex((value, index) => value !== other[index]);
  if (place < 0) return a.key < b.key ? -1 : 1;
  return valueAt(other, place) - valueAt(one, place);
}

/** Numbers to compare by, one after the other, the higher the more urgent. */
function urgency({
  quantity,
  profitAtRisk = -1,
  unitsShort,
  price = 0,
  daysOfCover,
}: RestockItem): readonly number[] {
  return [Number(quantity > 0), profitAtRisk, unitsShort * price, -(daysOfCover ?? 1e9)];
}

/** By the name in full, without case; where no supplier is called so, by a part of it. */
function ofSupplier(name: string | undefined, items: readonly RestockItem[]): (item: RestockItem) => boolean {
  if (name === undefined) return () => true;
  const wanted = supplierKey(name);
  const keyOf = ({ terms }: RestockItem): string => supplierKey(terms.supplier?.name ?? '');
  const isFullName = items.some((item) => keyOf(item) === wanted);
  return (item) => (isFullName ? keyOf(item) === wanted : keyOf(item).includes(wanted));
}
