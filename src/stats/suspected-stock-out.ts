/** Days from `from` up to, not including, `to`. */
export interface DayRun {
  readonly from: number;
  readonly to: number;
}

const SURPRISE = 0.01;

/**
 * Longest run of days without a sale that chance explains: ln 0.01 / ln(1 − p), the 99 % quantile of the geometric law, for an item that
 * sells on the share p of its days. p = 0: without end; p = 1: none.
 */
export function longestQuietRun(sellingShare: number): number {
  return sellingShare <= 0 ? Infinity : Math.log(SURPRISE) / Math.log1p(-sellingShare);
}

/** Share of the known days from the first sale to the last that sold; the item's life is then not diluted by what came before or after. */
function sellingShare(history: ArrayLike<number>): number {
  const days = Array.from(history);
  const first = days.findIndex((units) => units > 0);
  const last = days.findLastIndex((units) => units > 0);
  const known = days.slice(Math.max(0, first), last + 1).filter((units) => !Number.isNaN(units));
  return known.length === 0 ? 0 : known.filter((units) => units > 0).length / known.length;
}

/** Runs of known days without a sale; unknown days (NaN) neither end a run nor make it longer. */
function quietRuns(history: ArrayLike<number>): readonly (DayRun & { readonly known: number })[] {
  const runs: (DayRun & { known: number })[] = [];
  let from = -1;
  let known = 0;
  for (let t = 0; t <= history.length; t += 1) {
    const units = history[t] ?? Infinity;
    if (Number.isNaN(units)) continue;
    if (units > 0) {
      if (known > 0) runs.push({ from, to: t, known });
      known = 0;
      continue;
    }
    if (known === 0) from = t;
    known += 1;
  }
  return runs;
}

/**
 * Runs without a sale inside a selling item's life that are longer than chance explains ({@link longestQuietRun}): perhaps it was out of
 * stock. They are flags only: nothing is left out because of them. Days before the first sale count for nothing, nor does the run after
 * the last one, which may be the end of the item. No sale: none. Source: Boylan & Syntetos (2021), Intermittent Demand Forecasting.
 */
export function suspectedStockOuts(history: ArrayLike<number>): readonly DayRun[] {
  const longest = longestQuietRun(sellingShare(history));
  const first = Array.from(history).findIndex((units) => units > 0);
  return quietRuns(history)
    .filter((run) => first >= 0 && run.from > first && run.to < history.length && run.known > longest)
    .map(({ from, to }) => ({ from, to }));
}

/** Known days since the last sale; all known days when there was none. */
export function quietDays(history: ArrayLike<number>): number {
  const days = Array.from(history);
  const last = days.findLastIndex((units) => units > 0);
  return days.slice(last + 1).filter((units) => !Number.isNaN(units)).length;
}

/**
 * Whether an item is dead stock: known for `leastDays` (90) or more days on sale without a sale, and for longer than twice what chance
 * explains at its usual share of selling days. An item that never sold is dead after `leastDays`.
 */
export function isDead(history: ArrayLike<number>, leastDays = 90): boolean {
  const quiet = quietDays(history);
  const share = sellingShare(history);
  return quiet >= leastDays && (share === 0 || quiet > 2 * longestQuietRun(share));
}
