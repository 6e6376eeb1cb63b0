import fc from 'fast-check';
import type {
  Books,
  Cost,
  Expense,
  Movement,
  Order,
  OrderLine,
  Shipment,
} from '../../../src/domain/books.ts';
import { dayFrom, dayNumber } from '../../../src/domain/day.ts';
import { books, cost, expense, line, movement, order, shipment } from '../../helpers/books.ts';

const FIRST = dayNumber('2026-01-01');
const SKUS = ['KRT-101', 'DUP-220', 'SAR-310', 'BAG-007'] as const;
const REGIONS = ['BR', 'KA', 'MH', undefined] as const;

export const someDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 364 })
  .map((days) => dayFrom(FIRST + days));
const paise = fc.integer({ min: 0, max: 500_000 });

const someLine: fc.Arbitrary<OrderLine> = fc
  .record({
    sku: fc.constantFrom(...SKUS, undefined),
    quantity: fc.integer({ min: 1, max: 4 }),
    price: fc.integer({ min: 0, max: 300_000 }),
    kind: fc.constantFrom('product', 'product', 'product', 'tip', 'shipping'),
  })
  .map(({ sku, quantity, price, kind }) =>
    line({ sku, title: sku ?? 'Stole', quantity, amount: quantity * price, kind: kind as OrderLine['kind'] }),
  );

interface Drawn {
  readonly lines: readonly OrderLine[];
  readonly day: string;
  readonly discount: number;
  readonly shipping: number;
  readonly tax: number;
  readonly taxIncluded: boolean;
  readonly refund: number;
  readonly state: Pick<Order, 'status' | 'payment' | 'delivery' | 'cashOnDelivery'>;
  readonly region: string | undefined;
  readonly channel: string;
}

const someState = fc.constantFrom(
  { status: 'complete', payment: 'paid', delivery: 'delivered', cashOnDelivery: false },
  { status: 'complete', payment: 'paid', delivery: 'unknown', cashOnDelivery: false },
  { status: 'open', payment: 'paid', delivery: 'unfulfilled', cashOnDelivery: false },
  { status: 'open', payment: 'pending', delivery: 'shipped', cashOnDelivery: true },
  { status: 'open', payment: 'pending', delivery: 'rto', cashOnDelivery: true },
  { status: 'open', payment: 'pending', delivery: 'lost', cashOnDelivery: true },
  { status: 'cancelled', payment: 'paid', delivery: 'unknown', cashOnDelivery: false },
  { status: 'void', payment: 'pending', delivery: 'unfulfilled', cashOnDelivery: false },
) as fc.Arbitrary<Drawn['state']>;

const someDrawn: fc.Arbitrary<Drawn> = fc.record({
  lines: fc.array(someLine, { minLength: 1, maxLength: 3 }),
  day: someDay,
  discount: fc.integer({ min: 0, max: 100 }),
  shipping: fc.constantFrom(0, 4900, 9900),
  tax: fc.integer({ min: 0, max: 28 }),
  taxIncluded: fc.boolean(),
  refund: fc.constantFrom(0, 0, 0, 30, 100),
  state: someState,
  region: fc.constantFrom(...REGIONS),
  channel: fc.constantFrom('shopify', 'meesho'),
});

/** Percentages of the draw become amounts, so that most orders are believable and some are given away or paid back. */
function orderOf(drawn: Drawn, index: number): Order {
  const { lines, day, state, shipping, taxIncluded, region, channel } = drawn;
  const goods = lines.reduce((sum, one) => sum + (one.kind === 'product' ? one.amount : 0), 0);
  const discount = Math.round((goods * drawn.discount) / 100);
  const tax = Math.round(((goods - discount) * drawn.tax) / 100 / (taxIncluded ? 2 : 1));
  const plain = order({
    ...{ lines, discount, shipping, tax, taxIncluded, region, channel, ...state },
    number: `#${1000 + index}`,
    placedOn: day,
    row: 2 + index,
  });
  return { ...plain, refunded: Math.round((plain.total * drawn.refund) / 100) };
}

const someExpense: fc.Arbitrary<Expense> = fc
  .record({
    day: fc.option(someDay, { nil: undefined }),
    amount: paise,
    every: fc.constantFrom(undefined, 'week', 'month', 'quarter', 'year'),
    until: fc.option(someDay, { nil: undefined }),
    category: fc.constantFrom('Rent', 'Wages', 'ads', 'packaging'),
  })
  .map((own) => expense({ ...own, every: own.every }));

const someMovement = (orders: number): fc.Arbitrary<Movement> =>
  fc
    .record({
      kind: fc.constantFrom(
        'payment_fee',
        'advertising',
        'shipping_label',
        'marketplace_fee',
        'refund',
        'payout',
      ),
      day: someDay,
      amount: fc.integer({ min: -20_000, max: 2_000 }),
      order: fc.option(
        fc.integer({ min: 0, max: orders + 2 }).map((index) => `#${1000 + index}`),
        { nil: undefined },
      ),
      channel: fc.constantFrom('shopify', 'meesho', 'razorpay'),
    })
    .map((own) => movement({ ...own, kind: own.kind as Movement['kind'] }));

const someShipment = (orders: number): fc.Arbitrary<Shipment> =>
  fc
    .record({
      order: fc.integer({ min: 0, max: orders + 2 }).map((index) => `#${1000 + index}`),
      day: fc.option(someDay, { nil: undefined }),
      forwardCost: fc.option(fc.integer({ min: 0, max: 9_000 }), { nil: undefined }),
      outcome: fc.constantFrom('delivered', 'rto', 'unknown', 'in_transit'),
    })
    .map((own) => shipment({ ...own, outcome: own.outcome as Shipment['outcome'] }));

const someCost: fc.Arbitrary<Cost> = fc
  .record({
    sku: fc.constantFrom(...SKUS.slice(0, 3)),
    unitCost: fc.integer({ min: 1, max: 150_000 }),
    validFrom: fc.option(someDay, { nil: undefined }),
    source: fc.constantFrom('owner', 'platform'),
  })
  .map((own) => cost({ ...own, source: own.source }));

/** Books of a year of a textile shop, believable in their shape and careless in their numbers. */
export const someBooks: fc.Arbitrary<Books> = fc
  .array(someDrawn, { maxLength: 25 })
  .chain((drawn) =>
    fc.record({
      orders: fc.constant(drawn.map(orderOf)),
      movements: fc.array(someMovement(drawn.length), { maxLength: 8 }),
      shipments: fc.array(someShipment(drawn.length), { maxLength: 8 }),
      costs: fc.array(someCost, { maxLength: 5 }),
      expenses: fc.array(someExpense, { maxLength: 4 }),
      returnedGoods: fc.constantFrom('lost', 'restocked'),
      expensesBy: fc.constantFrom('spread', 'dated'),
      packagingPerOrder: fc.constantFrom(undefined, 1500),
    }),
  )
  .map(({ returnedGoods, expensesBy, packagingPerOrder, ...own }) =>
    books({
      ...own,
      shop: {
        returnedGoods: returnedGoods,
        expenses: expensesBy,
        packagingPerOrder,
      },
    }),
  );
