import { WordCodes } from '../piece-columns.ts';
import { cleaner } from '../row-reader.ts';
import { cleanId } from '../values.ts';
import type { PlainReading } from './plain-orders.ts';

/** The lines of a piece's orders, as far as they are plain. */
export interface PlainLines {
  /** turns to the next piece, whose orders begin on these rows */
  readonly turn: (starts: Uint32Array, exponent: number) => void;
  /** false: a quantity or price is missing or not a plain number, an id lost its digits, or a line is a tip */
  readonly isPlain: (order: number) => boolean;
  readonly count: (order: number) => number;
  readonly amount: (order: number) => number;
  readonly units: (order: number) => number;
  /** adds the lines of the orders from one to another, exclusive */
  readonly write: (from: number, to: number) => void;
}

type Columns = ReturnType<typeof columnsOf>;

const NONE: Columns = {
  skus: new Uint32Array(),
  titles: new Uint32Array(),
  quantities: new Float64Array(),
  prices: new Float64Array(),
  discounts: new Float64Array(),
};

export function plainLines(reading: PlainReading): PlainLines {
  const { table, orders: into } = reading;
  const { lines } = into;
  const { skus, titles } = codesOf(reading);
  const product = lines.kind.codeOf('product');
  let [starts, found]: readonly [Uint32Array, Columns] = [new Uint32Array(), NONE];
  const startOf = (order: number): number => starts[order] ?? table.length;
  const unitsAt = (row: number): number => found.quantities[row] ?? 0;
  const amountAt = (row: number): number => unitsAt(row) * (found.prices[row] ?? 0);
  const sum = (order: number, valueAt: (row: number) => number): number => {
    let all = 0;
    for (let row = startOf(order); row < startOf(order + 1); row += 1) all += valueAt(row);
    return all;
  };
  const isPlainRow = (row: number): boolean => {
    const sku = skus.at(found.skus, row);
    if (lines.sku.words[sku] === NOT_PLAIN || found.discounts[row] === Number.POSITIVE_INFINITY) return false;
    if (!Number.isSafeInteger(amountAt(row))) return false;
    return sku !== 0 || !TIP.test(lines.title.words[titles.at(found.titles, row)] ?? '');
  };
  const writeRows = (first: number, count: number): void => {
    lines.kind.codes.extend(count).fill(product);
    lines.variant.codes.extend(count).fill(0);
    lines.quantity.extend(count).set(found.quantities.subarray(first, first + count));
    lines.tax.extend(count).fill(Number.NaN);
    skus.copy(found.skus.subarray(first, first + count), lines.sku.codes.extend(count));
    titles.copy(found.titles.subarray(first, first + count), lines.title.codes.extend(count));
    const [amount, discount] = [lines.amount.extend(count), lines.discount.extend(count)];
    const line = lines.row.extend(count);
    for (let at = 0; at < count; at += 1) {
      amount[at] = amountAt(first + at);
      discount[at] = found.discounts[first + at] || Number.NaN;
      line[at] = table.lineOf(first + at);
    }
  };
  return {
    turn: (rows, exponent) => {
      starts = rows;
      found = columnsOf(reading, exponent);
    },
    isPlain: (order) => {
      for (let row = startOf(order); row < startOf(order + 1); row += 1) if (!isPlainRow(row)) return false;
      return true;
    },
    count: (order) => startOf(order + 1) - startOf(order),
    amount: (order) => sum(order, amountAt),
    units: (order) => sum(order, unitsAt),
    write: (from, to) => writeRows(startOf(from), startOf(to) - startOf(from)),
  };
}

function columnsOf({ pieces, columns }: PlainReading, exponent: number) {
  const { all } = pieces;
  return {
    skus: pieces.texts(all, columns.lineSku),
    titles: pieces.texts(all, columns.lineName),
    quantities: pieces.decimals(all, columns.lineQuantity, 0),
    prices: pieces.decimals(all, columns.linePrice, exponent),
    discounts: pieces.decimals(all, columns.lineDiscount, exponent),
  };
}

const TIP = /^tip$/i;

/** Stands for an id that a spreadsheet shortened or of which nothing can be shown; no clean text is this. */
const NOT_PLAIN = '\u0000';

function codesOf({ pieces, orders: { lines } }: PlainReading) {
  const clean = cleaner();
  const idOf = (text: string): string | undefined => {
    const parsed = cleanId(text);
    if (parsed.kind === 'missing') return undefined;
    return (parsed.kind === 'id' && clean(parsed.id)) || NOT_PLAIN;
  };
  return {
    skus: new WordCodes(pieces, lines.sku.words, idOf),
    titles: new WordCodes(pieces, lines.title.words, (text) => clean(text) || undefined),
  };
}
