import { addDays, dayNumber, type Day } from '../../domain/day.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import type { DayFacts } from './day-facts.ts';
import type { AnomalousDay, DailyFindings } from '../../stats/daily-anomalies.ts';
import { median } from '../../stats/order-statistics.ts';
import type { MarkedDays } from './week-compared.ts';

/** A day that is both unlikely by chance and large for the shop. */
export interface UnusualDay {
  readonly day: Day;
  readonly value: number;
  readonly expected: number;
  /** value less expected */
  readonly amount: number;
  readonly direction: 'up' | 'down';
  readonly severe: boolean;
  /** how likely a day at least so far off is by chance */
  readonly chance: number;
  /** an earlier report told of it */
  readonly told: boolean;
  /** orders placed on the day */
  readonly orders: number;
  /** money given back for it, without tax, minor units */
  readonly refunds: number;
  /** what can be read off the day itself: no order came, or refunds took at least half of what it lacks; null: neither */
  readonly why: 'noOrder' | 'refunds' | null;
  /** the feast it fell on, which did not move the shop's sales so far */
  readonly feast: string | undefined;
}

/** From a day on, sales lie on another level. */
export interface NewLevel {
  readonly day: Day;
  /** new level ÷ old level */
  readonly ratio: number;
  readonly chance: number;
}

export interface DayInWindow {
  readonly day: Day;
  readonly value: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly flag: 'up' | 'down' | 'season' | 'shift' | null;
}

export interface UnusualDays {
  /** false: under four weeks of days, in which nothing can be called unusual */
  readonly enough: boolean;
  readonly days: readonly UnusualDay[];
  readonly levels: readonly NewLevel[];
  /** every known day of the window */
  readonly daily: readonly DayInWindow[];
}

/** A day is large when it is off by this part of the shop's middle day of the last eight weeks. */
const LARGE = 0.3;
const RECENT = 56;
const REFUNDS_SHARE = 0.5;

interface Around {
  readonly marked: MarkedDays;
  readonly window: Period;
  /** what explains the day with this index */
  readonly explained: MarkedDays['eventOf'];
  readonly told: readonly Day[];
  readonly facts: DayFacts;
  /** the amounts are money, so that refunds count in them */
  readonly isMoney: boolean;
  readonly feastOn: (day: Day) => string | undefined;
}

/** What the detector found in the window, as days of the calendar; a day that a feast or sale explains carries its season instead. */
export function unusualDays(findings: DailyFindings, around: Around): UnusualDays {
  const { marked, window, explained } = around;
  const { first, values } = marked;
  const dayOf = (index: number): Day => addDays(first, index);
  const large = LARGE * median(values.subarray(Math.max(0, values.length - RECENT)));
  const days = findings.days
    .filter(
      ({ index, value, expected }) => contains(window, dayOf(index)) && Math.abs(value - expected) >= large,
    )
    .map((found) => unusualDay(found, dayOf(found.index), around));
  const levels = findings.shifts
    .map(({ index, ratio, chance }) => ({ day: dayOf(index), ratio, chance }))
    .filter(({ day }) => contains(window, day));
  const flags = new Map<Day, DayInWindow['flag']>([
    ...levels.map(({ day }) => [day, 'shift'] as const),
    ...days.map(({ day, direction }) => [day, direction] as const),
  ]);
  const flagOf = (day: Day): DayInWindow['flag'] =>
    flags.get(day) ?? (explained(dayNumber(day) - dayNumber(first)) === undefined ? null : 'season');
  return { enough: findings.enough, days, levels, daily: dailyIn({ findings, marked, window, flagOf }) };
}

function unusualDay(found: AnomalousDay, day: Day, { told, facts, isMoney, feastOn }: Around): UnusualDay {
  const { value, direction, severe, chance, index } = found;
  const expected = roundHalfUp(found.expected);
  const amount = value - expected;
  const orders = facts.orders[index] ?? 0;
  const refunds = facts.refunds[index] ?? 0;
  const areRefunds = isMoney && direction === 'down' && refunds >= REFUNDS_SHARE * Math.abs(amount);
  return {
    ...{ day, value, expected, amount, direction, severe, chance, told: told.includes(day) },
    ...{ orders, refunds, feast: feastOn(day) },
    why: orders === 0 ? 'noOrder' : areRefunds ? 'refunds' : null,
  };
}

function dailyIn({
  findings,
  marked: { first, values },
  window,
  flagOf,
}: {
  readonly findings: DailyFindings;
  readonly marked: MarkedDays;
  readonly window: Period;
  readonly flagOf: (day: Day) => DayInWindow['flag'];
}): readonly DayInWindow[] {
  const start = dayNumber(window.from) - dayNumber(first);
  return Array.from(values.subarray(start), (value, offset) => {
    const index = start + offset;
    const day = addDays(first, index);
    const { expected, low, high } = findings;
    return {
      ...{ day, value, expected: expected[index] ?? NaN },
      ...{ low: low[index] ?? NaN, high: high[index] ?? NaN, flag: flagOf(day) },
    };
  });
}
