import { payoutsOptions, type PayoutsOptions } from './payouts/options.ts';
import { payoutsAnswer, type Payouts } from './payouts/payouts.ts';
import type { Report } from './report.ts';

/** Where the money went that buyers paid through platforms, and whether it arrived. */
export const payouts: Report<PayoutsOptions, Payouts> = {
  name: 'payouts',
  summary: 'Settlements of the platforms: what was sold, what they kept, what should have reached the bank.',
  options: payoutsOptions,
  compute: payoutsAnswer,
};
