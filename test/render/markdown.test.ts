import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/render/document.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { profitAndLoss } from './sample.ts';

const page = (...blocks: Block[]): Document => ({ title: 'Restock', lang: 'en', demo: false, blocks });
const body = (...blocks: Block[]) => renderMarkdown(page(...blocks)).replace('# Restock\n\n', '');
const prose = (text: string) => body({ kind: 'prose', role: 'note', text });

describe('renderMarkdown', () => {
  it('writes a whole page', () => {
    expect(renderMarkdown({ ...profitAndLoss, subtitle: 'revenue counts delivered and prepaid' }))
      .toMatchInlineSnapshot(`
      "# Profit and loss · Tarang Textiles · 1–31 Oct 2026 (against Sep 2026)

      revenue counts delivered and prepaid · INR

      Net profit is ₹1,84,210, down ₹12,400 (−6.3 %) on September although sales rose. Shipping ate the gain: ₹71 an order instead of ₹62 (−₹18,900).

      First thing to do: stop cash on delivery for SKU KRT-114 in Bihar.

      |  | Oct 2026 | Sep 2026 | change |  |
      | --- | ---: | ---: | ---: | --- |
      | Gross sales | 14,82,300 | 13,97,050 | +85,250 | +6.1 % |
      | &emsp;Discounts | −96,400 | −88,120 | −8,280 |  |
      | **Net sales** | **13,14,650** | **12,50,030** | **+64,620** | **+5.2 %** |
      | Payment and marketplace fees | −88,560 | −82,730 | −5,830 |  |
      | Undelivered cash on delivery | \\~ −41,300 | −32,150 | −9,150 | ▲ worse |
      | **Net profit** | **1,84,210** | **1,96,610** | **−12,400** | **14.0 %** |

      and 3 lines of 0

      between 1,71,600 and 1,92,050, as 9 SKUs have no cost (\\~)

      Daily net sales: ▃▄▃▃▄▆▅▃▃▃▄▅▆▅▃▄▅▄▅▆▇█▇▆▃▃▃ ▃▃▃ · 1 Oct – 31 Oct · Diwali run-up 18–23 Oct

      ## Why net profit moved

      |  |  |  |
      | --- | ---: | --- |
      | more orders (+7.4 %) | +₹17,300 | ██████████████████▎ |
      | shipping per order | −₹18,900 | ░░░░░░░░░░░░░░░░░░░░ |
      | price | ₹0 |  |

      - ask the courier for a rate by weight slab before the next pickup contract is signed
      - enter the cost of 9 SKUs

      4,112 orders from 3 files · 11 rows left out (ecom check)\\
      Summary: built-in (no AI key)
      "
    `);
  });

  it('says that the demo shop is invented', () => {
    expect(renderMarkdown({ ...page(), demo: true })).toBe('# DEMO SHOP – invented data · Restock\n');
  });

  it.each([
    ['*bold* _it_ ~x~', '\\*bold\\* \\_it\\_ \\~x\\~\n'],
    ['a | b', 'a \\| b\n'],
    ['[link](javascript:alert(1))', '\\[link\\](javascript:alert(1))\n'],
    ['![x](y)', '!\\[x\\](y)\n'],
    ['<b>& `code` \\', '&lt;b\\>&amp; \\`code\\` \\\\\n'],
    ['$12.50 and $13', '\\$12.50 and \\$13\n'],
    ['# not a title', '\\# not a title\n'],
    ['- not a list', '\\- not a list\n'],
    ['1. not a list', '1\\. not a list\n'],
    ['one\ntwo', 'one\\\ntwo\n'],
    ['see https://evil.example/a_b now', 'see `https://evil.example/a_b` now\n'],
    ['WWW.evil.example', '`WWW.evil.example`\n'],
    ['mail reena@tarang.example, @owner', 'mail `reena@tarang.example,` `@owner`\n'],
    ['`https://x|y', '\\``https://x`\\|y\n'],
  ])('keeps %j as text', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });

  it('names a chart by its unit, its ends and its note, as far as there are any', () => {
    expect(body({ kind: 'spark', label: 'Sales', unit: 'rupees a day', values: [1, null, 2] })).toBe(
      'Sales (rupees a day): ▅\u2007█\n',
    );
  });

  it('writes table names and leaves out what is empty', () => {
    const columns = [{ label: 'SKU', align: 'left' }] as const;
    expect(
      body({ kind: 'table', id: 'a', caption: 'Order now', columns, rows: [], more: 'and 2 more' }),
    ).toBe('**Order now**\n\nand 2 more\n');
    expect(body({ kind: 'table', id: 'a', columns, rows: [{ style: 'total', cells: [] }] })).toBe(
      '| SKU |\n| --- |\n|  |\n',
    );
    expect(body({ kind: 'bars', label: 'Effect', rows: [] }, { kind: 'list', items: [] })).toBe(
      '**Effect**\n',
    );
  });
});
