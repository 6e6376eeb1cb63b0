import { describe, expect, it } from 'vitest';
import type { Order, Shipment } from '../../../src/domain/books.ts';
import { breakEven } from '../../../src/reports/pnl/cash-on-delivery.ts';
import { books, codOrder, cost, line, order, shipment } from '../../helpers/books.ts';
import { ask, findings, rows, told } from './ask.ts';

interface Lot {
  readonly first: number;
  readonly delivered: number;
  readonly back: number;
  readonly region?: string;
  readonly sku?: string;
  readonly day?: string;
}

/**
 * Cash-on-delivery orders of ₹500 each. A delivered one costs ₹60 to send, one that comes back ₹60 out and ₹50 back; with
 * goods of ₹200 a delivered order earns ₹240 and one that comes back costs ₹110.
 */
function lot({ first, delivered, back, region = 'BR', sku = 'KRT-101', day = '2026-10-10' }: Lot) {
  const orders: Order[] = [];
  const shipments: Shipment[] = [];
  for (let index = 0; index < delivered + back; index += 1) {
    const number = `#${first + index}`;
    const outcome = index < delivered ? 'delivered' : 'rto';
    const lines = [line({ sku, title: sku, amount: 50000 })];
    orders.push(codOrder({ number, region, lines, placedOn: day, delivery: 'shipped' }));
    const returnCost = outcome === 'rto' ? 5000 : undefined;
    shipments.push(shipment({ order: number, day, forwardCost: 6000, returnCost, outcome }));
  }
  return { orders, shipments };
}

function shopOf(lots: readonly ReturnType<typeof lot>[], costs = [cost({ unitCost: 20000 })]) {
  return books({
    orders: [
      order({ number: '#1', placedOn: '2026-09-01' }),
      order({ number: '#2', placedOn: '2026-10-31' }),
      ...lots.flatMap(({ orders }) => orders),
    ],
    shipments: lots.flatMap(({ shipments }) => shipments),
    costs,
  });
}

const cells = (answer: ReturnType<typeof ask>) => rows(answer, 'cashOnDelivery');

describe('cash on delivery', () => {
  it('pays only while the share that comes back is below m ÷ (m + c)', () => {
    expect(breakEven(24000, 11000)).toBeCloseTo(24000 / 35000);
    expect(breakEven(0, 11000)).toBe(0);
    expect(breakEven(-500, 11000)).toBe(0);
    expect(breakEven(24000, 0)).toBe(1);
    expect(breakEven(24000, -100)).toBe(1);
  });

  it('is worked out by SKU and state: m is earned by each that arrives, c is lost on each that comes back', () => {
    const answer = ask(shopOf([lot({ first: 100, delivered: 5, back: 15 })]));
    const months = 61 / (365.25 / 12);
    const cell = {
      orders: 20,
      undelivered: 15,
      rate: 0.75,
      breakEven: 24000 / 35000,
      profitPerDelivered: 24000,
      lossPerUndelivered: 11000,
      lossPerMonth: Math.round((15 * 11000 - 5 * 24000) / months),
    };
    expect(cells(answer)).toHaveLength(4);
    for (const sku of ['all', 'KRT-101'])
      for (const state of ['all', 'BR']) expect(cells(answer)).toContainEqual({ sku, state, ...cell });
  });

  it('that loses money is a finding with its rate, break-even and loss a month', () => {
    const answer = ask(shopOf([lot({ first: 100, delivered: 5, back: 15 })]));
    const found = findings(answer, 'codLosesMoney');
    expect(found).toHaveLength(1);
    expect(told(answer, found[0])).toEqual({
      rate: 0.75,
      breakEven: 24000 / 35000,
      loss: Math.round(45000 / (61 / (365.25 / 12))),
      orders: 20,
    });
    expect(found[0]).toMatchObject({
      urgency: 'act',
      names: { sku: 'KRT-101', title: 'KRT-101', state: 'BR' },
    });
  });

  it('that pays is no finding', () => {
    const answer = ask(shopOf([lot({ first: 100, delivered: 15, back: 5 })]));
    expect(cells(answer)[0]).toMatchObject({ rate: 0.25 });
    expect(findings(answer, 'codLosesMoney')).toEqual([]);
  });

  it('is judged from 20 settled orders on', () => {
    expect(cells(ask(shopOf([lot({ first: 100, delivered: 4, back: 15 })])))).toEqual([]);
  });

  it('names a whole SKU only where none of its states is named', () => {
    const spread = ['BR', 'UP'].map((region, index) =>
      lot({ first: 100 * (index + 1), delivered: 3, back: 9, region, sku: 'SAR-310' }),
    );
    const answer = ask(
      shopOf([lot({ first: 500, delivered: 5, back: 15 }), ...spread], [cost(), cost({ sku: 'SAR-310' })]),
    );
    expect(findings(answer, 'codLosesMoney').map(({ names }) => [names['sku'], names['state']])).toEqual([
      ['SAR-310', 'all'],
      ['KRT-101', 'BR'],
    ]);
  });

  it('names the three that lose most', () => {
    const lots = ['A-1', 'B-2', 'C-3', 'D-4'].map((sku, index) =>
      lot({ first: 100 * (index + 1), delivered: 2 + index, back: 20, sku, region: 'UP' }),
    );
    const costs = ['A-1', 'B-2', 'C-3', 'D-4'].map((sku) => cost({ sku, unitCost: 20000 }));
    const answer = ask(shopOf(lots, costs));
    expect(findings(answer, 'codLosesMoney').map(({ names }) => names['sku'])).toEqual(['A-1', 'B-2', 'C-3']);
  });

  it('leaves out orders still on their way and those older than 180 days', () => {
    const waiting = lot({ first: 900, delivered: 20, back: 0 });
    const old = lot({ first: 700, delivered: 0, back: 20, day: '2026-03-01' });
    const answer = ask(
      shopOf([
        lot({ first: 100, delivered: 5, back: 15 }),
        { orders: waiting.orders, shipments: [] },
        { orders: old.orders, shipments: old.shipments },
      ]),
    );
    expect(cells(answer).find(({ sku, state }) => sku === 'all' && state === 'all')).toMatchObject({
      orders: 20,
    });
  });

  it('takes one product for one, whatever the case of its SKU, and one without SKU by its title', () => {
    const some = lot({ first: 100, delivered: 5, back: 8 });
    const others = lot({ first: 200, delivered: 0, back: 7, sku: 'krt-101 ' });
    const answer = ask(shopOf([some, others]));
    expect(cells(answer).filter(({ sku }) => sku !== 'all')).toMatchObject([
      { sku: 'KRT-101', orders: 20 },
      { sku: 'KRT-101', orders: 20 },
    ]);
    const nameless = lot({ first: 300, delivered: 1, back: 20 });
    const orders = nameless.orders.map((one) => ({
      ...one,
      region: undefined,
      lines: [
        line({ sku: undefined, title: 'Stole', amount: 50000 }),
        line({ kind: 'tip', title: 'Tip', amount: 0 }),
      ],
    }));
    const untitled = ask(
      shopOf([{ orders, shipments: nameless.shipments }, lot({ first: 600, delivered: 1, back: 0 })]),
    );
    expect(cells(untitled).map(({ sku, state }) => [sku, state])).toContainEqual(['Stole', '(no state)']);
  });

  it('says nothing while no file tells what the goods or the way back cost', () => {
    const back = lot({ first: 100, delivered: 5, back: 15 });
    expect(cells(ask(shopOf([back], [])))).toEqual([]);
    const unbilled = back.shipments.map((one) => ({ ...one, forwardCost: undefined, returnCost: undefined }));
    expect(cells(ask(shopOf([{ orders: back.orders, shipments: unbilled }])))).toEqual([]);
  });

  it('says nothing where nothing comes back', () => {
    expect(cells(ask(shopOf([lot({ first: 100, delivered: 25, back: 0 })])))).toEqual([]);
  });

  it('loses on every order where all come back, and m is taken as nothing', () => {
    const answer = ask(shopOf([lot({ first: 100, delivered: 0, back: 20 })]));
    expect(cells(answer)[0]).toMatchObject({ rate: 1, breakEven: 0, profitPerDelivered: 0 });
  });

  it('loses nothing to those that come back in a state where none does', () => {
    const answer = ask(
      shopOf([
        lot({ first: 100, delivered: 20, back: 0, region: 'KA' }),
        lot({ first: 200, delivered: 5, back: 15 }),
      ]),
    );
    expect(cells(answer).find(({ sku, state }) => sku === 'all' && state === 'KA')).toMatchObject({
      rate: 0,
      breakEven: 1,
      lossPerUndelivered: 0,
    });
  });
});
