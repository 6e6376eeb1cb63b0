import type {
  Cost,
  Customer,
  Expense,
  Movement,
  Order,
  Product,
  RivalPrice,
  Shipment,
  StockLevel,
} from '../domain/books.ts';
import type { Settlement } from '../domain/settlement.ts';
import type { PurchaseLine, StockOnDay, Supplier, SupplierItem } from '../domain/supply.ts';
import type { TaxLine } from '../domain/tax-line.ts';

/** The natural key of an order: its channel's id. */
export function orderIdentity(order: Order): string {
  return key(order.channel, order.id);
}

/**
 * Money movements have no id that all platforms share: what they say is their identity, and the platform's id of the
 * transaction where there is one, but not whether it is final yet, nor the payout that it will be part of. */
export function movementIdentity(movement: Movement): string {
  const { kind, code, part, channel, day, amount, currency, order, transaction, sku, quantity } = movement;
  return key(kind, code, part, channel, day, amount, currency, order, transaction, sku, quantity);
}

/** A settlement is its channel's id. */
export function settlementIdentity({ channel, id }: Pick<Settlement, 'channel' | 'id'>): string {
  return key(channel, id);
}

/** A line of a tax register is what it says: one order line may be invoiced, credited and invoiced again. */
export function taxLineIdentity(line: TaxLine): string {
  const { channel, kind, code, order, day, invoice, creditNote, sku, quantity, taxable } = line;
  return key(channel, kind, code, order, day, invoice, creditNote, sku, quantity, taxable);
}

/** A product is its SKU, or for one without SKU its handle, title and variant. */
export function productIdentity({ sku, handle, title, variant }: Product): string {
  return sku === undefined ? key('', handle, title, variant) : key(sku);
}

/** A cost holds for a SKU from a day on, by the word of the platform or of the owner. */
export function costIdentity({ sku, validFrom, source }: Cost): string {
  return key(sku, validFrom, source);
}

/** A stock level holds for a SKU at a place on a day. */
export function stockIdentity({ sku, location, asOf }: StockLevel): string {
  return key(sku, location, asOf);
}

export function customerIdentity(customer: Customer): string {
  return customer.key;
}

export function supplierIdentity({ name }: Supplier): string {
  return name.toLowerCase();
}

export function supplierItemIdentity({ sku, supplier }: SupplierItem): string {
  return key(sku, supplier.toLowerCase());
}

/** A line of an order to a supplier is the order's number and the SKU: what came of it is told later. */
export function purchaseIdentity({ order, supplier, sku }: PurchaseLine): string {
  return key(order, supplier?.toLowerCase(), sku);
}

/** What lay on the shelf of one place on one day. */
export function stockOnDayIdentity({ day, sku, location }: StockOnDay): string {
  return key(day, sku, location);
}

export function expenseIdentity({ day, amount, currency, category, note, every, until }: Expense): string {
  return key(day, amount, currency, category, note, every, until);
}

/** A parcel is its order, day and courier: what it cost and what became of it may be told later. */
export function shipmentIdentity({ order, day, courier }: Shipment): string {
  return key(order, day, courier);
}

export function rivalPriceIdentity({ sku, seller, price, currency, seenOn, url }: RivalPrice): string {
  return key(sku, seller, price, currency, seenOn, url);
}

/** Parts cannot run into each other: the separator is a control character, which no cleaned text holds. */
function key(...parts: readonly (string | number | undefined)[]): string {
  return parts.join('\u001f');
}
