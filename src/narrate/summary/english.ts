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

/** `down ₹12,400 (6.3 %) on Sep 2026`, `unchanged from Sep 2026`. */
function moved(speaker: Speaker, id: string, before: string): string {
  const change = speaker.value(`${id}.change`) ?? 0;
  if (change === 0) return `unchanged from ${before}`;
  const share = speaker.has(`${id}.changeShare`) ? ` (${speaker.say(`${id}.changeShare`)})` : '';
  return `${change < 0 ? 'down' : 'up'} ${speaker.say(`${id}.change`)}${share} on ${before}`;
}

function profit({ speaker, period, before }: SentenceContext): string {
  const value = speaker.value('pnl.netProfit');
  if (value === null) return '';
  const now =
    value === 0
      ? `${period} broke even`
      : `${period} made ${profitName(value)} ${speaker.say('pnl.netProfit')}`;
  const earlier = speaker.value('pnl.netProfit.previous');
  if (before === undefined || earlier === null) return `${now}.`;
  return `${now}, ${against({ value, earlier }, speaker, before)}${salesClause(speaker)}.`;
}

interface Results {
  readonly value: number;
  readonly earlier: number;
}

function against({ value, earlier }: Results, speaker: Speaker, before: string): string {
  if (value < 0 && earlier < 0) return `${lossMoved(speaker)} in ${before}`;
  if (Math.sign(value) === Math.sign(earlier)) return moved(speaker, 'pnl.netProfit', before);
  if (earlier === 0) return `after neither profit nor loss in ${before}`;
  return `after ${profitName(earlier)} ${speaker.say('pnl.netProfit.previous')} in ${before}`;
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
    ...((value('pnl.refunds') ?? 0) > 0 ? [refunds(speaker)] : []),
  ];
  if (value('pnl.orders') === 0) return noOrders(reductions);
  const sold = `${/^\d{1,2} \w{3} \d{4}$/.test(period) ? 'On' : 'In'} ${period}, ${orders(speaker)} brought ${broughtIn(speaker, reductions)}.`;
  return has('pnl.grossProfit') ? `${sold} ${grossProfit(speaker)}` : sold;
}

function refunds({ say, value }: Speaker): string {
  const tax = (value('pnl.taxInRefunds') ?? 0) > 0 ? ` (${say('pnl.taxInRefunds')} of it tax)` : '';
  return `refunds of ${say('pnl.refunds')}${tax}`;
}

function broughtIn({ say, value }: Speaker, reductions: readonly string[]): string {
  const net = `${negative(value('pnl.netSales'))}${say('pnl.netSales')}`;
  if (reductions.length === 0) return `net sales of ${net}`;
  return `gross sales of ${say('pnl.grossSales')}; after ${listed(reductions, 'and')} net sales were ${net}`;
}

function grossProfit({ say, value, has }: Speaker): string {
  const margin = has('pnl.grossMargin') ? `, ${say('pnl.grossMargin')} of revenue` : '';
  const result = (value('pnl.grossProfit') ?? 0) < 0 ? 'loss' : 'profit';
  return `Goods cost ${say('pnl.costOfGoods')}, which leaves a gross ${result} of ${say('pnl.grossProfit')}${margin}.`;
}

function noOrders(reductions: readonly string[]): string {
  return `No order was counted${reductions.length === 0 ? '' : `, but ${listed(reductions, 'and')}`}.`;
}

function sales({ speaker, before }: SentenceContext): string {
  const { say, has, value } = speaker;
  if (value('pnl.orders') === 0) return 'No order was counted.';
  const change =
    before !== undefined && has('pnl.netSales.change') ? `, ${moved(speaker, 'pnl.netSales', before)}` : '';
  return `Net sales ${negative(value('pnl.netSales'))}${say('pnl.netSales')} from ${orders(speaker)}${change}.`;
}

function basis({ speaker }: SentenceContext): string {
  const { say, has, value } = speaker;
  const tax =
    (value('pnl.taxCollected') ?? 0) > 0
      ? ` Tax of ${say('pnl.taxCollected')} was collected for the government and is in none of these figures.`
      : '';
  const name = (value('pnl.netMargin') ?? 0) < 0 ? 'The net loss' : 'Net margin';
  const margin = has('pnl.netMargin')
    ? `${name} is ${say('pnl.netMargin')} of revenue (${say('pnl.revenue')}).`
    : '';
  return `${margin}${tax}`.trim();
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
      : `No orders ${/^\d{1,2} \w{3} \d{4}$/.test(period) ? 'on' : 'in'} ${period}; the data covers ${covered}.`,
  finding: (speaker, finding) => ENGLISH_FINDINGS[finding.kind]?.(speaker, finding),
};
