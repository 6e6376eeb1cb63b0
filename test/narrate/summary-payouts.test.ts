import { describe, expect, it } from 'vitest';
import type { Books, Movement } from '../../src/domain/books.ts';
import { payoutsAdvice, plainPayouts } from '../../src/narrate/summary-payouts.ts';
import type { PayoutsOptions } from '../../src/reports/payouts/options.ts';
import { books, order } from '../helpers/books.ts';
import { ask, EVERY_KIND, row, settlement } from '../reports/payouts/ask.ts';

const sold = order({ number: '402-1', channel: 'amazon', total: 100000 });
const agreeing = books({
  orders: [sold],
  movements: EVERY_KIND,
  settlements: [settlement({ total: 59250 })],
});
const english = (own: Books, options: Partial<PayoutsOptions> = {}) =>
  plainPayouts(ask(own, options), { lang: 'en', tone: 'owner' }).text;

describe('the summary of payouts', () => {
  it('says what buyers paid, what was kept of it, and that everything agrees', () => {
    expect(english(agreeing)).toBe(
      'On 16 Oct 2026 buyers paid ₹1,000 through Amazon; after refunds, fees and taxes 1 settlement should have ' +
        'brought ₹592.50 to the bank. The platforms kept ₹220, 22.0 % of what was sold: commission and fees ₹120, ' +
        'payment fees ₹20, shipping ₹60, storage ₹5 and advertising ₹15; ₹5 of tax was withheld, which you can claim. ' +
        'The one that states what it pays agrees with its rows exactly. Amazon holds ₹70 back as a reserve. ' +
        'Adjustments that no sale or fee explains took ₹10: ask what they are for.',
    );
  });

  it('names the settlement that does not agree, and by how much', () => {
    const short = { ...agreeing, settlements: [settlement({ total: 59000 })] };
    expect(english(short)).toContain(
      '1 settlement does not agree, of 1 that can be compared. ' +
        'Amazon holds ₹70 back as a reserve. ' +
        'Adjustments that no sale or fee explains took ₹10: ask what they are for. ' +
        'Amazon’s settlement S1 of 16 Oct 2026 pays ₹2.50 less than its rows make: ask for the difference.',
    );
  });

  it('says when there is nothing to compare with, and when nothing is settled yet', () => {
    const bare = books({ orders: [sold], movements: [row('charge', 5000)] });
    expect(english(bare)).toContain('compare what should have arrived with your bank statement');
    const open = books({ orders: [sold], movements: [row('charge', 5000, { payoutId: undefined })] });
    expect(english(open)).toContain('buyers paid ₹50 through Amazon; ₹50 of it is in no settlement yet.');
  });

  it('says what is due and what arrived where a platform knows no settlements', () => {
    const etsy = { channel: 'etsy', payoutId: undefined } as const;
    const month = [row('charge', 90000, etsy), row('marketplace_fee', -10000, etsy)];
    expect(english(books({ movements: [...month, row('payout', 60000, etsy)] }))).toContain(
      'buyers paid ₹900 through Etsy; after refunds, fees and taxes ₹800 of it is due to you, and ₹600 arrived by their files.',
    );
    expect(
      english(books({ movements: [row('charge', 500, etsy), row('advertising', -900, etsy)] })),
    ).toContain('buyers paid ₹5 through Etsy; refunds, fees and taxes took ₹4 more.');
  });

  it('says how sure it is that too little reached the bank', () => {
    const movements = [row('charge', 90000), row('payout', 80000)];
    const said = (total: number | undefined) =>
      english(books({ movements, settlements: [settlement({ total })] }));
    expect(said(90000)).toContain('₹800 reached the bank, ₹100 less than was due.');
    expect(said(undefined)).toContain(
      '₹100 less than its rows make: see whether the file begins or ends within it.',
    );
  });

  it('says when a settlement leaves the shop owing, and what arrived', () => {
    const movements = [row('charge', 1000), row('advertising', -4000), row('payout', -3000)];
    expect(english(books({ orders: [sold], movements }))).toContain(
      '1 settlement left you ₹30 short, and ₹30 arrived by their files.',
    );
  });

  it('says so when there is no ledger, or none of the period', () => {
    expect(english(books({ orders: [sold] }))).toBe(
      'There is no settlement or payment report in the data, so nothing can be reconciled yet.',
    );
    const period = { from: '2026-06-01', to: '2026-06-30' };
    expect(english(agreeing, { period })).toMatch(
      /^There is no settlement in Jun 2026; those in the data were paid out in 16 Oct 2026\./,
    );
  });
});

/** Books in which every kind of finding is made. */
const troubled: Books = books({
  orders: [
    sold,
    order({ number: '402-2', channel: 'amazon', placedOn: '2026-10-10' }),
    order({ number: '402-3', channel: 'amazon', placedOn: '2026-11-01' }),
    order({ number: '#1001', total: 100000 }),
  ],
  movements: [
    ...EVERY_KIND,
    row('payout', 50000),
    row('charge', 700, { order: '402-2', payoutId: undefined, final: false, day: '2026-10-01' }),
    row('refund', -300, { order: '402-0' }),
    row('charge', 8000, { channel: 'razorpay', order: '#777', payoutId: 'R1' }),
    row('refund', -900, { channel: 'razorpay', order: '#778', payoutId: 'R1' }),
    row('chargeback', -600, { channel: 'razorpay', order: '#779', payoutId: 'R1' }),
    row('payment_fee', -5000, { channel: 'razorpay', order: '#1001', payoutId: 'R1' }),
    row('charge', 100, { currency: 'USD' }),
    row('charge', 4000, { channel: 'etsy', order: '31', payoutId: undefined }),
    row('payout', 1000, { channel: 'etsy', payoutId: undefined }),
    row('charge', 50000, { order: '402-9', day: '2026-10-05' }),
  ] satisfies readonly Movement[],
  settlements: [settlement({ total: 60000 }), settlement({ channel: 'stripe', id: 'po_1', total: 9 })],
  shop: { feeRates: [{ kind: 'payment', match: '*', percent: 2, fixed: 0, taxPercent: 0 }] },
});

describe('every finding', () => {
  const answer = ask({
    ...troubled,
    orders: [...troubled.orders, order({ number: '402-7', channel: 'amazon', placedOn: '2026-10-08' })],
  });
  const kinds = new Set(answer.findings.map(({ kind }) => kind));

  it('is made of these books', () => {
    expect([...kinds].sort()).toEqual([
      ...['adjustments', 'bankDiffers', 'feesAboveRate', 'foreignLedger', 'moneyHeld', 'moneyUnmatched'],
      ...['notItemised', 'ordersBeyond', 'ordersUnsettled', 'settlementDiffers'],
    ]);
  });

  it.each(['en', 'hi'])('has a sentence in %s that says its figures', (lang) => {
    const told = plainPayouts(answer, { lang, tone: 'accountant' });
    expect(told.text).not.toMatch(/undefined|NaN|null|\{|\}/);
    expect(told.grounding.checked).toBeGreaterThan(answer.findings.length);
    expect(told.grounding).toMatchObject({ outcome: 'built-in', dropped: 0, traced: told.grounding.checked });
    expect(told.lang).toBe(lang);
    expect(/[\u0900-\u097f]/.test(told.text)).toBe(lang === 'hi');
  });

  it('reads well', () => {
    const text = plainPayouts(answer, { lang: 'en', tone: 'accountant' }).text;
    for (const sentence of [
      '1 payment through Razorpay worth ₹80 belongs to no order in the data and is not counted as a sale: add the orders of those days.',
      '1 refund by Amazon worth ₹3 is of a sale before the first day of its files.',
      '1 dispute through Razorpay worth ₹6 belongs to no order in the data: add the orders of those days.',
      'Razorpay charged ₹50 on 1 order where your agreed rates give ₹20: ask for ₹30 back.',
      '1 settlement of Stripe has no rows in the data, so nothing shows what it is made of.',
      '₹30 at Etsy is in no payout yet.',
      '₹7 at Amazon is deferred, on hold or pending, the oldest since 1 Oct 2026.',
      'Rows and settlements in another currency than INR are not looked at: 1.',
    ])
      expect(text).toContain(sentence);
  });

  it('of what is to be done is advice, most money first', () => {
    const advice = payoutsAdvice(answer, 'en');
    const urgent = answer.findings.filter(({ urgency }) => urgency !== 'know');
    expect(advice).toHaveLength(Math.min(8, urgent.length));
    expect(payoutsAdvice(answer, 'hi')).toHaveLength(advice.length);
    expect(payoutsAdvice(ask(books()), 'en')).toEqual([]);
  });

  it('is told to a messenger in five lines at most', () => {
    const { text } = plainPayouts(answer, { lang: 'en', tone: 'message' });
    expect(text.split('\n').length).toBeLessThanOrEqual(5);
  });

  it('is told in English, with a word about it, where another language is asked for', () => {
    expect(plainPayouts(answer, { lang: 'ta', tone: 'owner' })).toMatchObject({
      lang: 'en',
      caveat: 'the built-in summary knows English and Hindi only',
    });
  });
});

describe('the summary in Hindi', () => {
  it('says the same', () => {
    const say = (own: Books) => plainPayouts(ask(own), { lang: 'hi', tone: 'owner' }).text;
    expect(say(agreeing)).toContain('1 सेटलमेंट से बैंक में ₹592.50 आने चाहिए थे');
    expect(say(agreeing)).toContain('जिन 1 सेटलमेंट में रक़म लिखी है, उनका हिसाब पूरा मिलता है।');
    expect(say(books())).toContain('कोई सेटलमेंट या भुगतान रिपोर्ट नहीं है');
    const open = books({ orders: [sold], movements: [row('charge', 5000, { payoutId: undefined })] });
    expect(say(open)).toContain('₹50 अभी किसी सेटलमेंट में नहीं है');
    const short = books({ orders: [sold], movements: [row('advertising', -4000), row('payout', 100)] });
    expect(say(short)).toContain('आप पर ₹40 निकले');
  });
});
