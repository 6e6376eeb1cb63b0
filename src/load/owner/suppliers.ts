import type { Supplier } from '../../domain/books.ts';
import type { Draft, Format } from '../format.ts';
import { ownerRows, type OwnerRow } from './owner-rows.ts';

/** Who the shop buys from, one row per supplier and SKU; what is true of the supplier may stand on any of its rows. */
export const ownerSuppliers: Format = {
  kind: 'ecom.suppliers',
  label: 'Suppliers',
  signature: ['supplier', 'lead_days', 'minimum_order'],
  known: ['email', 'currency', 'sku', 'pack_size', 'price'],
  read: (table, draft) => {
    const suppliers = new Map<string, Supplier>();
    for (const row of ownerRows(table, draft)) {
      const name = row.text('supplier');
      if (name === undefined) row.lacks('supplier');
      else {
        suppliers.set(name, filledUp(suppliers.get(name), supplierOf(name, row)));
        addItem(draft, name, row);
      }
    }
    draft.suppliers.push(...suppliers.values());
  },
};

function supplierOf(name: string, row: OwnerRow): Supplier {
  const minimumOrder = row.amount('minimum_order');
  return {
    file: row.file,
    row: row.line,
    name,
    email: row.text('email'),
    leadDays: row.count('lead_days'),
    minimumOrder,
    currency: minimumOrder === undefined ? undefined : row.currency || undefined,
  };
}

/** What an earlier row said stays; later rows fill in what it left blank. */
function filledUp(first: Supplier | undefined, later: Supplier): Supplier {
  if (first === undefined) return later;
  return {
    ...first,
    email: first.email ?? later.email,
    leadDays: first.leadDays ?? later.leadDays,
    minimumOrder: first.minimumOrder ?? later.minimumOrder,
    currency: first.currency ?? later.currency,
  };
}

function addItem(draft: Draft, supplier: string, row: OwnerRow): void {
  const sku = row.id('sku');
  if (sku === undefined) return;
  const price = row.amount('price');
  draft.supplierItems.push({
    file: row.file,
    row: row.line,
    sku,
    supplier,
    packSize: row.count('pack_size'),
    price,
    currency: price === undefined ? undefined : row.currency || undefined,
  });
}
