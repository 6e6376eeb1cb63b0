/** Days from `from` up to, not including, `to`. */
export interface DayRun {
  readonly from: number;
  readonly to: number;
}

const SURPRISE = 0.01;

/**
 * Longest run of days without a sale that chance explains: ln 0.01 / ln(1 − p), the 99 % quantile of the geometric law (`surprise` 0.01),
 * for an item that sells on the share p of its days. p = 0: without end; p = 1: none.
 */
export function longestQuietRun(sellingShare: number, surprise = SURPRISE): number {
  return sellingShare <= 0 ? Infinity : Math.log(surprise) / Math.log1p(-sellingShare);
}

/** Share of the known days from the first sale to the last that sold; the item's life is then not diluted by what came before or after. */
function sellingShare(history: ArrayLike<number>): number {
  let [selling, quiet, quietInside] = [0, 0, 0];
  for (let t = 0; t < history.length; t += 1) {
    const units = history[t] as number;
    if (units > 0) {
      selling += 1;
      quietInside = selling === 1 ? 0 : quietInside + quiet;
      quiet = 0;
    } else if (!Number.isNaN(units)) quiet += 1;
  }
  return selling === 0 ? 0 : selling / (selling + quietInside);
}

/** Runs of known days without a sale from one sale to the next; unknown days (NaN) neither end a run nor make it longer. */
function quietRuns(history: ArrayLike<number>): readonly (DayRun & { readonly known: number })[] {
  const runs: (DayRun & { known: number })[] = [];
  let from = -1;
  let known = NaN;
  for (let t = 0; t < history.length; t += 1) {
    const units = history[t] as number;
    if (units > 0) {
      if (known > 0) runs.push({ from, to: t, known });
      known = 0;
    } else if (!Number.isNaN(units)) {
      if (known === 0) from = t;
      known += 1;
    }
  }
  return runs;
}

/**
 * Runs without a sale inside a selling item's life that are longer than chance explains ({@link longestQuietRun}): perhaps it was out of
 * stock. They are flags only: nothing is left out because of them; of a hundred runs that chance made one is flagged as well (`surprise`,
 * 0.01). Days before the first sale count for nothing, nor does the run after the last one, which may be the end of the item. No sale:
 * none. Source: Boylan & Syntetos (2021), Intermittent Demand Forecasting.
 */
export function suspectedStockOuts(history: ArrayLike<number>, surprise = SURPRISE): readonly DayRun[] {
  const longest = longestQuietRun(sellingShare(history), surprise);
  return quietRuns(history)
    .filter(({ known }) => known > longest)
    .map(({ from, to }) => ({ from, to }));
}

/** Known days since the last sale; all known days when there was none. */
export function quietDays(history: ArrayLike<number>): number {
  let days = 0;
  for (let t = history.length - 1; t >= 0; t -= 1) {
    const units = history[t] as number;
    if (units > 0) break;
    days += Number(!Number.isNaN(units));
  }
  return days;
}

/**
 * Whether an item is dead stock: on sale for `leastDays` (90) or more known days without a sale, and for longer than twice what chance
 * explains at its usual share of selling days. An item that never sold is dead after `leastDays`.
 */
export function isDead(history: ArrayLike<number>, leastDays = 90): boolean {
  const quiet = quietDays(history);
  const share = sellingShare(history);
  return quiet >= leastDays && (share === 0 || quiet > 2 * longestQuietRun(share));
}
