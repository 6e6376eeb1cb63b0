import { addDays, dayNumber, type Day } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import { isSale, type Accounting } from '../pnl/accounting.ts';

/** The calendar days of which the files tell, today left out. */
export interface KnownDays extends Period {
  /** the files seem to end before yesterday: that nothing was sold since would be too great a chance */
  readonly endsEarly: boolean;
}

const SURPRISE = 0.01;
const USUAL_DAYS = 28;

/**
 * From the first sale to yesterday. Days after the last sale are days without a sale as long as so many in a row are nothing unusual
 * for the shop (a Poisson count of orders at the rate of the 28 days before gives none with a chance of 1 % or more); else the
 * files end with the last sale. Undefined when there is no sale before today.
 */
export function knownDays({ sales }: Pick<Accounting, 'sales'>, asOf: Day): KnownDays | undefined {
  const days = sales
    .filter(({ standing }) => isSale(standing))
    .map(({ order }) => order.placedOn)
    .filter((day) => day < asOf)
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const yesterday = addDays(asOf, -1);
  const silent = dayNumber(yesterday) - dayNumber(last);
  const span = Math.min(USUAL_DAYS, dayNumber(last) - dayNumber(first) + 1);
  const rate = days.filter((day) => day > addDays(last, -span)).length / span;
  const endsEarly = silent > 0 && Math.exp(-rate * silent) < SURPRISE;
  return { from: first, to: endsEarly ? last : yesterday, endsEarly };
}
