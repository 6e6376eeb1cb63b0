import { describe, expect, it } from 'vitest';
import type { Books } from '../../src/domain/books.ts';
import { plainPnl, pnlAdvice } from '../../src/narrate/summary-pnl.ts';
import { speakerOf } from '../../src/narrate/summary/speaker.ts';
import type { PnlOptions } from '../../src/reports/pnl/options.ts';
import { profitAndLoss } from '../../src/reports/pnl/profit-and-loss.ts';
import { books, codOrder, cost, expense, line, movement, order, refund, shipment } from '../helpers/books.ts';

type Tone = 'owner' | 'accountant' | 'message';

function answerOf(shop: Books, options: Partial<PnlOptions> = {}) {
  const period = { from: '2026-10-01', to: '2026-10-31' };
  return profitAndLoss(shop, { asOf: '2026-11-22', period, compare: 'previous', ...options });
}

function say(shop: Books, lang = 'en', tone: Tone = 'owner', options: Partial<PnlOptions> = {}): string {
  return plainPnl(answerOf(shop, options), { lang, tone }).text;
}

const sold = (number: string, placedOn: string, own = {}) =>
  order({ number, placedOn, total: 100000, ...own });
const september = [sold('#1', '2026-09-01'), sold('#2', '2026-09-30')];
const october = [sold('#3', '2026-10-01'), sold('#4', '2026-10-15'), sold('#5', '2026-10-31')];

/** A shop of which every cost is known: by rates, a goods cost of ₹400, and whatever a test adds. */
function shopOf(own: Parameters<typeof books>[0] = {}): Books {
  return books({
    orders: [...september, ...october],
    costs: [cost({ unitCost: 40000 })],
    movements: [movement({ kind: 'advertising', channel: 'meta', day: '2026-08-01', amount: -1000 })],
    ...own,
    shop: {
      shippingPerOrder: 6000,
      packagingPerOrder: 1000,
      feeRates: [{ kind: 'payment', match: '*', percent: 2, fixed: 0, taxPercent: 18 }],
      ...own.shop,
    },
  });
}

const ALONE = { compare: 'none' } as const;
const rent = (day: string, amount: number) => expense({ category: 'Rent', day, amount });

describe('the written summary of a statement', () => {
  const down = shopOf({ expenses: [rent('2026-10-05', 80000)] });

  it('says when profit fell although sales rose, and what did it', () => {
    expect(say(down)).toBe(
      'Oct 2026 made a net profit of ₹719.20, down ₹293.60 (29.0 %) on Sep 2026, although net sales rose 50.0 %. Mostly because Rent cost ₹800 more and sending more parcels cost ₹60; selling more units added ₹600.',
    );
    expect(say(down, 'hi')).toBe(
      'Oct 2026 का शुद्ध लाभ ₹719.20 रहा, जो Sep 2026 से ₹293.60 (29.0 %) कम है, जबकि शुद्ध बिक्री 50.0 % बढ़ी। मुख्य कारण: Rent पर ₹800 ज़्यादा ख़र्च; ज़्यादा पार्सल भेजने का ख़र्च ₹60; ज़्यादा बिक्री से ₹600 का फ़ायदा।',
    );
  });

  it('says when profit rose with sales', () => {
    const up = shopOf({ expenses: [rent('2026-10-05', 8000)] });
    expect(say(up)).toBe(
      'Oct 2026 made a net profit of ₹1,439, up ₹426.40 (42.1 %) on Sep 2026, as net sales rose 50.0 %. Mostly because selling more units added ₹600; Rent cost ₹80 more.',
    );
    expect(say(up, 'hi')).toBe(
      'Oct 2026 का शुद्ध लाभ ₹1,439 रहा, जो Sep 2026 से ₹426.40 (42.1 %) ज़्यादा है, और शुद्ध बिक्री 50.0 % बढ़ी। मुख्य कारण: ज़्यादा बिक्री से ₹600 का फ़ायदा; Rent पर ₹80 ज़्यादा ख़र्च।',
    );
  });

  it('names a loss a loss, before or now', () => {
    const turned = shopOf({ expenses: [rent('2026-09-05', 180000)] });
    expect(say(turned)).toMatch(
      /^Oct 2026 made a net profit of ₹1,519, after a net loss of ₹787\.20 in Sep 2026, as net sales rose/,
    );
    expect(say(turned, 'hi')).toMatch(
      /^Oct 2026 का शुद्ध लाभ ₹1,519 रहा; Sep 2026 में शुद्ध घाटा ₹787\.20 था, और शुद्ध बिक्री 50\.0 % बढ़ी।/,
    );
    const lost = shopOf({ expenses: [rent('2026-10-05', 380000)] });
    expect(say(lost)).toMatch(
      /^Oct 2026 made a net loss of ₹2,281, after a net profit of ₹1,013 in Sep 2026, although/,
    );
    expect(say(lost, 'hi')).toMatch(/^Oct 2026 का शुद्ध घाटा ₹2,281 रहा; Sep 2026 में शुद्ध लाभ ₹1,013 था, जबकि/);
  });

  it('compares two losses by which is the larger', () => {
    const losses = (before: number, now: number) =>
      shopOf({ expenses: [rent('2026-09-05', before), rent('2026-10-05', now)] });
    expect(say(losses(280000, 380000))).toMatch(
      /^Oct 2026 made a net loss of ₹2,281, ₹493\.60 more than in Sep 2026, although/,
    );
    expect(say(losses(380000, 280000))).toMatch(
      /^Oct 2026 made a net loss of ₹1,281, ₹1,506 less than in Sep 2026, as/,
    );
    expect(say(losses(280000, 330640))).toMatch(
      /^Oct 2026 made a net loss of ₹1,787, as much as in Sep 2026, although/,
    );
    expect(say(losses(280000, 380000), 'hi')).toContain('जो Sep 2026 से ₹493.60 ज़्यादा है');
    expect(say(losses(380000, 280000), 'hi')).toContain('जो Sep 2026 से ₹1,506 कम है');
    expect(say(losses(280000, 330640), 'hi')).toContain('जो Sep 2026 के बराबर है');
  });

  it('says when nothing changed', () => {
    const flat = shopOf({
      orders: [...september, october[0]!, october[2]!],
      expenses: [rent('2026-08-05', 1)],
    });
    expect(say(flat)).toBe('Oct 2026 made a net profit of ₹1,013, unchanged from Sep 2026.');
    expect(say(flat, 'hi')).toBe('Oct 2026 का शुद्ध लाभ ₹1,013 रहा, जो Sep 2026 के बराबर है।');
    expect(say(flat, 'en', 'message')).toContain('Net sales ₹2,000 from 2 orders, unchanged from Sep 2026.');
  });

  it('says so when there was neither profit nor loss', () => {
    const even = (own: Parameters<typeof books>[0]) => say(shopOf(own));
    expect(even({ expenses: [rent('2026-10-05', 151920)] })).toMatch(
      /^Oct 2026 broke even, after a net profit of ₹1,013 in Sep 2026, although net sales rose 50\.0 %\./,
    );
    expect(even({ orders: october, expenses: [rent('2026-08-05', 1)] })).toMatch(
      /^Oct 2026 made a net profit of ₹1,519, after neither profit nor loss in Sep 2026\./,
    );
    expect(even({ expenses: [rent('2026-10-05', 151920), rent('2026-09-05', 101280)] })).toMatch(
      /^Oct 2026 broke even, unchanged from Sep 2026, although net sales rose 50\.0 %\./,
    );
    const hindi = (own: Parameters<typeof books>[0]) => say(shopOf(own), 'hi');
    expect(hindi({ expenses: [rent('2026-10-05', 151920)] })).toMatch(
      /^Oct 2026 में न लाभ हुआ, न घाटा; Sep 2026 में शुद्ध लाभ ₹1,013 था, जबकि/,
    );
    expect(hindi({ orders: october, expenses: [rent('2026-08-05', 1)] })).toMatch(
      /^Oct 2026 का शुद्ध लाभ ₹1,519 रहा; Sep 2026 में न लाभ था, न घाटा।/,
    );
    expect(hindi({ expenses: [rent('2026-10-05', 151920), rent('2026-09-05', 101280)] })).toMatch(
      /^Oct 2026 में न लाभ हुआ, न घाटा, Sep 2026 में भी नहीं, जबकि/,
    );
  });

  it('goes from sales to gross profit where there is nothing to compare with', () => {
    const alone = shopOf({
      orders: october.map((one) => ({ ...one, placedOn: '2026-10-31' })),
      movements: [],
    });
    const known = {
      ...alone,
      expenses: [rent('2026-10-31', 8000), expense({ category: 'ads', day: '2026-10-31', amount: 0 })],
    };
    expect(say(known)).toMatch(
      /^Oct 2026 made a net profit of ₹1,439\. In Oct 2026, 3 orders brought net sales of ₹3,000\. Goods cost ₹1,200, which leaves a gross profit of ₹1,800, 60\.0 % of revenue\./,
    );
    const reduced = {
      ...known,
      orders: [
        sold('#3', '2026-10-31', {
          lines: [line({ amount: 110000 })],
          discount: 10000,
          refunded: 5000,
          total: 100000,
        }),
      ],
    };
    expect(say(reduced)).toContain(
      'In Oct 2026, 1 order brought gross sales of ₹1,100; after discounts of ₹100 and refunds of ₹50 net sales were ₹950.',
    );
    expect(say(reduced, 'hi')).toContain(
      'Oct 2026 में 1 ऑर्डर से कुल बिक्री ₹1,100 रही; ₹100 की छूट और ₹50 के रिफ़ंड के बाद शुद्ध बिक्री ₹950।',
    );
  });
});

describe('doubts in the summary', () => {
  const sarees = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      sold(`#9${index}`, '2026-10-09', {
        lines: [line({ sku: `SAR-31${index}`, amount: 50000 + index * 1000 })],
      }),
    );

  it('name the products whose cost to fill in first, and between what the result lies', () => {
    const seven = shopOf({ orders: [...october, ...sarees(7)], expenses: [rent('2026-10-05', 8000)] });
    expect(say(seven)).toContain(
      '7 products have no known cost, so net profit lies between ₹784 and ₹4,494; fill in the costs of SAR-316, SAR-315, SAR-314, SAR-313 and SAR-312 first (72.8 % of the gap).',
    );
    expect(say(seven, 'hi')).toContain(
      '7 उत्पादों की लागत पता नहीं, इसलिए शुद्ध लाभ ₹784 और ₹4,494 के बीच है; पहले SAR-316, SAR-315, SAR-314, SAR-313 और SAR-312 की लागत भरें (अंतर का 72.8 %)।',
    );
    const one = (amount: number) =>
      shopOf({ orders: [...october, ...sarees(1)], expenses: [rent('2026-10-05', amount)] });
    expect(say(one(170000))).toContain(
      '1 product has no known cost, so the result lies between a loss of ₹274.40 and a profit of ₹225.60; fill in the cost of SAR-310.',
    );
    expect(say(one(270000))).toContain('the result lies between a loss of ₹1,274 and a loss of ₹774.40;');
    expect(say(one(270000), 'hi')).toContain(
      '1 उत्पाद की लागत पता नहीं, इसलिए नतीजा ₹1,274 के घाटे और ₹774.40 के घाटे के बीच है; SAR-310 की लागत भरें।',
    );
    expect(say(one(170000), 'hi')).toContain('नतीजा ₹274.40 के घाटे और ₹225.60 के लाभ के बीच है');
  });

  it('say that profit cannot be stated where no cost is known', () => {
    const none = shopOf({
      orders: [...october, ...sarees(1)],
      costs: [],
      expenses: [rent('2026-10-05', 8000)],
    });
    expect(say(none)).toBe(
      'In Oct 2026, 4 orders brought net sales of ₹3,500. Net profit cannot be stated: no file gives the cost of any of the 2 products sold. Revenue was ₹3,500; list what each product costs you in costs.csv.',
    );
    expect(say({ ...none, orders: [october[0]!, october[2]!] })).toContain(
      'no file gives the cost of the only product sold.',
    );
    expect(say(none, 'hi')).toBe(
      'Oct 2026 में 4 ऑर्डर से शुद्ध बिक्री ₹3,500 रही। शुद्ध लाभ नहीं बताया जा सकता: बिके हुए 2 उत्पादों में से किसी की लागत किसी फ़ाइल में नहीं है। आय ₹3,500 रही; costs.csv में लागत भरें।',
    );
    expect(say({ ...none, orders: [october[0]!, october[2]!] }, 'hi')).toContain(
      'बिके हुए एकमात्र उत्पाद की लागत',
    );
    expect(say({ ...none, expenses: [] })).toMatch(/No file gives operating expenses\.$/);
    expect(say({ ...none, expenses: [] }, 'hi')).toMatch(/किसी फ़ाइल से यह पता नहीं चलता: दूसरे ख़र्च।$/);
  });

  it('list all lines that no file gives, without cutting the list', () => {
    const bare = books({ orders: [...september, ...october], costs: [cost({ unitCost: 40000 })] });
    expect(say(bare)).toContain(
      'No file gives shipping paid, payment fees, packaging, advertising or operating expenses, so the real profit is lower.',
    );
    expect(say(bare, 'hi')).toContain(
      'किसी फ़ाइल से यह पता नहीं चलता: शिपिंग ख़र्च, भुगतान शुल्क, पैकिंग, विज्ञापन और दूसरे ख़र्च, इसलिए असली लाभ इससे कम है।',
    );
    const losing = books({ orders: october, costs: [cost({ unitCost: 400000 })] });
    expect(say(losing)).toContain('or operating expenses, so the real loss is larger.');
    expect(say(losing, 'hi')).toContain('इसलिए असली घाटा इससे ज़्यादा है।');
  });

  it('name what is known for one of two months only instead of calling it a change', () => {
    const gaps = books({
      orders: [...september, ...october],
      costs: [cost({ unitCost: 40000 })],
      shipments: october.map(({ number }) => shipment({ order: number })),
      movements: september.map(({ number }) => movement({ order: number, day: '2026-09-10' })),
    });
    expect(say(gaps)).toContain(
      'Mostly because selling more units added ₹600 and payment fees of ₹20 are known for the earlier period only; shipping costs of ₹186 were not known for the earlier period.',
    );
    expect(say(gaps, 'hi')).toContain(
      'भुगतान शुल्क ₹20, जो केवल पिछली अवधि का पता है; शिपिंग ख़र्च ₹186, जो केवल इस अवधि का पता है।',
    );
  });

  it('tell of what is partly covered, unmatched, doubled, foreign, unpaid or owed', () => {
    const trouble = books({
      orders: [
        sold('#1', '2026-09-25'),
        ...october,
        sold('#6', '2026-10-20', { refunded: 300000 }),
        sold('#7', '2026-10-20', { status: 'cancelled' }),
        sold('#8', '2026-10-20', { currency: 'USD' }),
        sold('#9', '2026-10-20', { payment: 'pending', status: 'open' }),
      ],
      costs: [cost({ unitCost: 40000 })],
      movements: [refund({ channel: 'razorpay', order: 'pay_9A2' })],
      shipments: [
        shipment({ order: '#3' }),
        shipment({ order: '#0900', day: undefined }),
        shipment({ order: '#0901', day: undefined }),
      ],
      expenses: [expense({ currency: 'USD' })],
    });
    const text = say(trouble);
    for (const sentence of [
      'The data covers only 6 of the 30 days of Sep 2026.',
      'The files give shipping costs for 1 of 4 orders only, so the real loss is larger.',
      '1 refund worth ₹10 names no order in the data and is not counted: add the orders of those days.',
      '2 courier’s bills worth ₹124 name no order in the data and are not counted: add the orders of those days.',
      '1 order gave back ₹2,000 more than it charged, such as #6: see whether a refund stands in two files.',
      '1 expense, fee, bill or cost is in USD and not counted: give it in INR.',
      '1 order worth ₹1,000 was cancelled after payment and nothing was given back: check whether you owe it.',
      '1 order is in another currency and not counted.',
      '1 order worth ₹1,000 is not paid yet and not counted.',
    ])
      expect(text).toContain(sentence);
    const hindi = say(trouble, 'hi');
    for (const sentence of [
      'Sep 2026 के 30 दिनों में से केवल 6 दिनों के आँकड़े हैं।',
      'शिपिंग ख़र्च 4 में से केवल 1 ऑर्डर का पता है, इसलिए असली घाटा इससे ज़्यादा है।',
      '1 रिफ़ंड (₹10) किसी ऑर्डर से नहीं मिला, इसलिए गिना नहीं गया: उन दिनों के ऑर्डर जोड़ें।',
      '2 कूरियर बिल (₹124) किसी ऑर्डर से नहीं मिले, इसलिए गिने नहीं गए: उन दिनों के ऑर्डर जोड़ें।',
      '1 ऑर्डर पर बिक्री से ₹2,000 ज़्यादा लौटाया गया, जैसे #6: देख लें कि एक ही रिफ़ंड दो फ़ाइलों में तो नहीं है।',
      '1 ख़र्च, शुल्क, बिल या लागत USD में है, गिना नहीं गया: इसे INR में दें।',
      '1 ऑर्डर (₹1,000) भुगतान के बाद रद्द हुआ और कुछ लौटाया नहीं गया: देख लें कि देना तो नहीं है।',
      '1 ऑर्डर दूसरी मुद्रा में है, गिना नहीं गया।',
    ])
      expect(hindi).toContain(sentence);
  });

  it('speak of several in the plural', () => {
    const twice = [
      sold('#6', '2026-10-20', { refunded: 300000 }),
      sold('#7', '2026-10-20', { refunded: 300000 }),
      sold('#8', '2026-10-20', { currency: 'USD' }),
      sold('#9', '2026-10-20', { currency: 'USD' }),
    ];
    const several = shopOf({
      orders: [...october, ...twice],
      expenses: [expense({ currency: 'USD' }), expense({ currency: 'EUR' })],
    });
    const text = say(several);
    expect(text).toContain('2 orders gave back ₹4,000 more than they charged, such as #6');
    expect(text).toContain(
      '2 expenses, fees, bills or costs are in EUR and USD and not counted: give them in INR.',
    );
    expect(text).toContain('2 orders are in another currency and not counted.');
    const hindi = say(several, 'hi');
    expect(hindi).toContain('लागत EUR और USD में हैं, गिने नहीं गए: इन्हें INR में दें।');
    expect(hindi).toContain('2 ऑर्डर दूसरी मुद्रा में हैं, गिने नहीं गए।');
  });
});

describe('what to do', () => {
  it('is to stop cash on delivery where it loses money', () => {
    const orders = Array.from({ length: 20 }, (_, index) =>
      codOrder({
        number: `#${index}`,
        region: 'BR',
        placedOn: index === 0 ? '2026-10-01' : '2026-10-31',
        delivery: index < 15 ? 'rto' : 'delivered',
      }),
    );
    const shipments = orders.map(({ number, delivery }) =>
      shipment({
        order: number,
        outcome: delivery === 'rto' ? 'rto' : 'delivered',
        returnCost: delivery === 'rto' ? 5500 : undefined,
      }),
    );
    const answer = answerOf(books({ orders, shipments, costs: [cost()] }));
    expect(pnlAdvice(answer, 'en')).toEqual([
      'Stop cash on delivery for KRT-101 in BR: 75.0 % of 20 orders came back, and it pays only below 66.9 %. It loses about ₹559.66 a month.',
    ]);
    expect(pnlAdvice(answer, 'hi')).toEqual([
      'BR में KRT-101 पर कैश ऑन डिलीवरी बंद करें: 20 ऑर्डर में से 75.0 % लौटे, जबकि यह 66.9 % से कम पर ही फ़ायदेमंद है; हर महीने क़रीब ₹559.66 का नुक़सान।',
    ]);
    const everywhere = {
      ...answer,
      findings: answer.findings.map((one) => ({ ...one, names: { ...one.names, state: 'all' } })),
    };
    expect(pnlAdvice(everywhere, 'en')[0]).toMatch(/^Stop cash on delivery for KRT-101: 75\.0 %/);
    expect(pnlAdvice(everywhere, 'hi')[0]).toMatch(/^KRT-101 पर/);
  });

  it('is to ask the courier, to look into refunds, to raise a price, and to ask fees back', () => {
    const shop = books({
      orders: [
        ...september,
        ...october.map((one, index) => ({
          ...one,
          refunded: index === 1 ? 60000 : 0,
          payMethod: 'razorpay',
        })),
        sold('#6', '2026-10-20', { lines: [line({ sku: 'BAG-007', amount: 30000, quantity: 2 })] }),
      ],
      costs: [cost({ unitCost: 40000 }), cost({ sku: 'BAG-007', unitCost: 17500 })],
      shipments: [...september, ...october].map(({ number, placedOn }) =>
        shipment({ order: number, day: placedOn, forwardCost: placedOn < '2026-10' ? 6200 : 9900 }),
      ),
      movements: [movement({ order: '#3', amount: -5000 })],
      shop: { feeRates: [{ kind: 'payment', match: 'razorpay', percent: 2, fixed: 0, taxPercent: 18 }] },
    });
    const answer = answerOf(shop);
    expect(pnlAdvice(answer, 'en')).toEqual([
      'Refunds were 18.2 % of gross sales against 0.0 % in Sep 2026: ₹600 more than at the earlier rate.',
      'BAG-007 sells below its cost: 2 units lost ₹50 before shipping and fees. Raise its price or drop it.',
      'Ask the courier why sending an order now costs ₹74.25 instead of ₹62 in Sep 2026: it took ₹49 of profit.',
      'Payment fees were ₹50 where your agreed rates give ₹23.60: ask for the ₹26.40 back.',
    ]);
    expect(pnlAdvice(answer, 'hi')).toEqual([
      'रिफ़ंड कुल बिक्री का 18.2 % रहे, Sep 2026 में 0.0 % थे: पुरानी दर से ₹600 ज़्यादा।',
      'BAG-007 लागत से नीचे बिक रहा है: 2 नग पर ₹50 का नुक़सान, शिपिंग और शुल्क से पहले। दाम बढ़ाएँ या बेचना बंद करें।',
      'कूरियर से पूछें कि एक ऑर्डर भेजने का ख़र्च Sep 2026 के ₹62 से बढ़कर ₹74.25 क्यों हुआ: इससे लाभ ₹49 घटा।',
      'भुगतान शुल्क ₹50 लगा, तय दर से ₹23.60 होना था: ₹26.40 वापस माँगें।',
    ]);
  });
});

describe('little to tell', () => {
  it('names the days of the data when the period has no order', () => {
    const empty = { period: { from: '2026-12-01', to: '2026-12-31' } };
    expect(say(shopOf({ orders: october, movements: [] }), 'en', 'owner', empty)).toBe(
      'No orders in Dec 2026; the data covers Oct 2026.',
    );
    expect(say(shopOf({ orders: october, movements: [] }), 'hi', 'message', empty)).toBe(
      'Dec 2026 में कोई ऑर्डर नहीं; आँकड़े Oct 2026 के हैं।',
    );
    expect(say(books())).toBe('The files hold no orders.');
    expect(say(books(), 'hi')).toBe('फ़ाइलों में कोई ऑर्डर नहीं है।');
  });

  it('names the orders that wait where none counts yet', () => {
    const waiting = books({
      orders: [codOrder({ delivery: 'unfulfilled' }), order({ number: '#2', placedOn: '2026-09-01' })],
      shop: { revenue: { cashOnDelivery: 'paid', pending: 'apart' } },
    });
    expect(say(waiting)).toBe(
      'No orders in Oct 2026; the data covers 1 Sep – 10 Oct 2026. 1 order worth ₹499 is cash on delivery that is not sold yet and not counted.',
    );
    expect(say(waiting, 'hi')).toContain('1 ऑर्डर (₹499) कैश ऑन डिलीवरी का है जो अभी बिका नहीं, गिना नहीं गया।');
  });

  it('counts the sales of a shop where nothing is ever marked as paid', () => {
    const orders = october.map((one) => ({
      ...one,
      payment: 'pending' as const,
      status: 'open' as const,
      cashOnDelivery: true,
      delivery: 'unknown' as const,
    }));
    expect(say(shopOf({ orders }), 'en', 'owner', ALONE)).toContain(
      'In Oct 2026, 3 orders brought net sales of ₹3,000.',
    );
  });

  it('speaks of one order in the singular', () => {
    const one = shopOf({ orders: [sold('#3', '2026-10-31')] });
    expect(say(one, 'en', 'message')).toContain('Net sales ₹1,000 from 1 order');
    expect(say(one, 'en', 'owner', ALONE)).toContain('In Oct 2026, 1 order brought net sales of ₹1,000.');
  });

  it('has no margin to tell where everything was given away', () => {
    const free = shopOf({
      orders: [sold('#3', '2026-10-31', { lines: [line()], discount: 49900, total: 0 })],
    });
    expect(say(free, 'en', 'owner', ALONE)).toMatch(
      /^Oct 2026 made a net loss of ₹470\. In Oct 2026, 1 order brought gross sales of ₹499; after discounts of ₹499 net sales were ₹0\. Goods cost ₹400, which leaves a gross loss of ₹400\. KRT-101 sells below its cost: 1 unit lost ₹400/,
    );
    expect(say(free, 'hi', 'owner', ALONE)).toContain('सकल घाटा ₹400 हुआ।');
  });

  it('speaks of a month with expenses alone, or with refunds alone', () => {
    const december = {
      period: { from: '2026-12-01', to: '2026-12-31' },
      asOf: '2027-01-05',
      compare: 'none',
    } as const;
    const spent = shopOf({ orders: october, expenses: [rent('2026-12-05', 8000)] });
    expect(say(spent, 'en', 'owner', december)).toBe(
      'Dec 2026 made a net loss of ₹80. No order was counted.',
    );
    expect(say(spent, 'hi', 'owner', december)).toBe('Dec 2026 का शुद्ध घाटा ₹80 रहा। कोई ऑर्डर नहीं गिना गया।');
    const back = { ...spent, movements: [refund({ order: '#3', day: '2026-12-10', amount: -50000 })] };
    expect(say(back, 'en', 'owner', december)).toContain('No order was counted, but refunds of ₹500.');
    expect(say(back, 'hi', 'owner', december)).toContain('कोई ऑर्डर नहीं गिना गया; ₹500 के रिफ़ंड रहे।');
    expect(say(back, 'en', 'message', december)).toContain('No order was counted.');
    expect(say(back, 'hi', 'message', december)).toContain('कोई ऑर्डर नहीं गिना गया।');
  });

  it('never hides that net sales are below zero', () => {
    const worse = shopOf({
      movements: [
        refund({ order: '#1', amount: -90000 }),
        refund({ order: '#2', amount: -90000 }),
        refund({ order: '#3', amount: -100000 }),
        refund({ order: '#4', amount: -100000 }),
      ],
    });
    expect(say(worse, 'en', 'message')).toContain('Net sales minus ₹800 from 3 orders');
    expect(say(worse, 'hi', 'message')).toContain('शुद्ध बिक्री शून्य से नीचे ₹800');
    expect(say(worse, 'en', 'accountant')).toContain('net sales were minus ₹800.');
  });
});

describe('tones and languages', () => {
  const shop = shopOf({
    orders: [
      ...september,
      ...october,
      sold('#6', '2026-10-20', { tax: 18000, total: 118000, taxIncluded: true, refunded: 59000 }),
    ],
    expenses: [rent('2026-10-05', 8000)],
  });

  it('give a messenger five lines at most', () => {
    const busy = books({
      orders: [
        ...september,
        ...october,
        sold('#6', '2026-10-20', { refunded: 300000 }),
        sold('#7', '2026-10-20', { lines: [line({ sku: 'NEW-1', amount: 100000 })] }),
        sold('#8', '2026-10-20', { status: 'cancelled' }),
      ],
      costs: [cost({ unitCost: 40000 })],
      expenses: [expense({ currency: 'USD' })],
    });
    for (const lang of ['en', 'hi'])
      for (const one of [shop, busy, books()]) {
        const lines = say(one, lang, 'message').split('\n');
        expect(lines.length).toBeLessThanOrEqual(5);
        expect(lines.every((text) => text !== '')).toBe(true);
      }
    expect(say(busy, 'en', 'message').split('\n')).toHaveLength(5);
  });

  it('give an accountant the tax and the basis in a second paragraph', () => {
    const [first, basis] = say(shop, 'en', 'accountant').split('\n\n');
    expect(first).toContain('after refunds of ₹590 (₹90 of it tax) net sales were ₹3,500.');
    expect(say(shop, 'hi', 'accountant')).toContain('₹590 के रिफ़ंड (₹90 कर सहित) के बाद शुद्ध बिक्री ₹3,500।');
    expect(basis).toMatch(
      /^Net margin is 41\.2 % of revenue \(₹3,500\)\. Tax of ₹180 was collected for the government and is in none of these figures\./,
    );
    expect(say(shop, 'hi', 'accountant')).toContain(
      'शुद्ध मार्जिन ₹3,500 की आय का 41.2 % है। सरकार के लिए वसूला गया कर ₹180 इन आँकड़ों में शामिल नहीं है।',
    );
    const lost = { ...shop, expenses: [rent('2026-10-05', 800000)] };
    expect(say(lost, 'en', 'accountant')).toContain('The net loss is 185.1 % of revenue (₹3,500).');
    expect(say(lost, 'hi', 'accountant')).toContain('शुद्ध घाटा ₹3,500 की आय का');
  });

  it('answer an unknown language in English', () => {
    const narrative = plainPnl(answerOf(shop), { lang: 'ta', tone: 'owner' });
    expect(narrative).toMatchObject({ source: 'built-in', lang: 'en', tone: 'owner' });
    expect(plainPnl(answerOf(shop), { lang: 'hi-IN', tone: 'owner' }).lang).toBe('hi');
  });

  it('trace every number that stands in the text: none is there that was not said from a figure', () => {
    const answer = answerOf(shop);
    for (const lang of ['en', 'hi'])
      for (const tone of ['owner', 'accountant', 'message'] as const) {
        const { text, grounding } = plainPnl(answer, { lang, tone });
        const bare = text.replace(/\b(?:Oct|Sep) 2026\b|KRT-101/g, '');
        const inText = bare.match(/\d+(?:,\d+)*(?:\.\d+)?/g) ?? [];
        expect(grounding).toEqual({
          checked: inText.length,
          traced: inText.length,
          dropped: 0,
          outcome: 'built-in',
        });
        const speaker = speakerOf(answer, lang);
        const sayable = new Set(answer.figures.map(({ id }) => speaker.say(id).replace(/[^\d.,]/g, '')));
        for (const number of inText) expect(sayable).toContain(number);
      }
  });

  it('refuse to say a figure that does not exist', () => {
    expect(() => speakerOf(answerOf(shop), 'en').say('pnl.luck')).toThrow('no figure pnl.luck to say');
  });
});

describe('every step of the bridge', () => {
  const NAMES: Readonly<Record<string, string>> = {
    volume: 'selling more units',
    mix: 'a mix of products with higher margins',
    price: 'higher prices',
    unitCost: 'cheaper goods',
    discounts: 'smaller discounts',
    refunds: 'fewer refunds',
    taxInRefunds: 'tax inside refunds',
    shippingIncome: 'buyers paid',
    otherIncome: 'tips and extras',
    otherGoods: 'goods put back',
    shippingVolume: 'fewer parcels',
    shippingPerOrder: 'cheaper shipping',
    paymentFees: 'lower payment fees',
    marketplaceFees: 'lower marketplace fees',
    packaging: 'packaging cost',
    undelivered: 'undelivered parcels cost',
    advertising: 'less advertising',
    'expense.Rent': 'Rent cost',
  };
  const answer = answerOf(shopOf());

  /** The sentence for one step alone. */
  function sentence(id: string, amount: number, lang: string): string {
    const bridgeId = `bridge.${id}`;
    const figures = answer.figures
      .filter((one) => !one.id.startsWith('pnl.shippingPerOrder'))
      .map((one) => (one.id === 'pnl.netProfit.change' ? { ...one, value: amount } : one));
    const step = {
      id: bridgeId,
      label: '',
      value: amount,
      unit: 'money',
      currency: 'INR',
      status: 'actual',
    } as const;
    const finding = {
      ...({ kind: 'netProfitChange', urgency: 'know', stake: 1 } as const),
      figures: { cause1: bridgeId },
      names: { cause1: id.replace('expense.', '') },
    };
    const changed = {
      ...answer,
      figures: [...figures.filter((one) => one.id !== bridgeId), step],
      findings: [finding],
    };
    return plainPnl(changed, { lang, tone: 'message' }).text.split('\n')[2] ?? '';
  }

  it.each(Object.keys(NAMES))('has words for %s, for better and for worse', (id) => {
    expect(sentence(id, 12300, 'en').toLowerCase()).toContain((NAMES[id] ?? '').toLowerCase());
    const told = ['en', 'hi'].flatMap((lang) => [sentence(id, 12300, lang), sentence(id, -12300, lang)]);
    expect(new Set(told).size).toBe(4);
    for (const text of told) expect(text).toMatch(/^(Mostly because|मुख्य कारण:) .*₹123.*[.।]$/);
  });

  it('tells shipping per order with both prices', () => {
    const cheaper = shopOf({
      shipments: [...september, ...october].map(({ number, placedOn }) =>
        shipment({ order: number, day: placedOn, forwardCost: placedOn < '2026-10' ? 90000 : 6200 }),
      ),
    });
    expect(say(cheaper)).toContain('shipping fell from ₹900 to ₹62 an order (saving ₹2,514)');
    expect(say(cheaper, 'hi')).toContain('शिपिंग ₹900 से घटकर ₹62 प्रति ऑर्डर (₹2,514 की बचत)');
    const dearer = shopOf({
      shipments: [...september, ...october].map(({ number, placedOn }) =>
        shipment({ order: number, day: placedOn, forwardCost: placedOn < '2026-10' ? 6200 : 90000 }),
      ),
    });
    expect(say(dearer)).toContain('shipping rose from ₹62 to ₹900 an order (costing ₹2,514)');
    expect(say(dearer, 'hi')).toContain('शिपिंग ₹62 से बढ़कर ₹900 प्रति ऑर्डर (₹2,514 का नुक़सान)');
  });
});
