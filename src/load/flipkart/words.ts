import type { DeliveryState, OrderStatus, PaymentState } from '../../domain/books.ts';
import type { RowReader } from '../row-reader.ts';

export const FLIPKART = 'flipkart';
/** Flipkart sells in India only, and its reports name no currency */
export const RUPEES = 'INR';

/** What an `Order State` says of one item; undefined for words that are not known. */
export interface ItemState {
  readonly status: OrderStatus;
  readonly payment: PaymentState;
  readonly delivery: DeliveryState;
}

const BEFORE_DISPATCH: ItemState = { status: 'open', payment: 'pending', delivery: 'unfulfilled' };
// Flipkart owes the seller for what was handed over, however the buyer pays
const ON_THE_WAY: ItemState = { status: 'open', payment: 'paid', delivery: 'shipped' };

const STATES: readonly (readonly [RegExp, ItemState])[] = [
  [/^cancel|^reject/, { status: 'cancelled', payment: 'pending', delivery: 'unfulfilled' }],
  [/^lost|damaged/, { status: 'complete', payment: 'pending', delivery: 'lost' }],
  [/^rto\b|courier return|undelivered/, { status: 'complete', payment: 'pending', delivery: 'rto' }],
  [
    /^returned|^customer return|^return completed/,
    { status: 'complete', payment: 'refunded', delivery: 'delivered' },
  ],
  [/^delivered|^return/, { status: 'complete', payment: 'paid', delivery: 'delivered' }],
  [/^shipped|^dispatched|^in transit|^handed over|^pickup complete|^out for delivery/, ON_THE_WAY],
  [
    /^approved|^new\b|^upcoming|^pack|^label|^ready to (dispatch|ship|pack)|^pending|^on hold|^rtd/,
    BEFORE_DISPATCH,
  ],
];

/** The state of an item by Flipkart's word, in any case and with `_` for blanks. */
export function itemState(word: string): ItemState | undefined {
  const plain = word
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
  return STATES.find(([words]) => words.test(plain))?.[1];
}

/** A title without the three quotes that the sales report puts around text. */
export function titleOf(cells: RowReader, row: number, column: number): string {
  return cells
    .text(row, column)
    .replace(/^"+(.*?)"+$/s, '$1')
    .trim();
}
