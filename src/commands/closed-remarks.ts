import type { Books } from '../domain/books.ts';
import { formatDay, monthOf } from '../domain/day.ts';
import { formatMoney } from '../domain/money.ts';
import { formatPeriod, monthPeriod, type Period } from '../domain/period.ts';
import type { Table } from '../domain/answer.ts';
import { whatMoved, type ClosedMonth, type Moved } from '../records/closed-months.ts';
import { monthFacts } from './close-run.ts';

/** What a closed month would be now: words for the page, and a table for machines. */
export interface ClosedComparison {
  readonly remarks: readonly string[];
  readonly table: Table;
}

const MOST_NAMED = 5;

/** The month that a period is, exactly; undefined otherwise. */
export function monthOfPeriod(period: Period | null): string | undefined {
  if (period === null) return undefined;
  const month = monthOf(period.from);
  const whole = monthPeriod(month);
  return whole.from === period.from && whole.to === period.to ? month : undefined;
}

/** Sets a closed month against the same month from today's files, naming the orders and expenses that moved it. */
export function compareClosed(closed: ClosedMonth, books: Books, asOf: string): ClosedComparison {
  const now = monthFacts(books, closed.month, asOf);
  const moved = whatMoved(closed.entries, now.entries);
  const name = `${formatPeriod(monthPeriod(closed.month))} was closed on ${formatDay(closed.closedOn)}`;
  return {
    remarks:
      moved.length === 0
        ? [`${name}; nothing would move.`]
        : [`${name}; ${movedText(closed, moved, now.figures)}`],
    table: {
      id: 'closedMonth',
      label: 'Since the month was closed',
      columns: [
        { id: 'entry', label: 'Entry', unit: 'text' },
        { id: 'closed', label: 'Closed', unit: 'money' },
        { id: 'now', label: 'Now', unit: 'money' },
      ],
      rows: moved.map(({ entry, closed: before, now: after }) => ({ entry, closed: before, now: after })),
    },
  };
}

function movedText(
  closed: ClosedMonth,
  moved: readonly Moved[],
  figures: Readonly<Record<string, number | null>>,
): string {
  const money = (amount: number): string => formatMoney(amount, closed.currency);
  const [before, after] = [closed.figures['pnl.netProfit'] ?? null, figures['pnl.netProfit'] ?? null];
  const profit =
    before === null || after === null ? '' : `net profit ${money(before)} would become ${money(after)}: `;
  const named = moved
    .slice(0, MOST_NAMED)
    .map(({ entry, closed: was, now }) => `${words(entry)} ${money(was)} → ${money(now)}`);
  const more = moved.length > MOST_NAMED ? `, and ${moved.length - MOST_NAMED} more` : '';
  return `${profit}${named.join(', ')}${more}.`;
}

/** `costOfGoods of #1043` as `cost of goods of #1043`. */
function words(entry: string): string {
  return entry.replace(/^[a-zA-Z]+/, (account) =>
    account.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
  );
}
