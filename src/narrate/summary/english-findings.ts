import type { Finding } from '../../domain/answer.ts';
import type { FindingTexts } from './phrases.ts';
import { listed, nameText, namesText, type Speaker } from './speaker.ts';

function counted(one: boolean, singular: string, plural: string): string {
  return one ? singular : plural;
}

/** A sentence or two for each kind of finding. */
export const ENGLISH_FINDINGS: FindingTexts = {
  profitUnknown: ({ say, value }, { figures }) => {
    if (figures['coverage'] !== undefined) {
      return `Net profit cannot be stated: the cost of only ${say(figures['coverage'])} of sales is known.`;
    }
    const one = value(figures['products'] ?? '') === 1;
    const products = one ? 'the only product' : `any of the ${say(figures['products'] ?? '')} products`;
    return `Net profit cannot be stated: no file gives the cost of ${products} sold. Revenue was ${say('pnl.revenue')}; list what each product costs you in costs.csv.`;
  },
  shippingPerOrderUp: ({ say }, { figures, names }) =>
    `Ask the courier why sending an order now costs ${say(figures['now'] ?? '')} instead of ${say(figures['previous'] ?? '')} in ${nameText(names['before'])}: it took ${say(figures['effect'] ?? '')} of profit.`,
  refundSpike: ({ say }, { figures, names }) =>
    `Refunds were ${say(figures['rate'] ?? '')} of gross sales against ${say(figures['previousRate'] ?? '')} in ${nameText(names['before'])}: ${say(figures['excess'] ?? '')} more than at the earlier rate.`,
  codLosesMoney: codSentence,
  soldAtLoss: ({ say, value }, { figures, names }) => {
    const units = `${say(figures['units'] ?? '')} ${counted(value(figures['units'] ?? '') === 1, 'unit', 'units')}`;
    return `${nameText(names['sku'])} sells below its cost: ${units} lost ${say(figures['loss'] ?? '')} before shipping and fees. Raise its price or drop it.`;
  },
  costsMissing: costsSentence,
  linesMissing: (speaker, { names }) =>
    `No file gives ${listed(namesText(names['lines']), 'or')}${soWorse(speaker)}.`,
  linePartly: (speaker, { figures, names }) =>
    `The files give ${nameText(names['line'])} for ${speaker.say(figures['known'] ?? '')} of ${speaker.say(figures['of'] ?? '')} orders only${soWorse(speaker)}.`,
  partlyCovered: ({ say }, { figures, names }) =>
    `The data covers only ${say(figures['days'] ?? '')} of the ${say(figures['of'] ?? '')} days of ${nameText(names['name'])}.`,
  recordsUnmatched: ({ say }, { figures, names }) => {
    const one = names['count'] === '1';
    const [record, records] =
      names['what'] === 'refunds' ? ['refund', 'refunds'] : ['courier’s bill', 'courier’s bills'];
    const what = `${say(figures['count'] ?? '')} ${counted(one, record, records)} worth ${say(figures['amount'] ?? '')}`;
    return `${what} ${counted(one, 'names', 'name')} no order in the data and ${counted(one, 'is', 'are')} not counted: add the orders of those days.`;
  },
  refundsAboveTotal: ({ say }, { figures, names }) => {
    const one = names['count'] === '1';
    const orders = `${say(figures['orders'] ?? '')} ${counted(one, 'order', 'orders')}`;
    return `${orders} gave back ${say(figures['excess'] ?? '')} more than ${counted(one, 'it', 'they')} charged, such as ${nameText(names['example'])}: see whether a refund stands in two files.`;
  },
  foreignRecords: ({ say }, { figures, names }) => {
    const one = names['count'] === '1';
    const records = `${say(figures['records'] ?? '')} ${counted(one, 'expense, fee, bill or cost is', 'expenses, fees, bills or costs are')}`;
    return `${records} in ${listed(namesText(names['currencies']), 'and')} and not counted: give ${counted(one, 'it', 'them')} in ${nameText(names['home'])}.`;
  },
  ordersLeftOut: leftOutSentence,
  feesAbovePlan: ({ say }, { figures }) =>
    `Payment fees were ${say(figures['charged'] ?? '')} where your agreed rates give ${say(figures['planned'] ?? '')}: ask for the ${say(figures['excess'] ?? '')} back.`,
};

/** What a cost that is not in the books does to the result; nothing to say while the result is not known at all. */
function soWorse({ value }: Speaker): string {
  const result = value('pnl.netProfit');
  if (result === null) return '';
  return result < 0 ? ', so the real loss is larger' : ', so the real profit is lower';
}

function codSentence({ say }: Speaker, { figures, names }: Finding): string {
  const place = names['state'] === 'all' ? '' : ` in ${nameText(names['state'])}`;
  const rate = `${say(figures['rate'] ?? '')} of ${say(figures['orders'] ?? '')} orders came back, and it pays only below ${say(figures['breakEven'] ?? '')}`;
  return `Stop cash on delivery for ${nameText(names['sku'])}${place}: ${rate}. It loses about ${say(figures['loss'] ?? '')} a month.`;
}

function costsSentence(speaker: Speaker, { figures, names }: Finding): string {
  const { say, value } = speaker;
  const of = (role: string): string => figures[role] ?? '';
  const [missing, first] = [value(of('products')) ?? 0, value(of('fillFirst')) ?? 0];
  const products = `${say(of('products'))} ${counted(missing === 1, 'product has', 'products have')} no known cost`;
  const list = listed(namesText(names['products']), 'and');
  const fill = `fill in the ${counted(first === 1, 'cost', 'costs')} of ${list}`;
  const share = missing > first ? ` first (${say(of('share'))} of the gap)` : '';
  return `${products}, so ${between(speaker, of('low'), of('high'))}; ${fill}${share}.`;
}

function between({ say, value }: Speaker, low: string, high: string): string {
  if ((value(low) ?? 0) >= 0) return `net profit lies between ${say(low)} and ${say(high)}`;
  const best = (value(high) ?? 0) < 0 ? 'a loss' : 'a profit';
  return `the result lies between a loss of ${say(low)} and ${best} of ${say(high)}`;
}

const LEFT_OUT: Readonly<Record<string, readonly [one: string, many: string]>> = {
  pending: ['is not paid yet and not counted', 'are not paid yet and not counted'],
  awaitingDelivery: [
    'is cash on delivery that is not sold yet and not counted',
    'are cash on delivery that is not sold yet and not counted',
  ],
  undelivered: [
    'came back undelivered or was lost: no sale, only its cost counts',
    'came back undelivered or were lost: no sale, only their cost counts',
  ],
  cancelled: ['was cancelled and is not counted', 'were cancelled and are not counted'],
  cancelledPaid: [
    'was cancelled after payment and nothing was given back: check whether you owe it',
    'were cancelled after payment and nothing was given back: check whether you owe it',
  ],
  void: [
    'was voided, expired or failed and is not counted',
    'were voided, expired or failed and are not counted',
  ],
  otherCurrency: ['is in another currency and not counted', 'are in another currency and not counted'],
};

function leftOutSentence({ say, has }: Speaker, { figures, names }: Finding): string {
  const one = names['count'] === '1';
  const [single = '', several = ''] = LEFT_OUT[names['standing'] ?? ''] ?? [];
  const worth = has(figures['amount'] ?? '') ? ` worth ${say(figures['amount'] ?? '')}` : '';
  return `${say(figures['orders'] ?? '')} ${counted(one, 'order', 'orders')}${worth} ${counted(one, single, several)}.`;
}
