import type { Movement, Provenance } from '../domain/books.ts';
import type { Day } from '../domain/day.ts';
import type { Minor } from '../domain/money.ts';
import type { Draft } from './format.ts';

/** One settlement of a file whose rows state what each of them adds to it. */
interface Sums extends Provenance {
  readonly id: string;
  readonly reference: string | undefined;
  readonly paidOn: Day;
  total: Minor;
  rounding: Minor;
}

export interface RowOfSettlement extends Provenance {
  readonly id: string;
  readonly reference: string | undefined;
  readonly paidOn: Day;
  /** what the row says it adds */
  readonly total: Minor;
  /** what its total has over its rounded amounts */
  readonly rounding: Minor;
}

/** Gathers settlements row by row: their totals are the sums of what the rows state. */
export interface SettlementSums {
  readonly add: (row: RowOfSettlement) => void;
  /** pushes the settlements, and for each whose amounts were rounded one by one the few minor units that are missing, as one movement */
  readonly push: (draft: Draft, shared: Pick<Movement, 'channel' | 'currency'>) => void;
}

export function settlementSums(): SettlementSums {
  const all = new Map<string, Sums>();
  return {
    add: ({ total, rounding, ...row }) => {
      const sums = all.get(row.id) ?? { ...row, total: 0, rounding: 0 };
      sums.total += total;
      sums.rounding += rounding;
      all.set(row.id, sums);
    },
    push: (draft, { channel, currency }) => {
      for (const { id, reference, paidOn, total, rounding, file, row } of all.values()) {
        const shared = { file, row, channel, currency, final: true };
        draft.settlements.push({ ...shared, id, paidOn, total, reference });
        if (rounding === 0) continue;
        const [kind, code] = ['adjustment', 'Rounding'] as const;
        draft.movements.push({ ...shared, kind, code, day: paidOn, amount: rounding, payoutId: id });
      }
    },
  };
}
