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
  readonly write: (order: number) => void;
}

const NO_WORDS = new Uint32Array();
const NO_NUMBERS = new Float64Array();

export function plainLines({ table, pieces, columns, orders: { lines } }: PlainReading): PlainLines {
  const clean = cleaner();
  const skus = new WordCodes(pieces, lines.sku.words, (text) => idOf(clean(text)));
  const titles = new WordCodes(pieces, lines.title.words, (text) => clean(text) || undefined);
  const product = lines.kind.codeOf('product');
  let [starts, skuWords, titleWords]: readonly [Uint32Array, Uint32Array, Uint32Array] = [
    NO_WORDS,
    NO_WORDS,
    NO_WORDS,
  ];
  let [quantities, prices, discounts]: readonly [Float64Array, Float64Array, Float64Array] = [
    NO_NUMBERS,
    NO_NUMBERS,
    NO_NUMBERS,
  ];
  const endOf = (order: number): number => starts[order + 1] ?? table.length;
  const sum = (order: number, valueAt: (row: number) => number): number => {
    let all = 0;
    for (let row = starts[order] ?? 0; row < endOf(order); row += 1) all += valueAt(row);
    return all;
  };
  const isPlainRow = (row: number): boolean => {
    const sku = skus.of(skuWords[row] ?? 0);
    if (lines.sku.words[sku] === SHORTENED) return false;
    if (discounts[row] === Number.POSITIVE_INFINITY) return false;
    if (!Number.isSafeInteger((quantities[row] ?? 0) * (prices[row] ?? 0))) return false;
    return sku !== 0 || !TIP.test(lines.title.words[titles.of(titleWords[row] ?? 0)] ?? '');
  };
  return {
    turn: (rows, exponent) => {
      starts = rows;
      const { all } = pieces;
      skuWords = pieces.texts(all, columns.lineSku);
      titleWords = pieces.texts(all, columns.lineName);
      quantities = pieces.decimals(all, columns.lineQuantity, 0);
      prices = pieces.decimals(all, columns.linePrice, exponent);
      discounts = pieces.decimals(all, columns.lineDiscount, exponent);
    },
    isPlain: (order) => {
      for (let row = starts[order] ?? 0; row < endOf(order); row += 1) if (!isPlainRow(row)) return false;
      return true;
    },
    count: (order) => endOf(order) - (starts[order] ?? 0),
    amount: (order) => sum(order, (row) => (quantities[row] ?? 0) * (prices[row] ?? 0)),
    units: (order) => sum(order, (row) => quantities[row] ?? 0),
    write: (order) => {
      for (let row = starts[order] ?? 0; row < endOf(order); row += 1) {
        lines.kind.codes.push(product);
        lines.sku.codes.push(skus.of(skuWords[row] ?? 0));
        lines.title.codes.push(titles.of(titleWords[row] ?? 0));
        lines.variant.codes.push(0);
        lines.quantity.push(quantities[row]);
        lines.amount.push((quantities[row] ?? 0) * (prices[row] ?? 0));
        lines.discount.push(discounts[row] || Number.NaN);
        lines.tax.push(Number.NaN);
        lines.row.push(table.lineOf(row));
      }
    },
  };
}

const TIP = /^tip$/i;

/** Stands for an id that a spreadsheet shortened, which no clean text can be. */
const SHORTENED = '\u0000';

function idOf(text: string): string | undefined {
  const parsed = cleanId(text);
  return parsed.kind === 'bad' ? SHORTENED : parsed.kind === 'id' ? parsed.id : undefined;
}
