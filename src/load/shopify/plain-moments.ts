import type { WordColumn } from '../../domain/columns.ts';
import { isDay } from '../../domain/day.ts';
import { timeEnds } from '../dates.ts';
import { PARTED_BY_T, WordCodes, type Moments, type RowList } from '../piece-columns.ts';
import type { PlainReading } from './plain-orders.ts';

/** When a piece's orders were placed and cancelled. */
export interface PlainMoments {
  readonly turn: (list: RowList) => void;
  /** false: no day of placing, or a day or time that is not in ISO form */
  readonly isPlain: (order: number) => boolean;
  readonly isCancelled: (order: number) => boolean;
  /** adds those of the orders from one to another, exclusive */
  readonly write: (from: number, to: number) => void;
}

const NONE: Moments = { dates: new Int32Array(), times: new Int32Array(), zones: new Uint32Array() };

export function plainMoments(reading: PlainReading): PlainMoments {
  const { pieces, columns, orders: into } = reading;
  const { orders } = into;
  const [placedOn, cancelledOn] = [dayCodes(orders.placedOn), dayCodes(orders.cancelledOn)];
  const zoneCode = zoneCodes(reading);
  let [placed, cancelled] = [NONE, NONE];
  const hasPlainZone = ({ times, zones }: Moments, at: number): boolean =>
    (times[at] ?? -1) < 0 || zoneCode(zones[at] ?? 0) !== 0;
  return {
    turn: (list) => {
      placed = pieces.moments(list, columns.createdAt);
      cancelled = pieces.moments(list, columns.cancelledAt);
    },
    isPlain: (at) =>
      placedOn(placed.dates[at] ?? 0) > 0 &&
      cancelledOn(cancelled.dates[at] ?? 0) >= 0 &&
      hasPlainZone(placed, at) &&
      hasPlainZone(cancelled, at),
    isCancelled: (at) => (cancelled.dates[at] ?? 0) !== 0,
    write: (from, to) => {
      const count = to - from;
      const [days, cancelledDays] = [
        orders.placedOn.codes.extend(count),
        orders.cancelledOn.codes.extend(count),
      ];
      const [times, zones] = [orders.placedTime.extend(count), orders.placedZone.codes.extend(count)];
      for (let index = 0; index < count; index += 1) {
        const at = from + index;
        const time = placed.times[at] ?? -1;
        days[index] = placedOn(placed.dates[at] ?? 0);
        times[index] = time < 0 ? Number.NaN : time;
        zones[index] = time < 0 ? 0 : zoneCode(placed.zones[at] ?? 0);
        cancelledDays[index] = cancelledOn(cancelled.dates[at] ?? 0);
      }
    },
  };
}

/** Codes of days: 0 for none, −1 for a date that is not plain or no date. */
function dayCodes(column: WordColumn): (date: number) => number {
  const known = new Map<number, number>();
  return (date) => {
    if (date <= 0) return date;
    let code = known.get(date);
    if (code === undefined) {
      const digits = String(date).padStart(8, '0');
      const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
      known.set(date, (code = isDay(day) ? column.codeOf(day) : -1));
    }
    return code;
  };
}

/** Codes of what stands around the time; 0 for what makes it another time or none. */
function zoneCodes({ pieces, orders: { orders } }: PlainReading): (zone: number) => number {
  const { words } = orders.placedZone;
  const isTimeEnd = timeEnds();
  const behind = (between: string) =>
    new WordCodes(pieces, words, (text) => (isTimeEnd(text) ? `${between}${text.trimEnd()}` : undefined));
  const [blank, letter] = [behind(' '), behind('T')];
  const bare = [orders.placedZone.codeOf(' '), orders.placedZone.codeOf('T')] as const;
  return (zone) => {
    const word = (zone & ~PARTED_BY_T) >>> 0;
    if ((zone & PARTED_BY_T) === 0) return word === 0 ? bare[0] : blank.of(word);
    return word === 0 ? bare[1] : letter.of(word);
  };
}
