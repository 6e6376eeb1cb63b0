import type { Finding } from '../../domain/answer.ts';
import { ENGLISH_FINDINGS } from './english-findings.ts';
import type { Phrases, SentenceContext } from './phrases.ts';
import { listed, nameText, type Speaker } from './speaker.ts';

type Told = readonly [gain: (amount: string) => string, loss: (amount: string) => string];

/** What a step of the bridge did, when it was good and when it was bad for profit. */
const STEPS: Readonly<Record<string, Told>> = {
  volume: [(x) => `selling more units added ${x}`, (x) => `selling fewer units cost ${x}`],
  mix: [
    (x) => `a mix of products with higher margins added ${x}`,
    (x) => `a mix of products with lower margins cost ${x}`,
  ],
  price: [(x) => `higher prices added ${x}`, (x) => `lower prices cost ${x}`],
  unitCost: [(x) => `cheaper goods saved ${x}`, (x) => `dearer goods cost ${x}`],
  discounts: [(x) => `smaller discounts saved ${x}`, (x) => `larger discounts cost ${x}`],
  refunds: [(x) => `fewer refunds saved ${x}`, (x) => `refunds took another ${x}`],
  taxInRefunds: [
    (x) => `tax inside refunds gave back ${x} more`,
    (x) => `tax inside refunds gave back ${x} less`,
  ],
  otherGoods: [(x) => `goods put back into stock saved ${x}`, (x) => `less put back into stock cost ${x}`],
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

/** Lines that may be known for one of two periods only: no change of the shop's. */
const GAPS: Readonly<Record<string, string>> = {
  shippingCost: 'shipping costs',
  paymentFees: 'payment fees',
};

function stepText(speaker: Speaker, id: string, label: string): string {
  const told = STEPS[id.replace(/^bridge\./, '')];
  const good = (speaker.value(id) ?? 0) >= 0;
  const amount = speaker.say(id);
  if (told !== undefined) return told[good ? 0 : 1](amount);
  if (id.startsWith('bridge.gap.'))
    return `${GAPS[id.slice('bridge.gap.'.length)] ?? ''} of ${amount} ${good ? 'are known for the earlier period only' : 'were not known for the earlier period'}`;
  return good ? `${nameText(label)} cost ${amount} less` : `${nameText(label)} cost ${amount} more`;
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
  if (value < 0 && earlier < 0) return `${now}, ${lossMoved(speaker)} in ${before}${salesClause(speaker)}.`;
  const turned = Math.sign(earlier) !== Math.sign(value);
  if (turned)
    return `${now}, after ${profitName(earlier)} ${speaker.say('pnl.netProfit.previous')} in ${before}${salesClause(speaker)}.`;
  return `${now}, ${moved(speaker, 'pnl.netProfit')} on ${before}${salesClause(speaker)}.`;
}

/** `₹500 less than`, `as much as`: a loss that grows is no growth. */
function lossMoved({ say, value }: Speaker): string {
  const change = value('pnl.netProfit.change') ?? 0;
  return change === 0 ? 'as much as' : `${say('pnl.netProfit.change')} ${change > 0 ? 'less' : 'more'} than`;
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
  if (Math.sign(sales) !== Math.sign(result)) return `, although net sales ${word} ${share}`;
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
    `mostly because ${listed(
      sameWay.map(([id, label]) => causeText(speaker, id, label)),
      'and',
    )}`,
  ).slice(0, -1);
  const other = against.map(([id, label]) => stepText(speaker, id, label));
  return other.length === 0 ? `${main}.` : `${main}; ${listed(other, 'and')}.`;
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

function orders({ say, value }: Speaker): string {
  return `${say('pnl.orders')} ${value('pnl.orders') === 1 ? 'order' : 'orders'}`;
}

function ladder({ speaker, period }: SentenceContext): string {
  const { say, value, has } = speaker;
  const reductions = [
    ...((value('pnl.discounts') ?? 0) > 0 ? [`discounts of ${say('pnl.discounts')}`] : []),
    ...((value('pnl.refunds') ?? 0) > 0 ? [`refunds of ${say('pnl.refunds')}`] : []),
  ];
  const after =
    reductions.length === 0 ? 'net sales were' : `after ${listed(reductions, 'and')} net sales were`;
  const sold = `In ${period}, ${orders(speaker)} brought gross sales of ${say('pnl.grossSales')}; ${after} ${say('pnl.netSales')}.`;
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
  return `Net sales ${say('pnl.netSales')} from ${orders(speaker)}${change}.`;
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
  finding: (speaker, finding) => ENGLISH_FINDINGS[finding.kind]?.(speaker, finding),
};
