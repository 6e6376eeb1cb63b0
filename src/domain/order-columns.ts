import { CountColumn, NameColumn, NumberColumn, WordColumn } from './columns.ts';

/** The columns of orders; every one has a value per order. */
export interface OrderColumns {
  readonly file: WordColumn;
  readonly row: CountColumn;
  readonly id: NameColumn;
  readonly number: NameColumn;
  readonly channel: WordColumn;
  readonly placedOn: WordColumn;
  /** seconds of the day at which it was placed; NaN: `placedZone` is the whole text, or nothing */
  readonly placedTime: NumberColumn;
  /** what stands between day and time, and behind the time: ` +0530` */
  readonly placedZone: WordColumn;
  readonly cancelledOn: WordColumn;
  readonly status: WordColumn;
  readonly payment: WordColumn;
  readonly delivery: WordColumn;
  readonly flags: CountColumn;
  readonly currency: WordColumn;
  readonly discount: NumberColumn;
  readonly shipping: NumberColumn;
  readonly tax: NumberColumn;
  readonly total: NumberColumn;
  readonly refunded: NumberColumn;
  readonly customerKey: NameColumn;
  readonly country: WordColumn;
  readonly region: WordColumn;
  readonly discountCode: WordColumn;
  readonly payMethod: WordColumn;
  /** where the order's lines end; they begin where those of the order above end */
  readonly linesEnd: CountColumn;
}

/** The columns of order lines. */
export interface LineColumns {
  readonly kind: WordColumn;
  readonly sku: WordColumn;
  readonly title: WordColumn;
  readonly variant: WordColumn;
  readonly quantity: NumberColumn;
  readonly amount: NumberColumn;
  readonly discount: NumberColumn;
  readonly tax: NumberColumn;
  readonly row: CountColumn;
}

/** Bits of `flags`. */
export const CASH_ON_DELIVERY = 1;
export const TAX_INCLUDED = 2;

export function emptyOrders(): OrderColumns {
  return {
    file: new WordColumn(),
    row: new CountColumn(),
    id: new NameColumn(),
    number: new NameColumn(),
    channel: new WordColumn(),
    placedOn: new WordColumn(),
    placedTime: new NumberColumn(),
    placedZone: new WordColumn(),
    cancelledOn: new WordColumn(),
    status: new WordColumn(),
    payment: new WordColumn(),
    delivery: new WordColumn(),
    flags: new CountColumn(),
    currency: new WordColumn(),
    discount: new NumberColumn(),
    shipping: new NumberColumn(),
    tax: new NumberColumn(),
    total: new NumberColumn(),
    refunded: new NumberColumn(),
    customerKey: new NameColumn(),
    country: new WordColumn(),
    region: new WordColumn(),
    discountCode: new WordColumn(),
    payMethod: new WordColumn(),
    linesEnd: new CountColumn(),
  };
}

export function emptyLines(): LineColumns {
  return {
    kind: new WordColumn(),
    sku: new WordColumn(),
    title: new WordColumn(),
    variant: new WordColumn(),
    quantity: new NumberColumn(),
    amount: new NumberColumn(),
    discount: new NumberColumn(),
    tax: new NumberColumn(),
    row: new CountColumn(),
  };
}
