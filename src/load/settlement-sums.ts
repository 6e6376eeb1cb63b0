import type { Movement, Provenance } from '../domain/books.ts';
import type { Day } from '../domain/day.ts';
import { roundHalfUp, type Minor } from '../domain/money.ts';
import type { Draft } from './format.ts';

/** What one row adds to its settlement. */
export interface RowOfSettlement extends Provenance {
  readonly id: string;
  readonly reference: string | undefined;
  readonly paidOn: Day;
  /** what the row says it adds */
  readonly total: Minor;
  /** the same as text, where it may have more decimals than the currency */
  readonly written?: string;
  /** what its movements add, or the total where they do not add up and a Problem says so */
  readonly counted: Minor;
}

interface Sums extends Pick<RowOfSettlement, 'id' | 'reference' | 'paidOn' | 'file' | 'row'> {
  /** ten-thousandths of a minor unit */
  exact: number;
  counted: Minor;
}

/** Gathers settlements row by row: their totals are the sums of what the rows state, rounded once. */
export interface SettlementSums {
  readonly add: (row: RowOfSettlement) => void;
  /** pushes the settlements, and for each whose amounts were rounded one by one the few minor units that are off, as one movement */
  readonly push: (draft: Draft, shared: Pick<Movement, 'channel' | 'currency'>) => void;
}

export function settlementSums(): SettlementSums {
  const all = new Map<string, Sums>();
  return {
    add: ({ total, written = '', counted, ...row }) => {
      const sums = all.get(row.id) ?? { ...row, exact: 0, counted: 0 };
      sums.exact += exactly(written) ?? total * EXACT;
      sums.counted += counted;
      all.set(row.id, sums);
    },
    push: (draft, { channel, currency }) => {
      for (const { id, reference, paidOn, exact, counted, file, row } of all.values()) {
        const shared = { file, row, channel, currency, final: true };
        const total = roundHalfUp(exact / EXACT);
        draft.settlements.push({ ...shared, id, paidOn, total, reference });
        if (total === counted) continue;
        const [kind, code] = ['adjustment', 'Rounding'] as const;
        draft.movements.push({ ...shared, kind, code, day: paidOn, amount: total - counted, payoutId: id });
      }
    },
  };
}

const EXACT = 10_000;
const PLAIN = /^(-?)(\d{1,9})\.(\d{1,6})0*$/;

/** Ten-thousandths of a hundredth of what a plain decimal of three to six decimals says; undefined for other text. */
function exactly(text: string): number | undefined {
  const parts = PLAIN.exec(text);
  if (parts === null) return undefined;
  const size = Number(`${parts[2]}${(parts[3] ?? '').padEnd(6, '0')}`);
  return parts[1] === '-' ? -size : size;
}
