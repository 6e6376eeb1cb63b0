import type { Supplier, SupplierItem } from '../../domain/supply.ts';
import type { Format } from '../format.ts';
import { notNegative, positive } from './bounded.ts';
import { languageOf } from './language.ts';
import { ownerRows, type OwnerRow } from './owner-rows.ts';

/** Who the shop buys from, one row per supplier and SKU; what is true of the supplier may stand on any of its rows. */
export const ownerSuppliers: Format = {
  kind: 'ecom.suppliers',
  label: 'Suppliers',
  signature: ['supplier', 'lead_days', 'minimum_order'],
  known: [
    ...['email', 'contact', 'address', 'language', 'currency', 'free_freight_from', 'review_days'],
    ...['sku', 'supplier_sku', 'pack_size', 'moq', 'minimum_quantity', 'price', 'lead_spread_days'],
    ...['max_cover_days', 'shelf_life_days'],
  ],
  read: (table, draft) => {
    const suppliers = new Map<string, Supplier>();
    const items: SupplierItem[] = [];
    for (const row of ownerRows(table, draft)) {
      const name = row.text('supplier');
      if (name === undefined) row.lacks('supplier');
      else {
        const supplier = supplierOf(name, row);
        suppliers.set(name, filledUp(suppliers.get(name), supplier));
        items.push(...itemOf(row, supplier));
      }
    }
    draft.suppliers.push(...suppliers.values());
    draft.supplierItems.push(...items.map((item) => withOwnLead(item, suppliers.get(item.supplier))));
  },
};

function supplierOf(name: string, row: OwnerRow): Supplier {
  const minimumOrder = row.amount('minimum_order');
  const freeFreightFrom = notNegative(row, 'free_freight_from', row.amount('free_freight_from'));
  const hasMoney = minimumOrder !== undefined || freeFreightFrom !== undefined;
  return {
    file: row.file,
    row: row.line,
    name,
    email: row.text('email'),
    contact: row.text('contact'),
    address: row.text('address'),
    language: languageOf(row),
    leadDays: notNegative(row, 'lead_days'),
    leadSpreadDays: notNegative(row, 'lead_spread_days'),
    reviewDays: positive(row, 'review_days'),
    minimumOrder,
    freeFreightFrom,
    currency: hasMoney ? row.currency || undefined : undefined,
  };
}

/** What an earlier row said stays; later rows fill in what it left blank. */
function filledUp(first: Supplier | undefined, later: Supplier): Supplier {
  if (first === undefined) return later;
  const said = Object.entries(first).filter(([, value]) => value !== undefined);
  return { ...later, ...(Object.fromEntries(said) as Partial<Supplier>) };
}

function itemOf(row: OwnerRow, { name, leadDays, leadSpreadDays }: Supplier): SupplierItem[] {
  const sku = row.id('sku');
  if (sku === undefined) return [];
  const price = row.amount('price');
  return [
    {
      file: row.file,
      row: row.line,
      sku,
      supplier: name,
      supplierSku: row.id('supplier_sku'),
      packSize: positive(row, 'pack_size'),
      minimumQuantity: positive(row, 'moq') ?? positive(row, 'minimum_quantity'),
      price,
      currency: price === undefined ? undefined : row.currency || undefined,
      leadDays,
      leadSpreadDays,
      maxCoverDays: positive(row, 'max_cover_days'),
      shelfLifeDays: positive(row, 'shelf_life_days'),
    },
  ];
}

/** An item's days are its own only where they are not its supplier's. */
function withOwnLead(item: SupplierItem, supplier: Supplier | undefined): SupplierItem {
  const { leadDays, leadSpreadDays } = item;
  return {
    ...item,
    leadDays: leadDays === supplier?.leadDays ? undefined : leadDays,
    leadSpreadDays: leadSpreadDays === supplier?.leadSpreadDays ? undefined : leadSpreadDays,
  };
}
