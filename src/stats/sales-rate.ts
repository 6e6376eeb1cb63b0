/** A short and a long memory, a day: about 33 and 100 days. Their mean follows a change without running after every week. */
const MEMORIES = [0.97, 0.99] as const;

/** Units a day as they were known on the evening of each day. */
export interface SalesRates {
  /** mean of two fading means (0.97 and 0.99 a day) of the days up to this one; NaN before the first known day */
  readonly rates: Float64Array;
  /** known days up to this one */
  readonly known: Float64Array;
  /** units sold up to this one */
  readonly sold: Float64Array;
}

/** The rate of sale of an item on every day of its history, each from that day and those before it. Unknown days (NaN) are left out. */
export function salesRates(history: ArrayLike<number>): SalesRates {
  const days = history.length;
  const [rates, known, sold] = [new Float64Array(days), new Float64Array(days), new Float64Array(days)];
  let [quick, quickWeight, slow, slowWeight, count, sum] = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < days; t += 1) {
    const value = history[t] as number;
    const isKnown = Number(!Number.isNaN(value));
    const units = isKnown === 1 ? value : 0;
    quick = quick * MEMORIES[0] + units;
    quickWeight = quickWeight * MEMORIES[0] + isKnown;
    slow = slow * MEMORIES[1] + units;
    slowWeight = slowWeight * MEMORIES[1] + isKnown;
    count += isKnown;
    sum += units;
    rates[t] = (quick / quickWeight + slow / slowWeight) / 2;
    known[t] = count;
    sold[t] = sum;
  }
  return { rates, known, sold };
}
