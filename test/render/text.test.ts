import { describe, expect, it } from 'vitest';
import { paintFor } from '../../src/render/colour.ts';
import type { Block, Document, DocumentTable } from '../../src/render/document.ts';
import { renderText } from '../../src/render/text.ts';
import { cellWidth } from '../../src/render/width.ts';
import { profitAndLoss } from './sample.ts';

const page = (...blocks: Block[]): Document => ({ title: 'Restock', lang: 'en', demo: false, blocks });
const body = (document: Document, width: number) =>
  renderText(document, { width }).split('\n').slice(2).join('\n');

describe('a whole screen', () => {
  it('fits 80 columns', () => {
    expect(renderText(profitAndLoss, { width: 80 })).toMatchInlineSnapshot(`
      "Profit and loss · Tarang Textiles · 1–31 Oct 2026 (against Sep 2026)         INR

        Net profit is ₹1,84,210, down ₹12,400 (−6.3 %) on September although sales
        rose. Shipping ate the gain: ₹71 an order instead of ₹62 (−₹18,900).

        First thing to do: stop cash on delivery for SKU KRT-114 in Bihar.

                                       Oct 2026   Sep 2026   change
        Gross sales                   14,82,300  13,97,050  +85,250  +6.1 %
          Discounts                     −96,400    −88,120   −8,280
        Net sales                     13,14,650  12,50,030  +64,620  +5.2 %
        Payment and marketplace fees    −88,560    −82,730   −5,830
        Undelivered cash on delivery  ~ −41,300    −32,150   −9,150  ▲ worse
        Net profit                     1,84,210   1,96,610  −12,400  14.0 %
        and 3 lines of 0
        between 1,71,600 and 1,92,050, as 9 SKUs have no cost (~)

        Daily net sales  ▃▄▃▃▄▆▅▃▃▃▄▅▆▅▃▄▅▄▅▆▇█▇▆▃▃▃ ▃▃▃   Diwali run-up 18–23 Oct
                         1 Oct                    31 Oct

        Why net profit moved
        more orders (+7.4 %)  +₹17,300  ████████████████████████████████████▋
        shipping per order    −₹18,900  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
        price                       ₹0

        · ask the courier for a rate by weight slab before the next pickup contract is
          signed
        · enter the cost of 9 SKUs

        4,112 orders from 3 files · 11 rows left out (ecom check)
        Summary: built-in (no AI key)
      "
    `);
  });

  it('fits 40 columns', () => {
    expect(renderText(profitAndLoss, { width: 40 })).toMatchInlineSnapshot(`
      "Profit and loss · Tarang Textiles · 1–31
      Oct 2026 (against Sep 2026)          INR

        Net profit is ₹1,84,210, down ₹12,400
        (−6.3 %) on September although sales
        rose. Shipping ate the gain: ₹71 an
        order instead of ₹62 (−₹18,900).

        First thing to do: stop cash on
        delivery for SKU KRT-114 in Bihar.

                             Oct 2026   change
        Gross sales         14,82,300  +85,250
          Discounts           −96,400   −8,280
        Net sales           13,14,650  +64,620
        Payment and           −88,560   −5,830
        marketplace fees
        Undelivered cash    ~ −41,300   −9,150
        on delivery
        Net profit           1,84,210  −12,400
        and 3 lines of 0
        between 1,71,600 and 1,92,050, as 9
        SKUs have no cost (~)

        Daily net sales  ▃▄▃▄▅▃▃▄▆▅▄▅▅▆█▇▅▃▃▃▃
                         1 Oct          31 Oct
        Diwali run-up 18–23 Oct

        Why net profit moved
        more orders   +₹17,300  ████████████▉
        (+7.4 %)
        shipping per  −₹18,900  ░░░░░░░░░░░░░░
        order
        price               ₹0

        · ask the courier for a rate by weight
          slab before the next pickup contract
          is signed
        · enter the cost of 9 SKUs

        4,112 orders from 3 files · 11 rows
        left out (ecom check)
        Summary: built-in (no AI key)
      "
    `);
  });

  it('is plain ASCII when asked', () => {
    const text = renderText(profitAndLoss, { width: 80, ascii: true });
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    expect(text).toMatchInlineSnapshot(`
      "Profit and loss - Tarang Textiles - 1-31 Oct 2026 (against Sep 2026)         INR

        Net profit is Rs 1,84,210, down Rs 12,400 (-6.3 %) on September although sales
        rose. Shipping ate the gain: Rs 71 an order instead of Rs 62 (-Rs 18,900).

        First thing to do: stop cash on delivery for SKU KRT-114 in Bihar.

                                       Oct 2026   Sep 2026   change
        Gross sales                   14,82,300  13,97,050  +85,250  +6.1 %
          Discounts                     -96,400    -88,120   -8,280
        Net sales                     13,14,650  12,50,030  +64,620  +5.2 %
        Payment and marketplace fees    -88,560    -82,730   -5,830
        Undelivered cash on delivery  ~ -41,300    -32,150   -9,150  + worse
        Net profit                     1,84,210   1,96,610  -12,400  14.0 %
        and 3 lines of 0
        between 1,71,600 and 1,92,050, as 9 SKUs have no cost (~)

        Daily net sales  :-::-+=:::-=+=:-=-=+*#*+::: :::   Diwali run-up 18-23 Oct
                         1 Oct                    31 Oct

        Why net profit moved
        more orders (+7.4 %)  +Rs 17,300  #####################################
        shipping per order    -Rs 18,900  ----------------------------------------
        price                       Rs 0

        - ask the courier for a rate by weight slab before the next pickup contract is
          signed
        - enter the cost of 9 SKUs

        4,112 orders from 3 files - 11 rows left out (ecom check)
        Summary: built-in (no AI key)
      "
    `);
  });

  it.each([20, 27, 33, 40, 57, 80, 120])('is never wider than %i columns', (width) => {
    const widest = renderText(profitAndLoss, { width }).split('\n').map(cellWidth);
    expect(Math.max(...widest)).toBeLessThanOrEqual(width);
  });

  it('takes fewer than 20 columns for 20', () => {
    expect(renderText(profitAndLoss, { width: 3 })).toBe(renderText(profitAndLoss, { width: 20 }));
  });

  it('never cuts an amount, however narrow', () => {
    const narrow = renderText(profitAndLoss, { width: 20 });
    for (const amount of ['14,82,300', '13,97,050', '+85,250', '~ −41,300', '+₹17,300', '1,96,610']) {
      expect(narrow).toContain(amount);
    }
  });

  it('says the same in colour', async () => {
    const painted = renderText(profitAndLoss, { width: 80, paint: await paintFor(true) });
    expect(painted).toContain('\x1b[31m▲ worse\x1b[39m');
    expect(painted.replace(/\x1b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(
      renderText(profitAndLoss, { width: 80 }),
    );
  });
});

describe('the title', () => {
  it('says that the demo shop is invented, first of all', () => {
    const demo = renderText({ ...profitAndLoss, demo: true }, { width: 80 });
    expect(demo.startsWith('DEMO SHOP – invented data · Profit and loss')).toBe(true);
  });

  it('puts what stands at the right on its own line when there is no room', () => {
    const document = {
      ...page(),
      title: 'Restock as of 22 November',
      right: 'INR',
      subtitle: 'lead times from 41 orders',
    };
    expect(renderText(document, { width: 26 })).toBe(
      'Restock as of 22 November\n                       INR\nlead times from 41 orders\n',
    );
  });
});

const restock: DocumentTable = {
  kind: 'table',
  id: 'restock',
  caption: 'Order now',
  columns: [
    { label: 'SKU', align: 'left' },
    { label: 'order', align: 'right' },
    { label: 'cost', align: 'right' },
    { label: 'name', align: 'left', grow: true },
  ],
  rows: [
    {
      style: 'normal',
      cells: [
        { text: 'KRT-101' },
        { text: '180' },
        { text: '21,600' },
        { text: 'Cotton kurta, hand block print, indigo' },
      ],
    },
    {
      style: 'normal',
      cells: [{ text: 'DUP-220' }, { text: '60' }, { text: '10,800' }, { text: 'नीला दुपट्टा' }],
    },
  ],
};

describe('a table', () => {
  it('cuts free text to what is left', () => {
    expect(body(page(restock), 50)).toMatchInlineSnapshot(`
      "  Order now
        SKU      order    cost  name
        KRT-101    180  21,600  Cotton kurta, hand bloc…
        DUP-220     60  10,800  नीला दुपट्टा
      "
    `);
  });

  it('wraps names where a narrow screen leaves no other way', () => {
    const long = { ...restock, columns: restock.columns.slice(0, 3) };
    const named = {
      ...long,
      rows: [
        {
          style: 'normal' as const,
          indent: 1,
          cells: [{ text: 'Cotton kurta, indigo' }, { text: '180' }, { text: '21,600' }],
        },
      ],
    };
    expect(body(page(named), 30)).toMatchInlineSnapshot(`
      "  Order now
        SKU            order    cost
          Cotton         180  21,600
          kurta,
          indigo
      "
    `);
  });

  it('leaves out the least important columns first, and later ones of the same rank', () => {
    const ranked = {
      ...restock,
      columns: [
        { label: 'SKU', align: 'left' as const },
        { label: 'order', align: 'right' as const, priority: 1 },
        { label: 'cost', align: 'right' as const, priority: 2 },
        { label: 'name', align: 'left' as const, priority: 2 },
      ],
    };
    expect(body(page(ranked), 30)).toMatchInlineSnapshot(`
      "  Order now
        SKU      order    cost
        KRT-101    180  21,600
        DUP-220     60  10,800
      "
    `);
    expect(body(page(ranked), 20)).toMatchInlineSnapshot(`
      "  Order now
        SKU      order
        KRT-101    180
        DUP-220     60
      "
    `);
  });

  it('says only its name and remarks when it has no rows', () => {
    expect(body(page({ ...restock, rows: [], notes: ['nothing to order'] }), 50)).toBe(
      '  Order now\n  nothing to order\n',
    );
  });

  it('leaves out empty heads and bears missing cells', () => {
    const bare: DocumentTable = {
      kind: 'table',
      id: 'bare',
      columns: [
        { label: '', align: 'left' },
        { label: '', align: 'right' },
      ],
      rows: [
        { style: 'normal', cells: [{ text: 'Rent' }] },
        { style: 'normal', cells: [] },
      ],
    };
    expect(body(page(bare), 50)).toBe('  Rent\n');
    expect(body(page({ ...bare, columns: [] }), 50)).toBe('');
  });

  it('becomes one line per value when its amounts do not fit beside each other', () => {
    expect(
      body(
        page({
          ...restock,
          columns: restock.columns.map((column) => ({ ...column, grow: false, align: 'right' })),
        }),
        24,
      ),
    ).toMatchInlineSnapshot(`
      "  Order now
        KRT-101
          order: 180
          cost: 21,600
          name: Cotton kurta,
          hand block print,
          indigo
        DUP-220
          order: 60
          cost: 10,800
          name: नीला दुपट्टा
      "
    `);
  });
});

describe('small charts', () => {
  it('puts a long label above its line and the unit into words', () => {
    const spark = {
      kind: 'spark',
      label: 'Net sales of the whole shop',
      unit: 'rupees a day',
      values: [1, 2],
    } as const;
    expect(body(page(spark), 40)).toBe('  Net sales of the whole shop (rupees a\n  day)\n  ▅█\n');
  });

  it('names the ends of a short line beside each other', () => {
    const spark = { kind: 'spark', label: 'Sales', values: [1, 2], from: '1 Oct', to: '2 Oct' } as const;
    expect(body(page(spark), 40)).toBe('  Sales  ▅█\n         1 Oct – 2 Oct\n');
    expect(body(page({ ...spark, to: undefined }), 40)).toBe('  Sales  ▅█\n         1 Oct\n');
  });

  it('shows amounts without bars where there is no room for both', () => {
    const bars: Block = {
      kind: 'bars',
      label: 'Effect',
      rows: [{ label: 'shipping per order', value: -18_900, text: '−₹18,900' }],
    };
    expect(body(page(bars), 26)).toBe('  Effect\n  shipping per  −₹18,900\n  order\n');
    expect(body(page(bars), 20)).toBe('  Effect\n  shipping per order\n    −₹18,900\n');
    expect(body(page({ ...bars, rows: [] }), 40)).toBe('  Effect\n');
  });
});

describe('prose', () => {
  it('is wrapped at 100 cells on a wide screen', () => {
    const text = renderText(page({ kind: 'prose', role: 'summary', text: 'word '.repeat(60) }), {
      width: 200,
    });
    expect(Math.max(...text.split('\n').map(cellWidth))).toBe(96);
  });

  it('keeps paragraphs, line breaks and blanks that must not break', () => {
    const text = 'Net sales rose by\u00A05\u00A0%.\n \n\nSummary: built-in\nand checked';
    expect(body(page({ kind: 'prose', role: 'note', text }), 20)).toBe(
      '  Net sales rose\n  by 5 %.\n\n  Summary: built-in\n  and checked\n',
    );
  });

  it('shows nothing for a block without words', () => {
    expect(
      renderText(page({ kind: 'prose', role: 'note', text: ' \n ' }, { kind: 'list', items: [] }), {
        width: 40,
      }),
    ).toBe('Restock\n');
  });
});
