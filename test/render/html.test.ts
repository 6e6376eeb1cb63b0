import { describe, expect, it } from 'vitest';
import type { Block, Document, DocumentTable } from '../../src/render/document.ts';
import { COLOURS, directionOf } from '../../src/render/html-parts.ts';
import { renderHtml } from '../../src/render/html.ts';
import { profitAndLoss } from './sample.ts';

const page = (...blocks: Block[]): Document => ({ title: 'Restock', lang: 'en', demo: false, blocks });
const html = renderHtml({ ...profitAndLoss, subtitle: 'revenue counts delivered and prepaid' });
const words = (text: string) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('a page for mail programs', () => {
  it('has nothing remote, active or linked', () => {
    expect(html).not.toMatch(
      /http|url\(|src=|href=|<(?:script|style|svg|img|link|iframe|form|a)\b|\son\w+=/i,
    );
  });

  it('closes every element that it opens', () => {
    const open: string[] = [];
    for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (['meta', 'br'].includes(name)) continue;
      if (close === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('is laid out by tables of 600 px that a screen reader passes over', () => {
    expect(html).toContain('width="600"');
    const layouts = html.match(/<table (?!role="presentation")[^>]*>/g) ?? [];
    expect(layouts).toHaveLength(2);
  });

  it('says its language, its direction and, first of all, its summary', () => {
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toMatch(
      /<body[^>]*>\n<div style="display:none[^>]*>Net profit is ₹1,84,210, down [^<]* …<\/div>/,
    );
    expect(renderHtml({ ...page(), lang: 'ur-PK' })).toContain('<html lang="ur-PK" dir="rtl">');
    expect(renderHtml({ ...page(), lang: '"><b>' })).toContain('<html lang="en" dir="ltr">');
    expect(directionOf('hi')).toBe('ltr');
    expect(directionOf('')).toBe('ltr');
  });

  it('shows a short summary whole in the mailbox, and nothing where there is none', () => {
    const short = page({ kind: 'prose', role: 'summary', text: 'All is well.\n\nNothing to do.' });
    expect(renderHtml(short)).toContain('>All is well. Nothing to do.</div>');
    expect(renderHtml(page())).toMatch(/line-height:1px"><\/div>/);
  });

  it('holds every word and figure of the document', () => {
    const text = words(html);
    for (const part of [
      'INR',
      'Gross sales',
      '14,82,300',
      '~ −41,300',
      '▲ worse',
      'and 3 lines of 0',
      '9 SKUs have no cost',
      '1 Oct – 31 Oct',
      'Diwali',
      'Why net profit moved',
      '−₹18,900',
      'enter the cost',
      '4,112 orders',
      'revenue counts',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('heads its columns and rows for a screen reader', () => {
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
    expect(html.match(/<th scope="row"/g)).toHaveLength(9);
  });

  it('says that the demo shop is invented', () => {
    const demo = renderHtml({ ...page(), demo: true });
    expect(demo).toContain('<title>DEMO SHOP – invented data · Restock</title>');
    expect(demo).toMatch(/<h1[^>]*>DEMO SHOP – invented data · Restock<\/h1>/);
  });

  it('escapes every text', () => {
    const evil = `<script>alert('1')</script>&"`;
    const text = renderHtml({
      ...page(
        { kind: 'heading', text: evil },
        { kind: 'prose', role: 'summary', text: evil },
        {
          kind: 'table',
          id: 'a',
          caption: evil,
          columns: [{ label: evil, align: 'left' }],
          rows: [{ style: 'normal', cells: [{ text: evil }] }],
          more: evil,
          notes: [evil],
        },
        { kind: 'spark', label: evil, unit: evil, values: [1, null], from: evil, to: evil, note: evil },
        { kind: 'bars', label: evil, rows: [{ label: evil, value: 0, text: evil }] },
        { kind: 'list', items: [evil] },
      ),
      title: evil,
      subtitle: evil,
      right: evil,
    });
    expect(text).not.toContain('<script');
    expect(text.match(/&lt;script&gt;alert\(&#39;1&#39;\)&lt;\/script&gt;&amp;&quot;/g)).toHaveLength(21);
  });
});

const long = (count: number, text: string): DocumentTable => ({
  kind: 'table',
  id: 'skus',
  columns: [
    { label: 'SKU', align: 'left' },
    { label: 'Net sales', align: 'right' },
  ],
  rows: Array.from({ length: count }, (_, index) => ({
    style: 'normal' as const,
    cells: [{ text: `KRT-${index} ${text}` }, { text: '1,299' }],
  })),
});

describe('a long page', () => {
  const size = (text: string) => new TextEncoder().encode(text).length;

  it('shows 200 rows and says how many more there are', () => {
    const text = renderHtml(page({ ...long(212, ''), more: 'and 30 without sales' }));
    expect(text.match(/KRT-/g)).toHaveLength(200);
    expect(words(text)).toContain('and 12 more and 30 without sales');
    expect(size(text)).toBeLessThan(100_000);
  });

  it('stays under 100,000 bytes with fewer rows, bars and items', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      label: `KRT-${index}`,
      value: index,
      text: `₹${index}`,
    }));
    const text = renderHtml(
      page(
        long(5000, 'साड़ी '.repeat(80)),
        { kind: 'bars', label: '', rows: many },
        { kind: 'list', items: many.map(({ label }) => label) },
      ),
    );
    expect(size(text)).toBeLessThan(100_000);
    expect(words(text)).toContain('and 4975 more');
    expect(words(text)).toContain('and 275 more');
  });
});

describe('what is empty', () => {
  it('leaves no trace', () => {
    const empty = renderHtml(
      page(
        { kind: 'list', items: [] },
        { kind: 'prose', role: 'note', text: ' ' },
        { ...long(0, ''), more: undefined },
      ),
    );
    expect(words(empty)).toBe(words(renderHtml(page())));
  });

  it('still has a name and remarks', () => {
    expect(
      words(renderHtml(page({ ...long(0, ''), caption: 'Order now', notes: ['nothing to order'] }))),
    ).toContain('Order now nothing to order');
    const bare = renderHtml(
      page({
        ...long(1, ''),
        columns: [
          { label: '', align: 'left' },
          { label: '', align: 'right' },
          { label: '', align: 'left' },
        ],
      }),
    );
    expect(bare).not.toContain('<thead>');
    expect(words(renderHtml(page({ kind: 'spark', label: 'Sales', values: [] })))).toContain('Sales');
  });
});

/** Contrast of two colours by WCAG 2, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [one, other].map(luminance).sort((first, second) => second - first);
  return (a + 0.05) / (b + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('colours', () => {
  it.each(['ink', 'muted', 'better', 'worse'] as const)(
    'of %s words have a contrast of 4.5 on the page',
    (name) => {
      expect(contrast(COLOURS[name], COLOURS.paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(['muted', 'better', 'worse', 'bar', 'below'] as const)(
    '%s can be told from black as well',
    (name) => {
      expect(contrast(COLOURS[name], '#000000')).toBeGreaterThanOrEqual(3);
    },
  );
});
