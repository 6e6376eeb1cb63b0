import { describe, expect, it } from 'vitest';
import type { Movement, Order } from '../../src/domain/books.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { saleKey } from '../../src/load/derive/sale-key.ts';
import { emptyDraft } from '../../src/load/draft.ts';
import type { Draft } from '../../src/load/format.ts';
import { joinDays } from '../../src/load/join-days.ts';
import { periodEnd, type UndatedMovement } from '../../src/load/undated.ts';
import { toldBy } from '../helpers/draft-of.ts';

const fileOf = (file: string, parts: Partial<Draft>) => ({
  ...{ file, kind: 'temu.settled', label: '', rows: 1 },
  draft: { ...emptyDraft(DEFAULT_SHOP), ...parts },
  orders: parts.orders ?? [],
});
const undated = (kind: Movement['kind'], order = 'PO-1', row = 3): UndatedMovement => ({
  ...{ file: 'bill.csv', row, kind, code: kind, channel: 'temu', order },
  ...{ amount: 100, currency: 'USD', final: true },
});
const bill = (movements: readonly UndatedMovement[], until?: string) =>
  fileOf('bill.csv', { movements: [], undated: { movements, until } });
const daysOf = ({ draft }: { readonly draft: Draft }) =>
  draft.movements.map(({ kind, day }) => `${kind} ${day}`);

describe('movements of money without a day', () => {
  it('get the day of their order, from a report with amounts or one without', () => {
    const file = bill([undated('charge', 'PO-1'), undated('charge', 'PO-2')], '2026-08-31');
    const order = { channel: 'temu', id: 'PO-1', placedOn: '2026-08-02' } as Order;
    joinDays([
      fileOf('orders.csv', { orders: [order] }),
      file,
      fileOf('days.csv', { orderDays: new Map([[saleKey('temu', 'PO-2'), '2026-08-03']]) }),
    ]);
    expect(daysOf(file)).toEqual(['charge 2026-08-02', 'charge 2026-08-03']);
    expect(file.draft.problems).toEqual([]);
  });

  it('that take something back get the end of the period, for that was after the order', () => {
    const days = fileOf('days.csv', { orderDays: new Map([[saleKey('temu', 'PO-1'), '2026-08-03']]) });
    const named = bill([undated('charge'), undated('refund')], '2026-08-31');
    const nameless = bill([undated('refund')]);
    joinDays([days, named, nameless]);
    expect(daysOf(named)).toEqual(['charge 2026-08-03', 'refund 2026-08-31']);
    expect(toldBy(named.draft)).toEqual([
      'note -: 1 row has no date – counted on 2026-08-31, the last day in the file’s name',
    ]);
  });

  it('get the order’s day for what was taken back, when nothing else is known', () => {
    const file = bill([undated('refund')]);
    joinDays([file, fileOf('days.csv', { orderDays: new Map([[saleKey('temu', 'PO-1'), '2026-08-03']]) })]);
    expect(daysOf(file)).toEqual(['refund 2026-08-03']);
  });

  it('get the day on which another file has the same kind of movement of the order', () => {
    const file = bill([undated('charge')], '2026-08-31');
    const told: Movement = { ...undated('charge'), file: 'entries.csv', day: '2026-08-07' };
    joinDays([file, fileOf('entries.csv', { movements: [told] })]);
    expect(daysOf(file)).toEqual(['charge 2026-08-07']);
  });

  it('have one day in two files that both have them', () => {
    const [august, september] = [
      bill([undated('charge')], '2026-08-31'),
      bill([undated('charge')], '2026-09-30'),
    ];
    joinDays([august, september]);
    expect(daysOf(september)).toEqual(['charge 2026-08-31']);
  });

  it('and no file that tells one are left out, which is one Problem', () => {
    const file = bill([
      undated('charge', 'PO-1', 3),
      undated('charge', 'PO-1', 3),
      undated('charge', 'PO-2', 4),
    ]);
    joinDays([file]);
    expect(file.draft.movements).toEqual([]);
    expect(toldBy(file.draft)).toEqual([
      'error -: 2 rows have no date, and no file says when the orders were placed – left out',
    ]);
  });
});

describe('the period that a file is named by', () => {
  it.each([
    ['SettledParentFlow-20260801-20260831.xlsx/Sheet1', '2026-08-31'],
    ['2026/bill 2026-08-01 to 2026-08-31.csv', '2026-08-31'],
    ['/data/20260801-20260831/bill.xlsx/Sheet1', undefined],
    ['bill-20260831.xlsx', undefined],
    ['bill-20260831-20260801.xlsx', undefined],
    ['bill-20260801-20260899.xlsx', undefined],
    ['bill-20260801123000-20260831123000.xlsx', undefined],
    ['bill', undefined],
  ])('of %s ends on %s', (file, day) => {
    expect(periodEnd(file)).toBe(day);
  });
});
