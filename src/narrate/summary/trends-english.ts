import type { Finding } from '../../domain/answer.ts';
import type { Measure } from '../../reports/trends/options.ts';
import { listed, nameText, namesText, type Speaker } from './speaker.ts';
import { adviceKey, carriersOf, dayKey, type Text, type TrendsPhrases } from './trends-phrases.ts';

const SOLD: Readonly<Record<Measure, (amount: string) => string>> = {
  revenue: (amount) => `Sales were ${amount}`,
  profit: (amount) => `Sales left ${amount} after the cost of each order`,
  orders: (amount) => `You had ${amount} orders`,
  units: (amount) => `You sold ${amount} pieces`,
};

function week({ say }: Speaker, measure: Measure, { names }: Finding): string {
  const when = names['to'] === undefined ? 'in the last 7 days' : `in the 7 days to ${nameText(names['to'])}`;
  const sold = `${SOLD[measure](say('trends.last7'))} ${when}`;
  const expected = `the ${say('trends.expected')} to be expected of these days`;
  if (names['normal'] === 'yes')
    return `${sold}, against ${expected}: normal variation, for ${say('trends.expected.low')} to ${say('trends.expected.high')} is usual.`;
  return `${sold}, ${say('trends.change')} ${side(names)} ${expected}.`;
}

type Names = Finding['names'];

function side(names: Names): string {
  return names['direction'] === 'down' ? 'below' : 'above';
}

/** The figure of a role. */
function told({ say }: Speaker, { figures }: Finding, role: string): string {
  return say(figures[role] ?? '');
}

/** `took ₹31,400` or `added ₹31,400`. */
function effect(speaker: Speaker, finding: Finding): string {
  return `${finding.names['direction'] === 'down' ? 'took' : 'added'} ${told(speaker, finding, 'amount')}`;
}

/** `: KRT-101 and DUP-220`. */
function carriers(finding: Finding): string {
  const products = carriersOf(finding);
  return products === undefined ? '' : `: ${listed(namesText(products), 'and')}`;
}

/** `Fewer` or `More` of what is good. */
function moreOf(what: string, down = 'Fewer', up = 'More'): Text {
  return (speaker, finding) =>
    `${finding.names['direction'] === 'down' ? down : up} ${what} ${effect(speaker, finding)}`;
}

function withCarriers(what: string): Text {
  return (speaker, finding) => `${what} ${effect(speaker, finding)}${carriers(finding)}`;
}

const CAUSES: Readonly<Record<string, Text>> = {
  stockout: withCarriers('Products that stopped selling'),
  price: withCarriers('Other prices than before'),
  traffic: moreOf('orders'),
  basket: moreOf('pieces a line'),
  mix: (speaker, finding) =>
    `Buyers turned to ${finding.names['direction'] === 'down' ? 'cheaper' : 'dearer'} products, which ${effect(speaker, finding)}`,
  new_customers: moreOf('new customers'),
  returning_customers: moreOf('returning customers'),
  segment: moreOf('orders from one state or country'),
  refunds: moreOf('money given back', 'More', 'Less'),
  discounts: moreOf('discounts', 'Larger', 'Smaller'),
  new_products: withCarriers('New products'),
  discontinued: withCarriers('Products that are gone'),
};

const WHOSE: Readonly<Record<string, string>> = {
  all: 'orders',
  new_customers: 'orders of new customers',
  returning_customers: 'orders of returning customers',
  refunds: 'given back',
  discounts: 'given off',
  new_products: 'sold of new products',
  cheapest_quarter: 'the cheapest quarter of products made',
  dearest_quarter: 'the dearest quarter of products made',
};

function whose({ names }: Finding): string {
  return WHOSE[names['of'] ?? ''] ?? '';
}

const nowAndUsual: Text = (speaker, finding) =>
  `${told(speaker, finding, 'now')} ${whose(finding)}, usually ${told(speaker, finding, 'usual')}`;

const CHECKS: Readonly<Record<string, Text>> = {
  stopped_selling: (speaker, finding) =>
    `${nameText(finding.names['product'])} sold nothing for ${told(speaker, finding, 'days')} from ${nameText(finding.names['day'])}; ${told(speaker, finding, 'rate')} a day before`,
  unit_price: (speaker, finding) =>
    `${nameText(finding.names['product'])}: ${told(speaker, finding, 'now')} a piece without tax, before ${told(speaker, finding, 'usual')}`,
  orders: nowAndUsual,
  segment_orders: (speaker, finding) =>
    `${nameText(finding.names['place'])}: ${told(speaker, finding, 'now')} orders, usually ${told(speaker, finding, 'usual')}`,
  pieces_per_line: (speaker, finding) => `pieces a line at ${told(speaker, finding, 'ratio')} of the usual`,
  share_of_lines: (speaker, finding) =>
    `${whose(finding)} ${told(speaker, finding, 'now')} of lines, usually ${told(speaker, finding, 'usual')}`,
  money: nowAndUsual,
};

const ADVICE: Readonly<Record<string, Text>> = {
  soldOut: (_, { names }) => `Order ${nameText(names['product'])} now: ecom restock says how much.`,
  wasSoldOut: (_, { names }) =>
    `Order ${nameText(names['product'])} in time: ecom restock says when and how much.`,
  silent: (_, { names }) => `See whether ${nameText(names['product'])} is on the shelf and in the shop.`,
  newPrice: (_, { names }) =>
    `See whether ${nameText(names['product'])} still sells as often at its new price.`,
  emptyDay: (_, { names }) => `Find out what kept buyers away on ${nameText(names['day'])}.`,
  stockout: (_, { names }) =>
    `Look at the stock of ${nameText(names['product'] ?? names['products'])} first: ecom restock says how much to order.`,
  price: (_, { names }) => `Look at the new price of ${nameText(names['product'] ?? names['products'])}.`,
  traffic: () =>
    'Look at what brings buyers: ads that ended, a listing that is hidden, the shop out of reach.',
  new_customers: () => 'Look at what brings new buyers: ads, search, a listing that is hidden.',
  returning_customers: () => 'Write to the customers who used to come back.',
  segment: (_, { names }) =>
    `Look at why ${nameText(names['place'] ?? names['products'])} orders less: delivery, a pin code switched off, a rival.`,
  refunds: (_, { names }) => `Look at why ${nameText(names['products']) || 'so much'} came back.`,
  discounts: () => 'Look at which discount codes run, and whether they should.',
};

/** `about 12 pieces, ₹15,022 of sales,`. */
const missed: Text = (speaker, finding) =>
  `about ${pieces(speaker, finding)}, ${told(speaker, finding, 'amount')} of sales,`;

const pieces: Text = (speaker, finding) => counted(speaker, finding, ['pieces', 'piece', 'pieces']);

const ordersOf: Text = (speaker, finding) => counted(speaker, finding, ['orders', 'order', 'orders']);

function counted(
  speaker: Speaker,
  finding: Finding,
  [role, one, many]: readonly [string, string, string],
): string {
  const isOne = speaker.value(finding.figures[role] ?? '') === 1;
  return `${told(speaker, finding, role)} ${isOne ? one : many}`;
}

const EVENTS: Readonly<Record<string, Text>> = {
  soldOut: (speaker, finding) => {
    const [item, day] = [nameText(finding.names['product']), nameText(finding.names['day'])];
    const days = told(speaker, finding, 'days');
    return finding.names['over'] === 'yes'
      ? `${item} was out of stock for ${days} from ${day}: ${missed(speaker, finding)} were missed.`
      : `${item} has been out of stock since ${day} (${days}): ${missed(speaker, finding)} were missed so far.`;
  },
  silent: (speaker, finding) => {
    const [item, day] = [nameText(finding.names['product']), nameText(finding.names['day'])];
    const days = told(speaker, finding, 'days');
    return finding.names['over'] === 'yes'
      ? `${item} sold nothing for ${days} from ${day}, where ${missed(speaker, finding)} were to be expected: it was out of stock or hidden.`
      : `${item} has sold nothing since ${day} (${days}), where ${missed(speaker, finding)} were to be expected: is it out of stock or hidden?`;
  },
  price: (speaker, finding) => {
    const isLess = finding.names['direction'] === 'down';
    const share = `${told(speaker, finding, 'share')} ${isLess ? 'less' : 'more'}`;
    const amount = told(speaker, finding, 'amount');
    return `${nameText(finding.names['product'])} costs ${share} since ${nameText(finding.names['day'])}: that ${isLess ? `took ${amount} off` : `added ${amount} to`} the ${pieces(speaker, finding)} sold since.`;
  },
  newProduct: (speaker, finding) =>
    `${nameText(finding.names['product'])}, new since ${nameText(finding.names['day'])}, has sold ${pieces(speaker, finding)} for ${told(speaker, finding, 'amount')}.`,
};

const USUAL: Readonly<Record<string, string>> = { orders: ' orders are', units: ' pieces are' };

/** What was sold on an unusual day, by what is measured and what befell it. */
const DAYS: Readonly<Record<string, Text>> = {
  revenue: (speaker, finding) =>
    `sales were ${told(speaker, finding, 'value')} from ${ordersOf(speaker, finding)}`,
  'revenue refunds': (speaker, finding) =>
    `sales were ${told(speaker, finding, 'value')} after ${told(speaker, finding, 'refunds')} was given back`,
  'revenue below': () => 'more was given back than sold',
  'revenue below refunds': (speaker, finding) =>
    `${told(speaker, finding, 'refunds')} was given back, more than was sold`,
  profit: (speaker, finding) => `${told(speaker, finding, 'value')} was left after the cost of each order`,
  'profit refunds': (speaker, finding) =>
    `${told(speaker, finding, 'value')} was left after ${told(speaker, finding, 'refunds')} was given back`,
  'profit below': (speaker, finding) => `the orders lost ${told(speaker, finding, 'value')}`,
  'profit below refunds': (speaker, finding) =>
    `the orders lost ${told(speaker, finding, 'value')} after ${told(speaker, finding, 'refunds')} was given back`,
  orders: (speaker, finding) => `you had ${ordersOf(speaker, finding)}`,
  units: (speaker, finding) => `you sold ${told(speaker, finding, 'value')} pieces`,
};

const anomaly: Text = (speaker, finding) => {
  const { names } = finding;
  const feast = names['name'] === undefined ? '' : ` (${nameText(names['name'])})`;
  const on = `On ${nameText(names['day'])}${feast}`;
  const key = dayKey(finding);
  if (key === 'noOrder') {
    const usual = `${told(speaker, finding, 'expected')}${USUAL[names['measure'] ?? ''] ?? ' is'}`;
    return `${on} no order came, where ${usual} usual: was the shop out of reach?`;
  }
  const sold = DAYS[key]?.(speaker, finding) ?? '';
  return `${on} ${sold}, ${told(speaker, finding, 'amount')} ${side(names)} the usual.`;
};

const higher = (direction: string | undefined): string => (direction === 'down' ? 'lower' : 'higher');

const FINDINGS: Readonly<Record<string, Text>> = {
  product: (speaker, finding) => EVENTS[finding.names['event'] ?? '']?.(speaker, finding) ?? '',
  cause: (speaker, finding) => {
    const cause = CAUSES[finding.names['cause'] ?? '']?.(speaker, finding) ?? '';
    const check = checkOf(speaker, finding);
    return check === undefined ? `${cause}.` : `${cause} – ${check}.`;
  },
  anomaly,
  level: (speaker, finding) =>
    `Since ${nameText(finding.names['day'])} sales lie ${told(speaker, finding, 'share')} ${higher(finding.names['direction'])} than before.`,
  season: (speaker, finding) => {
    const { names } = finding;
    const than = `sales were ${told(speaker, finding, 'share')} ${higher(names['direction'])} than on ordinary days`;
    return names['own'] === 'yes'
      ? `During ${nameText(names['name'])} (from ${nameText(names['day'])}) ${than}.`
      : `Around ${nameText(names['name'])} (${nameText(names['day'])}) ${than}, as to be expected then.`;
  },
  seasonAhead: (speaker, finding) => {
    const { figures, names } = finding;
    const soFar =
      figures['soFar'] === undefined
        ? ''
        : `; sales on its days so far are ${told(speaker, finding, 'soFar')} ${higher(names['soFar'])} than on ordinary ones`;
    const lastYear =
      figures['share'] === undefined
        ? ''
        : `; a year ago sales around it were ${told(speaker, finding, 'share')} ${higher(names['direction'])}`;
    return `${nameText(names['name'])} (${nameText(names['day'])}) is in ${told(speaker, finding, 'days')}${soFar}${lastYear}.`;
  },
  filesEndEarly: (_, { names }) =>
    `The files end on ${nameText(names['day'])}: export newer ones to see the days since.`,
  tooShort: (speaker, finding) =>
    `The files hold ${told(speaker, finding, 'days')} of sales: from five weeks on it can be told what is usual.`,
};

function checkOf(speaker: Speaker, finding: Finding): string | undefined {
  return CHECKS[finding.names['check'] ?? '']?.(speaker, finding);
}

const AHEAD: Readonly<Record<Measure, readonly [string, string]>> = {
  revenue: ['bring', ''],
  profit: ['leave', ''],
  orders: ['bring', ' orders'],
  units: ['sell', ' pieces'],
};

/** The summary of trends in English. */
export const ENGLISH_TRENDS: TrendsPhrases = {
  week,
  alone: ({ say, value }, measure) =>
    `${SOLD[measure](say('trends.last7'))} in the ${(value('trends.daysKnown') ?? 0) < 7 ? `${say('trends.daysKnown')} known` : 'last 7 days'}.`,
  empty: 'No sale before today is in these files.',
  nothing: 'No sale of what was asked for is in these files.',
  finding: (speaker, finding) => FINDINGS[finding.kind]?.(speaker, finding),
  check: checkOf,
  advice: (speaker, finding) => ADVICE[adviceKey(finding)]?.(speaker, finding),
  ahead: ({ say }, measure) => {
    const [verb, of] = AHEAD[measure];
    return `The next 14 days will most likely ${verb} ${say('trends.forecast14')}${of}, between ${say('trends.forecast14.low')} and ${say('trends.forecast14.high')}.`;
  },
};
