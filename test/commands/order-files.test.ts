import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mailAddressOf, orderFiles } from '../../src/commands/order-files.ts';
import type { PurchaseOrder } from '../../src/domain/purchase-order.ts';
import { pdfFont } from '../../src/pdf-font.ts';
import { writeOrders } from '../../src/records/order-files.ts';
import { draftOf, toldBy } from '../helpers/draft-of.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { readPdf } from '../helpers/pdf-text.ts';
import { sampleLetter, sampleOrder } from '../helpers/sample-order.ts';
import { sharedPath } from '../helpers/shared.ts';

const font = readFileSync(pdfFont);
const made = async (order: PurchaseOrder, demo?: boolean): Promise<ReadonlyMap<string, Buffer>> => {
  const files = await orderFiles(order, sampleLetter(), { font, demo });
  return new Map(files.map(({ name, bytes }) => [name.replace(/^.*\./, ''), Buffer.from(bytes)]));
};

describe('orderFiles', () => {
  it('are letter, table, paper and mail, under the order’s number', async () => {
    const files = await orderFiles(sampleOrder(), sampleLetter(), { font });
    expect(files.map(({ name }) => name)).toEqual(
      ['txt', 'csv', 'pdf', 'eml'].map((ending) => `PO-20261122-AJRAKH-HOUSE-1.${ending}`),
    );
  });

  it('are a mail to the supplier alone, dated by the order, with the letter, the paper and the table', async () => {
    const files = await made(sampleOrder());
    const mail = files.get('eml')?.toString('latin1') ?? '';
    expect(mail).toMatch(/^To: Ramesh Gupta <orders@ajrakh\.example>\r$/m);
    expect(mail).not.toMatch(/^(?:B?cc|From):/im);
    expect(mail).toMatch(/^Date: Sun, 22 Nov 2026 12:00:00 \+0000\r$/m);
    expect(mail).toMatch(/^Subject: =\?UTF-8\?Q\?Purchase_order_PO-20261122-AJRAKH/m);
    expect(mail.match(/filename="?PO-20261122-AJRAKH-HOUSE-1\.(?:pdf|csv)/g)).toHaveLength(2);
    const packed = mail.replaceAll('\r\n', '');
    for (const ending of ['pdf', 'csv'])
      expect(packed).toContain(files.get(ending)?.toString('base64').replace(/=+$/, ''));
    expect(mail).toContain('Dear Ramesh Gupta,');
  });

  it('tell the same lines in letter, table and paper', async () => {
    const files = await made(sampleOrder());
    const text = files.get('txt')?.toString() ?? '';
    const paper = readPdf(files.get('pdf') ?? Buffer.of()).pages.join('\n');
    const draft = draftOf(files.get('csv')?.toString() ?? '');
    expect(toldBy(draft)).toEqual([]);
    expect(draft.purchases.map(({ sku, quantity }) => [sku, quantity])).toEqual([
      ['KUR-01', 24],
      ['DUP-BGR', 1_200],
    ]);
    for (const figure of [
      'KUR-01',
      'DUP-BGR',
      '1,200',
      '₹450.50',
      '₹10,812.00',
      '₹1,50,000.00',
      '₹1,60,812.00',
    ]) {
      expect(text).toContain(figure);
      expect(paper).toContain(figure);
    }
  });

  it('are the same bytes every time', async () => {
    const [one, two] = [await made(sampleOrder()), await made(sampleOrder())];
    expect(one).toEqual(two);
  });

  it('mark their encoding in the table only where it matters', async () => {
    const plain = sampleOrder({ lines: [{ sku: 'A', quantity: 1 }] });
    expect((await made(plain)).get('csv')?.toString()).toMatch(/^po_number/);
    expect((await made(sampleOrder())).get('csv')?.toString()).toMatch(/^\uFEFFpo_number/);
  });

  it('say in each that the shop is invented', async () => {
    const files = await made(sampleOrder(), true);
    for (const ending of ['txt', 'csv']) expect(files.get(ending)?.toString()).toContain('DEMO SHOP');
    expect(files.get('eml')?.toString()).toContain('DEMO SHOP');
    expect(readPdf(files.get('pdf') ?? Buffer.of()).pages[0]).toContain('DEMO SHOP');
  });

  it.each([undefined, '', 'by phone', 'a@x.example, evil@x.example', 'a@x.example\r\nBcc: evil@x.example'])(
    'are no mail when the address is %j',
    async (email) => {
      const order = sampleOrder({ supplier: { ...sampleOrder().supplier, email } });
      expect([...(await made(order)).keys()]).toEqual(['txt', 'csv', 'pdf']);
    },
  );

  const hostile = sharedPath('security/hostile-names.json');
  it.skipIf(hostile === undefined)('can be written whatever supplier and number are called', async () => {
    const folder = temporaryFolder();
    const names = (JSON.parse(readFileSync(hostile ?? '', 'utf8')) as readonly unknown[]).map(String);
    for (const [index, name] of names.entries()) {
      const supplier = { ...sampleOrder().supplier, name, contact: name };
      const order = sampleOrder({ number: `${name}${index}`, supplier, lines: [{ sku: 'A', quantity: 1 }] });
      const files = await orderFiles(order, sampleLetter(), { font });
      const mail = files.find((file) => file.name.endsWith('.eml'))?.bytes ?? Buffer.of();
      expect(
        Buffer.from(mail)
          .toString('latin1')
          .match(/^(?:To|Cc|Bcc):/gim),
      ).toEqual(['To:']);
      expect(await writeOrders(`${folder}/${index}`, files)).toHaveLength(4);
    }
  });
});

describe('mailAddressOf', () => {
  it('calls the contact, else the supplier, unless the address itself says a name', () => {
    const { supplier } = sampleOrder();
    expect(mailAddressOf(supplier)?.name).toBe('Ramesh Gupta');
    expect(mailAddressOf({ ...supplier, contact: undefined })?.name).toBe('Ajrakh House');
    expect(mailAddressOf({ ...supplier, email: 'Sales <a@x.example>' })?.name).toBe('Sales');
  });
});
