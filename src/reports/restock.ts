import type { Report } from './report.ts';
import { restockOptions, type RestockOptions } from './restock/options.ts';
import { restockAnswer, type Restock } from './restock/restock.ts';

/** What to order, how much and when, what not to buy, and what waiting costs. */
export const restock: Report<RestockOptions, Restock> = {
  name: 'restock',
  summary: 'What to order from whom, how much and by when; what a budget saves most; what not to buy.',
  options: restockOptions,
  compute: restockAnswer,
};
