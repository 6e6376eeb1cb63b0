import { valueAt } from './value-at.ts';

/** What is usual on a day, beside what came. */
export interface UsualDays {
  readonly values: ArrayLike<number>;
  /** what the day would bring without the event */
  readonly usual: ArrayLike<number>;
}

/**
 * How many times the usual day each event brings: (sum of value ÷ usual over its days + 1)/(n + 1), so that few days count little.
 * Unknown days, and days that usually bring nothing, are left out. An event never seen has no factor.
 */
export function eventFactors(
  { values, usual }: UsualDays,
  eventOf: (index: number) => string | undefined,
): ReadonlyMap<string, number> {
  const seen = new Map<string, { sum: number; count: number }>();
  for (let i = 0; i < values.length; i += 1) {
    const event = eventOf(i);
    const ratio = valueAt(values, i) / valueAt(usual, i);
    if (event === undefined || !Number.isFinite(ratio)) continue;
    const { sum, count } = seen.get(event) ?? { sum: 0, count: 0 };
    seen.set(event, { sum: sum + ratio, count: count + 1 });
  }
  return new Map([...seen].map(([event, { sum, count }]) => [event, (sum + 1) / (count + 1)]));
}
