import { describe, expect, it } from 'vitest';
import { addDays, dayFrom, dayNumber, type Day } from '../../../src/domain/day.ts';
import type { SaleLine } from '../../../src/reports/trends/causes/sale-line.ts';
import { productEvents } from '../../../src/reports/trends/product-events.ts';
import { stockOuts } from '../../../src/reports/trends/stock-outs.ts';
import { stockOnDay } from '../../helpers/books.ts';

const WINDOW = { from: '2026-09-01', to: '2026-10-26' };
const READ_FROM: Day = '2026-08-04';

function sale(item: string, day: Day, own: Partial<SaleLine> = {}): SaleLine {
  return { day: dayNumber(day), order: `${item} ${day}`, item, quantity: 1, amount: 100000, ...own };
}

/** One sale a day from the first day read on; `of` changes or leaves out days. */
function daily(
  item: string,
  of: (day: Day) => Partial<SaleLine> | undefined = () => ({}),
): readonly SaleLine[] {
  const days = dayNumber(WINDOW.to) - dayNumber(READ_FROM) + 1;
  return Array.from({ length: days }, (_, index) => addDays(READ_FROM, index)).flatMap((day) => {
    const own = of(day);
    return own === undefined ? [] : [sale(item, day, own)];
  });
}

function events(lines: readonly SaleLine[], own: Partial<Parameters<typeof productEvents>[1]> = {}) {
  return productEvents(lines, {
    window: WINDOW,
    first: '2025-01-01',
    outsOf: stockOuts([]),
    firstSold: (item) => {
      const first = Math.min(...lines.filter((line) => line.item === item).map(({ day }) => day));
      return first === dayNumber(READ_FROM) ? '2025-01-01' : dayFrom(first);
    },
    ...own,
  });
}

const history = (...levels: readonly (readonly [Day, number])[]) => ({
  outsOf: stockOuts(levels.map(([day, onHand]) => stockOnDay({ day, onHand }))),
});

describe('a product that was out of stock', () => {
  const lines = daily('KRT-101', (day) =>
    day >= '2026-10-10' && day <= '2026-10-13' ? undefined : { quantity: 2, amount: 200000 },
  );

  it('is told with how long, and with what it missed at the rate of the four weeks before', () => {
    const known = history(['2026-09-30', 8], ['2026-10-09', 0], ['2026-10-14', 30]);
    expect(events(lines, known)).toEqual([
      {
        ...{ kind: 'soldOut', item: 'KRT-101', day: '2026-10-10', days: 4 },
        ...{ rate: 2, pieces: 8, amount: -800000 },
      },
    ]);
  });

  it('misses what it usually sold, not what one bulk order took', () => {
    const bulk = lines.map((line) =>
      line.day === dayNumber('2026-10-01') ? { ...line, quantity: 500, amount: 50000000 } : line,
    );
    const [found] = events(bulk, history(['2026-10-09', 0], ['2026-10-14', 30]));
    expect(found?.pieces).toBeCloseTo((27 * 2 + 6) / 7, 10);
  });

  it('is not told where not even one piece was to be expected', () => {
    const slow = [sale('KRT-101', '2026-10-05')];
    expect(
      events(slow, { ...history(['2026-10-09', 0], ['2026-10-14', 30]), firstSold: () => '2025-01-01' }),
    ).toEqual([]);
  });

  it('is not told where nothing was sold in the four weeks before it', () => {
    const old = [sale('KRT-101', '2026-08-05')];
    expect(events(old, { ...history(['2026-09-30', 0]), firstSold: () => '2025-01-01' })).toEqual([]);
  });

  it('is only suspected where no file tells of its stock', () => {
    const silent = daily('KRT-101', (day) => (day > '2026-10-05' && day <= '2026-10-20' ? undefined : {}));
    expect(events(silent)).toMatchObject([{ kind: 'silent', day: '2026-10-06', days: 15, pieces: 15 }]);
  });

  it('is not told again when it was back before the window', () => {
    const early = daily('KRT-101', (day) => (day >= '2026-08-20' && day < '2026-08-25' ? undefined : {}));
    expect(events(early, history(['2026-08-19', 0], ['2026-08-25', 9]))).toEqual([]);
  });
});

describe('a product with another price', () => {
  const change = '2026-10-01';

  it('is told with both prices, and with what the new one did to what was sold since', () => {
    const lines = daily('KRT-102', (day) => ({ amount: day < change ? 99900 : 109900 }));
    expect(events(lines)).toMatchObject([
      {
        ...{ kind: 'price', day: change, days: 26, pieces: 26, amount: 26 * 10000 },
        prices: { before: 99900, after: 109900 },
      },
    ]);
    expect(
      events(lines.map((line) => ({ ...line, amount: line.day < dayNumber(change) ? 99900 : 89900 }))),
    ).toMatchObject([{ kind: 'price', amount: 26 * -10000 }]);
  });

  it('is told of a slow seller too: three sales before and two after are enough, one after is not', () => {
    const slow = ['2026-09-05', '2026-09-12', '2026-09-20', '2026-10-02', '2026-10-20'].map((day) =>
      sale('SAR-310', day, { amount: day < change ? 249900 : 259900 }),
    );
    const own = { firstSold: () => '2025-01-01' };
    expect(events(slow, own)).toMatchObject([{ kind: 'price', day: '2026-10-02' }]);
    expect(events(slow.slice(0, 4), own)).toEqual([]);
    expect(events(slow.slice(1), own)).toEqual([]);
  });

  it('is not told of a discount: the price before it counts', () => {
    const lines = daily('KRT-102', (day) => (day < change ? {} : { amount: 80000, discount: 20000 }));
    expect(events(lines)).toEqual([]);
  });

  it('is not told of prices that go to and fro, nor of a rupee of rounding', () => {
    const mixed = daily('KRT-102', (day) => ({ amount: dayNumber(day) % 3 === 0 ? 120000 : 100000 }));
    expect(events(mixed)).toEqual([]);
    const rounded = daily('KRT-102', (day) => ({ amount: day < change ? 99900 : 100000 }));
    expect(events(rounded)).toEqual([]);
  });

  it('is not told of gifts, which have no price', () => {
    expect(events(daily('FREE-1', (day) => ({ amount: day < change ? 0 : 100000 })))).toEqual([]);
  });
});

describe('a new product', () => {
  const fresh = daily('KRT-117', (day) => (day < '2026-10-20' ? undefined : {}));
  const others = daily('KRT-101');

  it('is told with the pieces it sold since its first day', () => {
    expect(events([...others, ...fresh])).toMatchObject([
      { kind: 'newProduct', item: 'KRT-117', day: '2026-10-20', days: 7, pieces: 7, rate: 1, amount: 700000 },
    ]);
  });

  it('is not told where it brought less than a hundredth of all sales', () => {
    const small = fresh.map((line) => ({ ...line, amount: 100 }));
    expect(events([...others, ...small])).toEqual([]);
  });

  it('cannot be told from an old one in the shop’s first four weeks', () => {
    expect(events(fresh, { first: '2026-10-01' })).toEqual([]);
    expect(events(fresh, { first: '2026-09-22' })).toHaveLength(1);
  });
});

describe('rows that are no sale of a product', () => {
  it('are postage and fees, which never make an event', () => {
    const postage = daily('POST', (day) => (day < '2026-10-10' ? undefined : { amount: 900000 }));
    expect(events(postage, { firstSold: () => undefined })).toEqual([]);
  });

  it('are refunds and lines without a name or pieces', () => {
    const lines = daily('KRT-101').flatMap((line) => [
      line,
      { ...line, refund: true, quantity: 0, amount: -5000 },
      { ...line, item: '', amount: 5000 },
      { ...line, item: 'GIFT', quantity: 0 },
    ]);
    expect(events(lines, { firstSold: () => '2026-09-10' }).filter(({ item }) => item !== 'KRT-101')).toEqual(
      [],
    );
  });
});

it('puts most money first, and equal money by name', () => {
  const lines = ['B-2', 'A-1', 'C-3'].flatMap((item) =>
    daily(item, (day) => (day < '2026-10-20' ? undefined : { amount: item === 'C-3' ? 500000 : 100000 })),
  );
  expect(events(lines).map(({ item }) => item)).toEqual(['C-3', 'A-1', 'B-2']);
});
