import { payouts } from './payouts.ts';
import { pnl } from './pnl.ts';

/** Every question that can be asked; the machine-facing doors are derived from this list. */
export const REPORTS = [pnl, payouts] as const;
