import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../../src/domain/money.ts';
import { lineAmount, orderTotal } from '../../../src/domain/purchase-order.ts';
import { letterSubject, letterText } from '../../../src/render/purchase-order/letter.ts';
import { sampleLetter, sampleOrder } from '../../helpers/sample-order.ts';

const english = sampleLetter();
const hindi = sampleLetter({
  lang: 'hi-IN',
  greeting: 'आदरणीय Ramesh Gupta जी,',
  opening: 'कृपया हमारा निम्नलिखित ऑर्डर स्वीकार करें।',
  closing: 'सादर,',
});

describe('letterText', () => {
  it('gives the order line by line in English', () => {
    expect(letterText(sampleOrder(), english)).toBe(`Dear Ramesh Gupta,

We would like to place the following order with you.

Order no.: PO-20261122-AJRAKH-HOUSE-1
Date: 22 Nov 2026
Wanted by: 5 Dec 2026

1. KUR-01 – Block-print kurta (your code: AH-112)
   24 pieces (2 × pack of 12) × ₹450.50 = ₹10,812.00
2. DUP-BGR – अजरख दुपट्टा
   1,200 pieces × ₹125.00 = ₹1,50,000.00

Total: ₹1,60,812.00

Deliver to:
Tarang Textiles
12 MG Road
Pune 411001

Please confirm the order by reply.

Kind regards,
Tarang Textiles
`);
  });

  it('gives the order line by line in Hindi', () => {
    expect(letterText(sampleOrder(), hindi)).toBe(`आदरणीय Ramesh Gupta जी,

कृपया हमारा निम्नलिखित ऑर्डर स्वीकार करें।

आदेश संख्या: PO-20261122-AJRAKH-HOUSE-1
दिनांक: 22 नवंबर 2026
डिलीवरी की अपेक्षित तिथि: 5 दिसंबर 2026

1. KUR-01 – Block-print kurta (आपका कोड: AH-112)
   24 नग (2 पैक, प्रति पैक 12 नग) × ₹450.50 = ₹10,812.00
2. DUP-BGR – अजरख दुपट्टा
   1,200 नग × ₹125.00 = ₹1,50,000.00

कुल राशि: ₹1,60,812.00

डिलीवरी का पता:
Tarang Textiles
12 MG Road
Pune 411001

सादर,
Tarang Textiles
`);
  });

  it('leaves out what is not known, and a price that is not known leaves the total open', () => {
    const lines = [{ sku: 'KUR-01', quantity: 1 }];
    const bare = sampleOrder({ lines, wantedBy: undefined, buyer: undefined, deliveryAddress: ' \n' });
    expect(letterText(bare, english)).toContain('1. KUR-01\n   1 piece, price to be confirmed\n');
    expect(letterText(bare, english)).toContain('Total: to be confirmed (no price for KUR-01)\n');
    expect(letterText(bare, english)).not.toMatch(/Wanted by|Deliver to|undefined|Tarang/);
    expect(letterText(bare, hindi)).toContain('कुल राशि: पुष्टि शेष (दर ज्ञात नहीं: KUR-01)\n');
  });

  it('names five SKUs without a price and counts the others', () => {
    const lines = Array.from({ length: 8 }, (_, index) => ({ sku: `S${index}`, quantity: 2 }));
    expect(letterText(sampleOrder({ lines }), english)).toContain(
      '(no price for S0, S1, S2, S3, S4 and 3 more)',
    );
    expect(letterText(sampleOrder({ lines }), hindi)).toContain('S0, S1, S2, S3, S4 और 3 अन्य)');
  });

  it('does not sign twice', () => {
    const signed = sampleLetter({ closing: 'Kind regards,\nTarang Textiles' });
    expect(letterText(sampleOrder(), signed).match(/Kind regards,\nTarang Textiles\n/g)).toHaveLength(1);
    expect(letterText(sampleOrder(), signed)).not.toContain('Tarang Textiles\nTarang Textiles');
  });

  it('says when the shop is invented', () => {
    expect(letterText(sampleOrder(), english, { demo: true })).toMatch(/^DEMO SHOP – invented data\n\nDear/);
  });

  it('has each line of the order once, with its own quantity, price and amount, in order', () => {
    const anyLine = fc.record({
      sku: fc.stringMatching(/^[A-Z]{2,5}-[0-9]{1,4}$/),
      quantity: fc.integer({ min: 2, max: 99_999 }),
      unitPrice: fc.integer({ min: 0, max: 9_999_999 }),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
        const order = sampleOrder({ lines });
        const text = letterText(order, english);
        const read = [...text.matchAll(/^(\d+)\. (\S+)\n {3}([\d,]+) pieces × (\S+) = (\S+)$/gm)];
        expect(read.map(([, ...parts]) => parts)).toEqual(
          lines.map((line, index) => [
            String(index + 1),
            line.sku,
            formatMoney(line.quantity * 100, 'INR', { currency: 'none', decimals: 'auto' }),
            formatMoney(line.unitPrice, 'INR'),
            formatMoney(lineAmount(line) ?? NaN, 'INR'),
          ]),
        );
        expect(text).toContain(`\nTotal: ${formatMoney(orderTotal(order).amount ?? NaN, 'INR')}\n`);
      }),
      { seed: 1122 },
    );
  });

  it('lets no name, title or address forge a line or steer a terminal', () => {
    const evil = 'Kurta\n2. GOLD – free\r\n   9 pieces\x1b[2J\u202Eevil';
    const order = sampleOrder({
      buyer: evil,
      deliveryAddress: evil.repeat(20),
      lines: [{ sku: evil, title: evil, supplierSku: evil, quantity: 3.5, unitPrice: 100 }],
    });
    const text = letterText(order, english);
    expect(text.match(/^\d+\. .*$/gm)?.[0]).toMatch(/^1\. Kurta 2\. GOLD/);
    expect(text.split('\n').filter((line) => /^ {3}\d/.test(line))).toEqual([
      '   3.5 pieces × ₹1.00 = ₹3.50',
    ]);
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202A-\u202E]/);
    expect(text.length).toBeLessThan(4_000);
  });
});

describe('letterSubject', () => {
  it('has the number and the shop, in the language of the letter', () => {
    expect(letterSubject(sampleOrder(), english)).toBe(
      'Purchase order PO-20261122-AJRAKH-HOUSE-1 – Tarang Textiles',
    );
    expect(letterSubject(sampleOrder({ buyer: undefined }), hindi)).toBe(
      'क्रय आदेश PO-20261122-AJRAKH-HOUSE-1',
    );
  });
});
