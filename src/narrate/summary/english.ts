import type { Finding } from '../../domain/answer.ts';
import type { Phrases, SentenceContext } from './phrases.ts';
import { nameText, type Speaker } from './speaker.ts';

type Told = readonly [gain: (amount: string) => string, loss: (amount: string) => string];

/** What a step of the bridge did, when it was good and when it was bad for profit. */
const STEPS: Readonly<Record<string, Told>> = {
  volume: [(x) => `selling more units added ${x}`, (x) => `selling fewer units cost ${x}`],
  mix: [
    (x) => `a better-earning mix of products added ${x}`,
    (x) => `a mix of products that earn less cost ${x}`,
  ],
  price: [(x) => `higher prices added ${x}`, (x) => `lower prices cost ${x}`],
  unitCost: [(x) => `cheaper goods saved ${x}`, (x) => `dearer goods cost ${x}`],
  discounts: [(x) => `smaller discounts saved ${x}`, (x) => `larger discounts cost ${x}`],
  refunds: [(x) => `fewer refunds saved ${x}`, (x) => `refunds took another ${x}`],
  taxInRefunds: [
    (x) => `tax inside refunds gave back ${x} more`,
    (x) => `tax inside refunds gave back ${x} less`,
  ],
  shippingIncome: [(x) => `buyers paid ${x} more for shipping`, (x) => `buyers paid ${x} less for shipping`],
  otherIncome: [(x) => `tips and extras added ${x}`, (x) => `tips and extras fell by ${x}`],
  shippingVolume: [(x) => `fewer parcels saved ${x} of shipping`, (x) => `sending more parcels cost ${x}`],
  shippingPerOrder: [
    (x) => `cheaper shipping per order saved ${x}`,
    (x) => `dearer shipping per order cost ${x}`,
  ],
  paymentFees: [(x) => `lower payment fees saved ${x}`, (x) => `payment fees rose by ${x}`],
  marketplaceFees: [(x) => `lower marketplace fees saved ${x}`, (x) => `marketplace fees rose by ${x}`],
  packaging: [(x) => `packaging cost ${x} less`, (x) => `packaging cost ${x} more`],
  undelivered: [(x) => `undelivered parcels cost ${x} less`, (x) => `undelivered parcels cost another ${x}`],
  advertising: [(x) => `less advertising saved ${x}`, (x) => `more advertising cost ${x}`],
};

function stepText(speaker: Speaker, id: string, label: string): string {
  const told = STEPS[id.replace(/^bridge\./, '')];
  const good = (speaker.value(id) ?? 0) >= 0;
  const amount = speaker.say(id);
  if (told !== undefined) return told[good ? 0 : 1](amount);
  return good ? `${nameText(label)} cost ${amount} less` : `${nameText(label)} cost ${amount} more`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function sentence(text: string): string {
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function profitName(value: number): string {
  return value < 0 ? 'a net loss of' : 'a net profit of';
}

/** `down ₹12,400 (6.3 %)`, `unchanged`. */
function moved(speaker: Speaker, id: string): string {
  const change = speaker.value(`${id}.change`) ?? 0;
  if (change === 0) return 'unchanged';
  const share = speaker.has(`${id}.changeShare`) ? ` (${speaker.say(`${id}.changeShare`)})` : '';
  return `${change < 0 ? 'down' : 'up'} ${speaker.say(`${id}.change`)}${share}`;
}

function profit({ speaker, period, before }: SentenceContext): string {
  const value = speaker.value('pnl.netProfit');
  if (value === null) return '';
  const now = `${period} made ${profitName(value)} ${speaker.say('pnl.netProfit')}`;
  if (before === undefined) return `${now}.`;
  const earlier = speaker.value('pnl.netProfit.previous') ?? 0;
  const turned = Math.sign(earlier) !== Math.sign(value) || earlier < 0;
  if (turned)
    return `${now}, after ${profitName(earlier)} ${speaker.say('pnl.netProfit.previous')} in ${before}${salesClause(speaker)}.`;
  return `${now}, ${moved(speaker, 'pnl.netProfit')} on ${before}${salesClause(speaker)}.`;
}

/** Sales that went the other way are the surprise worth naming. */
function salesClause(speaker: Speaker): string {
  const [sales, result] = [
    speaker.value('pnl.netSales.change') ?? 0,
    speaker.value('pnl.netProfit.change') ?? 0,
  ];
  if (!speaker.has('pnl.netSales.changeShare') || sales === 0) return '';
  const share = speaker.say('pnl.netSales.changeShare');
  const word = sales > 0 ? 'rose' : 'fell';
  if (sales > 0 !== result > 0) return `, although net sales ${word} ${share}`;
  return `, as net sales ${word} ${share}`;
}

function causes(speaker: Speaker, { figures, names }: Finding): string {
  const change = speaker.value('pnl.netProfit.change') ?? 0;
  const ids = ['cause1', 'cause2', 'cause3'].flatMap((role) =>
    figures[role] === undefined ? [] : [[figures[role], names[role] ?? ''] as const],
  );
  const sameWay = ids.filter(([id]) => Math.sign(speaker.value(id) ?? 0) === Math.sign(change));
  const against = ids.filter(([id]) => Math.sign(speaker.value(id) ?? 0) === -Math.sign(change));
  if (sameWay.length === 0) return '';
  const main = sentence(
    `mostly because ${listed(sameWay.map(([id, label]) => causeText(speaker, id, label)))}`,
  ).slice(0, -1);
  const other = against.map(([id, label]) => stepText(speaker, id, label));
  return other.length === 0 ? `${main}.` : `${main}; ${listed(other)}.`;
}

/** Shipping per order is told with both prices: that is what the owner can check on the courier's bill. */
function causeText(speaker: Speaker, id: string, label: string): string {
  const rates = ['pnl.shippingPerOrder', 'pnl.shippingPerOrder.previous'];
  if (id !== 'bridge.shippingPerOrder' || !rates.every((rate) => speaker.has(rate)))
    return stepText(speaker, id, label);
  const rose = (speaker.value(id) ?? 0) < 0;
  const [now, then] = rates.map((rate) => speaker.say(rate));
  return `shipping ${rose ? 'rose' : 'fell'} from ${then} to ${now} an order (${rose ? 'costing' : 'saving'} ${speaker.say(id)})`;
}

function ladder({ speaker, period }: SentenceContext): string {
  const { say, value, has } = speaker;
  const reductions = [
    ...((value('pnl.discounts') ?? 0) > 0 ? [`discounts of ${say('pnl.discounts')}`] : []),
    ...((value('pnl.refunds') ?? 0) > 0 ? [`refunds of ${say('pnl.refunds')}`] : []),
  ];
  const after = reductions.length === 0 ? 'net sales were' : `after ${listed(reductions)} net sales were`;
  const sold = `In ${period} ${say('pnl.orders')} orders brought gross sales of ${say('pnl.grossSales')}; ${after} ${say('pnl.netSales')}.`;
  if (!has('pnl.grossProfit')) return sold;
  const margin = has('pnl.grossMargin') ? `, ${say('pnl.grossMargin')} of revenue` : '';
  return `${sold} Goods cost ${say('pnl.costOfGoods')}, which leaves a gross ${(value('pnl.grossProfit') ?? 0) < 0 ? 'loss' : 'profit'} of ${say('pnl.grossProfit')}${margin}.`;
}

function sales({ speaker, before }: SentenceContext): string {
  const { say, has } = speaker;
  const change =
    before !== undefined && has('pnl.netSales.change')
      ? `, ${moved(speaker, 'pnl.netSales')} on ${before}`
      : '';
  return `Net sales ${say('pnl.netSales')} from ${say('pnl.orders')} orders${change}.`;
}

function basis({ speaker }: SentenceContext): string {
  const { say, has, value } = speaker;
  const tax =
    (value('pnl.taxCollected') ?? 0) > 0
      ? ` Tax of ${say('pnl.taxCollected')} was collected for the government and is in none of these figures.`
      : '';
  const inRefunds =
    (value('pnl.taxInRefunds') ?? 0) > 0
      ? ` Refunds contain ${say('pnl.taxInRefunds')} of tax, which is taken out of them.`
      : '';
  const margin = has('pnl.netMargin')
    ? ` Net margin is ${negative(value('pnl.netMargin'))}${say('pnl.netMargin')} of revenue of ${say('pnl.revenue')}.`
    : '';
  return `${margin}${tax}${inRefunds}`.trim();
}

function negative(value: number | null): string {
  return value !== null && value < 0 ? 'minus ' : '';
}

const TOLD: Readonly<Record<string, (speaker: Speaker, finding: Finding) => string>> = {
  profitUnknown: ({ say }, { figures }) =>
    `Net profit cannot be stated: no file gives the cost of any of the ${say(figures['products'] ?? '')} products sold. Revenue was ${say('pnl.revenue')}; add their costs in costs.csv.`,
  shippingPerOrderUp: ({ say }, { figures, names }) =>
    `Ask the courier why a parcel now costs ${say(figures['now'] ?? '')} instead of ${say(figures['previous'] ?? '')} in ${nameText(names['before'])}: it took ${say(figures['effect'] ?? '')} of profit.`,
  refundSpike: ({ say }, { figures, names }) =>
    `Refunds were ${say(figures['rate'] ?? '')} of gross sales against ${say(figures['previousRate'] ?? '')} in ${nameText(names['before'])}: ${say(figures['excess'] ?? '')} more than at the earlier rate.`,
  codLosesMoney: codSentence,
  soldAtLoss: ({ say }, { figures, names }) =>
    `${nameText(names['sku'])} sells below its cost: ${say(figures['units'] ?? '')} units lost ${say(figures['loss'] ?? '')} before shipping and fees. Raise its price or drop it.`,
  costsMissing: costsSentence,
  linesMissing: (_, { names }) =>
    `No file gives ${nameText(names['lines'])}: the real profit is lower by these.`,
  ordersLeftOut: leftOutSentence,
  feesAbovePlan: ({ say }, { figures }) =>
    `Payment fees were ${say(figures['charged'] ?? '')} where your agreed rates give ${say(figures['planned'] ?? '')}: ask for the ${say(figures['excess'] ?? '')} back.`,
};

function codSentence({ say }: Speaker, { figures, names }: Finding): string {
  const place = names['state'] === 'all' ? '' : ` in ${nameText(names['state'])}`;
  const rate = `${say(figures['rate'] ?? '')} of ${say(figures['orders'] ?? '')} orders came back and it pays only below ${say(figures['breakEven'] ?? '')}`;
  return `Stop cash on delivery for ${nameText(names['sku'])}${place}: ${rate}; it loses about ${say(figures['loss'] ?? '')} a month.`;
}

function costsSentence(speaker: Speaker, { figures, names }: Finding): string {
  const { say, value } = speaker;
  const side = (id: string): string => `${(value(id) ?? 0) < 0 ? 'a loss of ' : ''}${say(id)}`;
  const one = value('costs.missing') === 1;
  const products = `${say(figures['products'] ?? '')} ${one ? 'product has' : 'products have'} no known cost`;
  const between = `profit lies between ${side(figures['low'] ?? '')} and ${side(figures['high'] ?? '')}`;
  return `${products}, so ${between}; fill in ${nameText(names['products'])} first (${say(figures['share'] ?? '')} of the gap).`;
}

const LEFT_OUT: Readonly<Record<string, string>> = {
  pending: 'are not paid yet and not counted',
  awaitingDelivery: 'are cash on delivery that is not sold yet and not counted',
  undelivered: 'came back undelivered or were lost: no sale, only their cost counts',
  cancelled: 'were cancelled and are not counted',
  cancelledPaid: 'were cancelled after payment and nothing was given back: check whether you owe it',
  void: 'were voided, expired or failed and are not counted',
};

function leftOutSentence({ say, has }: Speaker, { figures, names }: Finding): string {
  const orders = say(figures['orders'] ?? '');
  if (names['standing'] === 'otherCurrency')
    return `${orders} orders are in another currency and not counted.`;
  const worth = has(figures['amount'] ?? '') ? ` worth ${say(figures['amount'] ?? '')}` : '';
  return `${orders} ${names['count'] === '1' ? 'order' : 'orders'}${worth} ${LEFT_OUT[names['standing'] ?? ''] ?? 'are not counted'}.`;
}

export const ENGLISH: Phrases = {
  profit,
  causes,
  ladder,
  sales,
  basis,
  empty: (period, covered) =>
    covered === undefined
      ? 'The files hold no orders.'
      : `No orders in ${period}; the data covers ${covered}.`,
  finding: (speaker, finding) => TOLD[finding.kind]?.(speaker, finding),
};
