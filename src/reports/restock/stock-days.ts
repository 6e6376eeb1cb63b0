import { dayNumber, type Day } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import type { StockOnDay } from '../../domain/supply.ts';
import { skuKey } from '../pnl/unit-cost.ts';

/** What the stock history says of each day of a period. */
export interface DaysInStock {
  /** out of stock from morning to evening, and nothing sold */
  readonly empty: readonly boolean[];
  /** sold out in the course of the day */
  readonly soldOut: readonly boolean[];
}

/** Levels of past days, by SKU. */
export interface StockHistory {
  readonly keys: () => Iterable<string>;
  /** levels of each location on the evening before a day; `isPast`: the history goes on after it. Undefined: nothing known before. */
  readonly shelvesOn: (
    key: string,
    day: Day,
  ) => { readonly shelves: ReadonlyMap<string, number>; readonly isPast: boolean } | undefined;
  /** undefined when the history does not know the SKU */
  readonly daysOf: (key: string, units: Float32Array, period: Period) => DaysInStock | undefined;
  /** first day on which something was there */
  readonly firstInStock: (key: string) => Day | undefined;
}

type Levels = ReadonlyMap<string, readonly StockOnDay[]>;

/**
 * Reads a stock history: a level holds until the next one of its location; locations are added up. Before a SKU's first level and after
 * the history's last day nothing is known.
 */
export function stockHistoryOf(rows: readonly StockOnDay[]): StockHistory {
  const bySku = new Map<string, Map<string, StockOnDay[]>>();
  let last = '';
  for (const row of rows) {
    const key = skuKey(row.sku);
    let places = bySku.get(key);
    if (places === undefined) bySku.set(key, (places = new Map<string, StockOnDay[]>()));
    const place = row.location ?? '';
    const levels = places.get(place);
    if (levels === undefined) places.set(place, [row]);
    else levels.push(row);
    if (row.day > last) last = row.day;
  }
  for (const places of bySku.values())
    for (const levels of places.values()) levels.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  return {
    keys: () => bySku.keys(),
    shelvesOn: (key, day) => shelvesOn(bySku.get(key), day, last),
    daysOf: (key, units, period) => {
      const places = bySku.get(key);
      return places === undefined ? undefined : daysOf(places, { units, period, last });
    },
    firstInStock: (key) => firstInStock(bySku.get(key)),
  };
}

function shelvesOn(places: Levels | undefined, day: Day, last: Day) {
  const shelves = new Map<string, number>();
  for (const [place, levels] of places ?? []) {
    const level = levels.findLast((row) => row.day < day);
    if (level !== undefined) shelves.set(place, level.onHand);
  }
  return shelves.size === 0 ? undefined : { shelves, isPast: last >= day };
}

function firstInStock(places: Levels | undefined): Day | undefined {
  const days = [...(places?.values() ?? [])].flatMap(
    (levels) => levels.find(({ onHand }) => onHand > 0)?.day ?? [],
  );
  return days.sort()[0];
}

interface Looking {
  readonly units: Float32Array;
  readonly period: Period;
  readonly last: Day;
}

/** Stock of every evening from the one before the period on; NaN where not known. */
function evenings(places: Levels, { units, period, last }: Looking): Float64Array {
  const before = dayNumber(period.from) - 1;
  const end = Math.min(units.length, dayNumber(last) - before);
  const total = new Float64Array(units.length + 1).fill(NaN);
  for (const levels of places.values()) {
    levels.forEach(({ day, onHand }, index) => {
      const next = levels[index + 1];
      const to = next === undefined ? end + 1 : dayNumber(next.day) - before;
      for (let i = Math.max(0, dayNumber(day) - before); i < Math.min(to, end + 1); i += 1) {
        const sum = total[i] ?? NaN;
        total[i] = (Number.isNaN(sum) ? 0 : sum) + onHand;
      }
    });
  }
  return total;
}

function daysOf(places: Levels, looking: Looking): DaysInStock {
  const stock = evenings(places, looking);
  const empty: boolean[] = [];
  const soldOut: boolean[] = [];
  looking.units.forEach((units, day) => {
    const [morning = NaN, evening = NaN] = [stock[day], stock[day + 1]];
    empty.push(morning <= 0 && evening <= 0 && units === 0);
    soldOut.push(evening <= 0 && units > 0);
  });
  return { empty, soldOut };
}
