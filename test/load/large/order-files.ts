import fc from 'fast-check';

/** Columns of a generated Shopify orders file, in the platform's order. */
const HEADER = [
  'Name',
  'Email',
  'Financial Status',
  'Fulfillment Status',
  'Currency',
  'Subtotal',
  'Shipping',
  'Taxes',
  'Total',
  'Discount Code',
  'Discount Amount',
  'Created at',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Lineitem sku',
  'Lineitem requires shipping',
  'Lineitem discount',
  'Cancelled at',
  'Payment Method',
  'Refunded Amount',
  'Id',
  'Tags',
  'Duties',
  'Billing Country',
  'Billing Province',
  'Billing Province Name',
  'Shipping Country',
  'Shipping Province',
  'Shipping Province Name',
  'Phone',
  'Billing Phone',
  'Shipping Phone',
] as const;
type Column = (typeof HEADER)[number];
type Row = Partial<Record<Column, string>>;

const blanks = ['', ' ', '\u00a0', '-', 'n/a'];
const amounts = [
  '0',
  '0.00',
  '1.5',
  '.5',
  '5.',
  '1,234',
  '1.234',
  '1,234.50',
  '12,5',
  '₹499',
  '-12.00',
  '(5.00)',
];
const oddAmounts = [...blanks, ...amounts, 'abc', '999999999999999', '9999999999999999', '"', '1e3', '-0'];
const oddIds = [
  ...blanks,
  ...["'123", "'00123'", '1.23E+17', '1E+0', '="0071"', 'SKU:KRT-1', '12345678901234567890', '000', '\u200b'],
  ...['KRT-00', 'x"y', "'", "\u200b'5", '\x1b[31', '5\u0301'],
];
/** what may stand in a column where exports are odd */
const ODD: Readonly<Record<Column, readonly string[]>> = {
  Name: [
    '',
    ' ',
    'Name',
    'name',
    '#',
    '#1001 ',
    ' #1001',
    '#0001',
    '0001',
    "'1001",
    'कु1',
    '\x1b[5',
    '#1001',
    '#1002',
    '#1e5',
  ],
  Email: ['', 'ASHA@Example.in', 'é@x.in', ' a@b.in ', '"a"@b.in', '-', 'a b@c.in', '\u200ba@b.in'],
  'Financial Status': [
    '',
    ' ',
    'PAID',
    'partially_refunded',
    'refunded',
    'voided',
    'expired',
    'who knows',
    'Financial Status',
  ],
  'Fulfillment Status': ['', 'partial', 'Fulfilled', 'unfulfilled', ' '],
  Currency: ['', 'USD', 'JPY', 'KWD', 'inr', ' INR', '\u200bINR', 'XXX'],
  Subtotal: oddAmounts,
  Shipping: oddAmounts,
  Taxes: oddAmounts,
  Total: oddAmounts,
  'Discount Code': ['', ' ', 'DIWALI', 'दिवाली', 'a\nb', '"'],
  'Discount Amount': oddAmounts,
  'Created at': [
    ...blanks,
    ...[
      '2026-10-05',
      '2026-10-05T10:20:30Z',
      '2026-10-05T10:20:30+05:30',
      '2026-10-05 10:20:30',
      '05/10/2026',
    ],
    ...[
      '2026-10-05 10:20:30 zz!',
      '2026-10-05 24:00:00',
      '2026-10-05 23:59:60',
      '2026-13-05',
      '0000-00-00',
      '46300',
    ],
    ...[
      '2026-10-05 01:02:03 PM',
      '2026-10-05T10:20:30.123Z',
      '2026-10-05x10:20:30',
      '5 Oct 2026',
      '2026-10-05 10:20',
    ],
    ...[
      '2026-10-05 10:20:30 +0530 ',
      "'2026-10-05",
      '2026-02-30 10:00:00 +0530',
      '2026-10-05 10:20:30 é',
      '20261005',
    ],
  ],
  'Lineitem quantity': [...blanks, '0', '-1', '1.5', '2.0', '1,200', 'two', '9999999999999999'],
  'Lineitem name': [
    '',
    ' ',
    'Tip',
    'TIP',
    'कुर्ता',
    'Kurta "indigo"',
    'Kurta\nindigo',
    'a  b',
    'Lineitem name',
    '\x1b[31mred',
  ],
  'Lineitem price': oddAmounts,
  'Lineitem sku': oddIds,
  'Lineitem requires shipping': ['', 'true', 'TRUE', 'false'],
  'Lineitem discount': oddAmounts,
  'Cancelled at': [
    '2026-10-06 09:00:00 +0530',
    '2026-10-06',
    'soon',
    ' ',
    '0000-00-00',
    '-',
    '2026-10-06 09:00:00 ??',
  ],
  'Payment Method': ['', 'Cash on Delivery (COD)', 'COD', 'Cashfree', ' cash', 'cod\u200b'],
  'Refunded Amount': [...oddAmounts, '499.00'],
  Id: oddIds,
  Tags: ['RTO Delivered', 'RTO risk: high', 'lost', 'delivered, vip', 'not delivered', 'a,RTO', ' '],
  Duties: ['0', '0.00', '12.00', ' ', 'x'],
  'Billing Country': ['', 'us', ' IN', '-'],
  'Billing Province': ['', 'ka', ' '],
  'Billing Province Name': ['', 'Karnataka', 'कर्नाटक'],
  'Shipping Country': ['', 'us', ' ', 'IN '],
  'Shipping Province': ['', 'mh', ' '],
  'Shipping Province Name': ['', 'Maharashtra', 'ß'],
  Phone: ['+91 98765 43210', "'919876543210", '-', 'call me'],
  'Billing Phone': ['98765-43211', ''],
  'Shipping Phone': ['98765 43212', ''],
};

interface Item {
  readonly quantity: number;
  readonly price: number;
  readonly sku: string;
  readonly name: string;
}

const item: fc.Arbitrary<Item> = fc.record({
  quantity: fc.integer({ min: 1, max: 3 }),
  price: fc.constantFrom(49900, 129900, 1, 0, 100),
  sku: fc.constantFrom('KRT-101', 'SAR-201', '', '00123', '1001'),
  name: fc.constantFrom('Cotton kurta, indigo', 'Silk saree', 'Tip', 'Dupatta'),
});

const order = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 4 }),
  discount: fc.constantFrom(0, 0, 100),
  shipping: fc.constantFrom(0, 4900),
  tax: fc.constantFrom(0, 0, 2500),
  included: fc.boolean(),
  day: fc.integer({ min: 10, max: 28 }),
  paid: fc.constantFrom('paid', 'paid', 'pending', 'refunded'),
  method: fc.constantFrom('Razorpay', 'Cash on Delivery (COD)', ''),
  decimals: fc.constantFrom(2, 2, 2, 0),
  places: fc.constantFrom('INININ', ''),
});

const money = (minor: number, decimals: number): string => (minor / 100).toFixed(decimals);

function rowsOf(
  own: typeof order extends fc.Arbitrary<infer One> ? One : never,
  at: number,
  currency: string,
): Row[] {
  const { items, discount, shipping, tax, included, decimals } = own;
  const show = (minor: number): string => money(minor, decimals);
  const goods = items.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const name = `#${1001 + at}`;
  const lineOf = ({ quantity, price, sku, name: title }: Item): Row => ({
    Name: name,
    Email: `buyer${at}@example.in`,
    'Lineitem quantity': String(quantity),
    'Lineitem price': show(price),
    'Lineitem sku': sku,
    'Lineitem name': title,
    'Lineitem requires shipping': title === 'Tip' ? 'false' : 'true',
    'Lineitem discount': '0.00',
  });
  const [first = {}, ...more] = items.map(lineOf);
  const head: Row = {
    ...first,
    'Financial Status': own.paid,
    'Fulfillment Status': 'fulfilled',
    Currency: currency,
    Subtotal: show(goods - discount),
    Shipping: show(shipping),
    Taxes: show(tax),
    Total: show(goods - discount + shipping + (included ? 0 : tax)),
    'Discount Amount': show(discount),
    'Created at': `2026-10-${own.day} 10:20:30 +0530`,
    'Payment Method': own.method,
    'Refunded Amount': '0.00',
    Id: own.places === '' ? '' : String(5000000001001 + at),
    'Shipping Country': own.places.slice(0, 2),
    'Shipping Province': own.places === '' ? '' : 'KA',
    'Billing Country': 'IN',
    'Billing Province': 'MH',
  };
  return [head, ...more];
}

const oddity = fc
  .constantFrom(...HEADER)
  .chain((column) =>
    fc.record({ column: fc.constant(column), value: fc.constantFrom(...ODD[column]), at: fc.nat(200) }),
  );
/** what happens to whole rows: repeated, moved, blank, the header once more, cut short */
const mishap = fc.record({
  kind: fc.constantFrom('repeat', 'move', 'blank', 'header', 'cut', 'spaces'),
  at: fc.nat(200),
  to: fc.nat(200),
});

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function befall(lines: string[], { kind, at, to }: { kind: string; at: number; to: number }): void {
  if (lines.length === 0) return;
  const [from, into] = [at % lines.length, to % (lines.length + 1)];
  const line = lines[from] ?? '';
  if (kind === 'cut')
    lines[from] = line
      .split(',')
      .slice(0, to % 20)
      .join(',');
  else if (kind === 'move') lines.splice(into, 0, ...lines.splice(from, 1));
  else
    lines.splice(
      into,
      0,
      { repeat: line, blank: ''.padEnd(to % 40, ','), header: HEADER.join(',') }[kind] ?? ' , ,',
    );
}

const many = <One>(arbitrary: fc.Arbitrary<One>, size: number): fc.Arbitrary<readonly One[]> =>
  fc.oneof(fc.constant([]), fc.array(arbitrary, { maxLength: size }));

/** Shopify orders as exported, with a few cells and rows that are odd. */
export const orderFiles: fc.Arbitrary<string> = fc
  .record({
    orders: fc.array(order, { maxLength: 12 }),
    currencies: fc.constantFrom(
      ['INR'],
      ['INR'],
      ['INR', 'JPY'],
      ['JPY', 'INR'],
      ['KWD'],
      ['USD', 'KWD', 'INR'],
    ),
    oddities: many(oddity, 4),
    mishaps: many(mishap, 2),
    end: fc.constantFrom('\n', '\n', '\r\n'),
    isClosed: fc.boolean(),
    isFalling: fc.boolean(),
  })
  .map(({ orders, currencies, oddities, mishaps, end, isClosed, isFalling }) => {
    const all = orders.flatMap((own, at) =>
      rowsOf(own, isFalling ? 500 - at : at, currencies[at % currencies.length] ?? 'INR'),
    );
    for (const { column, value, at } of oddities) {
      const row = all[at % Math.max(1, all.length)];
      if (row !== undefined) row[column] = value;
    }
    const lines = all.map((row) => HEADER.map((column) => quoted(row[column] ?? '')).join(','));
    for (const each of mishaps) befall(lines, each);
    return [HEADER.join(','), ...lines].join(end) + (isClosed ? end : '');
  });
