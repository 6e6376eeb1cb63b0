import type { Report } from './report.ts';
import { trendsOptions, type TrendsOptions } from './trends/options.ts';
import { trendsAnswer, type Trends } from './trends/trends.ts';

/** What is happening to sales, day by day, why, and what to expect. */
export const trends: Report<TrendsOptions, Trends> = {
  name: 'trends',
  summary:
    'Sales day by day: the last week against what was to be expected, why it differs, unusual days, a forecast.',
  options: trendsOptions,
  compute: trendsAnswer,
};
