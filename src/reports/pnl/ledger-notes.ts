import type { Movement } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import { contains, type Period } from '../../domain/period.ts';
import { isSale, type Accounting } from './accounting.ts';
import type { Assumption } from './assumptions.ts';

/** What the platforms' ledgers hold beside the statement's lines, and what of them stands on a doubtful footing, in one period. */
export function ledgerNotes(accounting: Accounting, period: Period): readonly Assumption[] {
  const { books, currency } = accounting;
  const own = books.movements.filter(
    (movement) => movement.currency === currency && contains(period, movement.day),
  );
  return [
    ...derivedSales(accounting, period),
    ...toldTaxes(accounting),
    ...toldShipping(accounting),
    ...noteOf('deferred', 'Not final yet', {
      movements: own.filter(({ final, kind }) => !final && kind !== 'payout'),
      note: (count) => `${count} deferred or pending: counted, though the platform may still change them`,
    }),
    ...noteOf('adjustments', 'Adjustments by platforms', {
      movements: own.filter(({ kind }) => kind === 'adjustment'),
      note: (count) => `${count}, counted in no line: they correct a balance (ecom payouts lists them)`,
    }),
    ...noteOf('taxWithheld', 'Tax withheld (TCS, TDS and the like)', {
      movements: own.filter(({ kind }) => kind === 'tax_withheld'),
      note: (count) => `${count}, counted in no line: paid on your account, to be claimed back`,
    }),
  ];
}

interface Told {
  readonly movements: readonly Movement[];
  readonly note: (count: string) => string;
}

function noteOf(line: string, label: string, { movements, note }: Told): readonly Assumption[] {
  if (movements.length === 0) return [];
  const amount: Minor = movements.reduce((sum, movement) => sum + movement.amount, 0);
  const count = `${movements.length} ${movements.length === 1 ? 'row' : 'rows'}`;
  return [{ line, label, status: 'note', amount, actualShare: 1, note: note(count) }];
}

/** Sales that no order report holds: they were taken from a settlement, a payment file or a tax register. */
function derivedSales({ books, sales }: Accounting, period: Period): readonly Assumption[] {
  const files = new Set(
    books.sources.filter(({ derivedOrders = 0 }) => derivedOrders > 0).map(({ file }) => file),
  );
  if (files.size === 0) return [];
  const count = sales.filter(
    ({ order, standing }) => files.has(order.file) && isSale(standing) && contains(period, order.placedOn),
  ).length;
  if (count === 0) return [];
  const orders = count === 1 ? '1 order' : `${count} orders`;
  const note = `${orders} taken from the settlement, for no order report holds ${count === 1 ? 'it' : 'them'}`;
  const amount = null;
  return [{ line: 'derivedSales', label: 'Sales', status: 'note', amount, actualShare: null, note }];
}

/** Tax that the order report does not give: without it revenue would hold it. */
function toldTaxes({ books }: Accounting): readonly Assumption[] {
  const count = books.sources.reduce((sum, { taxedOrders = 0 }) => sum + taxedOrders, 0);
  if (count === 0) return [];
  const orders = count === 1 ? '1 order' : `${count} orders`;
  const note = `the tax in ${orders} taken from the settlement or tax register, for the order report gives none`;
  return [{ line: 'toldTaxes', label: 'Tax', status: 'note', amount: null, actualShare: null, note }];
}

/** Shipping that the buyer paid and the order report does not know of: the settlement charges it, and deducts what it cost. */
function toldShipping({ books }: Accounting): readonly Assumption[] {
  const count = books.sources.reduce((sum, { raisedOrders = 0 }) => sum + raisedOrders, 0);
  if (count === 0) return [];
  const orders = count === 1 ? '1 order' : `${count} orders`;
  const note = `in ${orders} the buyer paid more by the settlement than by the order report: counted as shipping`;
  return [
    { line: 'toldShipping', label: 'Shipping paid', status: 'note', amount: null, actualShare: null, note },
  ];
}
