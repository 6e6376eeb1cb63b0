import type { Urgency } from '../../domain/answer.ts';
import { dayNumber, formatDay } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import { part, rolesOf, shareFigure, type Make, type Part } from './finding-part.ts';
import type { ProductEvent } from './product-events.ts';
import type { Study } from './trends.ts';

const MOST_PRODUCTS = 6;

/** What happened to single products: first those that are not there now, then most money first; six at most. */
export function productParts({ events, window }: Study, make: Make): readonly Part[] {
  const isGone = (event: ProductEvent): boolean => isAbsence(event) && !isOver(event, window);
  return [...events.filter(isGone), ...events.filter((event) => !isGone(event))]
    .slice(0, MOST_PRODUCTS)
    .map((event, index) => productPart(event, { id: `trends.product.${index + 1}`, window, make }));
}

function isAbsence({ kind }: ProductEvent): boolean {
  return kind === 'soldOut' || kind === 'silent';
}

/** What is not there now is to be ordered; a silence that is over, and only guessed to have been a lack of stock, is worth knowing. */
function urgencyOf(kind: ProductEvent['kind'], over: boolean): Urgency {
  if (kind === 'soldOut') return over ? 'watch' : 'act';
  return kind === 'silent' && !over ? 'act' : 'know';
}

/** It ended before the last day. */
function isOver({ day, days }: ProductEvent, window: Period): boolean {
  return dayNumber(day) + days <= dayNumber(window.to);
}

interface Around {
  readonly id: string;
  readonly window: Period;
  readonly make: Make;
}

function productPart(event: ProductEvent, { id, window, make }: Around): Part {
  const { kind, item, day, days, amount, pieces, prices } = event;
  const common = {
    period: { from: day, to: window.to },
    status: kind === 'newProduct' ? ('actual' as const) : ('estimated' as const),
  };
  const own = {
    amount: make({
      ...common,
      ...{ id: `${id}.amount`, label: EVENT_LABELS[kind], value: amount, unit: 'money' },
    }),
    days: make({ ...common, id: `${id}.days`, label: 'For how long', value: days, unit: 'days' }),
    pieces: make({ ...common, id: `${id}.pieces`, label: PIECES_LABELS[kind], value: pieces, unit: 'count' }),
    ...(prices === undefined
      ? {}
      : {
          share: shareFigure(make, {
            ...{
              id: `${id}.price`,
              label: 'New price against the old',
              value: prices.after / prices.before - 1,
            },
          }),
        }),
  };
  const over = isOver(event, window);
  const change = prices === undefined ? amount : prices.after - prices.before;
  return part('product', urgencyOf(kind, over), {
    stake: Math.abs(amount),
    figures: rolesOf(own),
    names: {
      ...{ event: kind, product: item, day: formatDay(day) },
      ...{ over: over ? 'yes' : 'no', direction: change < 0 ? 'down' : 'up' },
    },
    own: Object.values(own),
  });
}

const EVENT_LABELS: Readonly<Record<ProductEvent['kind'], string>> = {
  soldOut: 'Sales missed while out of stock',
  silent: 'Sales missed while it did not sell',
  price: 'Sales through the new price',
  newProduct: 'Sales of the new product',
};

const PIECES_LABELS: Readonly<Record<ProductEvent['kind'], string>> = {
  soldOut: 'Pieces missed while out of stock',
  silent: 'Pieces missed while it did not sell',
  price: 'Pieces sold at the new price',
  newProduct: 'Pieces sold of the new product',
};
