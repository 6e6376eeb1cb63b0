import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/answer.ts';
import { plainRestock, restockAdvice } from '../../src/narrate/summary-restock.ts';
import type { Restock } from '../../src/reports/restock/restock.ts';
import { books } from '../helpers/books.ts';
import { answerOf, costing, oneKurta, purchase, selling, sold, stocked } from '../helpers/restock-books.ts';

const told = (answer: Restock, lang = 'en', tone: 'owner' | 'accountant' | 'message' = 'owner') =>
  plainRestock(answer, { lang, tone });

const BUSY = answerOf(
  oneKurta(0, {
    orders: [
      ...selling('KRT-101', { days: 210 }),
      ...selling('SAR-301', { days: 60, until: 70 }),
      ...selling('X-1'),
      ...selling('DEAD-1', { days: 5, until: 200 }),
    ],
    stock: [
      ...[stocked('KRT-101', 90, { location: 'A' }), stocked('KRT-101', 0, { location: 'B' })],
      ...[stocked('X-1', -2), stocked('DEAD-1', 30)],
    ],
    costs: [costing('KRT-101'), costing('DEAD-1')],
    supplierItems: [sold('KRT-101')],
    purchases: [purchase({ orderedOn: '2026-08-01', expectedOn: '2026-08-20', quantity: 2 })],
  }),
  { byLocation: true, budget: 100_000 },
);

describe('the written summary of restocking', () => {
  const shop = answerOf(oneKurta(4));

  it('says in three sentences what is needed, what it saves and what is too late', () => {
    const { text, grounding } = told(shop);
    expect(text).toMatch(
      /^1 of 1 products needs ordering now; ₹[\d,.]+ of profit is at risk\. Ordering all of it costs ₹[\d,.]+, which saves ₹[\d,.]+ of it\. 1 product is sold out before an order placed today can arrive, which costs about ₹[\d,.]+ in any case: KRT-101\.$/,
    );
    expect(grounding).toMatchObject({ outcome: 'built-in', dropped: 0, checked: 7, traced: 7 });
  });

  it('says it in Hindi', () => {
    expect(told(shop, 'hi').text).toMatch(/^1 में से 1 उत्पाद अभी मँगाने हैं; ₹[\d,.]+ का मुनाफ़ा दाँव पर है।/);
    expect(told(answerOf(oneKurta(60)), 'hi').text).toContain('अभी कुछ नहीं मँगाना है');
    expect(told(answerOf(books({})), 'hi').text).toContain('कोई बिक्री नहीं');
    expect(told(answerOf(oneKurta(4), { budget: 300_000 }), 'hi').text).toContain('₹3,000 में 1 उत्पाद मँगाएँ');
    expect(told(answerOf(oneKurta(4), { budget: 0 }), 'hi').text).toContain('कुछ नहीं मँगाया जा सकता');
  });

  it('says what a budget buys, or that it buys nothing', () => {
    expect(told(answerOf(oneKurta(4), { budget: 300_000 })).text).toMatch(/With ₹3,000 order 1 product for/);
    expect(told(answerOf(oneKurta(4), { budget: 0 })).text).toContain('Nothing of it can be bought with ₹0.');
  });

  it('does not say what nobody knows', () => {
    const unknown = answerOf(books({ orders: selling('KRT-101'), stock: [stocked('KRT-101', 0)] }));
    expect(told(unknown).text).toContain('what waiting costs is not known');
    expect(told(unknown, 'hi').text).toContain('लागत पता न होने से');
    const young = answerOf(oneKurta(4, { orders: selling('KRT-101', { days: 20 }) }));
    expect(told(young, 'en', 'accountant').text).not.toContain('service promised');
  });

  it('tells the accountant every doubt and the service kept', () => {
    const { text } = told(BUSY, 'en', 'accountant');
    expect(text.split('\n\n')).toHaveLength(3);
    expect(text).toContain('The service promised is');
    expect(told(BUSY, 'hi', 'accountant').text).toContain('लक्ष्य');
  });

  it.each(['en', 'hi'])('has a sentence for every kind of finding in %s', (lang) => {
    const kinds = [
      ...[
        'late',
        'leftOut',
        'overstock',
        'minimum',
        'filled',
        'freeFreight',
        'lateOrder',
        'transfers',
        'feasts',
      ],
      ...[
        'filesEndEarly',
        'noStock',
        'noCost',
        'noSupplier',
        'negativeStock',
        'assumedLead',
        'suspected',
        'waits',
      ],
    ];
    const roles = {
      gap: 'restock.items',
      cost: 'restock.items',
      days: 'restock.items',
      items: 'restock.items',
    };
    const names = {
      products: 'A, B',
      toOrder: 'A',
      supplier: 'S',
      order: 'P',
      feasts: 'Diwali',
      day: '1 Sep 2026',
      product: 'A',
    };
    for (const kind of kinds) {
      const finding: Finding = { kind, urgency: 'act', stake: 1, figures: roles, names };
      const only = { ...BUSY, findings: [finding] };
      const without = told({ ...BUSY, findings: [] }, lang).text;
      expect(told(only, lang).text.length, kind).toBeGreaterThan(without.length);
      const sparse = {
        ...only,
        figures: BUSY.figures.map((figure) =>
          figure.unit === 'money' ? { ...figure, value: null } : figure,
        ),
      };
      expect(told(sparse, lang).text, kind).not.toContain('undefined');
    }
    expect(
      told({ ...BUSY, findings: [{ kind: 'new', urgency: 'know', stake: 0, figures: {}, names: {} }] }, lang)
        .text,
    ).not.toContain('undefined');
  });

  it('advises on what is urgent, and not to order what is on its way', () => {
    const advice = restockAdvice(BUSY, 'en');
    expect(advice.join(' ')).toContain('Ask Kesar Weavers about order PO-1');
    expect(restockAdvice(BUSY, 'hi').length).toBe(advice.length);
    const onItsWay = answerOf(
      oneKurta(4, { purchases: [purchase({ quantity: 200, expectedOn: '2026-09-12' })] }),
    );
    expect(restockAdvice(onItsWay, 'en')).toEqual([]);
  });

  it('has advice in both languages for every kind that asks for something', () => {
    const roles = { gap: 'restock.items', days: 'restock.items', items: 'restock.items' };
    for (const kind of [
      'minimum',
      'freeFreight',
      'transfers',
      'noStock',
      'noSupplier',
      'filesEndEarly',
      'lateOrder',
      'late',
    ]) {
      const finding: Finding = {
        kind,
        urgency: 'act',
        stake: 1,
        figures: roles,
        names: { toOrder: 'A', supplier: '' },
      };
      for (const lang of ['en', 'hi'])
        expect(restockAdvice({ ...BUSY, findings: [finding] }, lang), kind).toHaveLength(1);
    }
  });

  it('is in English with a caveat for other languages', () => {
    expect(told(shop, 'ta')).toMatchObject({
      lang: 'en',
      caveat: expect.stringContaining('English and Hindi') as string,
    });
  });
});
