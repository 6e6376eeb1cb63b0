import { pnlOptions, type PnlOptions } from './pnl/options.ts';
import { profitAndLoss, type ProfitAndLoss } from './pnl/profit-and-loss.ts';
import type { Report } from './report.ts';

/** What was sold, what it cost, and what is left. */
export const pnl: Report<PnlOptions, ProfitAndLoss> = {
  name: 'pnl',
  summary: 'Profit and loss of a period: revenue without tax, costs, net profit, and why it moved.',
  options: pnlOptions,
  compute: profitAndLoss,
};
