/** A file that `ecom init` writes for the owner to fill in: a header, and lines with `#` that explain it. */
export interface Template {
  readonly name: string;
  readonly text: string;
}

interface Column {
  readonly name: string;
  readonly says: string;
}

interface Sheet {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly examples: readonly string[];
}

const CURRENCY: Column = { name: 'currency', says: 'INR or USD … ; leave it blank for your own' };

const SHEETS: readonly Sheet[] = [
  {
    name: 'expenses.csv',
    about: 'money you spend outside the platforms: rent and wages and packaging and software',
    columns: [
      { name: 'date', says: 'when it was paid: 2026-10-01' },
      { name: 'amount', says: 'what was paid: 24000 or 24000.50' },
      { name: 'category', says: 'rent; wages; packaging; software; or your own word' },
      { name: 'note', says: 'anything that helps you' },
      { name: 'every', says: 'week; month; quarter or year if it comes again; blank if it was once' },
      { name: 'until', says: 'the last day it comes again; blank if it goes on' },
      CURRENCY,
    ],
    examples: [
      '2026-10-01,24000,rent,workshop in Jaipur,month,,',
      '2026-10-07,3150,packaging,500 cotton bags,,,',
    ],
  },
  {
    name: 'costs.csv',
    about: 'what one piece costs you; a new row with a later day when the cost changes',
    columns: [
      { name: 'sku', says: 'as in your shop' },
      { name: 'unit_cost', says: 'what one piece costs you with everything up to your shelf' },
      { name: 'valid_from', says: 'the day from which it costs that; blank if it always did' },
      CURRENCY,
      { name: 'note', says: 'anything that helps you' },
    ],
    examples: ['KRT-IND-M,412.50,,,', 'KRT-IND-M,436,2026-07-01,,new price of the dyer'],
  },
  {
    name: 'suppliers.csv',
    about: 'who you buy from; one row for each thing they sell you',
    columns: [
      { name: 'supplier', says: 'their name' },
      { name: 'email', says: 'where an order goes' },
      { name: 'lead_days', says: 'days from your order to your shelf' },
      { name: 'minimum_order', says: 'the least they take an order for; in money' },
      CURRENCY,
      { name: 'sku', says: 'what you buy from them; as in your shop' },
      { name: 'pack_size', says: 'pieces in one pack' },
      { name: 'price', says: 'what they ask for one piece' },
      { name: 'supplier_sku', says: 'their own number for it' },
      { name: 'moq', says: 'the least pieces of it that they take an order for' },
      { name: 'lead_spread_days', says: 'by how many days they are early or late as a rule' },
      { name: 'review_days', says: 'days between two of your orders to them' },
      { name: 'max_cover_days', says: 'never order for more days of sales than these' },
      { name: 'shelf_life_days', says: 'days until it can no longer be sold' },
      { name: 'free_freight_from', says: 'the value of an order that they send free; in money' },
      { name: 'language', says: 'of your letters to them: en; hi …' },
      { name: 'contact', says: 'whom a letter speaks to' },
      { name: 'address', says: 'where they are' },
    ],
    examples: [
      'Shree Block Prints,orders@example.com,21,15000,,KRT-IND-M,10,380,SBP-77,20,4,14,120,,25000,hi,Asha ji,Jaipur',
    ],
  },
  {
    name: 'purchase-orders.csv',
    about: 'what you ordered from suppliers; one row for each thing in an order',
    columns: [
      { name: 'po_number', says: 'the number of your order to them' },
      { name: 'supplier', says: 'their name as in suppliers.csv' },
      { name: 'sku', says: 'as in your shop' },
      { name: 'quantity', says: 'pieces you ordered' },
      { name: 'received', says: 'pieces that came so far; blank if none or (with received_on) all' },
      { name: 'unit_price', says: 'what one piece costs there' },
      CURRENCY,
      { name: 'ordered_on', says: 'the day of your order: 2026-10-01' },
      { name: 'expected_on', says: 'the day they promised' },
      { name: 'received_on', says: 'the day the last of it came; blank while you wait' },
      { name: 'location', says: 'where it goes to; blank if you have one place' },
      { name: 'status', says: 'open; received; closed or cancelled if the rest never comes' },
    ],
    examples: [
      'PO-41,Shree Block Prints,KRT-IND-M,60,60,380,,2026-09-02,2026-09-23,2026-09-25,,',
      'PO-44,Shree Block Prints,KRT-IND-M,80,,380,,2026-10-05,2026-10-26,,,open',
    ],
  },
  {
    name: 'shipping.csv',
    about: 'what the courier billed you; one row for each parcel',
    columns: [
      { name: 'order', says: 'the order number as in your shop: #1001' },
      { name: 'date', says: 'the day of the bill: 2026-10-01' },
      { name: 'courier', says: 'their name' },
      { name: 'forward_cost', says: 'what the way to the buyer cost' },
      { name: 'return_cost', says: 'what the way back cost; blank if it did not come back' },
      { name: 'outcome', says: 'delivered; rto; returned; lost; in_transit' },
    ],
    examples: ['#1001,2026-10-04,Delhivery,78,,delivered', '#1002,2026-10-05,Delhivery,78,62,rto'],
  },
  {
    name: 'ads.csv',
    about: 'what you spent on advertising; one row for each day or each campaign',
    columns: [
      { name: 'date', says: 'the day it was spent: 2026-10-01' },
      { name: 'amount', says: 'what was spent: 1500' },
      { name: 'platform', says: 'meta; google; amazon …' },
      { name: 'campaign', says: 'its name' },
      { name: 'sku', says: 'if it was for one thing only' },
      CURRENCY,
    ],
    examples: ['2026-10-02,1500,meta,Diwali kurtas,,'],
  },
  {
    name: 'stock.csv',
    about: 'what you counted on the shelf',
    columns: [
      { name: 'sku', says: 'as in your shop' },
      { name: 'location', says: 'where it lies; blank if you have one place' },
      { name: 'as_of', says: 'the day you counted: 2026-10-01' },
      { name: 'on_hand', says: 'pieces on the shelf' },
      { name: 'incoming', says: 'pieces ordered but not here yet' },
      { name: 'reorder_at', says: 'order again at this many; blank to let ecom work it out' },
    ],
    examples: ['KRT-IND-M,Jaipur,2026-10-01,34,20,'],
  },
  {
    name: 'stock-history.csv',
    about: 'what lay on the shelf at the end of past days; days between keep the number before',
    columns: [
      { name: 'date', says: 'the day: 2026-10-01' },
      { name: 'sku', says: 'as in your shop' },
      { name: 'on_hand', says: 'pieces on the shelf that evening; 0 if it was sold out' },
      { name: 'location', says: 'where; blank if you have one place' },
    ],
    examples: ['2026-10-01,KRT-IND-M,34,', '2026-10-04,KRT-IND-M,0,'],
  },
  {
    name: 'rivals.csv',
    about: 'what other sellers ask for the same thing',
    columns: [
      { name: 'sku', says: 'yours; as in your shop' },
      { name: 'seller', says: 'who asks it' },
      { name: 'price', says: 'what they ask' },
      { name: 'seen_on', says: 'the day you saw it: 2026-10-01' },
      { name: 'url', says: 'where' },
      CURRENCY,
    ],
    examples: ['KRT-IND-M,Loom & Thread,1249,2026-10-01,https://example.com/indigo-kurta,'],
  },
];

/** Files for what no platform knows; as written they hold no record, for every example stands behind a `#`. */
export const TEMPLATES: readonly Template[] = SHEETS.map((sheet) => ({
  name: sheet.name,
  text: textOf(sheet),
}));

function textOf(sheet: Sheet): string {
  const lines = [
    sheet.columns.map((column) => column.name).join(','),
    `# ${sheet.name}: ${sheet.about}.`,
    '# Lines that start with # are left out.',
    ...sheet.columns.map((column) => `#   ${column.name} – ${column.says}`),
    '# Like this (without the # in front):',
    ...sheet.examples.map((example) => `# ${example}`),
  ];
  return `${lines.join('\n')}\n`;
}
