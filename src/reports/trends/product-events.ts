import { dayFrom, dayNumber, type Day } from '../../domain/day.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { daysIn, type Period } from '../../domain/period.ts';
import { median } from '../../stats/order-statistics.ts';
import type { SaleLine } from './causes/sale-line.ts';
import type { SoldByDay, StockOutsOf } from './stock-outs.ts';

/** Something that happened to a product, read from its own rows, whatever the shop's total did. */
export interface ProductEvent {
  readonly kind: 'soldOut' | 'silent' | 'price' | 'newProduct';
  readonly item: string;
  /** its first day */
  readonly day: Day;
  /** how long it lasted, or has lasted so far */
  readonly days: number;
  /** sales missed, sales more or less through the price, sales of the new product; minor units, signed */
  readonly amount: number;
  /** pieces sold a day before (a new product: since) */
  readonly rate: number;
  /** pieces missed (a new product, a new price: sold since) */
  readonly pieces: number;
  /** price of one piece before and after; undefined but for `price` */
  readonly prices?: { readonly before: number; readonly after: number } | undefined;
}

/** Days before a change by which the usual is told. */
const BEFORE = 28;
const FEWEST_BEFORE = 3;
const BULK = 3;
const FEWEST_AFTER = 2;
const SAME_PRICE = 0.01;
const PRICE_CHANGE = 0.02;
/** share of a side's lines that have its price */
const AGREED = 0.8;
/** of all sales of the window, for a new product to be worth telling */
const LEAST_SHARE = 0.01;

interface Item {
  readonly name: string;
  readonly lines: readonly SaleLine[];
  readonly sold: SoldByDay;
}

interface Looking {
  readonly window: Period;
  /** the shop's first known day: of what it sold in its first four weeks nobody can tell whether it was new */
  readonly first: Day;
  readonly outsOf: StockOutsOf;
  /** the day of the item's first sale ever; undefined for what is no product, such as postage */
  readonly firstSold: (item: string) => Day | undefined;
}

/**
 * Stock-outs, price changes and new products of the window, most money first. `lines` begin four weeks before it. A price has
 * changed when four fifths of the lines on each side agree on two prices at least 2 % apart; a stock-out counts where at
 * least one piece was to be expected by the sales of the 28 days before it; a new product where it brought 1 % of all sales.
 */
export function productEvents(lines: readonly SaleLine[], looking: Looking): readonly ProductEvent[] {
  const from = dayNumber(looking.window.from) - BEFORE;
  const start = dayNumber(looking.window.from);
  const all = lines.reduce((sum, { day, amount }) => (day < start ? sum : sum + amount), 0);
  return itemsOf(lines, { from, to: dayNumber(looking.window.to) })
    .filter(({ name }) => looking.firstSold(name) !== undefined)
    .flatMap((item) => [
      ...soldOut(item, looking),
      ...priceChanged(item, looking),
      ...newProduct(item, looking).filter(({ amount }) => amount >= LEAST_SHARE * all),
    ])
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || (a.item < b.item ? -1 : 1));
}

function itemsOf(lines: readonly SaleLine[], { from, to }: { from: number; to: number }): readonly Item[] {
  const byItem = new Map<string, SaleLine[]>();
  for (const line of lines) {
    if (line.refund === true || line.item === '' || !(line.quantity > 0)) continue;
    const known = byItem.get(line.item);
    if (known === undefined) byItem.set(line.item, [line]);
    else known.push(line);
  }
  return [...byItem].map(([name, own]) => {
    const pieces = new Float64Array(to - from + 1);
    for (const { day, quantity } of own) pieces[day - from] = (pieces[day - from] ?? 0) + quantity;
    return { name, lines: own.sort((a, b) => a.day - b.day), sold: { start: from, pieces } };
  });
}

/** Price of one piece before discounts. */
function priceOf({ amount, discount = 0, quantity }: SaleLine): number {
  return (amount + discount) / quantity;
}

function within(lines: readonly SaleLine[], from: number, to: number): readonly SaleLine[] {
  return lines.filter(({ day }) => day >= from && day < to);
}

function piecesIn(lines: readonly SaleLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Pieces sold, a day's at most three times those of the middle selling day: one bulk order is no habit. */
function usualPieces(lines: readonly SaleLine[]): number {
  const byDay = new Map<number, number>();
  for (const { day, quantity } of lines) byDay.set(day, (byDay.get(day) ?? 0) + quantity);
  const days = [...byDay.values()];
  const most = BULK * median(days);
  return days.reduce((sum, pieces) => sum + Math.min(pieces, most), 0);
}

function soldOut({ name, lines, sold }: Item, { window, outsOf }: Looking): ProductEvent[] {
  const start = dayNumber(window.from);
  return outsOf(name, sold)
    .filter(({ to }) => to > start)
    .flatMap(({ from, to, isSuspected }): ProductEvent[] => {
      const before = within(lines, from - BEFORE, from);
      if (before.length === 0) return [];
      const days = to - from;
      const rate = usualPieces(before) / Math.min(BEFORE, from - sold.start);
      const pieces = rate * days;
      if (pieces < 1) return [];
      const amount = -roundHalfUp(pieces * median(before.map(priceOf)));
      const kind = isSuspected ? 'silent' : 'soldOut';
      return [{ kind, item: name, day: dayFrom(from), days, amount, rate, pieces }];
    });
}

/** The day that parts old and new price best. */
function priceChanged({ name, lines }: Item, { window }: Looking): ProductEvent[] {
  const end = dayNumber(window.to) + 1;
  const start = dayNumber(window.from);
  const days = new Set(lines.map(({ day }) => day).filter((day) => day >= start));
  let best:
    (NonNullable<ProductEvent['prices']> & { readonly day: number; readonly agreed: number }) | undefined;
  for (const day of days) {
    const was = agreedPrice(within(lines, day - BEFORE, day), FEWEST_BEFORE);
    const now = agreedPrice(within(lines, day, end), FEWEST_AFTER);
    if (was === undefined || now === undefined || Math.abs(now.price / was.price - 1) < PRICE_CHANGE)
      continue;
    const agreed = was.agreed + now.agreed;
    if (best === undefined || agreed > best.agreed)
      best = { day, agreed, before: roundHalfUp(was.price), after: roundHalfUp(now.price) };
  }
  if (best === undefined) return [];
  const { day, before, after } = best;
  const pieces = piecesIn(within(lines, day, end));
  const amount = roundHalfUp((after - before) * pieces);
  const rate = piecesIn(within(lines, day - BEFORE, day)) / BEFORE;
  const prices = { before, after };
  return [{ kind: 'price', item: name, day: dayFrom(day), days: end - day, amount, rate, pieces, prices }];
}

/** The price of four fifths of the lines, and the share that agrees; undefined when fewer do, or there are too few lines. */
function agreedPrice(
  lines: readonly SaleLine[],
  fewest: number,
): { readonly price: number; readonly agreed: number } | undefined {
  const prices = lines.map(priceOf);
  const price = median(prices);
  const agreed = prices.filter((other) => Math.abs(other / price - 1) <= SAME_PRICE).length / prices.length;
  return prices.length >= fewest && price > 0 && agreed >= AGREED ? { price, agreed } : undefined;
}

/** A product whose first sale ever lies in the window, in a shop that was there four weeks before it. */
function newProduct({ name, lines }: Item, { window, first, firstSold }: Looking): ProductEvent[] {
  const day = firstSold(name);
  if (day === undefined || day < window.from || dayNumber(day) - dayNumber(first) < BEFORE) return [];
  const days = daysIn({ from: day, to: window.to });
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const pieces = piecesIn(lines);
  return [{ kind: 'newProduct', item: name, day, days, amount, rate: pieces / days, pieces }];
}
