import { describe, expect, it } from 'vitest';
import { appendParts, buffersOf, partsOf } from '../../src/domain/order-table-parts.ts';
import { OrderTable } from '../../src/domain/order-table.ts';
import { plainOrder } from '../../src/domain/order-view.ts';
import { codOrder, line, order } from '../helpers/books.ts';

const first = [
  order(),
  order({ number: '#1002', lines: [line(), line({ row: 3, sku: 'SAR-201' })], row: 3 }),
];
const second = [
  codOrder({ number: '#1003', placedAt: '2026-10-10 23:06:05 +0530' }),
  order({ number: 'POS', lines: [] }),
];
const tableOf = (orders: typeof first): OrderTable => {
  const table = new OrderTable();
  for (const each of orders) table.push(each);
  return table;
};

describe('the parts of a table', () => {
  it('can be put behind another table, with their physical lines counted on', () => {
    const table = tableOf(first);
    appendParts(table, structuredClone(partsOf(tableOf(second))), 100);
    const moved = second.map((each) => ({
      ...each,
      row: each.row + 100,
      lines: each.lines.map((own) => ({ ...own, row: own.row + 100 })),
    }));
    expect([...table].map(plainOrder)).toEqual([...first, ...moved]);
    table.push(order({ number: '#1005' }));
    expect(table.at(-1)?.number).toBe('#1005');
    expect(table.at(-1)?.lines).toHaveLength(1);
  });

  it('can be put into an empty table, and be empty', () => {
    const table = new OrderTable();
    appendParts(table, partsOf(new OrderTable()), 7);
    appendParts(table, partsOf(tableOf(first)), 0);
    expect([...table].map(plainOrder)).toEqual(first);
  });

  it('are handed over by their buffers, each once', () => {
    const parts = partsOf(tableOf(first));
    const buffers = buffersOf(parts);
    expect(new Set(buffers).size).toBe(buffers.length);
    const moved = structuredClone(parts, { transfer: buffers });
    expect(buffers.every((buffer) => buffer.byteLength === 0)).toBe(true);
    const table = new OrderTable();
    appendParts(table, moved, 0);
    expect([...table].map(plainOrder)).toEqual(first);
  });

  it('may lack a column', () => {
    const table = tableOf(first);
    const { orders, lines } = partsOf(new OrderTable());
    const others = Object.fromEntries(Object.entries(orders).filter(([name]) => name !== 'tax'));
    expect(() => appendParts(table, { orders: others, lines }, 0)).not.toThrow();
    expect(table.length).toBe(2);
  });
});
