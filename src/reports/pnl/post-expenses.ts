import type { Expense } from '../../domain/books.ts';
import { addDays, addMonthsToDay, dayNumber, type Day } from '../../domain/day.ts';
import { share, type Minor } from '../../domain/money.ts';
import { daysIn, type Period } from '../../domain/period.ts';
import type { Accounting } from './accounting.ts';
import type { Account, Post } from './posting.ts';

/** Expenses whose category belongs on a line of its own above the operating expenses. Compared without case. */
const ACCOUNTS: readonly (readonly [RegExp, Account])[] = [
  [/^(advertising|ads?|ad spend)$/, 'advertising'],
  [/^(packaging|packing)( material)?$/, 'packaging'],
  [/^(shipping|courier|freight|delivery)( cost| charges)?$/, 'shippingCost'],
  [/^(payment|gateway) (fees?|charges)$/, 'paymentFees'],
  [/^(marketplace|platform) (fees?|commission)$/, 'marketplaceFees'],
];

export function accountOfExpense(category: string): Account {
  const name = category.trim().toLowerCase();
  return ACCOUNTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'operatingExpenses';
}

export interface ExpenseWindow {
  /** the days wanted */
  readonly period: Period;
  /** all days the books cover: an expense without a date is spread over them */
  readonly covered: Period;
}

/**
 * Posts the expenses of a period. A dated one counts on its day; a repeating one, with `spread`, by the day between two
 * due dates, else on its due dates; one without a date is spread over all days the books cover, as an estimate unless
 * the period is all of them. Parts of one expense over adjoining periods add up to it exactly.
 */
export function postExpenses({ books, currency }: Accounting, window: ExpenseWindow, post: Post): void {
  for (const expense of books.expenses) {
    if (expense.currency !== currency) continue;
    const account = accountOfExpense(expense.category);
    for (const charge of chargesOf(expense, { window, spread: books.shop.expenses === 'spread' })) {
      if (charge.amount !== 0) post({ account, ...charge, category: expense.category, from: expense });
    }
  }
}

/** The days of a period that expenses are charged for: none that has not come yet, unless the books reach beyond today. */
export function untilToday(period: Period, asOf: Day, covered: Period): Period {
  const last = asOf > covered.to ? asOf : covered.to;
  if (period.from > last) return { from: period.from, to: addDays(period.from, -1) };
  return period.to > last ? { from: period.from, to: last } : period;
}

interface Charge {
  readonly day: Day;
  readonly amount: Minor;
  readonly basis: 'actual' | 'estimated';
}

interface How {
  readonly window: ExpenseWindow;
  readonly spread: boolean;
}

function chargesOf(expense: Expense, { window, spread }: How): Charge[] {
  const { period, covered } = window;
  if (expense.day === undefined) return undated(expense, period, covered);
  if (expense.every === undefined)
    return inPeriod(expense.day, period)
      ? [{ day: expense.day, amount: expense.amount, basis: 'actual' }]
      : [];
  const charges: Charge[] = [];
  for (const due of dueDates(expense, period)) {
    const next = dueDate(expense, due.index + 1);
    const span = { from: due.day, to: addDays(next, -1) };
    if (!spread && inPeriod(due.day, period))
      charges.push({ day: due.day, amount: expense.amount, basis: 'actual' });
    if (spread) charges.push(...spreadOver(expense, span, period));
  }
  return charges;
}

function inPeriod(day: Day, { from, to }: Period): boolean {
  return day >= from && day <= to;
}

function undated(expense: Expense, period: Period, covered: Period): Charge[] {
  const whole = period.from <= covered.from && period.to >= covered.to;
  const charges = spreadOver(expense, covered, period);
  return whole ? charges : charges.map((charge) => ({ ...charge, basis: 'estimated' }));
}

/** One amount over its days, cut to `until` and to the period, charged month by month so that a monthly statement adds up too. */
function spreadOver(expense: Expense, span: Period, period: Period): Charge[] {
  const end = expense.until !== undefined && expense.until < span.to ? expense.until : span.to;
  const charges: Charge[] = [];
  let from = span.from > period.from ? span.from : period.from;
  const last = end < period.to ? end : period.to;
  while (from <= last) {
    const monthEnd = addDays(addMonthsToDay(`${from.slice(0, 7)}-01`, 1), -1);
    const to = monthEnd < last ? monthEnd : last;
    charges.push({ day: from, amount: partOf(expense.amount, span, { from, to }), basis: 'actual' });
    from = addDays(to, 1);
  }
  return charges;
}

/** The part of an amount that falls on some days of its span: difference of two rounded running sums, so parts add up. */
function partOf(amount: Minor, span: Period, wanted: Period): Minor {
  const length = daysIn(span);
  const start = dayNumber(wanted.from) - dayNumber(span.from);
  const end = start + daysIn(wanted);
  return share(amount, end, length) - share(amount, start, length);
}

interface Due {
  readonly index: number;
  readonly day: Day;
}

const MONTHS = { month: 1, quarter: 3, year: 12, week: 0 } as const;

function dueDate({ day = '', every = 'month' }: Expense, index: number): Day {
  return every === 'week' ? addDays(day, 7 * index) : addMonthsToDay(day, MONTHS[every] * index);
}

/** Due dates whose stretch until the next one touches the period. */
function dueDates(expense: Expense, period: Period): Due[] {
  const dates: Due[] = [];
  const last = expense.until !== undefined && expense.until < period.to ? expense.until : period.to;
  for (let index = firstIndex(expense, period.from); ; index += 1) {
    const day = dueDate(expense, index);
    if (day > last) return dates;
    dates.push({ index, day });
  }
}

function firstIndex(expense: Expense, from: Day): number {
  const start = expense.day ?? from;
  const every = expense.every === 'week' ? 7 : MONTHS[expense.every ?? 'month'] * 31;
  return Math.max(0, Math.floor((dayNumber(from) - dayNumber(start)) / every) - 1);
}
