import type { Finding } from '../../domain/answer.ts';
import { listed, nameText, namesText, type Speaker } from './speaker.ts';
import type { RestockPhrases } from './restock-phrases.ts';

type Text = (speaker: Speaker, finding: Finding) => string;

function products({ names }: Finding): string {
  return listed(namesText(names['products']), 'and');
}

/** `1 product is` or `3 products are`. */
function productsAre({ say, value }: Speaker, id: string): string {
  return `${say(id)} ${value(id) === 1 ? 'product is' : 'products are'}`;
}

function need(speaker: Speaker): string {
  const { say, value, has } = speaker;
  const needs = value('restock.items') === 1 ? 'needs' : 'need';
  const first = `${say('restock.items')} of ${say('restock.products')} products ${needs} ordering now`;
  return has('restock.profitAtRisk')
    ? `${first}; ${say('restock.profitAtRisk')} of profit is at risk.`
    : `${first}; what waiting costs is not known, because no cost is.`;
}

function plan(speaker: Speaker): string {
  const { say, has, value } = speaker;
  const saves = has('restock.plan.saves') ? `, which saves ${say('restock.plan.saves')} of it` : '';
  if (!has('restock.budget')) {
    return has('restock.cost') ? `Ordering all of it costs ${say('restock.cost')}${saves}.` : '';
  }
  const budget = say('restock.budget');
  if (value('restock.plan.items') === 0) return `Nothing of it can be bought with ${budget}.`;
  const count = `${say('restock.plan.items')} ${value('restock.plan.items') === 1 ? 'product' : 'products'}`;
  const cost = has('restock.plan.cost') ? ` for ${say('restock.plan.cost')}` : '';
  return `With ${budget} order ${count}${cost}${saves}.`;
}

const FINDINGS: Readonly<Record<string, Text>> = {
  late: (speaker, finding) => {
    const { say, has } = speaker;
    const lost = has('restock.lostAnyway')
      ? `, which costs about ${say('restock.lostAnyway')} in any case`
      : '';
    return `${productsAre(speaker, 'restock.late')} sold out before an order placed today can arrive${lost}: ${products(finding)}.`;
  },
  leftOut: ({ say, value }, { figures, names }) => {
    const profit =
      value('restock.leftOut.profit') === null ? '' : `, which gives up ${say('restock.leftOut.profit')}`;
    const more = value(figures['cost'] ?? '') === null ? '' : ` (needs ${say(figures['cost'] ?? '')} more)`;
    return `The budget cuts or leaves out ${say('restock.leftOut.items')}${profit}; first of them ${nameText(names['product'])}${more}.`;
  },
  overstock: ({ say, has }, finding) => {
    const tied = has('restock.overstock.tiedUp') ? ` with ${say('restock.overstock.tiedUp')} tied up` : '';
    return `Do not buy ${say('restock.overstock.items')} others${tied} for over ${say('restock.overstock.weeks')} weeks: ${products(finding)}.`;
  },
  minimum: ({ say }, { figures, names }) =>
    `${say(figures['gap'] ?? '')} more reaches the minimum order of ${nameText(names['supplier'])}.`,
  filled: ({ say }, finding) =>
    `The order to ${nameText(finding.names['supplier'])} is filled up with ${products(finding)} for ${say(finding.figures['cost'] ?? '')}, to reach its minimum.`,
  freeFreight: ({ say }, { figures, names }) =>
    `${say(figures['gap'] ?? '')} more makes the freight of ${nameText(names['supplier'])} free.`,
  lateOrder: ({ say }, finding) =>
    `Order ${nameText(finding.names['order'])} to ${nameText(finding.names['supplier'])} is ${say(finding.figures['days'] ?? '')} late: ${products(finding)}.`,
  transfers: ({ say }, finding) =>
    `Move ${say('restock.transfers.units')} pieces between locations before buying: ${products(finding)}.`,
  feasts: (_, { names }) =>
    `Sales of ${listed(namesText(names['feasts']), 'and')} are reckoned with as in the past.`,
  filesEndEarly: (_, { names }) =>
    `The files end on ${nameText(names['day'])}: export newer ones before you order.`,
  noStock: (speaker, { figures }) =>
    `The stock of ${speaker.say(figures['items'] ?? '')} products is not known, so they are not ordered: an inventory export would tell.`,
  noCost: ({ say }, { figures }) =>
    `What ${say(figures['items'] ?? '')} of the products to order cost is not known, so they stand last: costs.csv would tell.`,
  noSupplier: ({ say }, { figures }) =>
    `Who sells ${say(figures['items'] ?? '')} of the products to order is not known, so there is no letter for them: suppliers.csv would tell.`,
  negativeStock: ({ say }, { figures }) =>
    `${say(figures['items'] ?? '')} products have less than nothing on hand in the file; they count as none.`,
  assumedLead: ({ say }, { figures }) =>
    `The lead time of ${say(figures['items'] ?? '')} of the products to order is assumed to be two weeks: suppliers.csv or purchase-orders.csv would tell.`,
  suspected: ({ say }, { figures }) =>
    `Of ${say(figures['items'] ?? '')} products days without stock are only suspected, from gaps in their sales: stock-history.csv would tell.`,
  waits: ({ say }, finding) =>
    `${say(finding.figures['items'] ?? '')} products are due, but the least order of them lasts too long, so they wait: ${products(finding)}.`,
};

const ADVICE: Readonly<Record<string, Text>> = {
  late: (_, { names }) =>
    `Order ${listed(namesText(names['toOrder']), 'and')} first, and ask whether it can come sooner.`,
  lateOrder: ({ say }, finding) =>
    `Ask ${nameText(finding.names['supplier']) || 'the supplier'} about order ${nameText(finding.names['order'])}, ${say(finding.figures['days'] ?? '')} late (${products(finding)}).`,
  minimum: (speaker, finding) => FINDINGS['minimum']?.(speaker, finding) ?? '',
  freeFreight: (speaker, finding) => FINDINGS['freeFreight']?.(speaker, finding) ?? '',
  transfers: (speaker, finding) => FINDINGS['transfers']?.(speaker, finding) ?? '',
  noStock: (speaker, finding) => FINDINGS['noStock']?.(speaker, finding) ?? '',
  noSupplier: (speaker, finding) => FINDINGS['noSupplier']?.(speaker, finding) ?? '',
  filesEndEarly: (speaker, finding) => FINDINGS['filesEndEarly']?.(speaker, finding) ?? '',
};

/** The summary of a restocking plan in English. */
export const ENGLISH_RESTOCK: RestockPhrases = {
  need,
  plan,
  nothingNeeded: ({ say }) => `None of ${say('restock.products')} products needs ordering now.`,
  empty: 'No sale before today is in these files, so there is nothing to order by.',
  service: ({ say, has }) =>
    has('restock.serviceAchieved')
      ? `The service promised is ${say('restock.serviceTarget')}; past days would have kept ${say('restock.serviceAchieved')}.`
      : '',
  finding: (speaker, finding) => FINDINGS[finding.kind]?.(speaker, finding),
  advice: (speaker, finding) => ADVICE[finding.kind]?.(speaker, finding),
};
