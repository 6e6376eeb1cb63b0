import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pdfFont } from '../../../src/pdf-font.ts';
import type { PurchaseOrder } from '../../../src/domain/purchase-order.ts';
import { orderPdf } from '../../../src/render/purchase-order/pdf.ts';
import { readPdf, type ReadPdf } from '../../helpers/pdf-text.ts';
import { manyLines, sampleOrder } from '../../helpers/sample-order.ts';
import { sharedPath } from '../../helpers/shared.ts';

const font = readFileSync(pdfFont);
const read = async (order: PurchaseOrder, lang = 'en', demo?: boolean): Promise<ReadPdf> =>
  readPdf(await orderPdf(order, { lang, font, demo }));

describe('orderPdf', () => {
  it('says who orders what from whom', async () => {
    const { pages } = await read(sampleOrder());
    expect(pages).toHaveLength(1);
    expect(pages[0]?.split('\n').map((line) => line.trim())).toEqual([
      'Purchase order',
      'Order no.: PO-20261122-AJRAKH-HOUSE-1',
      'Date: 22 Nov 2026',
      'Wanted by: 5 Dec 2026',
      ...['To', 'Ajrakh House', 'Ramesh Gupta', 'orders@ajrakh.example', '4 Dyers Lane', 'Bhuj 370001'],
      ...['From', 'Tarang Textiles', 'Deliver to', 'Tarang Textiles', '12 MG Road', 'Pune 411001'],
      ...['#', 'SKU', 'Your code', 'Item', 'Quantity', 'Packs', 'Price', 'Amount'],
      ...['1', 'KUR-01', 'AH-112', 'Block-print kurta', '24', '2 × 12', '₹450.50', '₹10,812.00'],
      ...['2', 'DUP-BGR', expect.any(String), '1,200', '₹125.00', '₹1,50,000.00'],
      'Total: ₹1,60,812.00',
      'PO-20261122-AJRAKH-HOUSE-1 · Page 1 of 1',
    ]);
  });

  it('leaves out columns and parties of which nothing is known', async () => {
    const bare = sampleOrder({
      lines: [{ sku: 'A', quantity: 3 }],
      buyer: undefined,
      deliveryAddress: undefined,
      wantedBy: undefined,
      supplier: { name: 'B', file: 'f', row: 1 },
    });
    const { pages } = await read(bare);
    expect(pages[0]).not.toMatch(/Your code|Item|Packs|From|Deliver to|Wanted by|undefined/);
    expect(pages[0]).toContain(
      '3\nto be confirmed\nto be confirmed\nTotal: to be confirmed (no price for A)',
    );
  });

  it('is the same bytes for the same order, with one embedded font, and speaks its language', async () => {
    const [first, second] = [
      await orderPdf(sampleOrder(), { lang: 'hi-IN', font }),
      await orderPdf(sampleOrder(), { lang: 'hi', font }),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
    const { raw } = readPdf(first);
    expect(raw.match(/\/FontFile2/g)).toHaveLength(1);
    expect(raw.match(/\/BaseFont \/[A-Z]{6}\+NotoSans-Regular/)).not.toBeNull();
    expect(raw).not.toContain('Helvetica');
    expect(raw).toContain('/Lang (hi)');
    expect(raw).toContain('D:20261122120000Z');
  });

  it('changes with the order', async () => {
    const order = sampleOrder();
    const other = sampleOrder({
      lines: order.lines.map((line) => ({ ...line, quantity: line.quantity + 1 })),
    });
    const files = await Promise.all([order, other].map((each) => orderPdf(each, { lang: 'en', font })));
    expect(Buffer.compare(files[0] ?? Buffer.of(), files[1] ?? Buffer.of())).not.toBe(0);
  });

  it('goes over as many pages as it needs, each with the head and its number, no line lost', async () => {
    const lines = manyLines(220);
    const { pages, raw } = await read(sampleOrder({ lines }));
    expect(raw.match(/\/Type \/Page\n/g)).toHaveLength(pages.length);
    expect(pages.length).toBeGreaterThan(4);
    pages.forEach((page, index) => {
      expect(page.match(/^Quantity ?$/gm)).toHaveLength(1);
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    const skus = pages.join('\n').match(/SKU-\d{4}/g);
    expect(skus).toEqual(lines.map(({ sku }) => sku));
    expect(pages.at(-1)).toContain('Total: ₹');
  });

  it('puts the total on a page of its own when the last line fills one', async () => {
    const pagesOf = async (count: number): Promise<readonly string[]> =>
      (await read(sampleOrder({ lines: manyLines(count) }))).pages;
    const counts = [24, 25, 26, 27, 28, 29];
    const totals = await Promise.all(counts.map(async (count) => (await pagesOf(count)).at(-1) ?? ''));
    expect(totals.every((page) => page.includes('Total: '))).toBe(true);
    expect(totals.some((page) => !page.includes('SKU-'))).toBe(true);
  });

  it('never breaks a number, however long', async () => {
    const lines = [
      {
        sku: 'A'.repeat(70),
        title: 'long '.repeat(60),
        quantity: 1_234_567,
        unitPrice: 123_456_789,
        packSize: 1,
      },
    ];
    const { pages } = await read(sampleOrder({ lines }));
    for (const number of ['12,34,567', '₹12,34,567.89', '₹15,24,15,67,76,253.63'])
      expect(pages[0]?.split('\n')).toContain(number);
  });

  it('shows an order without lines, and an invented one as such', async () => {
    const { pages } = await read(sampleOrder({ lines: [] }), 'en', true);
    expect(pages[0]).toMatch(/^DEMO SHOP – invented data/);
    expect(pages[0]).toContain('Total: ₹0.00');
  });

  const naughty = sharedPath('security/blns/blns.json');
  it.skipIf(naughty === undefined)('is made whatever names and titles hold', async () => {
    const strings = JSON.parse(readFileSync(naughty ?? '', 'utf8')) as readonly string[];
    const lines = strings.map((text) => ({ sku: text, title: text, supplierSku: text, quantity: 1 }));
    const text = strings.join('\n');
    const supplier = { name: text, contact: text, email: text, address: text, file: 'f', row: 1 };
    const { pages } = await read(sampleOrder({ lines, supplier, buyer: text, deliveryAddress: text }));
    expect(pages.at(-1)).toContain('Total: to be confirmed');
  });
});
