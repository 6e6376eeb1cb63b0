import { type SalesRates } from './sales-rate.ts';

/** One look back: what the rate of that day foretold for the days after it, and what came. */
export interface SumBacktest {
  /** units a day, as known then */
  readonly rate: number;
  /** units that came ÷ (rate × days) */
  readonly ratio: number;
}

const MOST_LOOKS = 12;
/** Known days before a look; with fewer the rate is not one of its own. */
const LEAST_HISTORY = 28;
const SLOWEST_RATE = 0.005;

/** Units of the `days` days after a day, per known day of them; NaN when fewer than half are known. */
function rateAfter({ known, sold }: SalesRates, from: number, days: number): number {
  const knownDays = (known[from + days] as number) - (known[from] as number);
  return knownDays * 2 < days ? NaN : ((sold[from + days] as number) - (sold[from] as number)) / knownDays;
}

/**
 * Looks back from several days of the history, a third of `days` apart and twelve at most, the latest first: how many times the foretold
 * units came in the `days` days after. Sums of whole windows, because errors of single days hang together. A window with unknown days
 * counts by its known ones when they are at least half. Looks before the 28th known day, or at a rate below 0.005 a day, are left out.
 */
export function sumBacktests(items: SalesRates, days: number): readonly SumBacktest[] {
  const looks: SumBacktest[] = [];
  const apart = Math.max(1, Math.round(days / 3));
  const latest = items.rates.length - 1 - days;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const from = latest - look * apart;
    if ((items.known[from] ?? 0) < LEAST_HISTORY) break;
    const rate = items.rates[from] as number;
    const ratio = rateAfter(items, from, days) / rate;
    if (rate >= SLOWEST_RATE && !Number.isNaN(ratio)) looks.push({ rate, ratio });
  }
  return looks;
}
