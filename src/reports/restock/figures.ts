import type { Figure, Unit } from '../../domain/figure.ts';
import type { Minor } from '../../domain/money.ts';
import { boughtOf } from './buying.ts';
import type { Study } from './study.ts';

export interface FigureDraft {
  readonly id: string;
  readonly label: string;
  readonly value: number | null | undefined;
  readonly unit: Unit;
  readonly status?: Figure['status'];
  readonly formula?: string;
  readonly note?: string;
}

/** Makes figures in the study's currency: `missing` where the value is not known, else estimated, as all that rests on a forecast is. */
export function figureMaker({ currency }: Pick<Study, 'currency'>): (draft: FigureDraft) => Figure {
  return ({ value = null, unit, status = 'estimated', ...rest }) => {
    const known = value === null || Number.isNaN(value) ? null : value;
    return {
      ...rest,
      value: known === null || unit === 'ratio' || unit === 'rate' ? known : Math.round(known),
      unit,
      ...(unit === 'money' ? { currency } : {}),
      status: known === null ? 'missing' : status,
    };
  };
}

/** Sum of what is known; null when parts are there and none is known. */
export function knownSum(parts: readonly (Minor | undefined)[]): Minor | null {
  const known = parts.filter((part) => part !== undefined);
  return known.length === 0 && parts.length > 0 ? null : known.reduce((sum, part) => sum + part, 0);
}

/** Products to be ordered now, whatever the budget buys of them. */
export function neededOf({ items }: Pick<Study, 'items'>): Study['items'] {
  return items.filter(({ quantity }) => quantity > 0);
}

/** Every number of the answer that stands on its own. */
export function restockFigures(study: Study): Figure[] {
  const make = figureMaker(study);
  return [
    ...planFigures(study),
    ...budgetFigures(study),
    ...serviceFigures(study),
    ...shelfFigures(study),
    ...surplusFigures(study),
  ].map(make);
}

function planFigures(study: Study): FigureDraft[] {
  const { items, bought, orders } = study;
  const needed = neededOf(study);
  const full = needed.map((item) => boughtOf(item, item.quantity));
  const unknown = needed.filter(({ profitAtRisk }) => profitAtRisk === undefined).length;
  const note = unknown === 0 ? {} : { note: `not known for ${unknown} products: no cost` };
  const buys = bought.filter(({ quantity }) => quantity > 0);
  return [
    {
      id: 'restock.products',
      label: 'Products looked at',
      value: items.length,
      unit: 'count',
      status: 'actual',
    },
    { id: 'restock.items', label: 'Products to order now', value: needed.length, unit: 'count' },
    {
      id: 'restock.cost',
      label: 'Cost of ordering them all',
      value: knownSum(full.map(({ cost }) => cost)),
      unit: 'money',
    },
    {
      ...{ id: 'restock.profitAtRisk', label: 'Profit at risk if nothing is ordered', unit: 'money' },
      value: knownSum(needed.map(({ profitAtRisk }) => profitAtRisk)),
      formula: 'pieces short before the goods of the next order are there × (net price − cost)',
      ...note,
    },
    { id: 'restock.plan.items', label: 'Products in the plan', value: buys.length, unit: 'count' },
    {
      id: 'restock.plan.cost',
      label: 'Cost of the plan',
      value: knownSum(buys.map(({ cost }) => cost)),
      unit: 'money',
    },
    {
      id: 'restock.plan.saves',
      label: 'Profit that the plan saves',
      value: knownSum(buys.map(({ saves }) => saves)),
      unit: 'money',
    },
    { id: 'restock.suppliers', label: 'Suppliers to write to', value: orders.length, unit: 'count' },
  ];
}

function budgetFigures({ options: { budget }, bought, left }: Study): FigureDraft[] {
  if (budget === undefined) return [];
  const short = bought.filter(({ quantity, wanted }) => quantity < wanted);
  const lost = short.map(({ item, saves }) => {
    const all = boughtOf(item, item.quantity).saves;
    return all === undefined ? undefined : all - (saves ?? 0);
  });
  return [
    { id: 'restock.budget', label: 'Budget', value: budget, unit: 'money', status: 'actual' },
    { id: 'restock.budget.left', label: 'Budget not spent', value: left ?? null, unit: 'money' },
    { id: 'restock.leftOut.items', label: 'Products left out or cut', value: short.length, unit: 'count' },
    {
      id: 'restock.leftOut.profit',
      label: 'Profit given up for the budget',
      value: knownSum(lost),
      unit: 'money',
    },
  ];
}

const SHORT_HISTORY = 'needs about four months of sales';

function serviceFigures({ service, leadOrders }: Study): FigureDraft[] {
  return [
    {
      ...{ id: 'restock.serviceTarget', label: 'Service promised', unit: 'ratio', status: 'actual' },
      value: service.target,
      formula: 'share of order cycles in which nothing runs out',
    },
    {
      ...{ id: 'restock.serviceAchieved', label: 'Service achieved in a look back', unit: 'ratio' },
      value: service.achieved,
      formula: 'order-up-to levels of past days, from what was known then, against what was sold after',
      ...(service.windows === 0 ? { note: SHORT_HISTORY } : {}),
    },
    {
      id: 'restock.serviceWindows',
      label: 'Order cycles looked back at',
      value: service.windows,
      unit: 'count',
      status: 'actual',
    },
    {
      id: 'restock.leadOrders',
      label: 'Received orders that lead times come from',
      value: leadOrders,
      unit: 'count',
      status: 'actual',
    },
  ];
}

function shelfFigures({ items }: Study): FigureDraft[] {
  const late = items.filter(({ status }) => status === 'out' || status === 'late');
  return [
    {
      id: 'restock.out',
      label: 'Products sold out',
      value: items.filter(({ status }) => status === 'out').length,
      unit: 'count',
      status: 'actual',
    },
    {
      id: 'restock.late',
      label: 'Products sold out before an order placed today can arrive',
      value: late.length,
      unit: 'count',
    },
    {
      id: 'restock.lostAnyway',
      label: 'Profit lost before an order placed today can arrive',
      value: knownSum(late.map(({ lostAnyway }) => lostAnyway)),
      unit: 'money',
    },
  ];
}

function surplusFigures({ items, overstock, transfers }: Study): FigureDraft[] {
  return [
    { id: 'restock.overstock.items', label: 'Products not to buy', value: overstock.length, unit: 'count' },
    {
      id: 'restock.overstock.tiedUp',
      label: 'Money tied up for over 26 weeks',
      value: knownSum(overstock.map(({ tiedUp }) => tiedUp)),
      unit: 'money',
    },
    {
      id: 'restock.overstock.weeks',
      label: 'Weeks of sales above which stock is too much',
      value: 26,
      unit: 'count',
      status: 'actual',
    },
    {
      id: 'restock.noStock.items',
      label: 'Products whose stock no file tells',
      value: items.filter(({ status }) => status === 'unknown').length,
      unit: 'count',
      status: 'actual',
    },
    {
      id: 'restock.transfers.units',
      label: 'Pieces to move between locations',
      value: transfers.reduce((sum, { quantity }) => sum + quantity, 0),
      unit: 'count',
    },
  ];
}
