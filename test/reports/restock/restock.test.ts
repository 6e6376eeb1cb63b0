import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Books } from '../../../src/domain/books.ts';
import { REPORTS } from '../../../src/reports/index.ts';
import { restock } from '../../../src/reports/restock.ts';
import { books, codOrder, line, order, shipment } from '../../helpers/books.ts';
import {
  answerOf,
  costing,
  figureOf,
  listed,
  oneKurta,
  planOf,
  purchase,
  rowsIn,
  selling,
  shelf,
  sold,
  stocked,
  supplier,
  TODAY,
} from '../../helpers/restock-books.ts';

describe('restock', () => {
  it('is asked through the list of reports', () => {
    expect(REPORTS).toContain(restock);
    expect(restock.options.parse({ asOf: TODAY })).toEqual({ asOf: TODAY });
    expect(() => restock.options.parse({ asOf: '2026-02-30' })).toThrow('not a day');
  });

  it('is empty before the first sale', () => {
    const answer = answerOf(books({ stock: [stocked('KRT-101', 5)] }));
    expect([answer.known, answer.figures, answer.tables, answer.orders]).toEqual([null, [], [], []]);
  });

  it('orders what runs out, from whom and for how much', () => {
    const answer = answerOf(oneKurta(8));
    const row = planOf(answer);
    expect(row).toMatchObject({ status: 'late', leadTimeDays: 10, confidence: 'high', dailyDemand: 1 });
    expect(row['stockOutDate']).toBe('2026-09-09');
    expect(row['orderQuantity']).toBeGreaterThanOrEqual(30);
    expect(figureOf(answer, 'restock.items')).toBe(1);
    expect(figureOf(answer, 'restock.cost')).toBe(Number(row['orderQuantity']) * 20000);
    expect(answer.orders[0]).toMatchObject({
      number: 'PO-20260901-KESAR-WEAVERS-1',
      wantedBy: '2026-09-11',
      lines: [{ sku: 'KRT-101', quantity: row['orderQuantity'], unitPrice: 20000 }],
    });
  });

  it('says that all is fine, and orders nothing, while there is enough', () => {
    const answer = answerOf(oneKurta(60));
    expect(planOf(answer)).toMatchObject({ status: 'fine', orderQuantity: 0, cost: 0, reason: 'not-yet' });
    expect(answer.orders).toEqual([]);
    expect(answer.findings.map(({ kind }) => kind)).not.toContain('order');
  });

  it('ranks what loses most profit first, and what has no cost after what has', () => {
    const shop = books({
      orders: [
        ...selling('A', { perDay: 1 }),
        ...selling('B', { perDay: 3 }),
        ...selling('C', { perDay: 9 }),
      ],
      costs: [costing('A'), costing('B')],
      stock: [stocked('A', 0), stocked('B', 0), stocked('C', 0)],
    });
    const answer = answerOf(shop);
    expect(rowsIn(answer, 'plan').map((row) => row['sku'])).toEqual(['B', 'A', 'C']);
    expect(planOf(answer, 'C')).toMatchObject({ profitAtRisk: null, cost: null, saves: null });
    expect(answer.findings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['noCost', 'noSupplier', 'assumedLead']),
    );
  });

  it('does not order what was lost before goods can come', () => {
    const soldOut = planOf(answerOf(oneKurta(0)));
    const enoughUntilThen = planOf(answerOf(oneKurta(10)));
    expect(soldOut['status']).toBe('out');
    expect(
      Math.abs(Number(soldOut['orderQuantity']) - Number(enoughUntilThen['orderQuantity'])),
    ).toBeLessThan(5);
    expect(soldOut['lostAnyway']).toBeGreaterThan(9 * 29900);
  });

  it('learns lead times from received orders, and counts what is on its way once', () => {
    const received = [9, 12, 15].map((days, index) =>
      purchase({
        ...{ order: `PO-${index}`, orderedOn: '2026-06-01', received: 20 },
        ...{ receivedOn: `2026-06-${String(1 + days).padStart(2, '0')}` },
      }),
    );
    const open = purchase({ order: 'PO-9', quantity: 50, expectedOn: '2026-09-04' });
    const answer = answerOf(
      oneKurta(8, { purchases: [...received, open], stock: [stocked('KRT-101', 8, { incoming: 50 })] }),
    );
    expect(planOf(answer)).toMatchObject({
      ...{ leadTimeDays: 12, leadTimeSpread: 3, leadTimeFrom: 'learned' },
      ...{ onOrder: 50, status: 'fine', orderQuantity: 0 },
    });
    expect(figureOf(answer, 'restock.leadOrders')).toBe(3);
  });

  it('believes a file that says more is coming than the orders tell', () => {
    const answer = answerOf(oneKurta(8, { stock: [stocked('KRT-101', 8, { incoming: 60 })] }));
    expect(planOf(answer)).toMatchObject({ onOrder: 60, orderQuantity: 0 });
  });

  it('knows the feasts of where most orders go', () => {
    const to = (country: string | undefined, count: number) =>
      selling(`TO-${country ?? ''}`, { days: count }).map((one) => ({ ...one, country }));
    const feasts = (...orders: ReturnType<typeof to>[]) =>
      answerOf(books({ orders: [...orders.flat(), ...selling('KRT-101', { days: 500 })] }), {}).findings.find(
        ({ kind }) => kind === 'feasts',
      )?.names['feasts'];
    expect(feasts(to('GB', 9), to('IN', 3))).not.toBe(feasts(to('GB', 3), to('IN', 9)));
    expect(feasts(to('GB', 3), to('IN', 3))).toBe(feasts(to('GB', 9), to('IN', 3)));
    expect(feasts()).toBe(feasts(to('IN', 3)));
  });

  it('calibrates safety stock where there are enough looks back', () => {
    const skus = Array.from({ length: 14 }, (_, index) => `S-${index}`);
    const orders = skus.flatMap((sku, index) =>
      selling(sku, { days: 300 }).filter((_, day) => (day * 7 + index) % 3 !== 0),
    );
    const answer = answerOf(books({ orders, stock: skus.map((sku) => stocked(sku, 5)) }), { service: 0.95 });
    expect(figureOf(answer, 'restock.serviceWindows')).toBeGreaterThanOrEqual(40);
    expect(figureOf(answer, 'restock.serviceAchieved')).toBeGreaterThan(0.9);
  });

  it('counts orders placed before, so that they are not asked for twice', () => {
    const first = answerOf(oneKurta(8));
    const placed = first.orders.flatMap(({ number, orderedOn, wantedBy, lines }) =>
      lines.map(({ sku, quantity }) => ({ order: number, sku, quantity, orderedOn, expectedOn: wantedBy })),
    );
    const second = answerOf(oneKurta(8), { placed });
    expect(planOf(second)).toMatchObject({ onOrder: planOf(first)['orderQuantity'], orderQuantity: 0 });
    expect(answerOf(oneKurta(0), { placed }).orders.map(({ number }) => number)).not.toContain(
      placed[0]?.order,
    );
  });

  it('tells of an order to a supplier that is late', () => {
    const late = purchase({ orderedOn: '2026-08-01', expectedOn: '2026-08-20' });
    const answer = answerOf(oneKurta(8, { purchases: [late] }));
    const finding = answer.findings.find(({ kind }) => kind === 'lateOrder');
    expect(finding?.names).toMatchObject({ order: 'PO-1', supplier: 'Kesar Weavers', products: 'KRT-101' });
    expect(figureOf(answer, 'restock.lateOrder.1.days')).toBe(12);
  });

  it('counts undelivered parcels on their way back', () => {
    const rto = codOrder({
      number: '#R',
      placedOn: '2026-08-24',
      delivery: 'rto',
      lines: [line({ quantity: 2 })],
    });
    const answer = answerOf(
      oneKurta(8, {
        orders: [...selling('KRT-101'), rto],
        shipments: [shipment({ order: '#R', day: '2026-08-25', outcome: 'rto' })],
      }),
    );
    expect(planOf(answer)['inboundReturns']).toBe(2);
  });

  it('takes demand from the days in stock', () => {
    const orders = selling('KRT-101', { days: 60, until: 61 });
    const history = [
      shelf('2026-05-01', 'KRT-101', 60),
      shelf('2026-07-02', 'KRT-101', 0),
      shelf('2026-08-31', 'KRT-101', 0),
    ];
    const row = planOf(
      answerOf(oneKurta(0, { orders: [...orders, ...selling('SAR-301')], stockHistory: history })),
    );
    expect(row['stockOutDays']).toBeGreaterThanOrEqual(59);
    expect(row['dailyDemand']).toBeCloseTo(1, 0);
    expect(row['suspectedDays']).toBe(0);
  });

  it('marks days without stock that only a gap in the sales tells of', () => {
    const orders = [...selling('KRT-101', { days: 60, until: 41 }), ...selling('SAR-301', { days: 120 })];
    const row = planOf(answerOf(oneKurta(0, { orders })));
    expect(row).toMatchObject({ suspectedDays: 40, confidence: 'medium' });
    expect(Number(row['dailyDemand'])).toBeGreaterThan(0.8);
  });

  it('keeps to packs, minimum, longest cover and shelf life', () => {
    const plan = (own: Parameters<typeof sold>[1]) =>
      planOf(answerOf(oneKurta(0, { supplierItems: [sold('KRT-101', own)] })));
    expect(plan({ packSize: 12 })).toMatchObject({ packSize: 12 });
    expect(Number(plan({ packSize: 12 })['orderQuantity']) % 12).toBe(0);
    expect(plan({ minimumQuantity: 70 })['orderQuantity']).toBe(70);
    expect(plan({ minimumQuantity: 500 })).toMatchObject({
      orderQuantity: 0,
      reason: 'waits-for-minimum',
      status: 'out',
    });
    expect(Number(plan({ maxCoverDays: 20 })['orderUpTo'])).toBeLessThanOrEqual(20);
    expect(Number(plan({ shelfLifeDays: 15 })['orderQuantity'])).toBeLessThanOrEqual(15);
  });

  it('says of what waits that it does', () => {
    const answer = answerOf(oneKurta(12, { supplierItems: [sold('KRT-101', { minimumQuantity: 500 })] }));
    expect(planOf(answer)['status']).toBe('waits');
    expect(answer.findings.map(({ kind }) => kind)).toContain('waits');
  });

  it('does not order blindly what nobody counted', () => {
    const answer = answerOf(oneKurta(0, { stock: [] }));
    expect(planOf(answer)).toMatchObject({
      onHand: null,
      committed: null,
      daysOfCover: null,
      orderQuantity: 0,
      status: 'unknown',
    });
    expect(rowsIn(answer, 'noStock')[0]).toMatchObject({ sku: 'KRT-101', dailyDemand: 1 });
    expect(rowsIn(answer, 'noStock')[0]?.['wouldTell']).toContain('on_hand');
  });

  it('counts less than nothing on hand as none, and says so', () => {
    const answer = answerOf(oneKurta(-4));
    expect(planOf(answer)).toMatchObject({ onHand: 0, status: 'out' });
    expect(answer.findings.map(({ kind }) => kind)).toContain('negativeStock');
  });

  it('never lists carriage, fees or returns as products', () => {
    const odd = [
      line({ sku: 'POST', title: 'POSTAGE' }),
      line({ sku: 'X-1', title: 'Bank charges' }),
      line({ sku: undefined, title: 'Something' }),
      line({ sku: 'NEG', quantity: -3, amount: -3 }),
      line({ sku: 'TIP-1', kind: 'tip' }),
    ];
    const orders = [...selling('KRT-101'), order({ number: '#odd', placedOn: '2026-08-30', lines: odd })];
    expect(rowsIn(answerOf(oneKurta(0, { orders })), 'plan').map((row) => row['sku'])).toEqual(['KRT-101']);
  });

  it('leaves cancelled sales out of demand', () => {
    const cancelled = selling('SAR-301').map((one) => ({
      ...one,
      status: 'void' as const,
      payment: 'pending' as const,
    }));
    const shop = oneKurta(8, {
      orders: [...selling('KRT-101'), ...cancelled],
      stock: [stocked('KRT-101', 8), stocked('SAR-301', 0)],
    });
    expect(planOf(answerOf(shop), 'SAR-301')).toMatchObject({ dailyDemand: 0, orderQuantity: 0 });
  });

  it('shows the service promised and what a look back would have kept', () => {
    const answer = answerOf(oneKurta(8), { service: 0.9 });
    expect(figureOf(answer, 'restock.serviceTarget')).toBeCloseTo(0.9, 12);
    expect(figureOf(answer, 'restock.serviceAchieved')).toBeGreaterThan(0.5);
    const young = answerOf(oneKurta(8, { orders: selling('KRT-101', { days: 20 }) }));
    expect(figureOf(young, 'restock.serviceAchieved')).toBeNull();
    expect(planOf(young)['confidence']).toBe('low');
  });

  it('looks at one supplier only when asked', () => {
    const shop = oneKurta(8, {
      orders: [...selling('KRT-101'), ...selling('SAR-301')],
      stock: [stocked('KRT-101', 0), stocked('SAR-301', 0)],
      supplierItems: [sold('KRT-101'), sold('SAR-301', { supplier: 'Amber Home' })],
    });
    expect(rowsIn(answerOf(shop, { supplier: 'amber' }), 'plan').map((row) => row['sku'])).toEqual([
      'SAR-301',
    ]);
  });

  it('takes a supplier’s full name for that supplier alone, not for others whose names hold it', () => {
    const shop = oneKurta(2, {
      orders: [...selling('KRT-101'), ...selling('SAR-301')],
      stock: [stocked('KRT-101', 0), stocked('SAR-301', 0)],
      supplierItems: [sold('KRT-101', { supplier: 'Shree' }), sold('SAR-301', { supplier: 'Shree Prints' })],
    });
    const skus = (supplier: string) => rowsIn(answerOf(shop, { supplier }), 'plan').map((row) => row['sku']);
    expect(skus('shree')).toEqual(['KRT-101']);
    expect(skus('Shre')).toHaveLength(2);
  });

  it('moves stock between locations before it buys', () => {
    const stock = [
      stocked('KRT-101', 90, { location: 'Jaipur' }),
      stocked('KRT-101', 0, { location: 'Pune' }),
    ];
    const answer = answerOf(oneKurta(0, { stock }), { byLocation: true });
    expect(rowsIn(answer, 'transfers')[0]).toMatchObject({ sku: 'KRT-101', from: 'Jaipur', to: 'Pune' });
    expect(rowsIn(answer, 'locations')).toHaveLength(2);
    expect(answer.findings.map(({ kind }) => kind)).toContain('transfers');
    expect(rowsIn(answerOf(oneKurta(0, { stock })), 'locations')).toEqual([]);
  });

  it('lists new products that were never sold as new, not as dead', () => {
    const shop = oneKurta(8, {
      products: [listed('NEW-1')],
      stock: [stocked('KRT-101', 8), stocked('NEW-1', 0), stocked('OLD-1', 3)],
      supplierItems: [sold('KRT-101'), sold('NEW-1')],
    });
    const answer = answerOf(shop);
    expect(planOf(answer, 'NEW-1')).toMatchObject({ confidence: 'low', status: 'out' });
    expect(Number(planOf(answer, 'NEW-1')['orderQuantity'])).toBeGreaterThan(0);
    expect(planOf(answer, 'OLD-1')).toMatchObject({ status: 'fine', orderQuantity: 0 });
  });

  it('says when the files end before yesterday', () => {
    const answer = answerOf(oneKurta(8, { orders: selling('KRT-101', { until: 15 }) }));
    expect(answer.findings.map(({ kind }) => kind)).toContain('filesEndEarly');
  });
});

describe('a minimum order', () => {
  const shop = (own: Parameters<typeof supplier>[0]): Books =>
    oneKurta(8, {
      orders: [...selling('KRT-101'), ...selling('SAR-301')],
      stock: [stocked('KRT-101', 8), stocked('SAR-301', 40)],
      costs: [costing('KRT-101'), costing('SAR-301')],
      suppliers: [supplier(own)],
      supplierItems: [sold('KRT-101'), sold('SAR-301')],
    });
  const amount = Number(rowsIn(answerOf(shop({})), 'letters')[0]?.['amount']);

  it('is filled up with what is due next when that pays', () => {
    const answer = answerOf(shop({ minimumOrder: amount + 100000 }));
    expect(rowsIn(answer, 'letters')[0]).toMatchObject({ minimumReached: 'yes', items: 2, filledUp: 1 });
    expect(planOf(answer, 'SAR-301')).toMatchObject({
      reason: 'fills-minimum',
      plannedQuantity: 5,
      orderQuantity: 0,
    });
    expect(answer.findings.map(({ kind }) => kind)).toContain('filled');
  });

  it('that cannot be reached is told with what is missing', () => {
    const answer = answerOf(shop({ minimumOrder: amount + 100_000_000 }));
    expect(rowsIn(answer, 'letters')[0]).toMatchObject({ minimumReached: 'no', toMinimum: 100_000_000 });
    expect(answer.findings.map(({ kind }) => kind)).toContain('minimum');
  });

  it('in another currency is not compared', () => {
    const answer = answerOf(shop({ minimumOrder: 100_000_000, currency: 'USD' }));
    expect(rowsIn(answer, 'letters')[0]).toMatchObject({ minimumReached: 'yes', toMinimum: 0 });
  });

  it('for free freight is told when it is near', () => {
    const near = answerOf(shop({ freeFreightFrom: amount + 1000 }));
    expect(near.findings.map(({ kind }) => kind)).toContain('freeFreight');
    expect(rowsIn(near, 'letters')[0]).toMatchObject({ toFreeFreight: 1000 });
    expect(answerOf(shop({ freeFreightFrom: 3 * amount })).findings.map(({ kind }) => kind)).not.toContain(
      'freeFreight',
    );
  });

  it('is filled up only as far as the budget reaches', () => {
    const answer = answerOf(shop({ minimumOrder: amount + 100000 }), { budget: amount });
    expect(rowsIn(answer, 'letters')[0]).toMatchObject({ minimumReached: 'no', filledUp: 0 });
  });
});

describe('a budget', () => {
  const shop = oneKurta(0, {
    orders: [...selling('KRT-101'), ...selling('SAR-301', { perDay: 2 }), ...selling('X-1')],
    stock: [stocked('KRT-101', 0), stocked('SAR-301', 0), stocked('X-1', 0)],
    costs: [costing('KRT-101'), costing('SAR-301', 30000)],
    supplierItems: [sold('KRT-101', { packSize: 6 }), sold('SAR-301', { price: 30000, minimumQuantity: 10 })],
  });

  it('buys what saves most, and says what is left out and what that costs', () => {
    const answer = answerOf(shop, { budget: 1_000_000 });
    expect(figureOf(answer, 'restock.plan.cost')).toBeLessThanOrEqual(1_000_000);
    expect(figureOf(answer, 'restock.budget.left')).toBe(
      1_000_000 - (figureOf(answer, 'restock.plan.cost') ?? 0),
    );
    expect(rowsIn(answer, 'leftOut').map((row) => row['reason'])).toContain('no-price');
    expect(figureOf(answer, 'restock.leftOut.profit')).toBeGreaterThan(0);
    expect(answer.findings.map(({ kind }) => kind)).toContain('leftOut');
  });

  it('buys what has a price and no known sales price last, whole or not at all', () => {
    const priced = {
      ...shop,
      supplierItems: [...shop.supplierItems, sold('X-1', { price: 100 })],
      costs: [],
    };
    const answer = answerOf(priced, { budget: 100_000_000 });
    expect(rowsIn(answer, 'leftOut')).toEqual([]);
    expect(Number(planOf(answer, 'X-1')['plannedQuantity'])).toBeGreaterThan(0);
  });

  it('buys what was never sold, whose margin nobody knows, with what is left, or leaves it out', () => {
    const withNew = {
      ...shop,
      products: [listed('NEW-1')],
      stock: [...shop.stock, stocked('NEW-1', 0)],
      supplierItems: [...shop.supplierItems, sold('NEW-1', { price: 100 })],
    };
    expect(
      Number(planOf(answerOf(withNew, { budget: 100_000_000 }), 'NEW-1')['plannedQuantity']),
    ).toBeGreaterThan(0);
    expect(planOf(answerOf(withNew, { budget: 50 }), 'NEW-1')['plannedQuantity']).toBe(0);
  });

  it('has nothing for what saves nothing, and says so', () => {
    const dear = { ...shop, costs: [costing('KRT-101', 90000)] };
    expect(rowsIn(answerOf(dear, { budget: 100_000_000 }), 'leftOut')).toContainEqual(
      expect.objectContaining({ sku: 'KRT-101', reason: 'saves-nothing', profitLost: 0 }),
    );
  });

  it('that is larger never saves less, and never spends more than it is', () => {
    const amounts = fc.integer({ min: 0, max: 6_000_000 });
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)].map((budget) => answerOf(shop, { budget }));
        if (small === undefined || large === undefined) return false;
        const saves = (answer: typeof small): number => figureOf(answer, 'restock.plan.saves') ?? 0;
        expect(figureOf(large, 'restock.plan.cost') ?? 0).toBeLessThanOrEqual(Math.max(a, b));
        return saves(large) >= saves(small) - 3;
      }),
      { seed: 7, numRuns: 15 },
    );
  });
});

describe('the plan', () => {
  const shops = fc.record({
    onHand: fc.array(fc.integer({ min: -5, max: 120 }), { minLength: 3, maxLength: 3 }),
    pack: fc.integer({ min: 1, max: 24 }),
    minimum: fc.integer({ min: 0, max: 60 }),
    perDay: fc.integer({ min: 1, max: 4 }),
  });
  const build = ({
    onHand,
    pack,
    minimum,
    perDay,
  }: {
    onHand: number[];
    pack: number;
    minimum: number;
    perDay: number;
  }): Books => {
    const skus = ['KRT-101', 'SAR-301', 'BAG-001'];
    return books({
      orders: [
        ...selling('KRT-101', { perDay, days: 60 }),
        ...selling('SAR-301', { days: 45, until: 10 }),
        ...selling('BAG-001', { days: 20, until: 200 }),
      ],
      stock: skus.map((sku, index) => stocked(sku, onHand[index] ?? 0)),
      costs: skus.map((sku) => costing(sku)),
      suppliers: [supplier({ minimumOrder: 500000 })],
      supplierItems: skus.map((sku) => sold(sku, { packSize: pack, minimumQuantity: minimum })),
    });
  };

  it('has whole packs, nothing below a minimum, nothing below zero, nothing of what is dead', () => {
    fc.assert(
      fc.property(shops, (of) => {
        const plan = rowsIn(answerOf(build(of)), 'plan');
        return plan.every((row) =>
          [Number(row['orderQuantity']), Number(row['plannedQuantity'])].every(
            (quantity) =>
              quantity === 0 ||
              (quantity > 0 &&
                quantity % of.pack === 0 &&
                quantity >= of.minimum &&
                row['status'] !== 'dead'),
          ),
        );
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it('is the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(shops, (of) => {
        const shop = build(of);
        const turned: Books = {
          ...shop,
          orders: [...shop.orders].reverse(),
          stock: [...shop.stock].reverse(),
          costs: [...shop.costs].reverse(),
          supplierItems: [...shop.supplierItems].reverse(),
        };
        expect(answerOf(turned)).toEqual(answerOf(shop));
      }),
      { seed: 13, numRuns: 5 },
    );
  });
});

describe('what the usual rule of velocity × 14 × 1.5, at least 50, gets wrong', () => {
  it('days without a sale count, so that a product that nearly stopped is not bought as before', () => {
    const few = selling('KRT-101', { days: 28 }).filter((_, index) => index % 4 === 0);
    const orders = [...selling('KRT-101', { days: 90, until: 29 }), ...few, ...selling('SAR-301')];
    expect(Number(planOf(answerOf(oneKurta(8, { orders })))['dailyDemand'])).toBeLessThan(0.75);
  });

  it('the last days are calendar days: selling days far apart do not make a week', () => {
    const weekly = selling('KRT-101', { days: 119, until: 1 }).filter((_, index) => index % 7 === 0);
    const row = planOf(answerOf(oneKurta(8, { orders: [...weekly, ...selling('SAR-301')] })));
    expect(Number(row['dailyDemand'])).toBeLessThan(0.25);
  });

  it('dead stock with nothing sold is not low stock and makes no line of zero pieces', () => {
    const orders = [...selling('DEAD-1', { days: 5, until: 200 }), ...selling('KRT-101', { days: 205 })];
    const shop = oneKurta(400, {
      orders,
      stock: [stocked('KRT-101', 400), stocked('DEAD-1', 40)],
      costs: [costing('KRT-101'), costing('DEAD-1')],
    });
    const answer = answerOf(shop);
    expect(planOf(answer, 'DEAD-1')).toMatchObject({ status: 'dead', orderQuantity: 0, profitAtRisk: 0 });
    expect(answer.orders).toEqual([]);
    expect(rowsIn(answer, 'overstock').map((row) => [row['sku'], row['status']])).toEqual([
      ['KRT-101', 'too-much'],
      ['DEAD-1', 'dead'],
    ]);
  });

  it('a slow product is not low for having fewer than 50, and one launched last week is not divided by 30 days', () => {
    const slow = selling('SAR-301', { days: 120 }).filter((_, index) => index % 20 === 0);
    const fresh = selling('NEW-1', { days: 7, perDay: 3 });
    const shop = books({
      orders: [...slow, ...fresh, ...selling('KRT-101')],
      stock: [stocked('SAR-301', 20), stocked('NEW-1', 6), stocked('KRT-101', 200)],
      supplierItems: [sold('SAR-301'), sold('NEW-1'), sold('KRT-101')],
    });
    const answer = answerOf(shop);
    expect(planOf(answer, 'SAR-301')).toMatchObject({ orderQuantity: 0 });
    expect(Number(planOf(answer, 'NEW-1')['dailyDemand'])).toBeGreaterThan(21 / 30 + 0.3);
  });
});
