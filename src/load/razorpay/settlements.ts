import type { Movement } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { report } from '../draft.ts';
import type { Draft } from '../format.ts';

/** One row's part of a settlement. */
export interface SettledRow {
  readonly id: string;
  /** credit − debit */
  readonly net: Minor;
  readonly currency: string;
}

export interface SettledPlace {
  readonly row: number;
  readonly paidOn: string | undefined;
  /** UTR */
  readonly reference: string | undefined;
}

export interface SettlementCounter {
  readonly add: (settled: SettledRow, place: SettledPlace) => void;
  /** the movements that a row became */
  readonly count: (movements: readonly Movement[]) => void;
  /** pushes the settlements, in the order of their first rows */
  readonly finish: () => void;
}

interface Open extends SettledRow, SettledPlace {
  total: Minor;
  counted: Minor;
}

/**
 * Gathers settlements by id. Each one's total is what its rows credit less what they debit; a settlement whose counted movements
 * make another sum, because a row had to be left out, is a Problem.
 */
export function settlementCounter(file: string, draft: Draft): SettlementCounter {
  const open = new Map<string, Open>();
  return {
    add: (settled, place) => {
      const known = open.get(settled.id);
      if (known === undefined) open.set(settled.id, { ...settled, ...place, total: settled.net, counted: 0 });
      else known.total += settled.net;
    },
    count: (movements) => {
      for (const { payoutId, amount } of movements) {
        const settlement = payoutId === undefined ? undefined : open.get(payoutId);
        if (settlement !== undefined) settlement.counted += amount;
      }
    },
    finish: () => {
      for (const { id, row, paidOn, reference, currency, total, counted } of open.values()) {
        const settlement = { file, row, channel: 'razorpay', id, paidOn, total, currency, reference };
        draft.settlements.push({ ...settlement, final: true });
        if (counted === total) continue;
        const [sum, said] = [decimalText(counted, currency), decimalText(total, currency)];
        report(draft, {
          code: 'settlement-does-not-add-up',
          severity: 'warning',
          message: `settlement ${id}: what could be counted makes ${sum}, its rows credit ${said}`,
          file,
          line: row,
          value: said,
        });
      }
    },
  };
}
