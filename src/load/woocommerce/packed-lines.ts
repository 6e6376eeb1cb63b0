import type { LineKind, OrderLine } from '../../domain/books.ts';
import { cleanText } from '../../domain/clean-text.ts';
import type { Minor } from '../../domain/money.ts';
import { linesTotal } from '../add-order.ts';
import { report } from '../draft.ts';
import type { Draft } from '../format.ts';
import { cleanId, parseAmount, parseCount } from '../values.ts';
import { unpackEntries, type PackedEntry } from './packed.ts';

/** The row that packed cells stand in. */
export interface PackedPlace {
  readonly draft: Draft;
  readonly file: string;
  readonly line: number;
  readonly currency: string;
}

/**
 * Products of one order from its packed cells, `name:…|sku:…|quantity:1|total:23.19|tax:4.17`. An amount is the
 * `sub_total` where there is one (then `discount` is what `total` is less), otherwise the `total`.
 */
export function packedProducts(cells: readonly string[], place: PackedPlace): OrderLine[] {
  return cells.flatMap((cell) => unpackEntries(cell).flatMap((entry) => product(entry, place)));
}

function product(entry: PackedEntry, place: PackedPlace): OrderLine[] {
  const total = packedAmount(entry, 'total', place);
  if (total === undefined) return [];
  const before = optionalAmount(entry, 'sub_total', place) ?? total;
  const sku = cleanId(cleanText(entry.get('sku') ?? ''));
  const quantity = parseCount(entry.get('quantity') ?? '');
  return [
    {
      kind: 'product',
      sku: sku.kind === 'id' ? sku.id : undefined,
      title: cleanText(entry.get('name') ?? ''),
      variant: variantOf(entry),
      quantity: quantity.kind === 'count' ? quantity.count : 1,
      amount: before,
      discount: before === total ? undefined : before - total,
      tax: optionalAmount(entry, 'tax', place),
      row: place.line,
    },
  ];
}

const LINE_KEYS: ReadonlySet<string> = new Set([
  'name',
  'product_id',
  'sku',
  'quantity',
  'total',
  'sub_total',
  'tax',
  'tax_data',
  'refunded',
]);

/** What is left in a line's cell are the options the buyer chose: `color:Red|size:XL`. */
function variantOf(entry: PackedEntry): string | undefined {
  const options = [...entry].filter(([key]) => !LINE_KEYS.has(key) && !/^_|^meta$/.test(key));
  const text = options.map(([, value]) => value).join(' / ');
  return text === '' ? undefined : cleanText(text, { max: 100 });
}

/** Fees of one order (`name:Gift Wrap|total:1.00`); what `feeTotal` holds beyond them is a fee without a name. */
export function packedFees(cell: string, feeTotal: Minor, place: PackedPlace): OrderLine[] {
  const lines = unpackEntries(cell).flatMap((entry) => {
    const amount = packedAmount(entry, 'total', place);
    return amount === undefined ? [] : [feeLine(cleanText(entry.get('name') ?? 'Fee'), amount, place.line)];
  });
  const rest = feeTotal - linesTotal(lines);
  return rest === 0 ? lines : [...lines, feeLine('Fee', rest, place.line)];
}

/** A line for a fee; its name tells gift wrap and tips from other fees. */
export function feeLine(title: string, amount: Minor, row: number): OrderLine {
  return { kind: feeKind(title), title, quantity: 1, amount, row };
}

function feeKind(title: string): LineKind {
  if (/gift[ -]?wrap/i.test(title)) return 'gift_wrap';
  return /^tips?$/i.test(title.trim()) ? 'tip' : 'fee';
}

function optionalAmount(entry: PackedEntry, key: string, place: PackedPlace): Minor | undefined {
  return (entry.get(key) ?? '') === '' ? undefined : packedAmount(entry, key, place);
}

/** An amount of an entry; a missing or bad one is a Problem and undefined. */
export function packedAmount(entry: PackedEntry, key: string, place: PackedPlace): Minor | undefined {
  const text = entry.get(key) ?? '';
  const parsed = parseAmount(text, place.currency, '.');
  if (parsed.kind === 'amount') return parsed.minor;
  const name = cleanText(entry.get('name') ?? entry.get('reason') ?? '', { max: 60 });
  report(place.draft, {
    code: parsed.kind === 'bad' ? 'bad-amount' : 'missing-value',
    severity: 'warning',
    message: `${key} "${cleanText(text, { max: 60 })}" of "${name}" is not an amount – left out`,
    file: place.file,
    line: place.line,
    column: key,
    value: text,
  });
  return undefined;
}
