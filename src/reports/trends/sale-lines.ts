import type { Order } from '../../domain/books.ts';
import { addDays, dayNumber, type Day } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import { isSale, type Accounting } from '../pnl/accounting.ts';
import { postAll } from '../pnl/post-all.ts';
import type { Posting } from '../pnl/posting.ts';
import { isNoProduct } from '../restock/no-product.ts';
import type { SaleLine } from './causes/sale-line.ts';
import { NET_SALES, type Wanted } from './measured-days.ts';

/** Before so many days of history, everybody looks like a new customer. */
const CUSTOMERS_KNOWN_AFTER = 90;
const WEEK = 7;
const BASE_DAYS = 28;

/**
 * What was sold, given off and given back in the period, line by line, as the statement has it: the amounts add up to its net sales.
 * Days are counted from the epoch. Whether a customer is new is told only where the four weeks
 * before `currentFrom` begin 90 days after the shop's first sale. An item is known by
 * its SKU, else its title.
 */
export function saleLines(
  accounting: Accounting,
  { period, currentFrom, wanted }: { period: Period; currentFrom: Day; wanted: Wanted },
): readonly SaleLine[] {
  const isNew = newcomers(accounting, currentFrom);
  const lines: Mutable[] = [];
  postAll(accounting, (posting) => {
    const sign = NET_SALES[posting.account];
    if (sign === undefined || posting.day < period.from || posting.day > period.to || !wanted(posting))
      return;
    const amount = sign * posting.amount;
    const last = lines.at(-1);
    const belongs = last !== undefined && last.of === posting.line && last.to === posting.order;
    if (posting.account === 'discounts' && belongs) {
      last.line = { ...last.line, amount: last.line.amount + amount, discount: posting.amount };
      return;
    }
    const isRefund = posting.account !== 'grossSales';
    lines.push({ line: lineOf(posting, { amount, isRefund, isNew }), of: posting.line, to: posting.order });
  });
  return lines.map(({ line }) => line);
}

interface Mutable {
  line: SaleLine;
  readonly of: Posting['line'];
  readonly to: Order | undefined;
}

interface Facts {
  readonly amount: number;
  readonly isRefund: boolean;
  readonly isNew: IsNew;
}

function lineOf({ day, order, line }: Posting, { amount, isRefund, isNew }: Facts): SaleLine {
  return {
    day: dayNumber(day),
    item: line?.sku ?? line?.title ?? '',
    quantity: isRefund ? 0 : (line?.quantity ?? 0),
    amount,
    ...(isRefund ? { refund: true } : {}),
    ...(order === undefined ? { order: '' } : buyerOf(order, isNew)),
  };
}

function buyerOf(order: Order, isNew: IsNew) {
  const { channel, id, customerKey: customer } = order;
  const newCustomer = isNew(order);
  const segment = order.region ?? order.country;
  return {
    ...{ order: `${channel} ${id}`, channel },
    ...(customer === undefined ? {} : { customer }),
    ...(newCustomer === undefined ? {} : { newCustomer }),
    ...(segment === undefined ? {} : { segment }),
  };
}

type IsNew = (order: Order) => boolean | undefined;

/** Whether the customer's first order lies in the same week as this one, weeks being counted from `currentFrom`; undefined when not known. */
function newcomers({ sales }: Accounting, currentFrom: Day): IsNew {
  const first = new Map<string, Day>();
  let earliest: Day | undefined;
  for (const { order, standing } of sales) {
    if (!isSale(standing)) continue;
    const { customerKey, placedOn } = order;
    if (earliest === undefined || placedOn < earliest) earliest = placedOn;
    if (customerKey === undefined) continue;
    const known = first.get(customerKey);
    if (known === undefined || placedOn < known) first.set(customerKey, placedOn);
  }
  // all of the four weeks before or none, or the weeks would differ by what is known of them
  const isKnown = addDays(earliest ?? currentFrom, CUSTOMERS_KNOWN_AFTER) <= addDays(currentFrom, -BASE_DAYS);
  const weekOf = (day: Day): number => Math.floor((dayNumber(day) - dayNumber(currentFrom)) / WEEK);
  return ({ customerKey, placedOn }) => {
    const began = customerKey === undefined ? undefined : first.get(customerKey);
    if (!isKnown || began === undefined) return undefined;
    return weekOf(began) === weekOf(placedOn);
  };
}

/** The day on which each product was sold first, by SKU, else title; what is charged and cannot be bought is none. */
export function firstSales({ sales }: Pick<Accounting, 'sales'>): ReadonlyMap<string, Day> {
  const first = new Map<string, Day>();
  for (const { order, standing } of sales) {
    if (!isSale(standing)) continue;
    const { placedOn, lines } = order;
    for (const { sku, title } of lines) {
      if (isNoProduct({ sku: sku ?? title, title })) continue;
      const known = first.get(sku ?? title);
      if (known === undefined || placedOn < known) first.set(sku ?? title, placedOn);
    }
  }
  return first;
}
