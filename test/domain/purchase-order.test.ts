import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lineAmount,
  orderFileName,
  orderNumbers,
  orderTotal,
  packsOf,
  supplierSlug,
  type PurchaseOrder,
  type PurchaseOrderLine,
} from '../../src/domain/purchase-order.ts';

const line = (over: Partial<PurchaseOrderLine> = {}): PurchaseOrderLine => ({
  sku: 'KUR-01',
  quantity: 24,
  unitPrice: 45_050,
  ...over,
});

const order = (lines: readonly PurchaseOrderLine[]): PurchaseOrder => ({
  number: 'PO-20261122-SHREE-1',
  supplier: { name: 'Shree', file: 'suppliers.csv', row: 2 },
  currency: 'INR',
  orderedOn: '2026-11-22',
  lines,
});

describe('lineAmount', () => {
  it('is quantity times price: 24 pieces at ₹450.50 are ₹10,812.00', () => {
    expect(lineAmount(line())).toBe(1_081_200);
  });

  it('is not known without a price', () => {
    expect(lineAmount(line({ unitPrice: undefined }))).toBeUndefined();
  });

  it('takes a price of nothing for a price', () => {
    expect(lineAmount(line({ unitPrice: 0 }))).toBe(0);
  });

  it('is not known where a number cannot hold it exactly', () => {
    expect(lineAmount(line({ quantity: 1e9, unitPrice: 1e9 }))).toBeUndefined();
  });
});

describe('orderTotal', () => {
  it('is the sum of the amounts, whatever the lines', () => {
    const anyLine = fc.record({ sku: fc.string(), quantity: fc.nat(9_999), unitPrice: fc.nat(9_999_999) });
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const sum = lines.reduce((all, { quantity, unitPrice }) => all + quantity * unitPrice, 0);
        expect(orderTotal(order(lines))).toEqual({ amount: sum });
      }),
      { seed: 22 },
    );
  });

  it('names the SKUs without a price instead of counting them as nothing', () => {
    const lines = [line(), line({ sku: 'SAR-02', unitPrice: undefined })];
    expect(orderTotal(order(lines))).toEqual({ unpriced: ['SAR-02'] });
  });

  it('is not told when the sum is too large to be exact', () => {
    const lines = Array.from({ length: 3 }, (_, i) => line({ sku: `S${i}`, quantity: 1, unitPrice: 4e15 }));
    expect(orderTotal(order(lines))).toEqual({ unpriced: ['S0', 'S1', 'S2'] });
  });
});

describe('packsOf', () => {
  it.each([
    [24, 12, 2],
    [24, 1, 24],
    [25, 12, undefined],
    [24, undefined, undefined],
    [24, 0, undefined],
  ])('takes %s pieces in packs of %s for %s packs', (quantity, packSize, packs) => {
    expect(packsOf(line({ quantity, packSize }))).toBe(packs);
  });
});

describe('orderNumbers', () => {
  it('counts from one for each day and supplier', () => {
    expect(orderNumbers(['Shree Traders', 'Om Silks'], '2026-11-22')).toEqual([
      'PO-20261122-SHREE-TRADERS-1',
      'PO-20261122-OM-SILKS-1',
    ]);
  });

  it('goes on behind the highest number taken, whatever its case', () => {
    const taken = ['PO-20261122-OM-1', 'po-20261122-om-7', 'PO-20261121-OM-9', 'PO-20261122-OM', 'by phone'];
    expect(orderNumbers(['Om'], '2026-11-22', taken)).toEqual(['PO-20261122-OM-8']);
  });

  it('gives suppliers whose names look the same one number each', () => {
    expect(orderNumbers(['A & B', 'a-b', 'A/B'], '2026-11-22')).toEqual([
      'PO-20261122-A-B-1',
      'PO-20261122-A-B-2',
      'PO-20261122-A-B-3',
    ]);
  });

  it('never gives a number twice, nor one that is taken', () => {
    const names = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'A', 'a 1', 'ａ')));
    fc.assert(
      fc.property(names, names, (before, now) => {
        const taken = orderNumbers(before, '2026-11-22');
        const all = [...taken, ...orderNumbers(now, '2026-11-22', taken)];
        expect(new Set(all.map((number) => number.toLowerCase())).size).toBe(all.length);
      }),
      { seed: 5 },
    );
  });
});

describe('supplierSlug', () => {
  it.each([
    ['Shree Ganesh Textiles Private Limited', 'SHREE-GANESH-TEXTILES'],
    ['राम ट्रेडर्स', 'राम-ट्रेडर्स'],
    ['श्री\u200Dजी', 'श्रीजी'],
    ['../../etc/passwd', 'ETC-PASSWD'],
    ['C:\\Windows\\CON', 'C-WINDOWS-CON'],
    ['\u202Eevil\x1b[31m', 'EVIL'],
    ['＝cmd|calc', 'CMD-CALC'],
    ['Straße', 'STRASSE'],
    ['🙂 ...', 'SUPPLIER'],
    ['', 'SUPPLIER'],
    ['x'.repeat(300), 'X'.repeat(24)],
  ])('makes of %j %s', (name, slug) => {
    expect(supplierSlug(name)).toBe(slug);
  });
});

describe('orderFileName', () => {
  it('is the number itself when that is one of ours', () => {
    const names = ['Shree Traders', 'राम ट्रेडर्स', '../..', 'CON', 'x'.repeat(99)];
    for (const number of orderNumbers(names, '2026-11-22')) expect(orderFileName(number)).toBe(number);
  });

  it.each([
    ['../../etc/passwd', 'PO-etc-passwd'],
    ['CON', 'PO-CON'],
    ['a\\b:c*?"<>|', 'PO-a-b-c'],
    ['.hidden ', 'PO-hidden'],
    ['\x1b[31mred', 'PO-red'],
    ['', 'PO'],
    ['9'.repeat(99), `PO-${'9'.repeat(57)}`],
  ])('makes of %j a name that every disk takes', (number, name) => {
    expect(orderFileName(number)).toBe(name);
  });
});
