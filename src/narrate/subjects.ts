import type { Figure } from '../domain/figure.ts';
import { baseOf, isEffect } from './change-figures.ts';
import { changeOf, type Change } from './facts.ts';
import { literal, spansOf, wholeWord, type Span } from './text-marks.ts';

/** Words that name what a sentence is about, with the figures they may stand for, the likeliest first. */
export interface Subject extends Span {
  readonly bases: readonly string[];
  readonly text: string;
}

/** Finds subjects in masked text and tells how they changed. */
export interface Subjects {
  readonly find: (text: string) => readonly Subject[];
  readonly changeOf: (base: string) => Change | undefined;
}

/** What owners call a figure, by the last part of its id; a phrase that stands for several goes to the first one that exists. */
const PHRASES: Readonly<Record<string, string>> = {
  netProfit: 'net profit|profit|bottom line|शुद्ध लाभ|शुद्ध मुनाफ़ा|शुद्ध मुनाफा|मुनाफ़ा|मुनाफा|लाभ',
  netSales: 'net sales|sales|शुद्ध बिक्री|बिक्री',
  revenue: 'revenue|revenues|turnover|sales|राजस्व|आय|बिक्री|आमदनी',
  grossSales: 'gross sales|sales|सकल बिक्री|कुल बिक्री|बिक्री',
  discounts: 'discount|discounts|discounting|छूट',
  refunds: 'refund|refunds|returns|refunds and returns|रिफंड|रिफ़ंड|वापसी',
  refundRate: 'refund rate|share of refunds|रिफंड दर',
  shippingIncome: 'shipping income|shipping charged|शिपिंग आय',
  otherIncome: 'other income|अन्य आय',
  costOfGoods: 'cost of goods|goods cost|goods costs|cogs|माल की लागत',
  grossProfit: 'gross profit|profit|सकल लाभ|सकल मुनाफ़ा|सकल मुनाफा',
  shippingCost:
    'shipping cost|shipping costs|shipping paid|shipping bill|shipping|courier bill|courier charges|freight|delivery costs|शिपिंग लागत|शिपिंग खर्च|शिपिंग',
  paymentFees: 'payment fee|payment fees|gateway fees|fees|भुगतान शुल्क|शुल्क',
  marketplaceFees: 'marketplace fee|marketplace fees|fees|मार्केटप्लेस शुल्क',
  packaging: 'packaging|packing|पैकेजिंग',
  undelivered: 'undelivered parcels|parcels came back|undelivered|rto|failed deliveries',
  contribution: 'contribution|अंशदान|योगदान',
  contributionMargin: 'contribution margin|margin',
  advertising:
    'advertising|advertising spend|advertising cost|advertising costs|ad spend|ads|marketing|विज्ञापन|विज्ञापन खर्च',
  operatingExpenses:
    'operating expense|operating expenses|running costs|overhead|overheads|opex|परिचालन खर्च|संचालन खर्च',
  orders: 'order|orders|order count|number of orders|ऑर्डर|ऑर्डरों',
  units: 'unit|units|units sold|pieces|इकाइयाँ|इकाइयां|नग',
  grossMargin: 'gross margin|margin|margins|सकल मार्जिन|मार्जिन',
  netMargin: 'net margin|margin|शुद्ध मार्जिन|मार्जिन',
  averageOrder: 'average order|average order value|net sales per order|basket',
  costCoverage:
    'cost coverage|known cost|known costs|cost is known|costs is known|cost are known|costs are known|लागत ज्ञात',
  shippingPerOrder:
    'shipping per order|shipping an order|shipping cost per order|shipping costs per order|cost of shipping an order|delivery cost per order|प्रति ऑर्डर शिपिंग|शिपिंग प्रति ऑर्डर|प्रति ऑर्डर शिपिंग लागत|ऑर्डर भेजने का ख़र्च|ऑर्डर भेजने का खर्च',
  taxCollected: 'tax collected|taxes collected',
  price: 'price|prices|कीमत|कीमतें|दाम',
  unitCost:
    'सस्ते माल|महँगे माल|महंगे माल|माल|goods|unit cost|unit costs|cost per unit|product costs|purchase prices|इकाई लागत',
  volume: 'volume|volumes|sales|selling|बिक्री|order|orders|number of orders|unit|units|मात्रा|ऑर्डर',
  mix: 'mix|product mix|mix of products',
};

/** The last part of what an id is about: `netProfit` for `pnl.netProfit.change`. */
export function tailOf(id: string): string {
  const base = baseOf(id);
  return base.slice(base.lastIndexOf('.') + 1);
}

/** Whether owners have a usual name for a figure: one of the statement or the bridge, not of a single product or place. */
export function hasUsualName(id: string): boolean {
  return Object.hasOwn(PHRASES, tailOf(id)) && baseOf(id).split('.').length === 2;
}

const PRIORITY = Object.keys(PHRASES);

/** Steps of a bridge whose growth costs money: what they did to profit runs against their own direction. */
const COSTS_WHEN_UP: ReadonlySet<string> = new Set(['unitCost']);

const LEARNT = new WeakMap<readonly Figure[], Subjects>();

/** Learns the subjects of an answer from its figures' ids and labels; once for each list of figures. */
export function subjectsOf(figures: readonly Figure[]): Subjects {
  const subjects = LEARNT.get(figures) ?? learn(figures);
  LEARNT.set(figures, subjects);
  return subjects;
}

function learn(figures: readonly Figure[]): Subjects {
  const known = new Map<string, string[]>();
  for (const { base, phrases } of namings(figures)) {
    for (const phrase of phrases) known.set(phrase, [...(known.get(phrase) ?? []), base]);
  }
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.length === 0 ? /(?!)/g : wholeWord(longestFirst.map(literal).join('|'));
  return {
    find: (text) =>
      spansOf(text, pattern).map((span) => ({ ...span, bases: known.get(span.text.toLowerCase()) ?? [] })),
    changeOf: (base) => (base.startsWith('bridge.') ? effectChange(figures, base) : changeOf(figures, base)),
  };
}

interface Naming {
  readonly base: string;
  readonly phrases: readonly string[];
}

function namings(figures: readonly Figure[]): readonly Naming[] {
  const plain = figures.filter((figure) => baseOf(figure.id) === figure.id);
  const all = plain.map((figure): Naming & { readonly rank: number } => {
    const tail = tailOf(figure.id);
    const usual = PHRASES[tail]?.normalize('NFC').split('|') ?? [];
    const label = figure.label
      .replace(/^[^:]*:\s*/, '')
      .replace(/\s*\(.*\)$/, '')
      .toLowerCase();
    const rank = PRIORITY.indexOf(tail) + (isEffect(figure) ? PRIORITY.length : 0);
    return { base: figure.id, phrases: [...new Set([...usual, ...(label === '' ? [] : [label])])], rank };
  });
  return all.sort((a, b) => a.rank - b.rank);
}

function effectChange(figures: readonly Figure[], base: string): Change | undefined {
  const value = figures.find((figure) => figure.id === base)?.value ?? null;
  if (value === null) return undefined;
  const costs = COSTS_WHEN_UP.has(base.slice('bridge.'.length));
  return { value: costs ? -value : value, better: costs ? 'down' : 'up' };
}
