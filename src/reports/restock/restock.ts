import type { Answer } from '../../domain/answer.ts';
import type { Books } from '../../domain/books.ts';
import type { PurchaseOrder } from '../../domain/purchase-order.ts';
import { accountingOf } from '../pnl/accounting.ts';
import { knownDays, type KnownDays } from '../trends/sale-days.ts';
import { restockFigures } from './figures.ts';
import { restockFindings } from './findings.ts';
import type { RestockOptions } from './options.ts';
import { studyOf } from './study.ts';
import { restockTables } from './tables.ts';

/** What to order, and the orders as they can be sent. */
export interface Restock extends Answer {
  readonly report: 'restock';
  /** days whose sales the plan rests on; null when the files hold no sale before today */
  readonly known: KnownDays | null;
  readonly orders: readonly PurchaseOrder[];
  /** minor units */
  readonly budget: number | undefined;
}

/** What to order from whom, how much and by when. Without a sale before today there is nothing to reckon with: an empty answer. */
export function restockAnswer(books: Books, options: RestockOptions): Restock {
  const accounting = accountingOf(books);
  const { asOf, budget } = options;
  const known = knownDays(accounting, asOf);
  const head = { schemaVersion: 1, report: 'restock', shop: books.shop.name, demo: books.demo } as const;
  const common = { ...head, compare: null, asOf, currency: accounting.currency, budget };
  if (known === undefined)
    return { ...common, period: null, known: null, figures: [], tables: [], findings: [], orders: [] };
  const study = studyOf(accounting, known, options);
  const found = restockFindings(study);
  return {
    ...common,
    period: { from: known.from, to: known.to },
    known,
    figures: [...restockFigures(study), ...found.figures],
    tables: restockTables(study),
    findings: found.findings,
    orders: study.orders.map(({ order }) => order),
  };
}
