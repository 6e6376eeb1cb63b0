import { report } from '../draft.ts';
import type { Draft, TextTable } from '../format.ts';

/** Counts what is passed over, so that one note each can tell of it. */
export interface Tally {
  /** not completed, by status */
  readonly unfinished: (status: string) => void;
  /** holds, authorisations and currency conversions, by type */
  readonly moneyless: (type: string) => void;
  /** paid by the shop to somebody else */
  readonly purchase: () => void;
  readonly tell: () => void;
}

export function tally(table: TextTable, draft: Draft): Tally {
  const unfinished = new Map<string, number>();
  const moneyless = new Map<string, number>();
  let purchases = 0;
  const note = (message: string, hint?: string): void => {
    report(draft, { code: 'not-counted', severity: 'note', message, file: table.file, hint });
  };
  return {
    unfinished: (status) => add(unfinished, status),
    moneyless: (type) => add(moneyless, type),
    purchase: () => {
      purchases += 1;
    },
    tell: () => {
      if (unfinished.size > 0) note(`${listed(unfinished)} of status other than Completed – not counted`);
      if (moneyless.size > 0) note(`${listed(moneyless)}, which move no money of the shop’s – not counted`);
      if (purchases > 0)
        note(
          `${rows(purchases)} of money between the shop and others it buys from, kept as adjustments – not counted as expenses`,
          'list what the shop bought in an expenses file',
        );
    },
  };
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function rows(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

/** `3 rows (2 Pending, 1 Denied)` */
function listed(counts: ReadonlyMap<string, number>): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = Array.from(counts, ([name, count]) => `${count} ${name}`).join(', ');
  return `${rows(all)} (${each})`;
}
