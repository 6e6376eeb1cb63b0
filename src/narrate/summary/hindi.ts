import type { Finding } from '../../domain/answer.ts';
import { HINDI_FINDINGS } from './hindi-findings.ts';
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
  otherGoods: [(x) => `वापस स्टॉक में आए माल से ${x} की बचत`, (x) => `स्टॉक में कम माल लौटने से ${x} का नुक़सान`],
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

/** Lines that may be known for one of two periods only: no change of the shop's. */
const GAPS: Readonly<Record<string, string>> = {
  shippingCost: 'शिपिंग ख़र्च',
  paymentFees: 'भुगतान शुल्क',
};

function stepText(speaker: Speaker, id: string, label: string): string {
  const told = STEPS[id.replace(/^bridge\./, '')];
  const good = (speaker.value(id) ?? 0) >= 0;
  const amount = speaker.say(id);
  if (told !== undefined) return told[good ? 0 : 1](amount);
  if (id.startsWith('bridge.gap.'))
    return `${GAPS[id.slice('bridge.gap.'.length)] ?? ''} ${amount}, जो केवल ${good ? 'पिछली' : 'इस'} अवधि का पता है`;
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
  const now =
    value === 0
      ? `${period} में न लाभ हुआ, न घाटा`
      : `${period} का ${profitName(value)} ${speaker.say('pnl.netProfit')} रहा`;
  const earlier = speaker.value('pnl.netProfit.previous');
  if (before === undefined || earlier === null) return `${now}।`;
  return `${now}${against({ value, earlier }, speaker, before)}${salesClause(speaker)}।`;
}

interface Results {
  readonly value: number;
  readonly earlier: number;
}

function against({ value, earlier }: Results, speaker: Speaker, before: string): string {
  if (value < 0 && earlier < 0) return `, जो ${before} ${lossMoved(speaker)} है`;
  if (value === 0 && earlier === 0) return `, ${before} में भी नहीं`;
  if (Math.sign(value) === Math.sign(earlier)) return `, जो ${before} ${moved(speaker, 'pnl.netProfit')} है`;
  if (earlier === 0) return `; ${before} में न लाभ था, न घाटा`;
  return `; ${before} में ${profitName(earlier)} ${speaker.say('pnl.netProfit.previous')} था`;
}

/** A loss that grows is no growth. */
function lossMoved({ say, value }: Speaker): string {
  const change = value('pnl.netProfit.change') ?? 0;
  return change === 0 ? 'के बराबर' : `से ${say('pnl.netProfit.change')} ${change > 0 ? 'कम' : 'ज़्यादा'}`;
}

function salesClause(speaker: Speaker): string {
  const [sales, result] = [
    speaker.value('pnl.netSales.change') ?? 0,
    speaker.value('pnl.netProfit.change') ?? 0,
  ];
  if (!speaker.has('pnl.netSales.changeShare') || sales === 0) return '';
  const share = speaker.say('pnl.netSales.changeShare');
  return `, ${Math.sign(sales) !== Math.sign(result) ? 'जबकि' : 'और'} शुद्ध बिक्री ${share} ${sales > 0 ? 'बढ़ी' : 'घटी'}`;
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
    ...((value('pnl.refunds') ?? 0) > 0 ? [refunds(speaker)] : []),
  ].join(' और ');
  if (value('pnl.orders') === 0)
    return reductions === '' ? NO_ORDERS : `कोई ऑर्डर नहीं गिना गया; ${reductions} रहे।`;
  const sold = `${period} में ${say('pnl.orders')} ऑर्डर से ${broughtIn(speaker, reductions)}।`;
  return has('pnl.grossProfit') ? `${sold} ${grossProfit(speaker)}` : sold;
}

function refunds({ say, value }: Speaker): string {
  const tax = (value('pnl.taxInRefunds') ?? 0) > 0 ? ` (${say('pnl.taxInRefunds')} कर सहित)` : '';
  return `${say('pnl.refunds')} के रिफ़ंड${tax}`;
}

function broughtIn(speaker: Speaker, reductions: string): string {
  if (reductions === '') return `शुद्ध बिक्री ${netSales(speaker)} रही`;
  return `कुल बिक्री ${speaker.say('pnl.grossSales')} रही; ${reductions} के बाद शुद्ध बिक्री ${netSales(speaker)}`;
}

function grossProfit({ say, value, has }: Speaker): string {
  const margin = has('pnl.grossMargin') ? ` (आय का ${say('pnl.grossMargin')})` : '';
  const word = (value('pnl.grossProfit') ?? 0) < 0 ? 'सकल घाटा' : 'सकल लाभ';
  return `माल की लागत ${say('pnl.costOfGoods')} घटाने पर ${word} ${say('pnl.grossProfit')} हुआ${margin}।`;
}

const NO_ORDERS = 'कोई ऑर्डर नहीं गिना गया।';

function netSales({ say, value }: Speaker): string {
  return `${(value('pnl.netSales') ?? 0) < 0 ? 'शून्य से नीचे ' : ''}${say('pnl.netSales')}`;
}

function sales({ speaker, before }: SentenceContext): string {
  const { say, has, value } = speaker;
  if (value('pnl.orders') === 0) return NO_ORDERS;
  const change =
    before !== undefined && has('pnl.netSales.change') ? `, ${before} ${moved(speaker, 'pnl.netSales')}` : '';
  return `${say('pnl.orders')} ऑर्डर से शुद्ध बिक्री ${netSales(speaker)}${change}।`;
}

function basis({ speaker }: SentenceContext): string {
  const { say, has, value } = speaker;
  const tax =
    (value('pnl.taxCollected') ?? 0) > 0
      ? ` सरकार के लिए वसूला गया कर ${say('pnl.taxCollected')} इन आँकड़ों में शामिल नहीं है।`
      : '';
  const word = (value('pnl.netMargin') ?? 0) < 0 ? 'शुद्ध घाटा' : 'शुद्ध मार्जिन';
  const margin = has('pnl.netMargin')
    ? `${word} ${say('pnl.revenue')} की आय का ${say('pnl.netMargin')} है।`
    : '';
  return `${margin}${tax}`.trim();
}

export const HINDI: Phrases = {
  profit,
  causes,
  ladder,
  sales,
  basis,
  empty: (period, covered) =>
    covered === undefined ? 'फ़ाइलों में कोई ऑर्डर नहीं है।' : `${period} में कोई ऑर्डर नहीं; आँकड़े ${covered} के हैं।`,
  finding: (speaker, finding) => HINDI_FINDINGS[finding.kind]?.(speaker, finding),
};
