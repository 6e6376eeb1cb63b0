import { describe, expect, it } from 'vitest';
import type { Narrative } from '../../src/domain/narrative.ts';
import type { Books } from '../../src/domain/books.ts';
import { plainTrends, trendsAdvice, trendsChecks, trendsProducts } from '../../src/narrate/summary-trends.ts';
import { toAscii } from '../../src/render/ascii.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderText } from '../../src/render/text.ts';
import { trendsDocument, type TrendsSurroundings } from '../../src/render/trends.ts';
import { trends } from '../../src/reports/trends.ts';
import type { TrendsOptions } from '../../src/reports/trends/options.ts';
import type { Trends } from '../../src/reports/trends/trends.ts';
import { addDays } from '../../src/domain/day.ts';
import { books, line, order, refund, stockOnDay } from '../helpers/books.ts';
import { dailyOrders, steady } from '../helpers/daily-shop.ts';

const FIRST = '2026-04-20';
const AS_OF = '2026-07-27';
const DAYS = 98;
const OUT_FROM = addDays(FIRST, DAYS - 4);

/** A steady shop with a closed day, a product that ran out at the end, and one that got dearer. */
function eventful(): Partial<Books> {
  return {
    orders: [
      ...dailyOrders(FIRST, DAYS, (index, day) =>
        index === 80 ? {} : { ...steady(index, day), ...(day >= OUT_FROM ? { 'KRT-101': 0 } : {}) },
      ),
      ...['2026-06-20', '2026-06-25', '2026-07-01', '2026-07-12', '2026-07-20'].map((placedOn, index) =>
        order({
          number: `#p${index}`,
          placedOn,
          lines: [line({ sku: 'STL-400', title: 'Stole', amount: placedOn < '2026-07-10' ? 80000 : 88000 })],
        }),
      ),
    ],
    stockHistory: [
      stockOnDay({ day: FIRST, onHand: 50 }),
      stockOnDay({ day: addDays(OUT_FROM, -1), onHand: 0 }),
    ],
  };
}

const answerOf = (own: Partial<Books>, options: Partial<TrendsOptions> = {}): Trends =>
  trends.compute(books(own), trends.options.parse({ asOf: AS_OF, by: 'revenue', ...options }));

function surroundings(answer: Trends, own: Partial<TrendsSurroundings> = {}): TrendsSurroundings {
  const narrative: Narrative = plainTrends(answer, { lang: 'en', tone: 'owner' });
  return {
    ...{ narrative, advice: trendsAdvice(answer, 'en'), products: trendsProducts(answer, 'en') },
    ...{ checks: trendsChecks(answer, 'en'), sources: [], errors: 0, told: 0, whole: false },
    ...own,
  };
}

function page(
  answer: Trends,
  {
    width = 80,
    ascii = false,
    ...own
  }: Partial<TrendsSurroundings> & { width?: number; ascii?: boolean } = {},
): string {
  return renderText(trendsDocument(answer, surroundings(answer, own)), { width, ascii });
}

const widest = (text: string): number => Math.max(...text.split('\n').map((one) => [...one].length));

describe('the page of trends', () => {
  const answer = answerOf(eventful());

  it('fits a screen and a half at 80 columns', () => {
    const text = page(answer);
    expect(text).toMatchInlineSnapshot(`
      "Trends · Tarang Textiles · to 26 Jul 2026                           INR, rounded

        Sales were ₹23,454 in the last 7 days, ₹24,957 below the ₹48,411 to be
        expected of these days. Products that stopped selling took ₹17,530 – KRT-101
        sold nothing for 4 days from 23 Jul 2026; 4.6 a day before. Fewer orders took
        ₹16,710 – 27 orders, usually 46.0. On 25 Jul 2026 sales were ₹998 from 2
        orders, ₹7,794 below the usual. On 26 Jul 2026 sales were ₹998 from 2 orders,
        ₹7,794 below the usual. The next 14 days will most likely bring ₹95,878,
        between ₹89,229 and ₹1,02,526.

        The 7 days to 26 Jul 2026
        to be expected       48,411  47,415 – 49,408
          stopped selling   −17,530  KRT-101 sold nothing for 4 days from 23 Jul 2026…
          number of orders  −16,710  27 orders, usually 46.0
          normal variation   +9,283
        sold                 23,454

        Net sales by day
        9,672 │     ▂▂     ▂▂     ▇▂     ▂▂     ▂▂     ▂█     ▂▂     ··
              │     ██     ██     ██     ██     ██     ██     ██
              │▁▁▁▁▁██▁▁▁▁▁██▁▁▁▁▁██▁▁▁▆▁██▁▁▆▁▁██▁▁▁·▁██▁▁▁▁▁██▇▁▁··
              │██████████████████████████████████████ █████████████
        4,836 │██████████████████████████████████████ █████████████
              │██████████████████████████████████████ █████████████
              │██████████████████████████████████████ █████████████
              │██████████████████████████████████████ █████████████▇▇▇▇
                                                     ▼             ▼▼▼▼
               1 Jun                                             26 Jul
        dots: what was to be expected; ▼ unusually low

        Unusual days
                sold  usual  difference          by chance
        26 Jul   998  8,792      −7,794  below 1 in 10,000  2 orders
        25 Jul   998  8,792      −7,794  below 1 in 10,000  2 orders
        24 Jul   998  6,194      −5,196  below 1 in 10,000  2 orders
        23 Jul   998  6,194      −5,196  below 1 in 10,000  2 orders
        9 Jul      0  6,194      −6,194  below 1 in 10,000  no order

        What happened to products
        · KRT-101 has been out of stock since 23 Jul 2026 (4 days): about 18 pieces,
          ₹23,011 of sales, were missed so far.
        · STL-400, new since 20 Jun 2026, has sold 5 pieces for ₹4,160.
        · STL-400 costs 10.0 % more since 12 Jul 2026: that added ₹160 to the 2 pieces
          sold since.

        What to do
        · Order KRT-101 now: ecom restock says how much.
        · Look at what brings buyers: ads that ended, a listing that is hidden, the
          shop out of reach.
        · Find out what kept buyers away on 9 Jul 2026.
        · See whether STL-400 still sells as often at its new price.

        Forecast  ▆▆▆▆▆██▆▆▆▆▆██
                  27 Jul   9 Aug
        95,878 in all; nine times out of ten 89,229 – 1,02,526

        sales known 20 Apr – 26 Jul 2026, from 0 files · a forecast is what past days
        make likely, not a promise
        Summary: built-in. 18 of 18 figures traced.
      "
    `);
    expect(text.split('\n').length).toBeLessThanOrEqual(62);
    expect(widest(text)).toBeLessThanOrEqual(80);
  });

  it('is whole at 40 columns too', () => {
    const text = page(answer, { width: 40 });
    expect(text).toMatchInlineSnapshot(`
      "Trends · Tarang Textiles · to 26 Jul
      2026                        INR, rounded

        Sales were ₹23,454 in the last 7 days,
        ₹24,957 below the ₹48,411 to be
        expected of these days. Products that
        stopped selling took ₹17,530 – KRT-101
        sold nothing for 4 days from 23 Jul
        2026; 4.6 a day before. Fewer orders
        took ₹16,710 – 27 orders, usually
        46.0. On 25 Jul 2026 sales were ₹998
        from 2 orders, ₹7,794 below the usual.
        On 26 Jul 2026 sales were ₹998 from 2
        orders, ₹7,794 below the usual. The
        next 14 days will most likely bring
        ₹95,878, between ₹89,229 and
        ₹1,02,526.

        The 7 days to 26 Jul 2026
        to be expected    48,411  47,415 – 49…
          stopped        −17,530  KRT-101 sol…
          selling
          number of      −16,710  27 orders,…
          orders
          normal          +9,283
          variation
        sold              23,454

        Net sales by day
        9,672 │ ▂▂     ▂▂     ▂█     ▂▂     ··
              │ ██     ██     ██     ██
              │▁██▁▁▆▁▁██▁▁▁·▁██▁▁▁▁▁██▇▁▁··
              │█████████████ █████████████
        4,836 │█████████████ █████████████
              │█████████████ █████████████
              │█████████████ █████████████
              │█████████████ █████████████▇▇▇▇
                            ▼             ▼▼▼▼
               26 Jun                   26 Jul
        dots: what was to be expected; ▼
        unusually low

        Unusual days
                sold  usual  difference
        26 Jul   998  8,792      −7,794
        25 Jul   998  8,792      −7,794
        24 Jul   998  6,194      −5,196
        23 Jul   998  6,194      −5,196
        9 Jul      0  6,194      −6,194

        What happened to products
        · KRT-101 has been out of stock since
          23 Jul 2026 (4 days): about 18
          pieces, ₹23,011 of sales, were
          missed so far.
        · STL-400, new since 20 Jun 2026, has
          sold 5 pieces for ₹4,160.
        · STL-400 costs 10.0 % more since 12
          Jul 2026: that added ₹160 to the 2
          pieces sold since.

        What to do
        · Order KRT-101 now: ecom restock says
          how much.
        · Look at what brings buyers: ads that
          ended, a listing that is hidden, the
          shop out of reach.
        · Find out what kept buyers away on 9
          Jul 2026.
        · See whether STL-400 still sells as
          often at its new price.

        Forecast  ▆▆▆▆▆██▆▆▆▆▆██
                  27 Jul   9 Aug
        95,878 in all; nine times out of ten
        89,229 – 1,02,526

        sales known 20 Apr – 26 Jul 2026, from
        0 files · a forecast is what past days
        make likely, not a promise
        Summary: built-in. 18 of 18 figures
        traced.
      "
    `);
    expect(widest(text)).toBeLessThanOrEqual(40);
  });

  it.each([20, 30, 60, 100, 200])('keeps within %i columns', (width) => {
    expect(widest(page(answer, { width }))).toBeLessThanOrEqual(width);
    expect(widest(page(answer, { width, whole: true, ascii: true }))).toBeLessThanOrEqual(width);
  });

  it('is plain ASCII where that is asked for, marks and legend alike', () => {
    const text = page(answer, { ascii: true });
    expect([...text].filter((letter) => letter > '\u007f')).toEqual([]);
    expect(text).toContain('colons: what was to be expected; - unusually low');
    expect(toAscii('◆ ▲ ▼')).toBe('* + -');
  });

  it('lists every cause, the weekdays and the days ahead where there is room for all', () => {
    const whole = page(answer, { whole: true });
    const forecast = answer.tables.find(({ id }) => id === 'forecast')?.rows ?? [];
    expect(forecast).toHaveLength(14);
    expect(whole).toMatch(/27 Jul +[\d,]+ +[\d,]+ +[\d,]+/);
    expect(whole).toMatch(/all 14 days/);
    expect(whole).toContain('Saturday');
    expect(whole.split('\n').length).toBeGreaterThan(page(answer).split('\n').length + 15);
  });

  it.each([true, false])('shows amounts that add up to the digit (whole: %s)', (whole) => {
    const text = page(answerOf(large()), { whole });
    const rows = text
      .split('\n')
      .slice(text.split('\n').findIndex((one) => one.includes('to be expected  ')));
    const amounts = rows
      .slice(0, rows.findIndex((one) => one.startsWith('  sold')) + 1)
      .map((one) => Number((/[+−]?[\d,]{3,}/.exec(one)?.[0] ?? '').replaceAll(',', '').replace('−', '-')));
    expect(text).toContain('rounded');
    expect(amounts.length).toBeGreaterThan(2);
    expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(amounts.at(-1));
  });

  it('says what befell an unusual day', () => {
    expect(page(answer)).toMatch(/9 Jul +0 .* no order/);
  });

  it('says how many days were told before, and not which', () => {
    const told = answerOf(eventful(), { told: [addDays(FIRST, 80)] });
    const text = page(told, { told: 1 });
    expect(text).toContain('1 more told in an earlier report (--all)');
    expect(text).not.toMatch(/9 Jul +0/);
  });

  it('is a message of a few lines for a phone', () => {
    const narrative: Narrative = plainTrends(answer, { lang: 'en', tone: 'message' });
    const text = page(answer, { narrative });
    expect(text).not.toContain('Net sales by day');
    expect(text.split('\n').length).toBeLessThan(16);
  });

  it('says what could not be used, and how many files it rests on', () => {
    const sources = [
      { file: 'orders.csv' },
      { file: 'more.csv' },
    ] as unknown as TrendsSurroundings['sources'];
    expect(page(answer, { errors: 2, sources })).toMatch(
      /from 2 files · 2 rows or files left out\s+\(ecom check\)/,
    );
    expect(page(answer, { errors: 1, sources: sources.slice(0, 1) })).toMatch(
      /from 1 file · 1 row or file left/,
    );
  });
});

/** A shop of lakhs, shown in whole rupees, that loses its dearest product in the last week. */
function large(): Partial<Books> {
  return {
    orders: dailyOrders(FIRST, DAYS, (index, day) => ({
      ...Object.fromEntries(Object.entries(steady(index, day)).map(([sku, pieces]) => [sku, pieces * 3])),
      'ODD-007': 3 + (index % 2),
      ...(index >= DAYS - 7 ? { 'KRT-101': 2 } : {}),
    })),
  };
}

describe('the page of trends by another measure', () => {
  it('calls counts what they are, without a currency', () => {
    const text = page(answerOf(eventful(), { by: 'orders' }), { whole: true });
    expect(text).toContain('Trends · Tarang Textiles · orders · to 26 Jul 2026');
    expect(text).not.toContain('INR');
    expect(text).toMatch(/^ {2}orders +\d+/m);
    expect(text).toMatch(/9 Jul +0 +\d+ +−\d+ .*no order/);
    expect(text).toMatch(/^ {2}Monday +\d+\.\d {2}/m);
  });

  it('says of profit what was left', () => {
    const text = page(answerOf({ ...eventful(), costs: [] }, { by: 'units' }));
    expect(text).toContain('units');
    const profit = answerOf(
      {
        ...eventful(),
        costs: [{ sku: 'KRT-101', unitCost: 40000, currency: 'INR', source: 'owner', file: 'c.csv', row: 2 }],
      },
      { by: 'profit' },
    );
    expect(page(profit)).toMatch(/^ {2}left +[\d,]+/m);
  });
});

describe('the page of trends of a shop with little to tell', () => {
  it('shows the days alone where nothing can be expected yet', () => {
    const text = page(answerOf({ orders: dailyOrders(FIRST, 12, steady) }, { asOf: addDays(FIRST, 12) }));
    expect(text).toContain('sold in the last days');
    expect(text).not.toMatch(/to be expected|Forecast|dots/);
    expect(text).toContain('Net sales by day');
  });

  it('draws no chart of three days', () => {
    const text = page(answerOf({ orders: dailyOrders(FIRST, 3, steady) }, { asOf: addDays(FIRST, 3) }));
    expect(text).not.toContain('Net sales by day');
    expect(text).toContain('in the 3 days known');
  });

  it('says that nothing is known of an empty one', () => {
    const text = page(answerOf({}));
    expect(text).toContain('Trends · Tarang Textiles · no data');
    expect(text).toContain('No sale before today is in these files.');
  });
});

describe('feasts on the page of trends', () => {
  const saleDays = [
    { name: 'Clearance', from: '2026-07-01', to: '2026-07-04' },
    { name: 'Monsoon', from: '2026-07-25', to: '2026-07-29' },
    { name: 'Harvest', from: '2026-08-10', to: '2026-08-12' },
  ];
  const answer = answerOf({
    orders: dailyOrders(FIRST, DAYS, (index, day) =>
      saleDays.some(({ from, to }) => day >= from && day <= to)
        ? { 'KRT-101': 18 + (index % 2), 'DUP-220': 9 }
        : steady(index, day),
    ),
    shop: { ...books().shop, saleDays },
  });

  it('explain their days, and those to come are told with what is known of them', () => {
    const text = page(answer);
    expect(text).toMatch(
      /Clearance \(1 Jul 2026\): \+\d+\.\d % against ordinary days, so it is not called\s+unusual/,
    );
    expect(text).toMatch(/◆ a feast or sale/);
    expect(text).toContain('Harvest (10 Aug 2026) is ahead');
  });
});

describe('the page of trends in a browser', () => {
  it('escapes what the shop’s own names hold', () => {
    const sku = '<script>alert(1)</script>';
    const answer = answerOf({
      orders: dailyOrders(FIRST, DAYS, (index, day) => ({
        ...steady(index, day),
        ...(index > 60 ? { [sku]: 30 } : {}),
      })),
    });
    const html = renderHtml(trendsDocument(answer, surroundings(answer, { whole: true })));
    expect(JSON.stringify(answer)).toContain('<script>');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('refunds on the page of trends', () => {
  it('are named where they made the day', () => {
    const orders = dailyOrders(FIRST, DAYS, steady);
    const day = addDays(FIRST, 85);
    const movements = orders
      .filter(({ placedOn }) => placedOn === addDays(FIRST, 80))
      .map(({ number }) => refund({ order: number, day, amount: -129900 }));
    const answer = answerOf({ orders, movements });
    expect(page(answer)).toMatch(/14 Jul .*given back/);
  });
});

describe('single lines of the page of trends', () => {
  const base = answerOf(eventful());
  const withRows = (id: string, rows: Trends['tables'][number]['rows']): Trends => ({
    ...base,
    tables: base.tables.map((table) => (table.id === id ? { ...table, rows } : table)),
  });
  const day = (own: Trends['tables'][number]['rows'][number]) => ({
    ...{ day: '2026-07-09', direction: 'up', value: 900000, expected: 600000, amount: 300000, chance: 0.004 },
    ...{ orders: 1, refunds: 0, why: null, told: 'no' },
    ...own,
  });

  it('tell a day above the usual, its orders, and how likely it is', () => {
    expect(page(withRows('anomalies', [day({})]))).toMatch(
      /9 Jul +9,000 +6,000 +\+3,000 +1 in 250 +1 order$/m,
    );
  });

  it('stop after eight unusual days', () => {
    const many = Array.from({ length: 11 }, (_, index) => day({ day: addDays('2026-07-01', index) }));
    const text = page(withRows('anomalies', many));
    expect(text).toContain('and 3 more (--json)');
    expect(text).toMatch(/11 Jul +9,000/);
    expect(text).not.toMatch(/^ {2}3 Jul +9,000/m);
  });

  it('tell a new level even when no day is unusual', () => {
    const shifted = withRows('anomalies', []);
    const tables = shifted.tables.map((table) =>
      table.id === 'shifts'
        ? { ...table, rows: [{ day: '2026-07-01', share: -0.45, chance: 0.001 }] }
        : table,
    );
    expect(page({ ...shifted, tables })).toContain('From 1 Jul 2026 on, sales lie −45.0 % against before.');
    expect(page(shifted)).not.toContain('Unusual days');
  });

  it('tell of a feast that has begun what it does so far and did a year ago', () => {
    const rows = [
      { name: 'Diwali', day: '2026-11-08', share: 1.019, amount: 5, ahead: 'no' },
      { name: 'Diwali', day: '2026-11-08', share: 0.638, amount: 5, ahead: 'yes' },
    ];
    const text = page(withRows('seasons', rows)).replace(/\n {4}/g, ' ');
    expect(text.match(/Diwali/g)).toHaveLength(1);
    expect(text).toContain(
      'Diwali (8 Nov 2026) is ahead; its days so far +101.9 % against ordinary ones, so they are not called unusual; a year ago +63.8 %',
    );
  });

  it('mark days above the usual, and leave days blank that are not known', () => {
    const daily = base.tables.find(({ id }) => id === 'daily')?.rows ?? [];
    const rows = daily.map((row, index) =>
      index === 5 ? { ...row, flag: 'up' } : index === 6 ? { ...row, value: null, expected: null } : row,
    );
    expect(page(withRows('daily', rows))).toContain('▲ unusually high');
  });

  it('say that nothing is known rather than nothing sold', () => {
    const missing: Trends = {
      ...base,
      measure: 'units',
      figures: base.figures.map((figure) => ({ ...figure, value: null, status: 'missing' as const })),
    };
    expect(page(missing)).toMatch(/sold in the last days +not known/);
    expect(page({ ...missing, measure: 'revenue' })).toMatch(/sold in the last days +not known/);
  });

  it('compare with a year ago where one is known, in per cent where that means something', () => {
    const last = (value: number, share: number | null): Trends => ({
      ...base,
      figures: base.figures.map((figure) =>
        figure.id === 'trends.lastYear7'
          ? { ...figure, value }
          : figure.id === 'trends.lastYear7.changeShare'
            ? { ...figure, value: share }
            : figure,
      ),
    });
    expect(page(last(2000000, 0.172))).toContain('a year ago 20,000 (+17.2 %)');
    expect(page(last(0, null))).toMatch(/a year ago 0$/m);
  });

  it('leave out tables that an answer does not have', () => {
    const bare = page({ ...base, tables: base.tables.filter(({ id }) => id === 'drivers') }, { whole: true });
    expect(bare).not.toMatch(/Forecast|by weekday|by day/);
    expect(bare).toContain('to be expected');
    expect(page({ ...base, tables: base.tables.filter(({ id }) => id === 'drivers') })).not.toContain(
      'Forecast',
    );
  });
});
