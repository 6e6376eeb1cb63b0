import { shopCurrency } from '../currency-code.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut } from '../row-left-out.ts';
import { rowReader } from '../row-reader.ts';
import { dayReader } from './days.ts';

/** "FBA customer returns": units that came back to Amazon's warehouses and in what state. The money is in the settlements. */
export const amazonReturns: Format = {
  kind: 'amazon.returns',
  label: 'Amazon FBA returns',
  signature: ['return-date', 'order-id', 'license-plate-number'],
  known: [
    ...['sku', 'asin', 'fnsku', 'product-name', 'quantity', 'fulfillment-center-id'],
    ...['detailed-disposition', 'reason', 'status', 'customer-comments'],
  ],
  read: readReturns,
};

function columnsOf(table: TextTable) {
  return {
    day: table.column('return-date'),
    order: table.column('order-id'),
    sku: table.column('sku'),
    title: table.column('product-name'),
    quantity: table.column('quantity'),
    disposition: table.column('detailed-disposition'),
    plate: table.column('license-plate-number'),
  };
}

/** A refund of nothing that says what came back. Only `SELLABLE` units can be sold again; without a word on it nobody knows. */
function readReturns(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const dayOf = dayReader(cells);
  const columns = columnsOf(table);
  const currency = shopCurrency(draft.shop);
  for (let row = 0; row < table.rows.length; row += 1) {
    const told = draft.problems.length;
    const returned = dayOf(row, columns.day);
    const order = cells.id(row, columns.order);
    const quantity = cells.count(row, columns.quantity);
    if (returned === undefined || order === undefined || quantity === undefined) {
      const lacks = returned === undefined ? 'date' : order === undefined ? 'order' : 'quantity';
      rowLeftOut({ table, draft, row, told }, `a return without ${lacks}`);
      continue;
    }
    const disposition = cells.text(row, columns.disposition);
    draft.movements.push({
      file: table.file,
      row: table.lineOf(row),
      kind: 'refund',
      code: disposition || 'return',
      channel: 'amazon',
      day: returned.day,
      amount: 0,
      tax: 0,
      currency,
      order,
      transaction: cells.id(row, columns.plate),
      sku: cells.id(row, columns.sku),
      title: cells.text(row, columns.title) || undefined,
      quantity: Math.abs(quantity),
      restocked: disposition === '' ? undefined : disposition.toUpperCase() === 'SELLABLE',
      final: true,
    });
  }
}
