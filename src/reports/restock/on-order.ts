import { addDays, dayNumber, type Day } from '../../domain/day.ts';
import { openQuantity, type PurchaseLine } from '../../domain/supply.ts';
import { skuKey } from '../pnl/unit-cost.ts';

/** A line of an order that was placed and that no file tells of yet. */
export interface PlacedLine {
  readonly order: string;
  readonly sku: string;
  readonly quantity: number;
  readonly orderedOn: Day;
  readonly expectedOn?: Day | undefined;
}

/** Pieces on their way to the shop. */
export interface Arrival {
  readonly quantity: number;
  /** days from today, at least 1 */
  readonly inDays: number;
  /** days it is late already, 0: not late */
  readonly late: number;
  readonly order: string;
}

/** What is late comes within a week, for all we know. */
const LATE_COMES_IN = 7;
/** What is later than this is not counted on any more. */
const GIVEN_UP_AFTER = 60;

/**
 * Open lines of orders to suppliers by SKU, as they stood on the day `asOf`: ordered on it or before, not yet received on it. An order is
 * expected on its day, else after `leadDays`; a late one within a week, and one late by more than 60 days not at all. A placed order
 * counts until a file tells of the same SKU in an order of the same number.
 */
export function onOrder(
  purchases: readonly PurchaseLine[],
  placed: readonly PlacedLine[],
  asOf: Day,
): (key: string, leadDays: number) => readonly Arrival[] {
  const told = new Set(purchases.map(lineKey));
  const open = new Map<string, PlacedLine[]>();
  const add = (line: PlacedLine): void => {
    const key = skuKey(line.sku);
    const list = open.get(key);
    if (list === undefined) open.set(key, [line]);
    else list.push(line);
  };
  for (const line of purchases) {
    const { order, sku, orderedOn = asOf, expectedOn } = line;
    const quantity = openOn(line, asOf);
    if (quantity > 0 && orderedOn <= asOf) add({ order, sku, quantity, orderedOn, expectedOn });
  }
  for (const line of placed) if (line.orderedOn <= asOf && !told.has(lineKey(line))) add(line);
  return (key, leadDays) => (open.get(key) ?? []).map((line) => arrivalOf(line, { asOf, leadDays }));
}

/** Of an order that came after the day, what came then was still to come. */
function openOn(line: PurchaseLine, asOf: Day): number {
  const isAhead = line.receivedOn !== undefined && line.receivedOn > asOf;
  return isAhead ? line.quantity : openQuantity(line);
}

function arrivalOf(
  { order, quantity, orderedOn, expectedOn }: PlacedLine,
  { asOf, leadDays }: { readonly asOf: Day; readonly leadDays: number },
): Arrival {
  const due = dayNumber(expectedOn ?? addDays(orderedOn, Math.round(leadDays))) - dayNumber(asOf);
  const late = Math.max(0, -due);
  const inDays = due > 0 ? due : late > GIVEN_UP_AFTER ? Infinity : LATE_COMES_IN;
  return { order, quantity, inDays, late };
}

function lineKey({ order, sku }: Pick<PlacedLine, 'order' | 'sku'>): string {
  return `${skuKey(sku)}\n${order.normalize('NFC').trim().toUpperCase()}`;
}
