import type { ChargePart, MovementKind } from '../../domain/books.ts';
import { roundHalfUp, unitOf, type Minor } from '../../domain/money.ts';
import type { RowReader } from '../row-reader.ts';
import type { transactionColumns } from './transaction-columns.ts';

export type Columns = ReturnType<typeof transactionColumns>;

/** One amount of a transaction: what the buyer paid for, or a fee. */
export interface Piece {
  readonly row: number;
  readonly column: number;
  readonly kind: MovementKind;
  readonly part?: ChargePart;
  readonly code: string;
  readonly amount: Minor;
}

interface Source {
  readonly cells: RowReader;
  readonly columns: Columns;
  /** of the amounts as written */
  readonly currency: string;
}

/** The amounts of one row that are told and not zero; tax that eBay collects is none of them, for it is not in the net either. */
export function piecesOf(source: Source, row: number): readonly Piece[] {
  const { subtotal, shipping, sellerTax } = source.columns;
  return [
    ...piece(source, row, { column: subtotal, kind: 'charge', part: 'goods', code: 'Item subtotal' }),
    ...piece(source, row, { column: shipping, kind: 'charge', part: 'shipping', code: 'Shipping' }),
    ...piece(source, row, { column: sellerTax, kind: 'charge', part: 'tax', code: 'Seller collected tax' }),
    ...feesOf(source, row),
  ];
}

export function feesOf(source: Source, row: number): readonly Piece[] {
  return source.columns.fees.flatMap((fee) => piece(source, row, fee));
}

function piece(
  { cells, currency }: Source,
  row: number,
  what: Omit<Piece, 'row' | 'amount'>,
): readonly Piece[] {
  const amount = cells.amount(row, what.column, currency);
  return amount === undefined || amount === 0 ? [] : [{ ...what, row, amount }];
}

/**
 * The amounts of an order that has a row of totals above the rows of its items: those of the items, and of the totals only what
 * no item names, for the totals repeat the rest.
 */
export function withoutRepeats(items: readonly Piece[], totals: readonly Piece[]): readonly Piece[] {
  const named = new Set(items.map(({ column }) => column));
  return [...items, ...totals.filter(({ column }) => !named.has(column))];
}

export function sumOf(pieces: readonly Piece[]): Minor {
  return pieces.reduce((sum, { amount }) => sum + amount, 0);
}

export interface Exchange {
  readonly from: string;
  readonly to: string;
  readonly rate: number;
  /** what eBay makes of the whole */
  readonly net: Minor;
}

/**
 * Amounts in the currency of the payout. Each is rounded for itself; what is missing from eBay's own net by that goes to the first,
 * but no more than half a minor unit for each amount and one for the net.
 */
export function converted(pieces: readonly Piece[], { from, to, rate, net }: Exchange): readonly Piece[] {
  const factor = (rate * unitOf(to)) / unitOf(from);
  const all = pieces.map((each) => ({ ...each, amount: roundHalfUp(each.amount * factor) }));
  const missing = net - sumOf(all);
  const [first, ...others] = all;
  if (first === undefined || Math.abs(missing) > pieces.length / 2 + 1) return all;
  return [{ ...first, amount: first.amount + missing }, ...others];
}
