import type { Books, StockLevel } from '../../domain/books.ts';
import type { Day } from '../../domain/day.ts';
import { skuKey } from '../pnl/unit-cost.ts';
import type { StockHistory } from './stock-days.ts';

/** What lies on one shelf, or on all shelves of the shop together. */
export interface Shelf {
  /** pieces there; below zero counts as 0 */
  readonly onHand: number;
  /** pieces that can still be promised: on hand − committed − set apart; below zero when more was promised than is there */
  readonly free: number;
}

export interface StockNow extends Shelf {
  /** what a file calls incoming */
  readonly incoming: number;
  /** the file said less than nothing, so it counts as 0 */
  readonly wasNegative: boolean;
  /** by location; one without a name where the files name none */
  readonly shelves: ReadonlyMap<string, Shelf>;
}

/**
 * Stock by SKU: the levels of its locations added up, of several of one location the latest, else the smallest. Platforms without locations list
 * the shop's shelf: they tell nothing where another names its places. A count of the owner's for the whole shop goes before all. When `asOf` lies within the days of which a stock history tells, its level on the evening before
 * counts; a SKU of which only the history tells has its last level. A SKU without any level is not in the map: not known is not zero.
 */
export function stockNow(books: Books, history: StockHistory, asOf: Day): ReadonlyMap<string, StockNow> {
  const whole = new Set(books.sources.filter(({ kind }) => kind === 'ecom.stock').map(({ file }) => file));
  const now = new Map<string, StockNow>();
  for (const [key, list] of levelsOf(books.stock, asOf)) now.set(key, stockOf(inUse(list, whole)));
  for (const key of history.keys()) {
    const past = history.shelvesOn(key, asOf);
    if (past !== undefined && (past.isPast || !now.has(key))) now.set(key, fromShelves(past.shelves));
  }
  return now;
}

/** Rows by SKU; those that tell no level, and counts of later days, are left out. */
function levelsOf(stock: readonly StockLevel[], asOf: Day): ReadonlyMap<string, readonly StockLevel[]> {
  const rows = new Map<string, StockLevel[]>();
  for (const level of stock) {
    if (level.onHand === undefined && level.available === undefined) continue;
    if (level.asOf !== undefined && level.asOf > asOf) continue;
    const key = skuKey(level.sku);
    const list = rows.get(key);
    if (list === undefined) rows.set(key, [level]);
    else list.push(level);
  }
  return rows;
}

/** Places that are nobody's but the platform's: what lies there lies nowhere else. */
const ELSEWHERE = 'Amazon FBA';

/** A platform's "own" is the shop's shelf, as is a level without a place. */
function placeOf({ location = '' }: StockLevel): string {
  return location === 'own' ? '' : location;
}

function inUse(levels: readonly StockLevel[], whole: ReadonlySet<string>): readonly StockLevel[] {
  const counted = levels.filter((level) => placeOf(level) === '' && whole.has(level.file));
  const hasPlaces = levels.some((level) => !['', ELSEWHERE].includes(placeOf(level)));
  const told = counted.length > 0 ? counted : levels.filter((level) => !hasPlaces || placeOf(level) !== '');
  const latest = new Map<string, StockLevel>();
  for (const level of told) {
    const held = latest.get(placeOf(level));
    if (held === undefined || isBetter(level, held)) latest.set(placeOf(level), level);
  }
  return [...latest.values()];
}

/** The later count; of two of one day the smaller. */
function isBetter(level: StockLevel, { asOf = '', ...held }: StockLevel): boolean {
  const day = level.asOf ?? '';
  return day > asOf || (day === asOf && shelfOf(level).free < shelfOf(held).free);
}

function stockOf(levels: readonly StockLevel[]): StockNow {
  const shelves = new Map(levels.map((level) => [placeOf(level), shelfOf(level)]));
  const incoming = levels.reduce((sum, level) => sum + Math.max(0, level.incoming ?? 0), 0);
  const wasNegative = levels.some(({ onHand, available }) => (onHand ?? available ?? 0) < 0);
  return { ...sumOf(shelves), incoming, wasNegative, shelves };
}

function shelfOf({ onHand, available, committed = 0 }: StockLevel): Shelf {
  const there = Math.max(0, onHand ?? available ?? 0);
  if (onHand === undefined) return { onHand: there, free: there };
  const free = onHand >= 0 && available !== undefined ? available : there - committed;
  return { onHand: there, free };
}

function fromShelves(levels: ReadonlyMap<string, number>): StockNow {
  const shelves = new Map([...levels].map(([place, onHand]) => [place, { onHand, free: onHand }]));
  return { ...sumOf(shelves), incoming: 0, wasNegative: false, shelves };
}

function sumOf(shelves: ReadonlyMap<string, Shelf>): Shelf {
  let [onHand, free] = [0, 0];
  for (const shelf of shelves.values()) {
    onHand += shelf.onHand;
    free += shelf.free;
  }
  return { onHand, free };
}
