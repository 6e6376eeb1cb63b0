import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/answer.ts';
import type { Figure, Unit } from '../../src/domain/figure.ts';
import type { Tone } from '../../src/domain/narrative.ts';
import { plainTrends, trendsAdvice, trendsChecks, trendsProducts } from '../../src/narrate/summary-trends.ts';
import type { Measure } from '../../src/reports/trends/options.ts';
import type { Trends } from '../../src/reports/trends/trends.ts';

type Given = readonly [role: string, value: number, unit: Unit];

/** A finding, and its figures by role with ids of their own. */
function telling(kind: string, names: Finding['names'], given: readonly Given[] = []): Told {
  const prefix = `f.${kind}.${names['cause'] ?? names['event'] ?? ''}.${names['check'] ?? ''}.${names['of'] ?? ''}`;
  const id = (role: string): string => `${prefix}.${role}`;
  return {
    finding: {
      ...{ kind, urgency: 'watch', stake: 0, names },
      figures: Object.fromEntries(given.map(([role]) => [role, id(role)])),
    },
    figures: given.map(([role, value, unit]) => figure(id(role), value, unit)),
  };
}

interface Told {
  readonly finding: Finding;
  readonly figures: readonly Figure[];
}

function figure(id: string, value: number, unit: Unit = 'money'): Figure {
  return { id, label: id, value, unit, status: 'actual', ...(unit === 'money' ? { currency: 'INR' } : {}) };
}

const WEEK = [
  figure('trends.last7', 21430000),
  figure('trends.expected', 26100000),
  figure('trends.expected.low', 23200000),
  figure('trends.expected.high', 28600000),
  figure('trends.change', -4670000),
];
const AHEAD = [
  figure('trends.forecast14', 50000000),
  figure('trends.forecast14.low', 40000000),
  figure('trends.forecast14.high', 60000000),
];

function answer(told: readonly Told[], own: Partial<Trends> = {}, base: readonly Figure[] = WEEK): Trends {
  return {
    ...{ schemaVersion: 1, report: 'trends', shop: 'Tarang Textiles', demo: false, compare: null },
    ...{ asOf: '2026-11-22', currency: 'INR', measure: 'revenue', tables: [], known: null },
    period: { from: '2026-09-27', to: '2026-11-21' },
    figures: [...base, ...told.flatMap(({ figures }) => figures)],
    findings: told.map(({ finding }) => finding),
    ...own,
  };
}

const week = (names: Finding['names']): Told => telling('week', names);
const said = (given: Trends, lang = 'en', tone: Tone = 'accountant'): string =>
  plainTrends(given, { lang, tone }).text;
/** what is said of one finding, in English and in Hindi, without the week */
function both(...told: Parameters<typeof telling>): readonly [string, string] {
  const given = answer([week({ direction: 'down', normal: 'no' }), telling(...told)]);
  const paragraph = (lang: string): string => said(given, lang).split('\n\n')[1] ?? '';
  return [paragraph('en'), paragraph('hi')];
}

describe('the week in the summary of trends', () => {
  it('stands beside what was to be expected of it', () => {
    const off = answer([week({ direction: 'down', normal: 'no' })]);
    expect(said(off)).toBe(
      'Sales were ₹2,14,300 in the last 7 days, ₹46,700 below the ₹2,61,000 to be expected of these days.',
    );
    expect(said(off, 'hi')).toBe(
      'पिछले 7 दिनों में ₹2,14,300 की बिक्री हुई; उम्मीद ₹2,61,000 की थी, यानी उम्मीद से ₹46,700 कम।',
    );
    expect(said(answer([week({ direction: 'up', normal: 'no' })]))).toContain('₹46,700 above the ₹2,61,000');
    expect(said(answer([week({ direction: 'up', normal: 'no' })]), 'hi')).toContain('₹46,700 ज़्यादा।');
  });

  it('is normal variation within the range, which is told', () => {
    const normal = answer([week({ direction: 'down', normal: 'yes', to: '31 Oct 2026' })]);
    expect(said(normal)).toBe(
      'Sales were ₹2,14,300 in the 7 days to 31 Oct 2026, against the ₹2,61,000 to be expected of these days: normal variation, for ₹2,32,000 to ₹2,86,000 is usual.',
    );
    expect(said(normal, 'hi-IN')).toBe(
      '31 अक्टूबर 2026 तक के 7 दिनों में ₹2,14,300 की बिक्री हुई; उम्मीद ₹2,61,000 की थी। यह सामान्य उतार-चढ़ाव है: ₹2,32,000 से ₹2,86,000 तक रहना आम बात है।',
    );
  });

  it.each([
    ['orders', 'You had 43 orders in the last 7 days', '43 ऑर्डर आए; उम्मीद 50 ऑर्डर की थी', 'bring 100 orders'],
    ['units', 'You sold 43 pieces in the last 7 days', '43 नग बिके; उम्मीद 50 नग की थी', 'sell 100 pieces'],
  ] as const)('counts %s in their own words', (measure, english, hindi, ahead) => {
    const base = [...WEEK, ...AHEAD].map((one) => figure(one.id, COUNTS[one.id] ?? 7, 'count'));
    const given = answer([week({ direction: 'down', normal: 'no' })], { measure }, base);
    expect(said(given)).toContain(english);
    expect(said(given)).toContain(ahead);
    expect(said(given, 'hi')).toContain(hindi);
    expect(said(given, 'hi')).toContain(`100 ${measure === 'orders' ? 'ऑर्डर आने' : 'नग बिकने'} की है`);
  });

  it('says of profit what was left, and what will be', () => {
    const given = answer([week({ direction: 'down', normal: 'no' })], { measure: 'profit' }, [
      ...WEEK,
      ...AHEAD,
    ]);
    expect(said(given)).toMatch(/^Sales left ₹2,14,300 after the cost of each order in the last 7 days/);
    expect(said(given)).toContain(
      'The next 14 days will most likely leave ₹5,00,000, between ₹4,00,000 and ₹6,00,000.',
    );
    expect(said(given, 'hi')).toContain('हर ऑर्डर की लागत निकालने के बाद ₹2,14,300 बचे');
    expect(said(given, 'hi')).toContain('₹5,00,000 बचने की है, ₹4,00,000 और ₹6,00,000 के बीच।');
  });

  it('stands alone where the files are short', () => {
    const short = telling('tooShort', {}, [['days', 20, 'days']]);
    const known = (days: number) => answer([short], {}, [...WEEK, figure('trends.daysKnown', days, 'days')]);
    expect(said(known(20))).toBe(
      'Sales were ₹2,14,300 in the last 7 days.\n\nThe files hold 20 days of sales: from five weeks on it can be told what is usual.',
    );
    expect(said(known(20), 'hi')).toBe(
      'पिछले 7 दिनों में ₹2,14,300 की बिक्री हुई।\n\nफ़ाइलों में 20 दिन की बिक्री है: पाँच हफ़्तों की बिक्री हो तो बताया जा सकेगा कि आम क्या है।',
    );
    expect(said(known(3))).toContain('in the 3 days known.');
    expect(said(known(3), 'hi')).toContain('3 दिन में ₹2,14,300');
  });

  it('is not there in an empty shop', () => {
    expect(said(answer([], {}, []))).toBe('No sale before today is in these files.');
    expect(said(answer([], {}, []), 'hi')).toBe('इन फ़ाइलों में आज से पहले की कोई बिक्री नहीं है।');
    const known = { from: '2026-04-20', to: '2026-07-26', endsEarly: false };
    expect(said(answer([], { known }, []))).toBe('No sale of what was asked for is in these files.');
    expect(said(answer([], { known }, []), 'hi')).toBe('जो पूछा गया, उसकी कोई बिक्री इन फ़ाइलों में नहीं है।');
  });
});

const COUNTS: Readonly<Record<string, number>> = {
  'trends.last7': 43,
  'trends.expected': 50,
  'trends.forecast14': 100,
};

describe('a cause in the summary of trends', () => {
  const amount: Given = ['amount', -3140000, 'money'];
  const counts: readonly Given[] = [
    ['now', 184, 'count'],
    ['usual', 244.6, 'rate'],
  ];
  const cause = (
    name: string,
    direction: 'up' | 'down',
    [names, given]: readonly [Finding['names'], readonly Given[]] = [{}, []],
  ) => both('cause', { cause: name, direction, products: '', ...names }, [amount, ...given]);

  it.each([
    ['traffic', 'Fewer orders', 'More orders', 'ऑर्डर कम आए', 'ऑर्डर ज़्यादा आए'],
    ['basket', 'Fewer pieces a line', 'More pieces a line', 'एक बार में कम नग', 'एक बार में ज़्यादा नग'],
    ['new_customers', 'Fewer new customers', 'More new customers', 'नए ग्राहक कम', 'नए ग्राहक ज़्यादा'],
    ['returning_customers', 'Fewer returning', 'More returning', 'पुराने ग्राहक कम', 'पुराने ग्राहक ज़्यादा'],
    ['segment', 'Fewer orders from one', 'More orders from one', 'देश से ऑर्डर कम', 'देश से ऑर्डर ज़्यादा'],
    ['refunds', 'More money given back', 'Less money given back', 'रिफ़ंड ज़्यादा', 'रिफ़ंड कम'],
    ['discounts', 'Larger discounts', 'Smaller discounts', 'छूट ज़्यादा', 'छूट कम'],
    ['mix', 'turned to cheaper', 'turned to dearer', 'सस्ते उत्पाद', 'महँगे उत्पाद'],
  ])('%s says which way it went and what that did', (name, fewer, more, less, greater) => {
    const [down, hindiDown] = cause(name, 'down');
    const [up, hindiUp] = cause(name, 'up');
    expect(down).toContain(fewer);
    expect(down).toMatch(/took ₹31,400\.$/);
    expect(up).toContain(more);
    expect(up).toMatch(/added ₹31,400\.$/);
    expect(hindiDown).toContain(less);
    expect(hindiDown).toMatch(/बिक्री ₹31,400 घटी।$/);
    expect(hindiUp).toContain(greater);
    expect(hindiUp).toMatch(/बिक्री ₹31,400 बढ़ी।$/);
  });

  it.each([
    [
      'stockout',
      'Products that stopped selling took ₹31,400: KRT-101 and DUP-220.',
      'कुछ उत्पादों (KRT-101 और DUP-220) का बिकना रुक गया, जिससे बिक्री ₹31,400 घटी।',
    ],
    [
      'price',
      'Other prices than before took ₹31,400: KRT-101 and DUP-220.',
      'दाम (KRT-101 और DUP-220) बदलने से बिक्री ₹31,400 घटी।',
    ],
    [
      'new_products',
      'New products took ₹31,400: KRT-101 and DUP-220.',
      'नए उत्पादों (KRT-101 और DUP-220) से बिक्री ₹31,400 घटी।',
    ],
    [
      'discontinued',
      'Products that are gone took ₹31,400: KRT-101 and DUP-220.',
      'बंद हो चुके उत्पादों (KRT-101 और DUP-220) के कारण बिक्री ₹31,400 घटी।',
    ],
  ])('%s names the products', (name, english, hindi) => {
    expect(cause(name, 'down', [{ products: 'KRT-101, DUP-220' }, []])).toEqual([english, hindi]);
  });

  it.each([
    [
      'traffic',
      { check: 'orders', of: 'all' },
      counts,
      '184 orders, usually 244.6',
      'ऑर्डर 184, आम तौर पर 244.6',
    ],
    [
      'new_customers',
      { check: 'orders', of: 'new_customers' },
      counts,
      '184 orders of new customers, usually 244.6',
      'नए ग्राहकों के ऑर्डर 184, आम तौर पर 244.6',
    ],
    [
      'returning_customers',
      { check: 'orders', of: 'returning_customers' },
      counts,
      '184 orders of returning customers, usually 244.6',
      'पुराने ग्राहकों के ऑर्डर 184, आम तौर पर 244.6',
    ],
    [
      'segment',
      { check: 'segment_orders', place: 'MH' },
      counts,
      'MH: 184 orders, usually 244.6',
      'MH से ऑर्डर 184, आम तौर पर 244.6',
    ],
    [
      'basket',
      { check: 'pieces_per_line' },
      [['ratio', 0.8, 'ratio']],
      'pieces a line at 80.0 % of the usual',
      'एक बार में लिए गए नग: आम का 80.0 %',
    ],
    [
      'mix',
      { check: 'share_of_lines', of: 'cheapest_quarter' },
      [
        ['now', 0.45, 'ratio'],
        ['usual', 0.25, 'ratio'],
      ],
      'the cheapest quarter of products made 45.0 % of lines, usually 25.0 %',
      'सबसे सस्ते चौथाई उत्पादों का हिस्सा 45.0 %, आम तौर पर 25.0 %',
    ],
    [
      'refunds',
      { check: 'money', of: 'refunds' },
      [
        ['now', 500000, 'money'],
        ['usual', 200000, 'money'],
      ],
      '₹5,000 given back, usually ₹2,000',
      'रिफ़ंड ₹5,000, आम तौर पर ₹2,000',
    ],
    [
      'price',
      { check: 'unit_price', product: 'KRT-102', products: 'KRT-102' },
      [
        ['now', 109900, 'money'],
        ['usual', 99900, 'money'],
      ],
      'KRT-102: ₹1,099 a piece without tax, before ₹999',
      'KRT-102 का दाम बिना टैक्स अब ₹1,099, पहले ₹999',
    ],
    [
      'stockout',
      { check: 'stopped_selling', product: 'KRT-101', products: 'KRT-101', day: '16 Nov 2026' },
      [
        ['days', 4, 'days'],
        ['rate', 3, 'rate'],
      ],
      'KRT-101 sold nothing for 4 days from 16 Nov 2026; 3.0 a day before',
      'KRT-101: 16 नवंबर 2026 से 4 दिन तक एक भी नहीं बिका, पहले रोज़ 3.0 नग बिकते थे',
    ],
  ] as const)(
    '%s with the check of %o says how the owner can see for himself',
    (name, names, given, english, hindi) => {
      const told = telling('cause', { cause: name, direction: 'down', products: '', ...names }, [
        amount,
        ...given,
      ]);
      const [inEnglish, inHindi] = cause(name, 'down', [names, given]);
      expect(inEnglish).toMatch(/ took ₹31,400 – /);
      expect(inEnglish.endsWith(` – ${english}.`)).toBe(true);
      expect(inHindi.endsWith(`घटी – ${hindi}।`)).toBe(true);
      expect(trendsChecks(answer([told]), 'en')).toEqual(new Map([[name, english]]));
      expect(trendsChecks(answer([told]), 'hi')).toEqual(new Map([[name, hindi]]));
    },
  );

  it('that can only be told, not looked up, has no check', () => {
    const told = telling('cause', { cause: 'traffic', direction: 'down', products: '' }, [amount]);
    expect(trendsChecks(answer([told]), 'en').size).toBe(0);
    expect(trendsChecks(answer([told]), 'hi').size).toBe(0);
  });
});

describe('a product in the summary of trends', () => {
  const names = { product: 'KRT-101', day: '16 Nov 2026', direction: 'down' };
  const given: readonly Given[] = [
    ['amount', -1502200, 'money'],
    ['days', 4, 'days'],
    ['pieces', 12, 'count'],
  ];

  it.each([
    [
      { event: 'soldOut', over: 'yes' },
      'KRT-101 was out of stock for 4 days from 16 Nov 2026: about 12 pieces, ₹15,022 of sales, were missed.',
      '16 नवंबर 2026 से 4 दिन तक KRT-101 स्टॉक में नहीं था: क़रीब 12 नग (₹15,022) की बिक्री छूटी।',
    ],
    [
      { event: 'soldOut', over: 'no' },
      'KRT-101 has been out of stock since 16 Nov 2026 (4 days): about 12 pieces, ₹15,022 of sales, were missed so far.',
      'KRT-101 16 नवंबर 2026 से स्टॉक में नहीं है (4 दिन): अब तक क़रीब 12 नग (₹15,022) की बिक्री छूटी।',
    ],
    [
      { event: 'silent', over: 'yes' },
      'KRT-101 sold nothing for 4 days from 16 Nov 2026, where about 12 pieces, ₹15,022 of sales, were to be expected: it was out of stock or hidden.',
      '16 नवंबर 2026 से 4 दिन तक KRT-101 एक भी नहीं बिका, जबकि क़रीब 12 नग (₹15,022) की उम्मीद थी: स्टॉक ख़त्म था या लिस्टिंग छिपी थी।',
    ],
    [
      { event: 'silent', over: 'no' },
      'KRT-101 has sold nothing since 16 Nov 2026 (4 days), where about 12 pieces, ₹15,022 of sales, were to be expected: is it out of stock or hidden?',
      'KRT-101 16 नवंबर 2026 से एक भी नहीं बिका (4 दिन), जबकि क़रीब 12 नग (₹15,022) की उम्मीद थी: क्या स्टॉक ख़त्म है या लिस्टिंग छिपी है?',
    ],
    [
      { event: 'newProduct', over: 'no' },
      'KRT-101, new since 16 Nov 2026, has sold 12 pieces for ₹15,022.',
      'नया उत्पाद KRT-101: 16 नवंबर 2026 से 12 नग बिके, कुल ₹15,022 के।',
    ],
  ])('%o is one sentence, in the list as in the summary', (event, english, hindi) => {
    const told = telling('product', { ...names, ...event }, given);
    expect(both('product', { ...names, ...event }, given)).toEqual([english, hindi]);
    expect(trendsProducts(answer([told]), 'en')).toEqual([english]);
    expect(trendsProducts(answer([told]), 'hi')).toEqual([hindi]);
  });

  it('that costs more or less since a day says what that did to the pieces sold since', () => {
    const price: readonly Given[] = [...given, ['share', 0.1, 'percentChange']];
    const sentence = (direction: string, pieces = 12) =>
      both(
        'product',
        { ...names, event: 'price', over: 'no', direction },
        price.map(([role, value, unit]): Given => [role, role === 'pieces' ? pieces : value, unit]),
      );
    expect(sentence('up')).toEqual([
      'KRT-101 costs 10.0 % more since 16 Nov 2026: that added ₹15,022 to the 12 pieces sold since.',
      'KRT-101 का दाम 16 नवंबर 2026 से 10.0 % ज़्यादा है: तब से बिके 12 नग पर बिक्री ₹15,022 बढ़ी।',
    ]);
    expect(sentence('down', 1)).toEqual([
      'KRT-101 costs 10.0 % less since 16 Nov 2026: that took ₹15,022 off the 1 piece sold since.',
      'KRT-101 का दाम 16 नवंबर 2026 से 10.0 % कम है: तब से बिके 1 नग पर बिक्री ₹15,022 घटी।',
    ]);
  });

  it('that a cause of the week names already is not told twice, but stays in the list', () => {
    const cause = telling(
      'cause',
      {
        cause: 'stockout',
        direction: 'down',
        check: 'stopped_selling',
        product: 'KRT-101',
        products: 'KRT-101',
        day: '16 Nov 2026',
      },
      [
        ['amount', -842500, 'money'],
        ['days', 4, 'days'],
        ['rate', 3.1, 'rate'],
      ],
    );
    const product = telling('product', { ...names, event: 'soldOut', over: 'yes' }, given);
    const both_ = answer([week({ direction: 'down', normal: 'no' }), cause, product]);
    expect(said(both_).match(/KRT-101/g)).toHaveLength(1);
    expect(trendsProducts(both_, 'en')).toHaveLength(1);
    expect(trendsAdvice(both_, 'en')).toEqual([
      'Order KRT-101 in time: ecom restock says when and how much.',
    ]);
  });
});

describe('an unusual day in the summary of trends', () => {
  const given: readonly Given[] = [
    ['value', 120000, 'money'],
    ['expected', 885000, 'money'],
    ['amount', -765000, 'money'],
    ['orders', 1, 'count'],
    ['refunds', 500000, 'money'],
  ];
  const counts: readonly Given[] = [
    ['value', 2, 'count'],
    ['expected', 7, 'count'],
    ['amount', -5, 'count'],
    ['orders', 2, 'count'],
  ];
  const on = { day: '14 Oct 2026', direction: 'down' };

  it.each([
    ['revenue', '₹8,850', '₹8,850 की बिक्री होती है'],
    ['profit', '₹8,850', '₹8,850 बचते हैं'],
  ])('without any order asks where the shop was, by %s', (measure, usual, hindi) => {
    expect(both('anomaly', { ...on, measure, why: 'noOrder' }, given)).toEqual([
      `On 14 Oct 2026 no order came, where ${usual} is usual: was the shop out of reach?`,
      `14 अक्टूबर 2026 को कोई ऑर्डर नहीं आया, जबकि आम तौर पर ${hindi}: क्या दुकान बंद थी?`,
    ]);
  });

  it('says what is usual in orders and pieces, and which feast it was', () => {
    const [orders, hindiOrders] = both(
      'anomaly',
      { ...on, measure: 'orders', why: 'noOrder', name: 'Dussehra' },
      counts,
    );
    expect(orders).toContain('On 14 Oct 2026 (Dussehra) no order came, where 7 orders are usual');
    expect(hindiOrders).toContain('14 अक्टूबर 2026 (दशहरा) को कोई ऑर्डर नहीं आया, जबकि आम तौर पर 7 ऑर्डर आते हैं');
    const [units, hindiUnits] = both(
      'anomaly',
      { ...on, measure: 'units', why: 'noOrder', name: 'Easter' },
      counts,
    );
    expect(units).toContain('(Easter) no order came, where 7 pieces are usual');
    expect(hindiUnits).toContain('(Easter) को कोई ऑर्डर नहीं आया, जबकि आम तौर पर 7 नग बिकते हैं');
  });

  it.each([
    [{ measure: 'revenue' }, 'sales were ₹1,200 from 1 order', '1 ऑर्डर से ₹1,200 की बिक्री हुई'],
    [
      { measure: 'revenue', why: 'refunds' },
      'sales were ₹1,200 after ₹5,000 was given back',
      '₹5,000 के रिफ़ंड के बाद ₹1,200 की बिक्री रही',
    ],
    [{ measure: 'revenue', below: 'yes' }, 'more was given back than sold', 'बिक्री से ज़्यादा रक़म लौटाई गई'],
    [
      { measure: 'revenue', below: 'yes', why: 'refunds' },
      '₹5,000 was given back, more than was sold',
      '₹5,000 लौटाए गए, जो बिक्री से ज़्यादा थे',
    ],
    [
      { measure: 'profit' },
      '₹1,200 was left after the cost of each order',
      'हर ऑर्डर की लागत निकालने के बाद ₹1,200 बचे',
    ],
    [
      { measure: 'profit', why: 'refunds' },
      '₹1,200 was left after ₹5,000 was given back',
      '₹5,000 के रिफ़ंड के बाद ₹1,200 बचे',
    ],
    [{ measure: 'profit', below: 'yes' }, 'the orders lost ₹1,200', 'ऑर्डरों पर ₹1,200 का घाटा हुआ'],
    [
      { measure: 'profit', below: 'yes', why: 'refunds' },
      'the orders lost ₹1,200 after ₹5,000 was given back',
      '₹5,000 के रिफ़ंड के बाद ₹1,200 का घाटा हुआ',
    ],
  ])('%o never says a loss as if it were a sale', (names, english, hindi) => {
    expect(both('anomaly', { ...on, ...names }, given)).toEqual([
      `On 14 Oct 2026 ${english}, ₹7,650 below the usual.`,
      `14 अक्टूबर 2026 को ${hindi}, आम दिनों से ₹7,650 कम।`,
    ]);
  });

  it('counts orders and pieces', () => {
    expect(both('anomaly', { ...on, measure: 'orders' }, counts)).toEqual([
      'On 14 Oct 2026 you had 2 orders, 5 below the usual.',
      '14 अक्टूबर 2026 को 2 ऑर्डर आए, आम दिनों से 5 कम।',
    ]);
    expect(both('anomaly', { ...on, direction: 'up', measure: 'units' }, counts)).toEqual([
      'On 14 Oct 2026 you sold 2 pieces, 5 above the usual.',
      '14 अक्टूबर 2026 को 2 नग बिके, आम दिनों से 5 ज़्यादा।',
    ]);
  });
});

describe('levels, feasts and the reach of the files in the summary of trends', () => {
  const share: Given = ['share', 0.45, 'percentChange'];

  it('tell a new level with its direction', () => {
    expect(both('level', { day: '1 Sep 2026', direction: 'down' }, [share])).toEqual([
      'Since 1 Sep 2026 sales lie 45.0 % lower than before.',
      '1 सितंबर 2026 से बिक्री पहले के मुक़ाबले 45.0 % कम है।',
    ]);
    expect(both('level', { day: '1 Sep 2026', direction: 'up' }, [share])[0]).toContain('45.0 % higher');
  });

  it('tell what a feast or the owner’s own sale did', () => {
    expect(
      both('season', { name: 'Diwali', day: '8 Nov 2026', direction: 'up', own: 'no' }, [share]),
    ).toEqual([
      'Around Diwali (8 Nov 2026) sales were 45.0 % higher than on ordinary days, as to be expected then.',
      'दिवाली (8 नवंबर 2026) के आसपास बिक्री आम दिनों से 45.0 % ज़्यादा रही, जैसा तब होता ही है।',
    ]);
    expect(
      both('season', { name: 'Clearance', day: '1 Jul 2026', direction: 'down', own: 'yes' }, [share]),
    ).toEqual([
      'During Clearance (from 1 Jul 2026) sales were 45.0 % lower than on ordinary days.',
      'Clearance (1 जुलाई 2026 से) के दौरान बिक्री आम दिनों से 45.0 % कम रही।',
    ]);
  });

  it('tell a feast that comes, what it did a year ago and what it does so far', () => {
    const coming = { name: 'Diwali', day: '8 Nov 2026', direction: 'up' };
    const days: Given = ['days', 7, 'days'];
    expect(both('seasonAhead', coming, [days])).toEqual([
      'Diwali (8 Nov 2026) is in 7 days.',
      'दिवाली (8 नवंबर 2026) में 7 दिन बाकी हैं।',
    ]);
    expect(both('seasonAhead', coming, [['days', 1, 'days'], share])).toEqual([
      'Diwali (8 Nov 2026) is in 1 day; a year ago sales around it were 45.0 % higher.',
      'दिवाली (8 नवंबर 2026) में 1 दिन बाकी है; पिछले साल इन दिनों बिक्री आम दिनों से 45.0 % ज़्यादा थी।',
    ]);
    expect(
      both('seasonAhead', { ...coming, soFar: 'down' }, [days, share, ['soFar', -0.2, 'percentChange']]),
    ).toEqual([
      'Diwali (8 Nov 2026) is in 7 days; sales on its days so far are 20.0 % lower than on ordinary ones; a year ago sales around it were 45.0 % higher.',
      'दिवाली (8 नवंबर 2026) में 7 दिन बाकी हैं; इसके अब तक के दिनों में बिक्री आम दिनों से 20.0 % कम रही; पिछले साल इन दिनों बिक्री आम दिनों से 45.0 % ज़्यादा थी।',
    ]);
  });

  it('tell how far the files reach', () => {
    expect(both('filesEndEarly', { day: '31 Aug 2026' })).toEqual([
      'The files end on 31 Aug 2026: export newer ones to see the days since.',
      'फ़ाइलें 31 अगस्त 2026 तक की हैं: उसके बाद के दिन देखने के लिए नई फ़ाइलें एक्सपोर्ट करें।',
    ]);
  });

  it('leave out what they have no words for', () => {
    expect(both('somethingNew', { day: '31 Aug 2026' })).toEqual(['', '']);
  });
});

describe('advice about trends', () => {
  const cause = (name: string, names: Finding['names'] = {}) =>
    telling('cause', { cause: name, direction: 'down', products: 'KRT-101', ...names });
  const product = (event: string, over: string) => telling('product', { event, over, product: 'KRT-101' });
  const advice = (told: Told, lang = 'en') => trendsAdvice(answer([told]), lang);

  it.each([
    [cause('stockout'), /^Look at the stock of KRT-101 first/, /^पहले KRT-101 का स्टॉक देखें/],
    [cause('price'), /^Look at the new price of KRT-101/, /^KRT-101 के नए दाम पर/],
    [cause('traffic'), /^Look at what brings buyers/, /^देखें कि ग्राहक क्यों कम आए/],
    [cause('new_customers'), /^Look at what brings new buyers/, /^देखें कि नए ग्राहक/],
    [cause('returning_customers'), /^Write to the customers/, /उन्हें लिखें/],
    [cause('segment', { place: 'MH' }), /^Look at why MH orders less/, /^देखें कि MH से ऑर्डर क्यों घटे/],
    [cause('refunds'), /^Look at why KRT-101 came back/, /KRT-101 वापस क्यों आया/],
    [cause('refunds', { products: '' }), /^Look at why so much came back/, /इतना माल वापस क्यों आया/],
    [cause('discounts'), /^Look at which discount codes run/, /डिस्काउंट कोड/],
    [product('soldOut', 'no'), /^Order KRT-101 now/, /^KRT-101 अभी मँगाएँ/],
    [product('soldOut', 'yes'), /^Order KRT-101 in time/, /^KRT-101 समय पर मँगाएँ/],
    [product('silent', 'no'), /^See whether KRT-101 is on the shelf/, /^देखें कि KRT-101 स्टॉक में/],
    [product('price', 'no'), /^See whether KRT-101 still sells/, /KRT-101 अब भी उतना ही बिक रहा/],
    [
      telling('anomaly', { day: '14 Oct 2026', why: 'noOrder', direction: 'down' }),
      /^Find out what kept buyers away on 14 Oct 2026/,
      /^पता करें कि 14 अक्टूबर 2026 को ऑर्डर क्यों नहीं आए/,
    ],
  ])('is one thing to do', (told, english, hindi) => {
    expect(advice(told)).toEqual([expect.stringMatching(english)]);
    expect(advice(told, 'hi')).toEqual([expect.stringMatching(hindi)]);
  });

  it.each([
    ['good news', telling('cause', { cause: 'traffic', direction: 'up', products: '' })],
    ['a mix of products', cause('mix')],
    ['a silence that is over', product('silent', 'yes')],
    ['a new product', product('newProduct', 'no')],
    ['a day with orders', telling('anomaly', { day: '14 Oct 2026', why: 'refunds', direction: 'down' })],
    ['a finding without a cause', telling('cause', { direction: 'down' })],
    ['a product without an event', telling('product', {})],
  ])('is not given about %s', (_, told) => {
    expect(advice(told)).toEqual([]);
  });

  it('stops after four things', () => {
    const many = ['traffic', 'discounts', 'refunds', 'segment', 'price', 'new_customers'].map((name) =>
      cause(name),
    );
    expect(trendsAdvice(answer(many), 'en')).toHaveLength(4);
  });
});

describe('the summary as a whole', () => {
  const many = [
    week({ direction: 'down', normal: 'no' }),
    ...Array.from({ length: 14 }, (_, index) =>
      telling('level', { day: `${index + 1} Sep 2026`, direction: 'down', event: String(index) }, [
        ['share', 0.1, 'percentChange'],
      ]),
    ),
  ];
  const levels = (tone: Tone): number => (said(answer(many), 'en', tone).match(/Since/g) ?? []).length;

  it('tells the owner four things, a messenger two, an accountant twelve', () => {
    expect([levels('owner'), levels('message'), levels('accountant')]).toEqual([4, 2, 12]);
  });

  it('counts every figure it says, and knows its own limits of language', () => {
    const given = plainTrends(answer(many, {}, [...WEEK, ...AHEAD]), { lang: 'en', tone: 'owner' });
    expect(given.grounding).toEqual({ checked: 10, traced: 10, dropped: 0, outcome: 'built-in' });
    expect(given.caveat).toBeUndefined();
    const tamil = plainTrends(answer(many), { lang: 'ta', tone: 'owner' });
    expect(tamil).toMatchObject({ lang: 'en', caveat: 'the built-in summary knows English and Hindi only' });
  });

  it('cleans the names that stand in it', () => {
    const hostile = telling(
      'product',
      { event: 'newProduct', over: 'no', product: '\u001b[31mKRT\u202E', day: '16 Nov 2026' },
      [
        ['amount', 100, 'money'],
        ['pieces', 1, 'count'],
      ],
    );
    expect(trendsProducts(answer([hostile]), 'en')[0]).toMatch(/^KRT, new since/);
  });
});

const MEASURES: readonly Measure[] = ['revenue', 'orders', 'units', 'profit'];

it('has words for every measure in both languages', () => {
  for (const measure of MEASURES)
    for (const lang of ['en', 'hi'])
      expect(
        said(answer([week({ direction: 'up', normal: 'yes' })], { measure }, [...WEEK, ...AHEAD]), lang),
      ).not.toMatch(/undefined|  /);
});
