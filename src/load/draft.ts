import type { Problem } from '../domain/problem.ts';
import type { ShopSettings } from '../domain/shop.ts';
import type { DateOrder } from './dates.ts';
import type { Draft } from './format.ts';

/** A draft that also carries what the owner said about dates, and what the owner must be asked. */
export type OpenDraft = Draft & {
  /** the order of day and month where the file leaves it open */
  readonly dateOrder?: DateOrder | undefined;
  /** columns whose dates can be read in two ways; the file must then be left out */
  readonly openDates?: Problem[];
};

/** A draft without records, for one file. */
export function emptyDraft(
  shop: ShopSettings,
  dateOrder?: DateOrder,
): OpenDraft & Required<Pick<OpenDraft, 'openDates'>> {
  return {
    shop,
    dateOrder,
    openDates: [],
    orders: [],
    movements: [],
    settlements: [],
    taxLines: [],
    products: [],
    costs: [],
    stock: [],
    stockHistory: [],
    customers: [],
    suppliers: [],
    supplierItems: [],
    purchases: [],
    expenses: [],
    shipments: [],
    rivalPrices: [],
    problems: [],
  };
}

/** Notes what could not be used as it stands; the rest of the file still counts. */
export function report(draft: Draft, problem: Problem): void {
  draft.problems.push(problem);
}

/**
 * Adds to the Problems noted since there were `told` of them that the row (line, order) was left out for it; false when there are
 * none, so that the caller tells what was missing.
 */
export function sayLeftOut(draft: Draft, told: number, what: string): boolean {
  const since = draft.problems.splice(told);
  for (const problem of since)
    report(draft, { ...problem, message: `${problem.message} – ${what} left out` });
  return since.length > 0;
}
