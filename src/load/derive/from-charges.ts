import type { ChargePart, Movement, Order, OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { addTo, inFileOrder, NAMELESS } from './sale-key.ts';

/**
 * The sale that a marketplace's itemised charges of one order tell of: goods rows become lines by SKU (else title) with their
 * quantities; shipping, gift wrap and discounts are the order's. Tax rows are tax on top; where rows say that tax is inside them
 * it is included, and so is what a tax register tells (`registered`) of rows that say nothing. Undefined when the charges come to
 * nothing: they were all taken back. Charges must be of one order and currency.
 */
export function saleFromCharges(charges: readonly Movement[], registered: Minor = 0): Order | undefined {
  const sorted = inFileOrder(charges);
  const total = sumOf(sorted);
  const [first] = sorted;
  if (first === undefined || total <= 0) return undefined;
  const parts = partsOf(sorted);
  const { tax, taxIncluded } = taxOf(parts, { total, registered });
  const off = -sumOf(parts.discount);
  const lines = [
    ...goodsLines(parts, taxIncluded),
    ...extraLine('gift_wrap', parts.gift_wrap),
    ...(off < 0 ? extraLine('fee', parts.discount) : []),
  ];
  const discount = Math.max(0, off);
  const onLines = lines.reduce((sum, { amount }) => sum + amount, 0);
  // the shipping rows, and tax inside that belongs to no line
  const shipping = total - onLines + discount - (taxIncluded ? 0 : tax);
  return { ...standing(first, sorted), lines, discount, shipping, tax, total, taxIncluded };
}

type Parts = Readonly<Record<ChargePart, readonly Movement[]>>;

function partsOf(charges: readonly Movement[]): Parts {
  const of = (part: ChargePart): readonly Movement[] => charges.filter((charge) => charge.part === part);
  return {
    goods: of('goods'),
    shipping: of('shipping'),
    gift_wrap: of('gift_wrap'),
    tax: of('tax'),
    discount: of('discount'),
  };
}

/** Tax inside by the rows' own word, else rows of tax on top, else inside by the register, which must leave something of the sale. */
function taxOf(
  { tax, ...others }: Parts,
  { total, registered }: { readonly total: Minor; readonly registered: Minor },
): { readonly tax: Minor; readonly taxIncluded: boolean } {
  const onTop = sumOf(tax);
  const inside = Object.values(others)
    .flat()
    .reduce((sum, row) => sum + (row.tax ?? 0), 0);
  if (inside !== 0) return { tax: inside + onTop, taxIncluded: true };
  if (onTop !== 0) return { tax: onTop, taxIncluded: false };
  const isTold = registered > 0 && registered < total;
  return { tax: isTold ? registered : 0, taxIncluded: isTold };
}

function sumOf(movements: readonly Movement[]): Minor {
  return movements.reduce((sum, { amount }) => sum + amount, 0);
}

/** What is the same of every sale taken from a ledger: it was paid, and nobody says where the parcel is. */
export function standing(first: Movement, charges: readonly Movement[]) {
  const days = charges.map(({ day }) => day);
  const { channel, order = '', currency, file, row } = first;
  return {
    id: order,
    number: order,
    channel,
    placedOn: days.reduce((earliest, day) => (day < earliest ? day : earliest)),
    status: 'complete',
    payment: 'paid',
    cashOnDelivery: false,
    delivery: 'unknown',
    currency,
    country: charges.find(({ country }) => country !== undefined)?.country,
    region: charges.find(({ region }) => region !== undefined)?.region,
    file,
    row,
  } as const;
}

function productOf({ sku, title }: Movement): string {
  return sku ?? title ?? '';
}

/** One line per product; tax inside that names another product goes to the first. */
function goodsLines({ goods, discount, tax }: Parts, taxIncluded: boolean): readonly OrderLine[] {
  const groups = new Map<string, Movement[]>();
  for (const row of goods) addTo(groups, productOf(row), row);
  return Array.from(groups, ([product, rows], index) => {
    const isOwn = (row: Movement): boolean =>
      productOf(row) === product || (index === 0 && !groups.has(productOf(row)));
    const off = -sumOf(discount.filter((row) => productOf(row) === product));
    return lineOf(rows, { extra: taxIncluded ? sumOf(tax.filter(isOwn)) : 0, off });
  });
}

function lineOf(
  rows: readonly Movement[],
  { extra, off }: { readonly extra: Minor; readonly off: Minor },
): OrderLine {
  const told = rows.filter(({ quantity }) => quantity !== undefined);
  const [first] = rows;
  return {
    kind: 'product',
    sku: first?.sku,
    title: rows.find(({ title }) => title !== undefined)?.title ?? first?.sku ?? NAMELESS,
    quantity: told.length === 0 ? 1 : told.reduce((sum, { quantity = 0 }) => sum + quantity, 0),
    amount: sumOf(rows) + extra,
    discount: off > 0 ? off : undefined,
    row: first?.row ?? 1,
  };
}

function extraLine(kind: 'gift_wrap' | 'fee', rows: readonly Movement[]): readonly OrderLine[] {
  const amount = sumOf(rows);
  if (amount === 0) return [];
  return [{ kind, title: rows[0]?.code ?? kind, quantity: 1, amount, row: rows[0]?.row ?? 1 }];
}
