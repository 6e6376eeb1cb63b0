import type { Draft, CellTable } from '../format.ts';
import type { RowReader } from '../row-reader.ts';

/** Where each column of the orders export stands; −1 for one that this file does not have. */
export type OrderColumns = Readonly<Record<keyof typeof NAMES, number>>;

/** What the reading of one order needs. */
export interface OrderReading {
  readonly table: CellTable;
  readonly draft: Draft;
  readonly columns: OrderColumns;
  readonly cells: RowReader;
  /** only where the table is a piece of a larger one: the numbers of orders that were left out */
  readonly leftOut?: string[] | undefined;
}

const NAMES = {
  name: 'name',
  id: 'id',
  email: 'email',
  phone: 'phone',
  billingPhone: 'billing phone',
  shippingPhone: 'shipping phone',
  financialStatus: 'financial status',
  fulfilmentStatus: 'fulfillment status',
  currency: 'currency',
  subtotal: 'subtotal',
  shipping: 'shipping',
  taxes: 'taxes',
  total: 'total',
  duties: 'duties',
  discountCode: 'discount code',
  discount: 'discount amount',
  refunded: 'refunded amount',
  createdAt: 'created at',
  cancelledAt: 'cancelled at',
  paymentMethod: 'payment method',
  tags: 'tags',
  lineName: 'lineitem name',
  lineQuantity: 'lineitem quantity',
  linePrice: 'lineitem price',
  lineSku: 'lineitem sku',
  lineShips: 'lineitem requires shipping',
  lineDiscount: 'lineitem discount',
  billingCountry: 'billing country',
  billingProvince: 'billing province',
  billingProvinceName: 'billing province name',
  shippingCountry: 'shipping country',
  shippingProvince: 'shipping province',
  shippingProvinceName: 'shipping province name',
} as const;

/** The columns that are read, and the others that such a file usually has. */
export const KNOWN: readonly string[] = [
  ...Object.values(NAMES),
  ...['paid at', 'fulfilled at', 'accepts marketing', 'shipping method', 'lineitem compare at price'],
  ...['lineitem taxable', 'lineitem fulfillment status', 'billing name', 'shipping name', 'notes'],
  ...['note attributes', 'payment reference', 'vendor', 'outstanding balance', 'employee', 'location'],
  ...['device id', 'risk level', 'source', 'tax 1 name', 'tax 1 value', 'receipt number', 'payment id'],
];

/** Finds the columns of one file, once. */
export function orderColumns(table: CellTable): OrderColumns {
  return Object.fromEntries(
    Object.entries(NAMES).map(([key, name]) => [key, table.column(name)]),
  ) as OrderColumns;
}
