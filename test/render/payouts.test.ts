import { describe, expect, it } from 'vitest';
import type { Books } from '../../src/domain/books.ts';
import type { Narrative, Tone } from '../../src/domain/narrative.ts';
import { renderHtml } from '../../src/render/html.ts';
import { payoutsDocument } from '../../src/render/payouts.ts';
import { renderText } from '../../src/render/text.ts';
import { books, order } from '../helpers/books.ts';
import { ask, EVERY_KIND, row, settlement } from '../reports/payouts/ask.ts';

const narrative = (tone: Tone = 'owner'): Narrative => ({
  ...{ source: 'built-in', lang: 'en', tone, text: 'Everything agrees but one settlement.' },
  grounding: { checked: 3, traced: 3, dropped: 0, outcome: 'built-in' },
});
const documentOf = (own: Books, tone?: Tone) =>
  payoutsDocument(ask(own), {
    narrative: narrative(tone),
    advice: ['Ask Amazon for ₹2.50.'],
    sources: own.sources,
    errors: 0,
  });
const screen = (own: Books, width = 80) => renderText(documentOf(own), { width });

const shop = books({
  orders: [
    order({ number: '402-1', channel: 'amazon', total: 100000 }),
    order({ number: '402-2', channel: 'amazon', total: 250000, placedOn: '2026-10-10' }),
    order({ number: '#1001', total: 1299900, payMethod: 'Razorpay' }),
  ],
  movements: [
    ...EVERY_KIND,
    row('charge', 1299900, { channel: 'razorpay', payoutId: 'R1', order: '#1001' }),
    row('payment_fee', -30678, { channel: 'razorpay', payoutId: 'R1', order: '#1001' }),
    row('charge', 70000, { channel: 'razorpay', payoutId: undefined, order: '#777', day: '2026-10-20' }),
  ],
  settlements: [
    settlement({ total: 59000 }),
    settlement({ channel: 'razorpay', id: 'R1', paidOn: '2026-10-18', total: 1269222, reference: 'UTR77' }),
  ],
  shop: { feeRates: [{ kind: 'payment', match: 'razorpay', percent: 2, fixed: 0, taxPercent: 18 }] },
});

describe('the screen of payouts', () => {
  it('shows what became of the money, line by line and settlement by settlement, and what to do', () => {
    expect(screen(shop)).toMatchInlineSnapshot(`
      "Payouts · Tarang Textiles · 16–20 Oct 2026                                   INR

        Everything agrees but one settlement.

                                       Razorpay    Amazon        all
        Sold                          13,699.00  1,000.00  14,699.00
        Refunds                            0.00   −100.00    −100.00
        Disputes                           0.00    −10.00     −10.00
        Commission and fees                0.00   −120.00    −120.00
        Payment fees                    −306.78    −20.00    −326.78
        Shipping                           0.00    −60.00     −60.00
        Storage                            0.00     −5.00      −5.00
        Advertising                        0.00    −15.00     −15.00
        Compensation and recoveries        0.00      7.50       7.50
        Tax withheld (TCS, TDS)            0.00     −5.00      −5.00
        Reserves                           0.00    −70.00     −70.00
        Adjustments                        0.00    −10.00     −10.00
        In no settlement yet            −700.00      0.00    −700.00
        Should have reached the bank  12,692.22    592.50  13,284.72
        The platform says             12,692.22    590.00  13,282.22
        Difference                         0.00     −2.50      −2.50
        Kept of what was sold             2.2 %    22.0 %      3.6 %

        Settlement by settlement
        paid out                    sold     kept  should be  platform says  differs
        16 Oct 2026  Amazon     1,000.00  −220.00     592.50         590.00    −2.50
        not settled  Razorpay     700.00     0.00     700.00
        18 Oct 2026  Razorpay  12,999.00  −306.78  12,692.22      12,692.22   agrees

        What to do
        · Ask Amazon for ₹2.50.

        Orders without a settlement after 14 days
                order  placed         amount
        Amazon  402-2  10 Oct 2026  2,500.00  no settlement names it

        Payments and refunds without an order
                           day          amount
        Razorpay  payment  20 Oct 2026  700.00  #777 (settlement.txt:2)

        Money that the platforms still have
                  amount  since
        Razorpay  700.00  20 Oct 2026  in no payout yet
        Amazon     70.00  10 Oct 2026  held back as a reserve

        2 settlements from 0 files · what leaves the shop has a minus
        Summary: built-in. 3 of 3 figures traced.
      "
    `);
  });

  it('keeps to forty columns', () => {
    const lines = screen(shop, 40).split('\n');
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    expect(lines.join('\n')).toContain('should be: 592.50');
  });

  it('leaves out what no file tells, and puts settlements that do not agree first', () => {
    const plain = screen(books({ movements: [row('charge', 90000)] }));
    expect(plain).not.toContain('platform says');
    expect(plain).not.toContain('reached bank');
    const text = screen(shop);
    expect(text.lastIndexOf('  −2.50')).toBeLessThan(text.lastIndexOf('agrees'));
  });

  it('says how many more there are than it shows', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      row('charge', 1000 + index, { payoutId: `S${index}`, order: `402-${index}` }),
    );
    const text = screen(books({ orders: [order()], movements: many }));
    expect(text).toContain('and 5 more (--json has them all)');
    expect(text).toContain('and 15 more (--json has them all)');
  });

  it('tells what reached the bank, and by how much it was too little', () => {
    const movements = [row('charge', 90000), row('payout', 89000)];
    const text = screen(books({ movements, settlements: [settlement({ total: 90000 })] }));
    expect(text).toMatch(/reached bank +differs/);
    expect(text).toMatch(/900\.00 +890\.00 +−10\.00/);
  });

  it('lists fees above the agreed rate', () => {
    const own = { channel: 'razorpay', payoutId: 'R1', order: '#1001' };
    const movements = [row('charge', 100000, own), row('payment_fee', -3000, own)];
    const feeRates = [{ kind: 'payment', match: '*', percent: 2, fixed: 0, taxPercent: 0 } as const];
    const text = screen(books({ orders: [order({ total: 100000 })], movements, shop: { feeRates } }));
    expect(text).toMatch(/Fees above the agreed rate\n.*\n +Razorpay +#1001 +30\.00 +20\.00 +10\.00/);
  });

  it('is right with one file, several rows left out, no period and nothing to do', () => {
    const own = books({ settlements: [settlement({ paidOn: undefined, total: 900 })] });
    const sources = [{ file: 'a', kind: 'a', label: 'a', rows: 1, records: 1, duplicates: 0 }];
    const around = { narrative: narrative(), advice: [], sources };
    const text = (errors: number) =>
      renderText(payoutsDocument(ask(own), { ...around, errors }), { width: 80 });
    expect(text(2)).toContain('1 settlement from 1 file · 2 rows or files left out (ecom check)');
    expect(text(1)).toContain('1 row or file left out');
    expect(text(0)).not.toContain('What to do');
    expect(text(0)).toMatch(/^Payouts · Tarang Textiles · no data/);
  });

  it('is a few lines for a messenger', () => {
    expect(documentOf(shop, 'message').blocks.map(({ kind }) => kind)).toEqual(['prose', 'prose']);
  });

  it('escapes what the files say', () => {
    const hostile = row('charge', 500, { payoutId: '<script>x</script>', order: '#<b>' });
    const html = renderHtml(documentOf(books({ orders: [order()], movements: [hostile] })));
    expect(html).not.toContain('<script>x');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('the screen without a ledger', () => {
  it('says which report to export, the shop’s own platforms first', () => {
    const text = screen(
      books({ orders: [order({ channel: 'meesho' }), order({ number: '3', channel: 'etsy' })] }),
    );
    expect(text).toContain('Put one of these into the folder');
    expect(text.indexOf('Meesho:')).toBeLessThan(text.indexOf('Shopify:'));
    expect(text.indexOf('Etsy:')).toBeLessThan(text.indexOf('Amazon:'));
  });
});
