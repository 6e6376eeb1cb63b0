import type { Day } from '../../domain/day.ts';
import type { PurchaseLine } from '../../domain/supply.ts';
import type { Format } from '../format.ts';
import { notNegative } from './bounded.ts';
import { ownerRows, type OwnerRow } from './owner-rows.ts';

/** What the shop ordered from its suppliers, what came of it, and when; one row for each SKU of an order. */
export const ownerPurchaseOrders: Format = {
  kind: 'ecom.purchase-orders',
  label: 'Orders to suppliers',
  signature: ['po_number', 'sku', 'quantity', 'ordered_on'],
  known: [
    ...['supplier', 'received', 'unit_price', 'currency'],
    ...['expected_on', 'received_on', 'location', 'status'],
  ],
  read: (table, draft) => {
    for (const row of ownerRows(table, draft)) {
      const line = lineOf(row);
      if (line !== undefined) draft.purchases.push(line);
    }
  },
};

const STATES = ['open', 'received', 'closed', 'cancelled'] as const;

function lineOf(row: OwnerRow): PurchaseLine | undefined {
  const order = row.id('po_number');
  const sku = row.id('sku');
  const quantity = orderedOf(row);
  if (order === undefined) row.lacks('po_number');
  else if (sku === undefined) row.lacks('sku');
  if (order === undefined || sku === undefined || quantity === undefined) return undefined;
  const status = row.word('status', STATES);
  const orderedOn = row.day('ordered_on');
  const receivedOn = notBefore(row, 'received_on', orderedOn);
  const came = receivedOn !== undefined || status === 'received';
  return {
    file: row.file,
    row: row.line,
    order,
    supplier: row.text('supplier'),
    sku,
    quantity,
    received: receivedOf(row, quantity) ?? (came ? quantity : 0),
    unitPrice: notNegative(row, 'unit_price', row.amount('unit_price')),
    currency: row.currency,
    orderedOn,
    expectedOn: notBefore(row, 'expected_on', orderedOn),
    receivedOn,
    location: row.text('location'),
    closed: status !== undefined && status !== 'open',
  };
}

function orderedOf(row: OwnerRow): number | undefined {
  const quantity = row.count('quantity');
  if (quantity === undefined) row.lacks('quantity');
  else if (quantity > 0) return quantity;
  else row.doubt('quantity', 'is no number of pieces to order – row left out');
  return undefined;
}

/** A supplier may send more than was asked for; that it is a slip of the pen is likelier, so it is told. */
function receivedOf(row: OwnerRow, quantity: number): number | undefined {
  const received = notNegative(row, 'received');
  if (received !== undefined && received > quantity)
    row.doubt('received', `is more than the ${quantity} ordered – nothing more is awaited`);
  return received;
}

function notBefore(row: OwnerRow, name: string, orderedOn: Day | undefined): Day | undefined {
  const day = row.day(name);
  if (day === undefined || orderedOn === undefined || day >= orderedOn) return day;
  row.doubt(name, `is before the order of ${orderedOn} – read as blank`);
  return undefined;
}
