import type { Finding, Urgency } from '../../domain/answer.ts';
import { formatDay } from '../../domain/day.ts';
import type { Figure } from '../../domain/figure.ts';
import { figureMaker, knownSum, neededOf, type FigureDraft } from './figures.ts';
import type { RestockItem } from './restock-item.ts';
import type { Study } from './study.ts';

interface Found {
  readonly findings: readonly Finding[];
  readonly figures: readonly Figure[];
}

type Part = { readonly finding: Finding; readonly figures: readonly Figure[] };
type Make = (draft: FigureDraft) => Figure;

interface Rest extends Partial<Omit<Finding, 'kind' | 'urgency'>> {
  readonly own?: readonly Figure[];
}

const MOST_NAMED = 3;
const MOST_OF_A_KIND = 5;

/** What is worth telling, the most money first within what is urgent: what to order, what a budget gives up, what not to buy, what is doubtful. */
export function restockFindings(study: Study): Found {
  const make = figureMaker(study);
  const parts = [
    ...orderParts(study, make),
    ...supplierParts(study, make),
    ...lateOrderParts(study, make),
    ...stockParts(study),
    ...doubtParts(study, make),
  ];
  const rank: Readonly<Record<Urgency, number>> = { act: 0, watch: 1, know: 2 };
  const sorted = parts
    .map((one, place) => ({ one, place }))
    .sort(
      (a, b) =>
        rank[a.one.finding.urgency] - rank[b.one.finding.urgency] ||
        b.one.finding.stake - a.one.finding.stake ||
        a.place - b.place,
    )
    .map(({ one }) => one);
  return {
    findings: sorted.map(({ finding }) => finding),
    figures: sorted.flatMap(({ figures }) => figures),
  };
}

function part(
  kind: string,
  urgency: Urgency,
  { stake = 0, figures = {}, names = {}, own = [] }: Rest = {},
): Part {
  return { finding: { kind, urgency, stake, figures, names }, figures: own };
}

/** A few products by code; commas separate them. */
function named(items: readonly RestockItem[]): string {
  return items
    .slice(0, MOST_NAMED)
    .map(({ sku }) => sku.replaceAll(',', ' '))
    .join(', ');
}

function orderParts(study: Study, make: Make): Part[] {
  const { items, options, bought } = study;
  const needed = neededOf(study);
  const late = items.filter(({ status }) => status === 'out' || status === 'late');
  const lost = knownSum(late.map(({ lostAnyway }) => lostAnyway)) ?? 0;
  const atRisk = knownSum(needed.map(({ profitAtRisk }) => profitAtRisk)) ?? 0;
  const cut = options.budget === undefined ? [] : bought.filter(({ quantity, wanted }) => quantity < wanted);
  return [
    ...(needed.length === 0
      ? []
      : [
          part('order', 'act', {
            stake: atRisk,
            figures: { items: 'restock.items', atRisk: 'restock.profitAtRisk' },
            names: { products: named(needed) },
          }),
        ]),
    ...(late.length === 0
      ? []
      : [
          part('late', 'act', {
            stake: lost,
            figures: { items: 'restock.late', lost: 'restock.lostAnyway' },
            names: { products: named(late), toOrder: named(late.filter(({ quantity }) => quantity > 0)) },
          }),
        ]),
    ...cut
      .slice(0, 1)
      .map(({ item, wanted, quantity, cost }) => leftOutPart({ item, wanted, quantity, cost }, make)),
  ];
}

interface Cut {
  readonly item: RestockItem;
  readonly wanted: number;
  readonly quantity: number;
  readonly cost: number | undefined;
}

function leftOutPart({ item, wanted, quantity, cost }: Cut, make: Make): Part {
  const price = cost === undefined || quantity === 0 ? (item.terms.price ?? item.unitCost) : cost / quantity;
  const more = make({
    id: 'restock.leftOut.first.cost',
    label: `What the rest of ${item.sku} costs`,
    value: price === undefined ? null : price * (wanted - quantity),
    unit: 'money',
  });
  return part('leftOut', 'watch', {
    stake: item.profitAtRisk ?? 0,
    figures: { items: 'restock.leftOut.items', profit: 'restock.leftOut.profit', cost: more.id },
    names: { product: item.sku, day: item.stockOutDate === null ? '' : formatDay(item.stockOutDate) },
    own: [more],
  });
}

function supplierParts({ orders }: Study, make: Make): Part[] {
  return orders.flatMap(({ supplier, toMinimum, toFreeFreight, bought }, place) => {
    const id = `restock.supplier.${place + 1}`;
    const names = { supplier: supplier.name };
    const figure = (role: string, label: string, value: number): Figure =>
      make({
        id: `${id}.${role}`,
        label: `${supplier.name}: ${label}`,
        value,
        unit: 'money',
        status: 'actual',
      });
    const minimum = figure('toMinimum', 'missing to the minimum order', toMinimum);
    const freight = figure('toFreeFreight', 'missing to free freight', toFreeFreight);
    const filling = bought.filter(({ isFilling }) => isFilling);
    const filled = make({
      id: `${id}.filled`,
      label: `${supplier.name}: added to reach the minimum order`,
      value: knownSum(filling.map(({ cost }) => cost)),
      unit: 'money',
    });
    return [
      ...(toMinimum > 0
        ? [
            part('minimum', 'watch', {
              stake: toMinimum,
              figures: { gap: minimum.id },
              names,
              own: [minimum],
            }),
          ]
        : []),
      ...(filling.length > 0
        ? [
            part('filled', 'know', {
              figures: { cost: filled.id },
              names: { ...names, products: named(filling.map(({ item }) => item)) },
              own: [filled],
            }),
          ]
        : []),
      ...(toMinimum === 0 && toFreeFreight > 0
        ? [part('freeFreight', 'know', { figures: { gap: freight.id }, names, own: [freight] })]
        : []),
    ];
  });
}

/** Orders to suppliers that should be there by now. */
function lateOrderParts({ items }: Study, make: Make): Part[] {
  const late = items.flatMap((item) =>
    item.arrivals.filter(({ late: days }) => days > 0).map((arrival) => ({ item, arrival })),
  );
  const byOrder = new Map<string, typeof late>();
  for (const one of late) byOrder.set(one.arrival.order, [...(byOrder.get(one.arrival.order) ?? []), one]);
  return [...byOrder].slice(0, MOST_OF_A_KIND).map(([order, lines], place) => {
    const days = make({
      id: `restock.lateOrder.${place + 1}.days`,
      label: `Days that order ${order} is late`,
      value: Math.max(...lines.map(({ arrival }) => arrival.late)),
      unit: 'days',
      status: 'actual',
    });
    const products = named(lines.map(({ item }) => item));
    const supplier = lines[0]?.item.terms.supplier?.name ?? '';
    return part('lateOrder', 'watch', {
      figures: { days: days.id },
      names: { order, supplier, products },
      own: [days],
    });
  });
}

function stockParts({ overstock, transfers, feasts, items }: Study): Part[] {
  const tied = knownSum(overstock.map(({ tiedUp }) => tiedUp)) ?? 0;
  return [
    ...(overstock.length === 0
      ? []
      : [
          part('overstock', 'watch', {
            stake: tied,
            figures: {
              items: 'restock.overstock.items',
              tiedUp: 'restock.overstock.tiedUp',
              weeks: 'restock.overstock.weeks',
            },
            names: { products: named(overstock.map(({ item }) => item)) },
          }),
        ]),
    ...(transfers.length === 0
      ? []
      : [
          part('transfers', 'act', {
            figures: { units: 'restock.transfers.units' },
            names: { products: named(transfers.map(({ item }) => item)) },
          }),
        ]),
    ...(feasts.length === 0 || items.length === 0
      ? []
      : [part('feasts', 'know', { names: { feasts: feasts.slice(0, MOST_NAMED).join(', ') } })]),
  ];
}

type Doubt = readonly [kind: string, label: string, of: readonly RestockItem[]];

function doubtsOf(study: Study): readonly Doubt[] {
  const { items } = study;
  const needed = neededOf(study);
  const ofAll = (keep: (item: RestockItem) => boolean): readonly RestockItem[] => items.filter(keep);
  const toOrder = (keep: (item: RestockItem) => boolean): readonly RestockItem[] => needed.filter(keep);
  return [
    ['noStock', 'Products whose stock is not known', ofAll(({ status }) => status === 'unknown')],
    [
      'noCost',
      'Products to order without a known cost',
      toOrder(({ profitAtRisk }) => profitAtRisk === undefined),
    ],
    [
      'noSupplier',
      'Products to order without a known supplier',
      toOrder(({ terms }) => terms.supplier === undefined),
    ],
    [
      'negativeStock',
      'Products with less than nothing on hand',
      ofAll(({ stock }) => stock?.wasNegative === true),
    ],
    [
      'assumedLead',
      'Products to order whose lead time is assumed',
      toOrder(({ terms }) => terms.lead.basis === 'assumed'),
    ],
    [
      'suspected',
      'Products whose days without stock are told by gaps only',
      ofAll(({ demand }) => demand.suspectedDays > 0),
    ],
    [
      'waits',
      'Products that wait, because the least order lasts too long',
      ofAll(({ reason }) => reason === 'waits-for-minimum'),
    ],
  ];
}

/** What the plan rests on that is not known, each with the file that would tell. */
function doubtParts(study: Study, make: Make): Part[] {
  const { known } = study;
  const told = doubtsOf(study).flatMap(([kind, label, of]) => {
    if (of.length === 0) return [];
    const id = `restock.doubt.${kind}`;
    const own = [make({ id, label, value: of.length, unit: 'count', status: 'actual' })];
    return [part(kind, 'know', { figures: { items: id }, names: { products: named(of) }, own })];
  });
  const ends = part('filesEndEarly', 'watch', { names: { day: formatDay(known.to) } });
  return [...(known.endsEarly ? [ends] : []), ...told];
}
