import type { TextTable } from '../format.ts';

/** Columns of the orders report, with the British and Australian names of some. */
export function orderColumns(table: TextTable) {
  return {
    record: table.column('sales record number'),
    order: table.column('order number'),
    buyer: table.column('buyer username'),
    state: table.column('ship to state', 'post to county', 'post to state', 'ship to county'),
    country: table.column('ship to country', 'post to country'),
    item: table.column('item number'),
    title: table.column('item title'),
    sku: table.column('custom label'),
    variation: table.column('variation details'),
    quantity: table.column('quantity'),
    soldFor: table.column('sold for'),
    shipping: table.column(
      'shipping and handling',
      'postage and packaging',
      'postage and handling',
      'delivery and handling',
    ),
    sellerTax: table.column('seller collected tax'),
    total: table.column('total price'),
    saleDate: table.column('sale date'),
    paidOn: table.column('paid on date'),
    shippedOn: table.column('shipped on date', 'dispatched on date', 'posted on date'),
    payment: table.column('payment method'),
    outside: OUTSIDE.map((name) => table.column(name)),
  };
}

/** What the buyer pays and eBay passes on: in the total price of some sites, in the shop's sales of none. */
const OUTSIDE = [
  'ebay collected tax',
  'ebay collected charges',
  'electronic waste recycling fee',
  'mattress recycling fee',
  'battery recycling fee',
  'white goods disposal tax',
  'tire recycling fee',
  'additional fee',
  'lumber fee',
  'prepaid wireless fee',
  'road improvement and food delivery fee',
];

/** Names of the report that are read or passed over. */
export const ORDER_COLUMNS: readonly string[] = [
  ...OUTSIDE,
  ...['buyer name', 'buyer email', 'buyer note', 'buyer address 1', 'buyer address 2', 'buyer city'],
  ...['buyer username', 'buyer state', 'buyer county', 'buyer zip', 'buyer postcode', 'buyer country'],
  ...['buyer tax identifier name', 'buyer tax identifier value', 'ship to name', 'ship to phone'],
  ...['ship to address 1', 'ship to address 2', 'ship to city', 'ship to state', 'ship to zip'],
  ...['ship to country', 'post to name', 'post to phone', 'post to address 1', 'post to address 2'],
  ...['post to city', 'post to county', 'post to state', 'post to postcode', 'post to country'],
  ...['item number', 'item title', 'custom label', 'sold via promoted listings', 'quantity'],
  ...['shipping and handling', 'postage and packaging', 'postage and handling', 'item location'],
  ...['item zip code', 'item postcode', 'item country', 'ebay collect and remit tax rate'],
  ...['ebay collect and remit tax type', 'ebay reference name', 'ebay reference value', 'tax status'],
  ...['seller collected tax', 'total price', 'ebay collected tax and fees included in total'],
  ...['ebay collected tax included in total', 'payment method', 'commitment date', 'sale date'],
  ...['paid on date', 'ship by date', 'post by date', 'minimum estimated delivery date'],
  ...['maximum estimated delivery date', 'shipped on date', 'dispatched on date', 'feedback left'],
  ...['feedback received', 'my item note', 'paypal transaction id', 'shipping service'],
  ...['delivery service', 'tracking number', 'transaction id', 'variation details'],
  ...['global shipping program', 'global shipping reference id', 'click and collect', 'ebay plus'],
];
