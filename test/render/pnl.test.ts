import { describe, expect, it } from 'vitest';
import type { Narrative } from '../../src/domain/narrative.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { pnlDocument, revenueRule, summaryLine } from '../../src/render/pnl.ts';
import { plainPnl } from '../../src/narrate/summary-pnl.ts';
import { books, codOrder, cost, expense, line, movement, order, shipment } from '../helpers/books.ts';
import { answerOf, screen, twoMonths } from './pnl-shop.ts';

describe('the screen of a statement', () => {
  const shop = twoMonths();
  const answer = answerOf(shop);

  it('shows two months of a shop on 80 columns', () => {
    expect(screen(shop, answer)).toMatchInlineSnapshot(`
      "Profit and loss · Tarang Textiles · Oct 2026 (against Sep 2026)     INR, rounded

        Oct 2026 made a net profit of ₹12,056, down ₹6,292 (34.3 %) on Sep 2026,
        although net sales rose 1.2 %. Mostly because a mix of products with lower
        margins cost ₹3,650 and dearer goods cost ₹2,700; selling more units added
        ₹5,191. 1 product has no known cost, so net profit lies between ₹10,005 and
        ₹14,945; fill in the cost of BAG-007.

                                      Oct 2026   Sep 2026  change
        Gross sales                   1,75,723   1,73,538  +2,185          +1.3 %
        Discounts                         −762       −762       0           0.0 %
        Refunds and returns             −4,298     −4,098    −200          +4.9 %
        Tax inside refunds               ~ 205        195     +10          +4.9 %
        Net sales                     1,70,868   1,68,873  +1,995          +1.2 %
        Shipping charged                 4,247      3,967    +280   +7.1 % better
        Revenue                       1,75,115   1,72,840  +2,275          +1.3 %
        Cost of goods              ~ −1,03,349  −1,00,004  −3,344          +3.3 %
        Gross profit                    71,766     72,836  −1,070          −1.5 %
        Shipping paid                   −6,461     −5,270  −1,191   +22.6 % worse
        Payment fees                    −2,239     −2,012    −226   +11.3 % worse
        Packaging                     ~ −1,638     −1,530    −108    +7.1 % worse
        Undelivered parcels (RTO)     ~ −1,872       −675  −1,197  +177.3 % worse
        Contribution                    59,556     63,348  −3,792    −6.0 % worse
        Advertising                    −17,500    −15,000  −2,500   +16.7 % worse
        Operating expenses             −30,000    −30,000       0           0.0 %
          Rent                         −18,000    −18,000       0
          Wages                        −12,000    −12,000       0
        Net profit                      12,056     18,348  −6,292   −34.3 % worse
        Net profit between 10,005 and 14,945, as 1 product has no cost (~)
        Margins on revenue: gross 41.0 % · contribution 34.0 % · net 6.9 %
        Tax collected for the government (not income): 8,960
        less tax inside refunds, 8,756 is left to pay over

        Daily net sales  ▃▂▆▃▂█▂▂█▂▂▅▃▂█▂▁█▂▂▅▃▂█▃▂█▃▂▆
                         1 Oct                   30 Oct

        Why net profit moved
        Volume (units sold)         +5,191
        Mix of products             −3,650
        Unit costs                  −2,700
        Advertising                 −2,500
        Undelivered parcels (RTO)   −1,197
        Shipping per order            −819
        Shipping: number of orders    −372
        Shipping charged              +280
        4 smaller steps               −524
        Change in net profit        −6,292

        What to do
        · 1 product has no known cost, so net profit lies between ₹10,005 and ₹14,945;
          fill in the cost of BAG-007.
        · Ask the courier why sending an order now costs ₹71 instead of ₹62 in Sep
          2026: it took ₹819 of profit.

        Costs to fill in first
                 net sales  of the gap
        BAG-007      4,940     100.0 %  Tote bag

        Orders not counted as sales
                                                  orders  worth, tax included
        came back undelivered or lost on the way      13               29,224

        How far to trust it
        · Tax inside refunds: estimated – the refund’s share of its order’s tax
        · Cost of goods: estimated, 97.2 % from rows – 1 product has no cost: taken at
          the shop’s own cost ÷ net sales
        · Packaging: estimated – your rate per order
        · Undelivered parcels (RTO): estimated, 87.5 % from rows – from the courier’s
          bills

        91 orders counted, from 3 files · cost known for 97.2 % of sales · revenue
        counts paid orders, and unpaid cash on delivery once shipped, not cancelled or
        voided; others are shown apart
        Summary: built-in. 10 of 10 figures traced.
      "
    `);
  });

  it('fits 40 columns', () => {
    expect(screen(shop, answer, { width: 40 })).toMatchInlineSnapshot(`
      "Profit and loss · Tarang Textiles · Oct
      2026 (against Sep 2026)     INR, rounded

        Oct 2026 made a net profit of ₹12,056,
        down ₹6,292 (34.3 %) on Sep 2026,
        although net sales rose 1.2 %. Mostly
        because a mix of products with lower
        margins cost ₹3,650 and dearer goods
        cost ₹2,700; selling more units added
        ₹5,191. 1 product has no known cost,
        so net profit lies between ₹10,005 and
        ₹14,945; fill in the cost of BAG-007.

                              Oct 2026  change
        Gross sales           1,75,723  +2,185
        Discounts                 −762       0
        Refunds and             −4,298    −200
        returns
        Tax inside               ~ 205     +10
        refunds
        Net sales             1,70,868  +1,995
        Shipping charged         4,247    +280
        Revenue               1,75,115  +2,275
        Cost of goods      ~ −1,03,349  −3,344
        Gross profit            71,766  −1,070
        Shipping paid           −6,461  −1,191
        Payment fees            −2,239    −226
        Packaging             ~ −1,638    −108
        Undelivered           ~ −1,872  −1,197
        parcels (RTO)
        Contribution            59,556  −3,792
        Advertising            −17,500  −2,500
        Operating              −30,000       0
        expenses
          Rent                 −18,000       0
          Wages                −12,000       0
        Net profit              12,056  −6,292
        Net profit between 10,005 and 14,945,
        as 1 product has no cost (~)
        Margins on revenue: gross 41.0 % ·
        contribution 34.0 % · net 6.9 %
        Tax collected for the government (not
        income): 8,960
        less tax inside refunds, 8,756 is left
        to pay over

        Daily net sales  ▃▂▄▂▅▂▅▂▅▂█▂█▂▅▃▅▃▅▃▄
                         1 Oct          30 Oct

        Why net profit moved
        Volume (units sold)         +5,191
        Mix of products             −3,650
        Unit costs                  −2,700
        Advertising                 −2,500
        Undelivered parcels (RTO)   −1,197
        Shipping per order            −819
        Shipping: number of orders    −372
        Shipping charged              +280
        4 smaller steps               −524
        Change in net profit        −6,292

        What to do
        · 1 product has no known cost, so net
          profit lies between ₹10,005 and
          ₹14,945; fill in the cost of
          BAG-007.
        · Ask the courier why sending an order
          now costs ₹71 instead of ₹62 in Sep
          2026: it took ₹819 of profit.

        Costs to fill in first
                 net sales
        BAG-007      4,940  Tote bag

        Orders not counted as sales
        came back undelivered or lost on the
        way
          orders: 13
          worth, tax included: 29,224

        How far to trust it
        · Tax inside refunds: estimated – the
          refund’s share of its order’s tax
        · Cost of goods: estimated, 97.2 %
          from rows – 1 product has no cost:
          taken at the shop’s own cost ÷ net
          sales
        · Packaging: estimated – your rate per
          order
        · Undelivered parcels (RTO):
          estimated, 87.5 % from rows – from
          the courier’s bills

        91 orders counted, from 3 files · cost
        known for 97.2 % of sales · revenue
        counts paid orders, and unpaid cash on
        delivery once shipped, not cancelled
        or voided; others are shown apart
        Summary: built-in. 10 of 10 figures
        traced.
      "
    `);
    for (const width of [40, 60, 80, 120])
      for (const text of screen(shop, answer, { width }).split('\n'))
        expect([...text].length).toBeLessThanOrEqual(width);
  });

  it('is five lines and a footer for a messenger', () => {
    expect(screen(shop, answer, { tone: 'message' })).toMatchInlineSnapshot(`
      "Profit and loss · Tarang Textiles · Oct 2026 (against Sep 2026)     INR, rounded

        Oct 2026 made a net profit of ₹12,056, down ₹6,292 (34.3 %) on Sep 2026,
        although net sales rose 1.2 %.
        Net sales ₹1,70,868 from 91 orders, up ₹1,995 (1.2 %) on Sep 2026.
        Mostly because a mix of products with lower margins cost ₹3,650 and dearer
        goods cost ₹2,700; selling more units added ₹5,191.
        1 product has no known cost, so net profit lies between ₹10,005 and ₹14,945;
        fill in the cost of BAG-007.

        91 orders counted, from 3 files · cost known for 97.2 % of sales · revenue
        counts paid orders, and unpaid cash on delivery once shipped, not cancelled or
        voided; others are shown apart
        Summary: built-in. 14 of 14 figures traced.
      "
    `);
  });

  it('shows every decimal and every line of the ledger to an accountant', () => {
    const text = screen(shop, answer, { tone: 'accountant' });
    expect(text).toContain('INR\n');
    expect(text).not.toContain('rounded');
    expect(text).toMatch(/Gross sales +1,75,722\.56 +\+2,184\.75 +\+1\.3 %/);
    expect(text).toMatch(/Advertising: actual/);
  });

  it('rounds half a rupee away from zero, as the summary does', () => {
    const text = screen(shop, answer);
    expect(text).toMatch(/Refunds and returns +−4,298 /);
    expect(plainPnl(answer, { lang: 'en', tone: 'accountant' }).text).toContain('refunds of ₹4,298 ');
  });

  it('tells months below each other with their expenses', () => {
    const months = answerOf(shop, {
      compare: 'none',
      by: 'month',
      period: { from: '2026-09-01', to: '2026-10-31' },
    });
    const text = screen(shop, months, { width: 100 });
    expect(text.slice(text.indexOf('  By month'), text.indexOf('  What to do'))).toMatchInlineSnapshot(`
      "  By month
                 orders  net sales  gross profit  contribution  advertising  expenses  net profit
        2026-09      85   1,68,873        72,836        63,348       15,000    30,000      18,348
        2026-10      91   1,70,868        71,766        59,556       17,500    30,000      12,056

      "
    `);
    expect(text).toContain('1 Sep – 31 Oct 2026');
  });

  it('cuts a long breakdown and says how many rows are left', () => {
    const lines = Array.from({ length: 20 }, (_, index) =>
      line({ sku: `SAR-${300 + index}`, title: `Saree ${index}`, amount: 50000 + index }),
    );
    const many = books({ orders: [order({ lines })], costs: [cost({ sku: 'SAR-300', unitCost: 20000 })] });
    const text = screen(many, answerOf(many, { by: 'sku' }));
    expect(text).toContain('and 5 more (--format csv has them all)');
    expect(text).toContain('and 14 more');
    expect(text.slice(text.indexOf('By SKU')).match(/^ {2}SAR-3\d\d +\d/gm)).toHaveLength(15 + 5);
  });

  it('adds up the small steps of a long bridge', () => {
    const text = screen(shop, answer);
    const bridge = text.slice(text.indexOf('Why net profit moved'), text.indexOf('What to do'));
    const amounts = [...bridge.matchAll(/ {2}([+−][\d,]+)$/gm)].map(([, amount]) =>
      Number((amount ?? '').replaceAll(',', '').replace('−', '-')),
    );
    const total = amounts.pop() ?? 0;
    expect(amounts).toHaveLength(9);
    expect(Math.abs(amounts.reduce((sum, amount) => sum + amount, 0) - total)).toBeLessThanOrEqual(5);
  });
});

describe('a statement with little to show', () => {
  it('of empty books is one sentence and no broken table', () => {
    const empty = books();
    expect(screen(empty, answerOf(empty, { period: undefined }))).toMatchInlineSnapshot(`
      "Profit and loss · Tarang Textiles · no data                                  INR

        The files hold no orders.

        Gross sales               0.00
        Discounts                 0.00
        Refunds and returns       0.00
        Net sales                 0.00
        Revenue                   0.00
        Cost of goods             0.00
        Gross profit              0.00
        Shipping paid             0.00
        Payment fees              0.00
        Contribution              0.00
        Advertising          not known
        Operating expenses   not known
        Net profit                0.00

        How far to trust it
        · Advertising: missing – list it in ads.csv
        · Operating expenses: missing – list them in expenses.csv

        0 orders counted, from 0 files · revenue counts paid orders, and unpaid cash
        on delivery once placed, not cancelled or voided
        Summary: built-in. 0 of 0 figures traced.
      "
    `);
  });

  it('of one order speaks in the singular', () => {
    const one = books({ orders: [order()], sources: twoMonths().sources.slice(0, 1) });
    const text = screen(one, answerOf(one), { around: { errors: 1 } });
    expect(text).toContain('1 order counted, from 1 file · 1 row or file left out (ecom check)');
    expect(text).toMatch(/Cost of goods +not known/);
    expect(text).toMatch(/Net profit +not known/);
    expect(text).not.toContain('Margins on revenue');
    expect(text).not.toContain('Daily net sales');
  });

  it('never prints NaN, undefined, null or an object', () => {
    const shops = [
      books(),
      books({ orders: [order({ lines: [line()], discount: 49900 })] }),
      books({ orders: [order({ currency: 'USD' })] }),
      books({ orders: [order({ total: 0, lines: [] })], expenses: [expense({ amount: 0 })] }),
      books({ orders: [codOrder({ delivery: 'rto' })], movements: [movement({ amount: 5 })] }),
      books({ orders: [order({ placedOn: '2026-09-10' })], expenses: [expense()] }),
    ];
    for (const shop of shops)
      for (const tone of ['owner', 'accountant', 'message'] as const)
        for (const by of ['sku', 'month'] as const)
          for (const compare of ['previous', 'none'] as const)
            expect(screen(shop, answerOf(shop, { by, compare }), { tone })).not.toMatch(
              /NaN|undefined|null|\[object|Infinity|-0/,
            );
  });

  it('leaves lines away that say nothing, but never one that is not known', () => {
    const bare = books({ orders: [order()], costs: [cost()] });
    const text = screen(bare, answerOf(bare));
    for (const label of [
      'Tax inside refunds',
      'Other income',
      'Shipping charged',
      'Marketplace fees',
      'Undelivered',
    ])
      expect(text).not.toContain(label);
    expect(text).toMatch(/Packaging +not known/);
  });

  it('shows years in the labels of days that span two', () => {
    const orders = [
      order({ number: '#1', placedOn: '2025-12-30' }),
      order({ number: '#2', placedOn: '2026-01-02' }),
    ];
    const newYear = books({ orders });
    expect(screen(newYear, answerOf(newYear, { period: undefined }))).toContain('30 Dec 2025 – 2 Jan 2026');
    expect(screen(newYear, answerOf(newYear, { period: undefined }))).toMatch(/30 Dec 2025.*2 Jan 2026\n/s);
  });

  it('counts fractions of a metre', () => {
    const metres = books({
      orders: [order({ lines: [line({ quantity: 2.125 }), line({ sku: 'X', quantity: -1 })] })],
    });
    const text = screen(metres, answerOf(metres, { by: 'sku' }), { width: 120 });
    expect(text).toMatch(/KRT-101 +1 +2\.125/);
    expect(text).toMatch(/X +1 +−1/);
  });
});

describe('a statement of which everything is known', () => {
  const orders = [
    order({ number: '#1', placedOn: '2026-09-10' }),
    order({ number: '#2', placedOn: '2026-10-10' }),
  ];
  const movements = orders.flatMap(({ number, placedOn: day }) => [
    movement({ order: number, day, amount: -1000 }),
    movement({ kind: 'shipping_label', order: number, day, amount: -5000 }),
    movement({ kind: 'advertising', channel: 'meta', day, amount: day < '2026-10' ? -100 : -300 }),
  ]);
  const expenses = orders.flatMap(({ placedOn: day }) => [
    expense({ day, amount: 2000 }),
    expense({ day, amount: 700, category: 'packaging' }),
  ]);
  const shipments = orders.map(({ number, placedOn: day }) => shipment({ order: number, day }));
  const whole = books({ orders, movements, expenses, shipments, costs: [cost()] });

  it('has a short bridge and nothing to distrust', () => {
    const text = screen(whole, answerOf(whole));
    expect(text.slice(text.indexOf('  Why net'), text.indexOf('  1 order counted'))).toMatchInlineSnapshot(`
      "  Why net profit moved
        Advertising           −2.00
        Change in net profit  −2.00

      "
    `);
    expect(text).not.toContain('How far to trust it');
    expect(text).not.toContain('~');
  });

  it('names a product without a SKU by its title where its cost is missing', () => {
    const lines = [line(), line({ sku: undefined, title: 'Stole', amount: -100 })];
    const nameless = books({ ...whole, orders: [order({ number: '#2', lines })] });
    expect(screen(nameless, answerOf(nameless))).toMatch(/\(no SKU\) +−1\.00 +Stole\n/);
  });
});

describe('what stands around the statement', () => {
  const shop = twoMonths();
  const answer = answerOf(shop);

  it('shows remarks, and no advice where there is none', () => {
    const text = screen(shop, answer, {
      around: { advice: [], remarks: ['October was closed on 5 Nov 2026'] },
    });
    expect(text).toContain('· October was closed on 5 Nov 2026');
    expect(text).not.toContain('What to do');
  });

  it('counts rows and files left out', () => {
    expect(screen(shop, answer, { around: { errors: 11 } })).toContain(
      '11 rows or files left out (ecom check)',
    );
  });

  it('says by which rule a sale counts', () => {
    expect(revenueRule(answer)).toBe(
      'revenue counts paid orders, and unpaid cash on delivery once shipped, not cancelled or voided; others are shown apart',
    );
    const counting = books({
      orders: [order()],
      shop: { revenue: { cashOnDelivery: 'delivered', pending: 'count' } },
    });
    expect(revenueRule(answerOf(counting))).toBe(
      'revenue counts unpaid orders, and unpaid cash on delivery once delivered, not cancelled or voided',
    );
    const nothing = books({
      orders: [codOrder()],
      shop: { revenue: { cashOnDelivery: 'placed', pending: 'apart' } },
    });
    expect(revenueRule(answerOf(nothing))).toBe(
      'no order is marked as paid, so all are taken as cash on delivery: revenue counts orders once placed, not cancelled or voided',
    );
  });

  it('names orders in other currencies without adding their amounts', () => {
    const foreign = books({ orders: [order(), order({ number: '#2', currency: 'USD' })], costs: [cost()] });
    expect(screen(foreign, answerOf(foreign))).toMatch(/in another currency +1\n/);
  });

  it('shows where cash on delivery loses money, the five worst', () => {
    const regions = ['BR', 'UP', 'JH', 'OD', 'MP', 'RJ'];
    const orders = regions.flatMap((region, place) =>
      Array.from({ length: 20 }, (_, index) =>
        codOrder({ number: `#${place}-${index}`, region, delivery: index < 15 ? 'rto' : 'delivered' }),
      ),
    );
    const losing = books({ orders, costs: [cost()], shop: { shippingPerOrder: 6000, returnPerOrder: 5500 } });
    const text = screen(losing, answerOf(losing));
    const block = text.slice(text.indexOf('  Cash on delivery that'), text.indexOf('  Orders not counted'));
    expect(block.split('\n')[1]).toMatch(/state +orders +came back +pays below +loses a month/);
    expect(block).toMatch(/75\.0 % +67\.\d %/);
    expect(block).toContain('and 9 more');
  });

  it('says who wrote the summary and how it was checked', () => {
    const grounding = { checked: 14, traced: 14, dropped: 0, outcome: 'passed' } as const;
    const gemini: Narrative = {
      source: 'gemini',
      lang: 'en',
      tone: 'owner',
      text: '',
      grounding,
      model: 'gemini-flash-latest',
      tokens: 1234,
      cost: 0.0021,
    };
    expect(summaryLine(gemini)).toBe(
      'Summary: 14 of 14 figures verified · gemini-flash-latest · 1,234 tokens · about $0.002',
    );
    expect(summaryLine({ ...gemini, cost: 0.00001 })).toContain('about $0.001');
    expect(
      summaryLine({
        ...gemini,
        model: undefined,
        tokens: undefined,
        cost: undefined,
        grounding: { ...grounding, dropped: 1 },
      }),
    ).toBe(
      'Summary: 14 of 14 figures verified · 1 sentence left out because they could not be traced · Gemini',
    );
    expect(summaryLine({ ...gemini, grounding: { ...grounding, dropped: 2 } })).toContain(
      '2 sentences left out',
    );
    const plain: Narrative = {
      source: 'built-in',
      lang: 'en',
      tone: 'owner',
      text: '',
      grounding,
      unavailable: 'no AI key',
    };
    expect(summaryLine({ ...gemini, caveat: 'wording is not checked' })).toContain(
      ' · wording is not checked',
    );
    const failed = { ...plain, grounding: { checked: 0, traced: 0, dropped: 3, outcome: 'failed' } } as const;
    expect(summaryLine(failed)).toBe('Summary: built-in (no AI key).');
    expect(summaryLine(plain)).toBe('Summary: built-in (no AI key). 14 of 14 figures traced.');
  });
});

describe('hostile names', () => {
  const evil = '\u001b[31m<img src=x onerror=alert(1)>\u202e|`rm`\n\u0007';
  const shop = books({
    orders: [
      order({
        lines: [line({ sku: evil, title: evil }), line({ sku: 'BAG-007', title: evil, amount: 10000 })],
        refunded: 99999999,
      }),
      order({ number: evil, total: 5000, refunded: 10000 }),
    ],
    costs: [cost({ sku: 'BAG-007', unitCost: 20000 })],
    expenses: [expense({ category: evil }), expense({ category: '=1+1' })],
    shop: { name: evil },
  });
  const answer = answerOf(shop, { by: 'sku' });

  it('do nothing to a terminal', () => {
    for (const tone of ['owner', 'accountant', 'message'] as const)
      expect(screen(shop, answer, { tone })).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
      );
  });

  it('do nothing to a page', () => {
    const around = {
      narrative: plainPnl(answer, { lang: 'en', tone: 'owner' }),
      advice: [evil],
      sources: [],
      errors: 0,
      remarks: [evil],
    };
    expect(renderHtml(pnlDocument(answer, around))).not.toContain('<img');
    expect(renderMarkdown(pnlDocument(answer, around))).not.toMatch(/(?<!\\)<img/);
  });
});
