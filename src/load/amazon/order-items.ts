import type { OrderLine } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { sayLeftOut } from '../draft.ts';
import type { Draft, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import type { RowReader } from '../row-reader.ts';

export type OrderColumns = ReturnType<typeof orderColumns>;

/** Where the "All Orders" report's columns stand. */
export function orderColumns(table: TextTable) {
  return {
    order: table.column('amazon-order-id'),
    placed: table.column('purchase-date'),
    status: table.column('order-status'),
    itemStatus: table.column('item-status'),
    salesChannel: table.column('sales-channel'),
    title: table.column('product-name'),
    sku: table.column('sku'),
    quantity: table.column('quantity'),
    currency: table.column('currency'),
    price: table.column('item-price'),
    tax: table.column('item-tax'),
    shipping: table.column('shipping-price'),
    shippingTax: table.column('shipping-tax'),
    giftWrap: table.column('gift-wrap-price'),
    giftWrapTax: table.column('gift-wrap-tax'),
    discount: table.column('item-promotion-discount'),
    shippingDiscount: table.column('ship-promotion-discount'),
    country: table.column('ship-country'),
    region: table.column('ship-state'),
    payMethod: table.column('payment-method-details', 'payment-method'),
    replacement: table.column('is-replacement-order'),
  };
}

/** What one row adds to its order. */
export interface Item {
  readonly lines: readonly OrderLine[];
  readonly discount: Minor;
  readonly shipping: Minor;
  readonly tax: Minor;
}

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly cells: RowReader;
  readonly columns: OrderColumns;
}

interface Whole {
  readonly currency: string;
  readonly isCancelled: boolean;
}

/**
 * Reads the items of one order. Without a price a cancelled item and a replacement cost nothing, and any other is left out, as is
 * one without a quantity. An item called off in an order that goes on is nothing sold.
 */
export function itemReader(sheet: Sheet, whole: Whole): (row: number) => Item | undefined {
  const { table, draft, cells, columns } = sheet;
  return (row) => {
    const told = draft.problems.length;
    if (!whole.isCancelled && /^cancel/i.test(cells.text(row, columns.itemStatus))) return undefined;
    const goods = goodsOf(sheet, row, whole);
    if (typeof goods === 'string') {
      rowLeftOut({ table, draft, row, told }, `an item without ${goods}`);
      return undefined;
    }
    const before = draft.problems.length;
    const tax = cells.amount(row, columns.tax, whole.currency);
    const amount = (column: number): Minor => cells.amount(row, column, whole.currency) ?? 0;
    const wrap = amount(columns.giftWrap);
    const lines: OrderLine[] = [lineOf(goods, tax)];
    if (wrap !== 0) lines.push(lineOf({ ...WRAP, amount: wrap, row: goods.row }, undefined));
    const item = {
      lines,
      discount: Math.abs(amount(columns.discount)) + Math.abs(amount(columns.shippingDiscount)),
      shipping: amount(columns.shipping),
      tax: (tax ?? 0) + amount(columns.shippingTax) + amount(columns.giftWrapTax),
    };
    return sayLeftOut(draft, before, 'item') ? undefined : item;
  };
}

const WRAP = { kind: 'gift_wrap', sku: undefined, title: 'Gift wrap', quantity: 1 } as const;

function lineOf({ kind, sku, title, quantity, amount, row }: OrderLine, tax: Minor | undefined): OrderLine {
  return { kind, sku, title, quantity, amount, tax, row };
}

/** The line of the goods, or the name of what it lacks. */
function goodsOf({ table, cells, columns }: Sheet, row: number, whole: Whole): OrderLine | string {
  const { currency, isCancelled } = whole;
  const isFree = isCancelled || /^(true|yes|y)$/i.test(cells.text(row, columns.replacement));
  const amount = cells.amount(row, columns.price, currency) ?? (isFree ? 0 : undefined);
  const quantity = cells.count(row, columns.quantity) ?? (isCancelled ? 0 : undefined);
  if (amount === undefined) return 'price';
  if (quantity === undefined) return 'quantity';
  const sku = cells.id(row, columns.sku);
  const title = cells.text(row, columns.title) || (sku ?? '');
  return { kind: 'product', sku, title, quantity, amount, row: table.lineOf(row) };
}
