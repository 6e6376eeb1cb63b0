import { payouts } from './payouts.ts';
import { pnl } from './pnl.ts';
import { restock } from './restock.ts';
import { trends } from './trends.ts';

/** Every question that can be asked; the machine-facing doors are derived from this list. */
export const REPORTS = [pnl, payouts, restock, trends] as const;
