import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../src/domain/books.ts';
import { OrderTable } from '../../src/domain/order-table.ts';
import { plainOrder } from '../../src/domain/order-view.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { readingOf, storedReading } from '../../src/load/cached-file.ts';
import { emptyDraft } from '../../src/load/draft.ts';
import { packCounts, packNumbers, unpackCounts, unpackNumbers } from '../../src/load/packed-numbers.ts';
import { readFileBytes, type ReadFile, type Reading } from '../../src/load/read-file.ts';

const RULES = { shop: { ...DEFAULT_SHOP, name: 'Tarang Textiles', country: 'IN' } };
const EXPORTS = new URL('../../fixtures/exports/', import.meta.url);
const FILES = readdirSync(EXPORTS).filter(
  (name) => /\.(csv|txt|json)$/.test(name) && !/\.books\.json$/.test(name),
);

function fixture(file: string): Reading {
  return readFileBytes({ file, bytes: readFileSync(new URL(file, EXPORTS)) }, RULES);
}

function bytesOf(reading: Reading): Buffer | undefined {
  const parts = storedReading(reading);
  return parts && Buffer.concat(parts);
}

function restored(reading: Reading): Reading {
  return readingOf(bytesOf(reading) ?? new Uint8Array(), RULES);
}

/** Everything that a reading says, orders as plain objects. */
function said(reading: Reading): unknown {
  if (!('draft' in reading)) return reading;
  const { draft, orders, ...rest } = reading;
  return { ...rest, draft: { ...draft, orders: [] }, orders: orders.map(plainOrder) };
}

function readingWith(orders: ReadFile['orders']): ReadFile {
  const draft = emptyDraft(RULES.shop);
  return { file: 'orders.csv', kind: 'shopify.orders', label: 'Shopify orders', rows: 7, draft, orders };
}

const money = fc.oneof(fc.integer({ min: -500, max: 500 }), fc.integer(), fc.maxSafeInteger());
const name = fc.oneof(
  fc.string(),
  fc.constantFrom('', '#1001', '5000000001001', '007', '403-1234567-7654321'),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const line = fc.record({
  kind: fc.constantFrom('product' as const, 'tip' as const),
  sku: maybe(name),
  title: name,
  variant: maybe(name),
  quantity: fc.oneof(fc.integer({ min: -3, max: 200 }), fc.constant(1.5)),
  amount: money,
  discount: maybe(money),
  tax: maybe(money),
  row: fc.nat(),
});
const anyOrder: fc.Arbitrary<Order> = fc
  .tuple(
    fc.record({
      ...{ file: fc.constant('orders.csv'), row: fc.nat(), id: name, number: name, channel: name },
      placedOn: fc.constantFrom('2026-10-31', '2026-11-01'),
      placedAt: maybe(fc.constantFrom('2026-10-31 12:00:00 +0530', '2026-11-01T09:15:00Z', '31 Oct')),
      cancelledOn: maybe(fc.constant('2026-11-02')),
      status: fc.constantFrom('open' as const, 'cancelled' as const),
      payment: fc.constantFrom('paid' as const, 'pending' as const),
      delivery: fc.constantFrom('rto' as const, 'unknown' as const),
      cashOnDelivery: fc.boolean(),
      taxIncluded: fc.boolean(),
    }),
    fc.record({
      ...{ currency: fc.constantFrom('INR', ''), discount: money, shipping: money, tax: money, total: money },
      ...{ refunded: maybe(money), customerKey: maybe(name), country: maybe(fc.constant('IN')) },
      ...{ region: maybe(name), discountCode: maybe(name), payMethod: maybe(name) },
      lines: fc.array(line, { maxLength: 4 }),
    }),
  )
  .map(([facts, amounts]) => ({ ...facts, ...amounts }));

describe('a stored reading', () => {
  it.each(FILES.filter((file) => !file.startsWith('owner-suppliers')))(
    'of %s says all that reading it says',
    (file) => {
      const reading = fixture(file);
      expect(said(restored(reading))).toEqual(said(reading));
    },
  );

  it('covers every kind of record', () => {
    const drafts = FILES.map(fixture).flatMap((reading) => ('draft' in reading ? [reading.draft] : []));
    const lists = Object.entries(emptyDraft(RULES.shop)).filter(
      ([key, value]) => Array.isArray(value) && key !== 'openDates',
    );
    const never = lists
      .map(([key]) => key as 'movements')
      .filter((key) => drafts.every((draft) => draft[key].length === 0));
    expect(lists.length).toBeGreaterThan(12);
    expect(never).toEqual([]);
  });

  it('holds any orders, from an array or a table, of any numbers and names', () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 20 }), fc.boolean(), (orders, inTable) => {
        const table = new OrderTable();
        for (const order of orders) table.push(order);
        const reading = readingWith(inTable ? table : orders);
        expect(said(restored(reading))).toEqual(said(reading));
      }),
      { numRuns: 200 },
    );
  });

  it('gives a table that more orders can be added to', () => {
    for (const count of [0, 1, 40]) {
      const orders = fc.sample(anyOrder, { numRuns: count + 2, seed: 22 });
      const { orders: table } = restored(readingWith(orders.slice(0, count))) as unknown as {
        orders: OrderTable;
      };
      for (const order of orders.slice(count)) table.push(order);
      expect(table.map(plainOrder)).toEqual(orders);
    }
  });

  it('holds the Problems of a file that could not be used', () => {
    const reading = readFileBytes({ file: 'x.csv', bytes: Buffer.from('nothing,of,ours\n1,2,3\n') }, RULES);
    expect('draft' in reading).toBe(false);
    expect(restored(reading)).toEqual(reading);
  });

  it('knows the shop as it is now', () => {
    const [file = ''] = FILES;
    expect(restored(fixture(file))).toMatchObject({ draft: { shop: RULES.shop } });
  });

  it('can be read at any place in memory', () => {
    const reading = fixture('shopify-orders.csv');
    const shifted = Buffer.concat([Buffer.from('x'), bytesOf(reading) ?? Buffer.alloc(0)]).subarray(1);
    expect(said(readingOf(shifted, RULES))).toEqual(said(reading));
  });

  it('holds no buyer’s e-mail address, phone number or street, from no export', () => {
    const told = FILES.flatMap((file) => {
      const text = readFileSync(new URL(file, EXPORTS), 'utf8');
      const secrets =
        text.match(/[\w.+-]+@[\w-]+\.[\w.]+|\+91[\d ]{10,}|\d+[^,\n"]{0,20}(?:Road|Street|Marg)\b/g) ?? [];
      const stored = bytesOf(fixture(file));
      return secrets.filter((each) => stored?.includes(each) === true).map((each) => `${file}: ${each}`);
    });
    expect(told).toEqual([]);
  });

  it.each(['email', 'contact', 'address'] as const)('is not made of suppliers with their %s', (field) => {
    const reading = fixture('owner-suppliers-terms.csv') as ReadFile;
    const [supplier] = reading.draft.suppliers;
    if (supplier?.[field] === undefined) throw new Error(`the fixture has no ${field}`);
    const only = { file: supplier.file, row: supplier.row, name: supplier.name, [field]: supplier[field] };
    const draft = { ...reading.draft, suppliers: [only] };
    expect(storedReading({ ...reading, draft })).toBeUndefined();
  });
});

describe('packed numbers', () => {
  const edges = [
    0,
    -0,
    127,
    128,
    -127,
    -128,
    32_767,
    -32_768,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    0.5,
    Number.NaN,
  ];

  it('are the same again', () => {
    const value = fc.oneof(
      fc.constantFrom(...edges),
      fc.integer({ min: -200, max: 200 }),
      fc.integer(),
      fc.double(),
    );
    fc.assert(
      fc.property(fc.array(value), (given) => {
        const { packed, numbers } = packNumbers(Float64Array.from(given));
        expect([...unpackNumbers(packed, numbers)]).toEqual(given);
      }),
    );
  });

  it('are the same counts again', () => {
    const count = fc.oneof(fc.constantFrom(0, 255, 256, 65_535, 65_536, 2 ** 32 - 1), fc.nat({ max: 300 }));
    fc.assert(
      fc.property(fc.array(count), (given) => {
        const { packed, numbers } = packCounts(Uint32Array.from(given));
        expect([...unpackCounts(packed, numbers)]).toEqual(given);
      }),
    );
  });

  it.each([
    [[7, 7, 7], undefined],
    [[1, 2, Number.NaN], 'i8'],
    [[1, 128], 'i16'],
    [[1, -32_768], 'i32'],
    [[1, 2 ** 31], 'f64'],
    [[1, 0.5], 'f64'],
  ])('%j take no more room than they need', (given, as) => {
    expect(packNumbers(Float64Array.from(given)).packed.as).toBe(as);
  });
});
