import type { Cell, Column, Table } from '../../domain/answer.ts';
import { decimalText } from '../../domain/money.ts';
import { lineAmount, packsOf, type PurchaseOrder } from '../../domain/purchase-order.ts';
import { renderCsv } from '../csv.ts';

/** Named as our own reader of orders to suppliers knows them: the file registers its order when it is put among the exports. */
const COLUMNS: readonly Column[] = (
  [
    ...['po_number', 'supplier', 'supplier_sku', 'sku', 'title', 'quantity', 'packs', 'pack_size'],
    ...['unit_price', 'amount', 'currency', 'ordered_on', 'expected_on'],
  ] as const
).map((id) => ({ id, label: id, unit: ['quantity', 'packs', 'pack_size'].includes(id) ? 'count' : 'text' }));

/** The order, one row for each line; what is not known is empty, never zero. Amounts as plain decimals. */
export function orderCsv(order: PurchaseOrder, { demo = false }: { readonly demo?: boolean } = {}): string {
  const { currency } = order;
  const money = (amount: number | undefined): Cell =>
    amount === undefined ? null : decimalText(amount, currency);
  const rows = order.lines.map((line) => ({
    po_number: order.number,
    supplier: order.supplier.name,
    supplier_sku: line.supplierSku ?? null,
    sku: line.sku,
    title: line.title ?? null,
    quantity: line.quantity,
    packs: packsOf(line) ?? null,
    pack_size: line.packSize ?? null,
    unit_price: money(line.unitPrice),
    amount: money(lineAmount(line)),
    currency,
    ordered_on: order.orderedOn,
    expected_on: order.wantedBy ?? null,
  }));
  const table: Table = { id: 'order', label: order.number, columns: COLUMNS, rows };
  return renderCsv([table], currency, { demo });
}
