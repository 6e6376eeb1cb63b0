import { addDays, type Day } from '../../domain/day.ts';
import { roundHalfUp, type Minor } from '../../domain/money.ts';
import { demandOver } from '../../stats/demand-over.ts';
import type { DemandPrior } from '../../stats/demand-prior.ts';
import type { Distribution } from '../../stats/distribution.ts';
import { orderQuantity, type OrderReason } from '../../stats/order-quantity.ts';
import { stockLevels, type StockLevels } from '../../stats/stock-policy.ts';
import { coverOf } from './cover.ts';
import type { KnownDemand } from './known-demand.ts';
import type { Arrival } from './on-order.ts';
import type { StockNow } from './stock-now.ts';
import type { SupplyTerms } from './supply-terms.ts';

/**
 * `out`: nothing left to sell · `late`: sold out before an order placed today arrives · `order`: order now · `fine` · `too-much`:
 * more than half a year's sales · `dead`: no sale for 180 days · `waits`: due, but the least that can be ordered lasts too long ·
 * `unknown`: no file tells the stock
 */
export type Status = 'out' | 'late' | 'order' | 'fine' | 'too-much' | 'dead' | 'waits' | 'unknown';
export type Confidence = 'low' | 'medium' | 'high';

/** A product, what is known of it. */
export interface ItemFacts {
  readonly key: string;
  readonly sku: string;
  readonly title: string;
  readonly demand: KnownDemand;
  readonly stock: StockNow | undefined;
  readonly arrivals: readonly Arrival[];
  /** pieces of undelivered parcels on their way back */
  readonly inbound: number;
  readonly terms: SupplyTerms;
  /** net sales of one piece */
  readonly price: number | undefined;
  /** what one piece costs the shop */
  readonly unitCost: Minor | undefined;
  /** listed for sale and never sold: what comes first is worth a try */
  readonly isNew: boolean;
}

/** A product with what is to be done about it. */
export interface RestockItem extends ItemFacts {
  readonly service: number;
  readonly leadDays: number;
  readonly spanDays: number;
  /** demand until an order placed today arrives, and until one placed at the next look does */
  readonly leadTime: Distribution;
  readonly protection: Distribution;
  readonly levels: StockLevels;
  readonly dailyDemand: number;
  readonly onOrder: number;
  /** free + arriving in time + coming back; null when the stock is not known */
  readonly position: number | null;
  /** `position`, less what will be asked for in vain before an order placed today can arrive: that is not to be ordered */
  readonly covered: number;
  readonly daysOfCover: number | null;
  readonly stockOutDate: Day | null;
  readonly quantity: number;
  readonly reason: OrderReason | 'not-yet' | 'unknown';
  readonly need: number;
  /** pieces that will be short before the next order's goods are there if nothing is ordered today */
  readonly unitsShort: number;
  /** `unitsShort` × (price − cost); undefined when cost or price is not known */
  readonly profitAtRisk: Minor | undefined;
  /** lost whatever is ordered today: short before it can arrive */
  readonly lostAnyway: Minor | undefined;
  readonly status: Status;
  readonly confidence: Confidence;
}

/** What holds for all products of the shop. */
export interface ShopFacts {
  readonly asOf: Day;
  /** what each coming day is worth, from today on */
  readonly ahead: Float64Array;
  readonly prior: (days: number) => DemandPrior;
  /** by what safety stock is multiplied so that looks back would have kept the promise */
  readonly safetyFactor: number;
}

const DEAD_AFTER = 180;
const TOO_MUCH_DAYS = 182;
/** An order is not to last longer, where nobody says otherwise. */
const MOST_COVER_DAYS = 120;
const LOW_UNDER = 28;
const HIGH_FROM = 91;

/** Whether a product sold nothing for 180 days on which it was known; one that never sold and is not known for so long is new, not dead. */
export function isDead({ quietDays, ageDays }: KnownDemand): boolean {
  return (quietDays ?? ageDays) >= DEAD_AFTER;
}

/** Everything about one product: demand, levels, cover, what to order and what waiting costs. */
export function restockItem(facts: ItemFacts, service: number, shop: ShopFacts): RestockItem {
  const { terms, stock } = facts;
  const leadDays = Math.max(1, Math.round(terms.lead.days));
  const spanDays = leadDays + terms.reviewDays;
  const demand = demandOf(facts, { leadDays, spanDays }, shop);
  const dailyDemand = demand.protection.mean / spanDays;
  const shelf = shelfOf(facts, { ...demand, leadDays, spanDays }, shop);
  const levels = levelsOf({ demand, service, dailyDemand }, facts, shop.safetyFactor);
  const order = decided({ facts, position: shelf.position, covered: shelf.covered, levels, dailyDemand });
  const unitsShort = shelf.position === null ? 0 : expectedShort(demand.protection, shelf.covered);
  const margin = marginOf(facts);
  const worth = (units: number): Minor | undefined =>
    margin === undefined ? undefined : roundHalfUp(units * margin);
  return {
    ...{
      ...facts,
      ...demand,
      ...shelf,
      ...order,
      service,
      leadDays,
      spanDays,
      levels,
      dailyDemand,
      unitsShort,
    },
    onOrder: total(facts.arrivals),
    profitAtRisk: worth(unitsShort),
    lostAnyway: worth(stock === undefined ? 0 : shelf.lost),
    status: statusOf(facts, { days: shelf.daysOfCover, leadDays, order, dailyDemand }),
    confidence: confidenceOf(facts.demand),
  };
}

interface Spans extends Pick<RestockItem, 'leadTime' | 'protection'> {
  readonly leadDays: number;
  readonly spanDays: number;
}

type OnShelf = Pick<RestockItem, 'position' | 'covered' | 'daysOfCover' | 'stockOutDate'> & {
  /** pieces asked for in vain before an order placed today can arrive */
  readonly lost: number;
};

/** What is there and comes in time, how long it lasts, and what is lost before an order placed today can change it. */
function shelfOf(
  { stock, arrivals, inbound }: ItemFacts,
  { leadTime, protection, leadDays, spanDays }: Spans,
  shop: ShopFacts,
): OnShelf {
  const inTime = (days: number): number => total(arrivals.filter(({ inDays }) => inDays <= days)) + inbound;
  const free = stock?.free ?? 0;
  const lost = expectedShort(leadTime, Math.max(0, free + inTime(leadDays)));
  const rate = protection.mean / sum(shop.ahead.subarray(0, spanDays)) || 0;
  const { days } = coverOf(free, { rate, ahead: shop.ahead, arrivals });
  const position = stock === undefined ? null : free + inTime(spanDays);
  const isTold = stock !== undefined && days !== null;
  return {
    ...{ position, lost, covered: (position ?? 0) + lost },
    daysOfCover: isTold ? days : null,
    stockOutDate: isTold ? addDays(shop.asOf, Math.floor(days)) : null,
  };
}

function expectedShort(demand: Distribution, stock: number): number {
  return demand.mean === 0 ? 0 : demand.expectedShort(stock);
}

function demandOf(
  { demand, terms, isNew }: ItemFacts,
  { leadDays, spanDays }: { readonly leadDays: number; readonly spanDays: number },
  { ahead, prior }: ShopFacts,
): Pick<RestockItem, 'leadTime' | 'protection'> {
  const isKnown = !isDead(demand) && (demand.quietDays !== undefined || isNew);
  const over = (days: number): Distribution =>
    demandOver(isKnown ? demand.history : [], days, {
      leadTimeDeviation: terms.lead.spread,
      profile: ahead.subarray(0, days),
      ...(isKnown ? { prior: prior(days) } : {}),
    });
  return { leadTime: over(leadDays), protection: over(spanDays) };
}

interface Leveling {
  readonly demand: Pick<RestockItem, 'leadTime' | 'protection'>;
  readonly service: number;
  readonly dailyDemand: number;
}

/** Levels with safety stock × the factor by which looks back fell short; never more than a shelf life or the longest cover lets one sell. */
function levelsOf(
  { demand, service, dailyDemand }: Leveling,
  { terms: { maxCoverDays = MOST_COVER_DAYS, shelfLifeDays = Infinity } }: ItemFacts,
  factor: number,
): StockLevels {
  if (dailyDemand <= 0) return { reorderPoint: 0, orderUpTo: 0, safetyStock: 0 };
  const most = Math.min(maxCoverDays, shelfLifeDays) * dailyDemand;
  const plain = stockLevels(demand, service);
  const raised = (level: number, mean: number): number =>
    Math.max(0, Math.min(Math.ceil(mean + factor * (level - mean) - 1e-9), Math.floor(most)));
  const orderUpTo = raised(plain.orderUpTo, demand.protection.mean);
  return {
    orderUpTo,
    reorderPoint: Math.min(orderUpTo, raised(plain.reorderPoint, demand.leadTime.mean)),
    safetyStock: Math.max(0, orderUpTo - demand.protection.mean),
  };
}

interface Deciding {
  readonly facts: ItemFacts;
  readonly position: number | null;
  readonly covered: number;
  readonly levels: StockLevels;
  readonly dailyDemand: number;
}

function decided({
  facts,
  position,
  covered,
  levels,
  dailyDemand,
}: Deciding): Pick<RestockItem, 'quantity' | 'reason' | 'need'> {
  if (position === null) return { quantity: 0, reason: 'unknown', need: 0 };
  if (isDead(facts.demand)) return { quantity: 0, reason: 'no-demand', need: 0 };
  if (dailyDemand > 0 && position > levels.reorderPoint) return { quantity: 0, reason: 'not-yet', need: 0 };
  return wanted(facts, { orderUpTo: levels.orderUpTo, covered, dailyDemand });
}

/** What an order placed now would hold of a product, in whole packs and at least its minimum. */
export function wanted(
  { terms, demand }: ItemFacts,
  {
    orderUpTo,
    covered,
    dailyDemand,
  }: { readonly orderUpTo: number; readonly covered: number; readonly dailyDemand: number },
): Pick<RestockItem, 'quantity' | 'reason' | 'need'> {
  const { pack, minimum, maxCoverDays, shelfLifeDays } = terms;
  return orderQuantity({
    ...{ orderUpTo, position: covered, dailyDemand, pack, minimum, isDead: isDead(demand) },
    ...(maxCoverDays === undefined ? {} : { mostCoverDays: maxCoverDays }),
    ...(shelfLifeDays === undefined ? {} : { shelfLifeDays }),
  });
}

interface Standing {
  readonly days: number | null;
  readonly leadDays: number;
  readonly order: Pick<RestockItem, 'quantity' | 'reason'>;
  readonly dailyDemand: number;
}

function statusOf({ stock, demand }: ItemFacts, { days, leadDays, order, dailyDemand }: Standing): Status {
  if (stock === undefined) return 'unknown';
  if (isDead(demand)) return 'dead';
  if (dailyDemand <= 0) return 'fine';
  if (stock.free <= 0) return 'out';
  if (days !== null && days < leadDays) return 'late';
  if (order.quantity > 0) return 'order';
  if (order.reason === 'waits-for-minimum') return 'waits';
  return stock.free > TOO_MUCH_DAYS * dailyDemand ? 'too-much' : 'fine';
}

function confidenceOf({ knownDays, suspectedDays }: KnownDemand): Confidence {
  if (knownDays < LOW_UNDER) return 'low';
  return knownDays >= HIGH_FROM && suspectedDays === 0 ? 'high' : 'medium';
}

/** Net sales of a piece − what it costs; undefined when one of them is not known. A piece sold below its cost loses nothing when short. */
export function marginOf({ price, unitCost }: Pick<ItemFacts, 'price' | 'unitCost'>): number | undefined {
  return price === undefined || unitCost === undefined ? undefined : Math.max(0, price - unitCost);
}

function total(arrivals: readonly Arrival[]): number {
  return arrivals.reduce((units, { quantity }) => units + quantity, 0);
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
