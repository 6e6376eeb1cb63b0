import { type DayRun, longestQuietRun, suspectedStockOuts } from './suspected-stock-out.ts';

/** Known days before and after a gap by which it is judged. */
const AROUND = 56;

/** Share that sold of the known days next to a gap, going from a day in a direction; a gap has a day that sold on either side. */
function shareBeside(history: ArrayLike<number>, from: number, direction: 1 | -1): number {
  let [known, selling] = [0, 0];
  for (let day = from; day >= 0 && day < history.length && known < AROUND; day += direction) {
    const units = history[day] as number;
    if (Number.isNaN(units)) continue;
    known += 1;
    if (units > 0) selling += 1;
  }
  return selling / known;
}

/**
 * Those of the {@link suspectedStockOuts} that chance does not explain even at the slower of the rates at which the item sold in the 56 known
 * days before and after: selling came back as it was. Gaps of an item that sells less and less are no stock-outs.
 */
export function unexplainedGaps(history: ArrayLike<number>): readonly DayRun[] {
  return suspectedStockOuts(history).filter(({ from, to }) => {
    const share = Math.min(shareBeside(history, from - 1, -1), shareBeside(history, to, 1));
    let known = 0;
    for (let day = from; day < to; day += 1) known += Number(!Number.isNaN(history[day]));
    return known > longestQuietRun(share);
  });
}
