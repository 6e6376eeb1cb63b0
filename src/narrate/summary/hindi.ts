import type { Finding } from '../../domain/answer.ts';
import type { Phrases, SentenceContext } from './phrases.ts';
import { nameText, type Speaker } from './speaker.ts';

type Told = readonly [gain: (amount: string) => string, loss: (amount: string) => string];

const STEPS: Readonly<Record<string, Told>> = {
  volume: [(x) => `ज़्यादा बिक्री से ${x} का फ़ायदा`, (x) => `कम बिक्री से ${x} का नुक़सान`],
  mix: [(x) => `बेहतर कमाई वाले सामान से ${x} का फ़ायदा`, (x) => `कम कमाई वाले सामान से ${x} का नुक़सान`],
  price: [(x) => `बढ़े दामों से ${x} का फ़ायदा`, (x) => `घटे दामों से ${x} का नुक़सान`],
  unitCost: [(x) => `सस्ते माल से ${x} की बचत`, (x) => `महँगे माल से ${x} का नुक़सान`],
  discounts: [(x) => `कम छूट से ${x} की बचत`, (x) => `ज़्यादा छूट से ${x} का नुक़सान`],
  refunds: [(x) => `कम रिफ़ंड से ${x} की बचत`, (x) => `ज़्यादा रिफ़ंड से ${x} का नुक़सान`],
  taxInRefunds: [(x) => `रिफ़ंड में शामिल कर से ${x} की वापसी`, (x) => `रिफ़ंड में शामिल कर ${x} कम`],
  shippingIncome: [(x) => `ग्राहकों से शिपिंग ${x} ज़्यादा मिली`, (x) => `ग्राहकों से शिपिंग ${x} कम मिली`],
  otherIncome: [(x) => `दूसरी आय ${x} बढ़ी`, (x) => `दूसरी आय ${x} घटी`],
  shippingVolume: [(x) => `कम पार्सल से शिपिंग में ${x} की बचत`, (x) => `ज़्यादा पार्सल भेजने का ख़र्च ${x}`],
  shippingPerOrder: [
    (x) => `प्रति ऑर्डर सस्ती शिपिंग से ${x} की बचत`,
    (x) => `प्रति ऑर्डर महँगी शिपिंग से ${x} का नुक़सान`,
  ],
  paymentFees: [(x) => `भुगतान शुल्क में ${x} की बचत`, (x) => `भुगतान शुल्क ${x} बढ़ा`],
  marketplaceFees: [(x) => `मार्केटप्लेस शुल्क में ${x} की बचत`, (x) => `मार्केटप्लेस शुल्क ${x} बढ़ा`],
  packaging: [(x) => `पैकिंग में ${x} की बचत`, (x) => `पैकिंग का ख़र्च ${x} बढ़ा`],
  undelivered: [(x) => `लौटे पार्सलों पर ${x} कम ख़र्च`, (x) => `लौटे पार्सलों पर ${x} ज़्यादा ख़र्च`],
  advertising: [(x) => `कम विज्ञापन से ${x} की बचत`, (x) => `ज़्यादा विज्ञापन पर ${x} का ख़र्च`],
};

function stepText(speaker: Speaker, id: string, label: string): string {
  const told = STEPS[id.replace(/^bridge\./, '')];
  const good = (speaker.value(id) ?? 0) >= 0;
  const amount = speaker.say(id);
  if (told !== undefined) return told[good ? 0 : 1](amount);
  return good ? `${nameText(label)} पर ${amount} कम ख़र्च` : `${nameText(label)} पर ${amount} ज़्यादा ख़र्च`;
}

function profitName(value: number): string {
  return value < 0 ? 'शुद्ध घाटा' : 'शुद्ध लाभ';
}

function moved(speaker: Speaker, id: string): string {
  const change = speaker.value(`${id}.change`) ?? 0;
  if (change === 0) return 'के बराबर';
  const share = speaker.has(`${id}.changeShare`) ? ` (${speaker.say(`${id}.changeShare`)})` : '';
  return `से ${speaker.say(`${id}.change`)}${share} ${change < 0 ? 'कम' : 'ज़्यादा'}`;
}

function profit({ speaker, period, before }: SentenceContext): string {
  const value = speaker.value('pnl.netProfit');
  if (value === null) return '';
  const now = `${period} का ${profitName(value)} ${speaker.say('pnl.netProfit')} रहा`;
  if (before === undefined) return `${now}।`;
  const earlier = speaker.value('pnl.netProfit.previous') ?? 0;
  if (earlier < 0 || Math.sign(earlier) !== Math.sign(value)) {
    return `${now}; ${before} में ${profitName(earlier)} ${speaker.say('pnl.netProfit.previous')} था${salesClause(speaker)}।`;
  }
  return `${now}, जो ${before} ${moved(speaker, 'pnl.netProfit')} है${salesClause(speaker)}।`;
}

function salesClause(speaker: Speaker): string {
  const [sales, result] = [
    speaker.value('pnl.netSales.change') ?? 0,
    speaker.value('pnl.netProfit.change') ?? 0,
  ];
  if (!speaker.has('pnl.netSales.changeShare') || sales === 0) return '';
  const share = speaker.say('pnl.netSales.changeShare');
  return `, ${sales > 0 !== result > 0 ? 'जबकि' : 'और'} शुद्ध बिक्री ${share} ${sales > 0 ? 'बढ़ी' : 'घटी'}`;
}

function causes(speaker: Speaker, { figures, names }: Finding): string {
  const told = ['cause1', 'cause2', 'cause3'].flatMap((role) =>
    figures[role] === undefined ? [] : [causeText(speaker, figures[role], names[role] ?? '')],
  );
  return told.length === 0 ? '' : `मुख्य कारण: ${told.join('; ')}।`;
}

function causeText(speaker: Speaker, id: string, label: string): string {
  const rates = ['pnl.shippingPerOrder', 'pnl.shippingPerOrder.previous'];
  if (id !== 'bridge.shippingPerOrder' || !rates.every((rate) => speaker.has(rate)))
    return stepText(speaker, id, label);
  const [now, then] = rates.map((rate) => speaker.say(rate));
  const rose = (speaker.value(id) ?? 0) < 0;
  return `शिपिंग ${then} से ${rose ? 'बढ़कर' : 'घटकर'} ${now} प्रति ऑर्डर (${speaker.say(id)} ${rose ? 'का नुक़सान' : 'की बचत'})`;
}

function ladder({ speaker, period }: SentenceContext): string {
  const { say, value, has } = speaker;
  const reductions = [
    ...((value('pnl.discounts') ?? 0) > 0 ? [`${say('pnl.discounts')} की छूट`] : []),
    ...((value('pnl.refunds') ?? 0) > 0 ? [`${say('pnl.refunds')} के रिफ़ंड`] : []),
  ];
  const after = reductions.length === 0 ? '' : `${reductions.join(' और ')} के बाद `;
  const sold = `${period} में ${say('pnl.orders')} ऑर्डर से कुल बिक्री ${say('pnl.grossSales')} रही; ${after}शुद्ध बिक्री ${say('pnl.netSales')}।`;
  if (!has('pnl.grossProfit')) return sold;
  const margin = has('pnl.grossMargin') ? ` (आय का ${say('pnl.grossMargin')})` : '';
  const word = (value('pnl.grossProfit') ?? 0) < 0 ? 'सकल घाटा' : 'सकल लाभ';
  return `${sold} माल की लागत ${say('pnl.costOfGoods')} घटाने पर ${word} ${say('pnl.grossProfit')} हुआ${margin}।`;
}

function sales({ speaker, before }: SentenceContext): string {
  const { say, has } = speaker;
  const change =
    before !== undefined && has('pnl.netSales.change') ? `, ${before} ${moved(speaker, 'pnl.netSales')}` : '';
  return `${say('pnl.orders')} ऑर्डर से शुद्ध बिक्री ${say('pnl.netSales')}${change}।`;
}

function basis({ speaker }: SentenceContext): string {
  const { say, has, value } = speaker;
  const tax =
    (value('pnl.taxCollected') ?? 0) > 0
      ? ` सरकार के लिए वसूला गया कर ${say('pnl.taxCollected')} इन आँकड़ों में शामिल नहीं है।`
      : '';
  const inRefunds =
    (value('pnl.taxInRefunds') ?? 0) > 0
      ? ` रिफ़ंड में ${say('pnl.taxInRefunds')} कर शामिल था, जो अलग किया गया है।`
      : '';
  const word = (value('pnl.netMargin') ?? 0) < 0 ? 'शुद्ध घाटा' : 'शुद्ध मार्जिन';
  const margin = has('pnl.netMargin')
    ? `${word} ${say('pnl.revenue')} की आय का ${say('pnl.netMargin')} है।`
    : '';
  return `${margin}${tax}${inRefunds}`.trim();
}

const TOLD: Readonly<Record<string, (speaker: Speaker, finding: Finding) => string>> = {
  profitUnknown: ({ say }, { figures }) =>
    `शुद्ध लाभ नहीं बताया जा सकता: बिके हुए ${say(figures['products'] ?? '')} उत्पादों में किसी की लागत किसी फ़ाइल में नहीं है। आय ${say('pnl.revenue')} रही; costs.csv में लागत भरें।`,
  shippingPerOrderUp: ({ say }, { figures, names }) =>
    `कूरियर से पूछें कि पार्सल का ख़र्च ${nameText(names['before'])} के ${say(figures['previous'] ?? '')} से ${say(figures['now'] ?? '')} क्यों हुआ: इससे लाभ ${say(figures['effect'] ?? '')} घटा।`,
  refundSpike: ({ say }, { figures, names }) =>
    `रिफ़ंड कुल बिक्री का ${say(figures['rate'] ?? '')} रहे, ${nameText(names['before'])} में ${say(figures['previousRate'] ?? '')} थे: पुरानी दर से ${say(figures['excess'] ?? '')} ज़्यादा।`,
  codLosesMoney: ({ say }, { figures, names }) => {
    const place = names['state'] === 'all' ? '' : `${nameText(names['state'])} में `;
    return `${place}${nameText(names['sku'])} पर कैश ऑन डिलीवरी बंद करें: ${say(figures['orders'] ?? '')} में से ${say(figures['rate'] ?? '')} ऑर्डर लौटे, जबकि यह ${say(figures['breakEven'] ?? '')} से कम पर ही फ़ायदेमंद है; हर महीने क़रीब ${say(figures['loss'] ?? '')} का नुक़सान।`;
  },
  soldAtLoss: ({ say }, { figures, names }) =>
    `${nameText(names['sku'])} लागत से नीचे बिक रहा है: ${say(figures['units'] ?? '')} नग पर ${say(figures['loss'] ?? '')} का नुक़सान, शिपिंग और शुल्क से पहले।`,
  costsMissing: ({ say, value }, { figures, names }) => {
    const side = (id: string): string => `${(value(id) ?? 0) < 0 ? 'घाटा ' : ''}${say(id)}`;
    return `${say(figures['products'] ?? '')} उत्पादों की लागत पता नहीं, इसलिए लाभ ${side(figures['low'] ?? '')} और ${side(figures['high'] ?? '')} के बीच है; पहले ${nameText(names['products'])} भरें (अंतर का ${say(figures['share'] ?? '')})।`;
  },
  linesMissing: (_, { names }) => `किसी फ़ाइल में यह नहीं है: ${nameText(names['lines'])}। असली लाभ इतना कम होगा।`,
  ordersLeftOut: leftOutSentence,
  feesAbovePlan: ({ say }, { figures }) =>
    `भुगतान शुल्क ${say(figures['charged'] ?? '')} लगा, तय दर से ${say(figures['planned'] ?? '')} होना था: ${say(figures['excess'] ?? '')} वापस माँगें।`,
};

const LEFT_OUT: Readonly<Record<string, string>> = {
  pending: 'का भुगतान बाक़ी है, गिने नहीं गए',
  awaitingDelivery: 'कैश ऑन डिलीवरी के हैं जो अभी बिके नहीं, गिने नहीं गए',
  undelivered: 'बिना डिलीवरी लौटे या खो गए: बिक्री नहीं, केवल ख़र्च गिना गया',
  cancelled: 'रद्द हुए, गिने नहीं गए',
  cancelledPaid: 'भुगतान के बाद रद्द हुए और कुछ लौटाया नहीं गया: देख लें कि देना तो नहीं है',
  void: 'निरस्त या विफल रहे, गिने नहीं गए',
};

function leftOutSentence({ say, has }: Speaker, { figures, names }: Finding): string {
  const orders = say(figures['orders'] ?? '');
  if (names['standing'] === 'otherCurrency') return `${orders} ऑर्डर दूसरी मुद्रा में हैं, गिने नहीं गए।`;
  const worth = has(figures['amount'] ?? '') ? ` (${say(figures['amount'] ?? '')})` : '';
  return `${orders} ऑर्डर${worth} ${LEFT_OUT[names['standing'] ?? ''] ?? 'गिने नहीं गए'}।`;
}

export const HINDI: Phrases = {
  profit,
  causes,
  ladder,
  sales,
  basis,
  empty: (period, covered) =>
    covered === undefined ? 'फ़ाइलों में कोई ऑर्डर नहीं है।' : `${period} में कोई ऑर्डर नहीं; आँकड़े ${covered} के हैं।`,
  finding: (speaker, finding) => TOLD[finding.kind]?.(speaker, finding),
};
