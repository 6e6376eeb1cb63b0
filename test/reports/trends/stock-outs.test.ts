import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../src/domain/day.ts';
import type { StockOnDay } from '../../../src/domain/supply.ts';
import { stockOuts } from '../../../src/reports/trends/stock-outs.ts';
import { stockOnDay } from '../../helpers/books.ts';

const FIRST = '2026-10-01';
const start = dayNumber(FIRST);
const selling = (...pieces: readonly number[]) => ({ start, pieces: Float64Array.from(pieces) });
const level = (day: string, onHand: number, location?: string): StockOnDay =>
  stockOnDay({ day, onHand, ...(location === undefined ? {} : { location }) });
/** days by their offset from the first of October */
const found = (history: readonly StockOnDay[], ...pieces: readonly number[]) =>
  stockOuts(history)('KRT-101', selling(...pieces)).map(({ from, to, isSuspected }) => [
    ...[from - start, to - start],
    isSuspected,
  ]);

describe('days out of stock', () => {
  it('begin and end with nothing on the shelf; days between two levels have the earlier one', () => {
    const history = [level('2026-09-30', 5), level('2026-10-02', 0), level('2026-10-06', 20)];
    expect(found(history, 3, 2, 0, 0, 0, 0, 1, 2)).toEqual([[2, 5, false]]);
  });

  it('are none while another place still has some, however little', () => {
    const both = [
      level('2026-09-30', 5, 'Jaipur'),
      level('2026-09-30', 1, 'Delhi'),
      level('2026-10-02', 0, 'Jaipur'),
      level('2026-10-04', 0, 'Delhi'),
    ];
    expect(found(both, 1, 4, 0, 1, 0, 0)).toEqual([[4, 6, false]]);
  });

  it('do not count debts of one place against the pieces of another', () => {
    const oversold = [level('2026-09-30', -3, 'Jaipur'), level('2026-09-30', 3, 'Delhi')];
    expect(found(oversold, 0, 0, 0)).toEqual([]);
  });

  it('are not those on which it sold after all, nor those before the first level', () => {
    const history = [level('2026-10-02', 0)];
    expect(found(history, 0, 0, 0, 1, 0)).toEqual([
      [2, 3, false],
      [4, 5, false],
    ]);
  });

  it('may come several times, in whatever order the rows are', () => {
    const history = [level('2026-10-05', 0), level('2026-09-30', 0), level('2026-10-03', 9)];
    expect(found(history, 0, 0, 0, 4, 5, 0, 0)).toEqual([
      [0, 2, false],
      [5, 7, false],
    ]);
  });

  it('are guessed from a silence that chance does not explain where no file tells of the stock', () => {
    const daily = Array.from({ length: 40 }, (_, day) => (day >= 30 && day < 38 ? 0 : 3));
    expect(found([stockOnDay({ sku: 'DUP-220', day: FIRST, onHand: 0 })], ...daily)).toEqual([
      [30, 38, true],
    ]);
    expect(found([], ...Array.from({ length: 40 }, () => 3))).toEqual([]);
  });

  it('are found by the SKU however it is written', () => {
    const history = [stockOnDay({ sku: ' krt-101 ', day: '2026-09-30', onHand: 0 })];
    expect(found(history, 0, 0)).toEqual([[0, 2, false]]);
  });
});
