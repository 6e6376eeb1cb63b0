import type { Minor } from '../../domain/money.ts';
import type { TextTable } from '../format.ts';
import type { RowReader } from '../row-reader.ts';

export type Columns = ReturnType<typeof transactionColumns>;

export function transactionColumns(table: TextTable) {
  return {
    date: table.column('date'),
    time: table.column('time'),
    event: table.column('event type'),
    id: table.column('transaction id'),
    payment: table.column('payment id'),
    deposit: table.column('deposit id'),
    customer: table.column('customer id'),
    status: table.column('transaction status'),
    gross: table.column('gross sales'),
    discounts: table.column('discounts'),
    service: table.column('service charges'),
    giftCards: table.column('gift card sales'),
    tax: table.column('tax'),
    tip: table.column('tip'),
    partialRefunds: table.column('partial refunds'),
    collected: table.column('total collected'),
    fees: table.column('fees'),
    thirdPartyFees: table.column('third party fees'),
    net: table.column('net total'),
    cash: table.column('cash'),
    otherTender: table.column('other tender'),
    otherTenderType: table.column('other tender type'),
    tenders: [
      { column: table.column('card'), name: 'Card' },
      { column: table.column('cash'), name: 'Cash' },
      { column: table.column('square gift card'), name: 'Square Gift Card' },
      { column: table.column('cash app'), name: 'Cash App' },
    ],
  };
}

/** The amounts of one row as signed: discounts, refunds and fees are negative, and all of a refund is. */
export interface Amounts {
  readonly gross: Minor;
  readonly discounts: Minor;
  readonly service: Minor;
  readonly giftCards: Minor;
  readonly tax: Minor;
  readonly tip: Minor;
  readonly partialRefunds: Minor;
  readonly collected: Minor;
  readonly fees: Minor;
  readonly thirdPartyFees: Minor;
  readonly cash: Minor;
  readonly net: Minor | undefined;
}

/** Undefined when the row does not say what was collected; what it leaves blank otherwise did not happen. */
export function amountsOf(
  {
    cells,
    columns,
    currency,
  }: { readonly cells: RowReader; readonly columns: Columns; readonly currency: string },
  row: number,
): Amounts | undefined {
  const amount = (column: number): Minor => cells.amount(row, column, currency) ?? 0;
  const collected = cells.amount(row, columns.collected, currency);
  if (collected === undefined) return undefined;
  return {
    gross: amount(columns.gross),
    discounts: amount(columns.discounts),
    service: amount(columns.service),
    giftCards: amount(columns.giftCards),
    tax: amount(columns.tax),
    tip: amount(columns.tip),
    partialRefunds: amount(columns.partialRefunds),
    collected,
    fees: amount(columns.fees),
    thirdPartyFees: amount(columns.thirdPartyFees),
    cash: amount(columns.cash),
    net: cells.amount(row, columns.net, currency),
  };
}

/** Tills round what is paid in cash to the smallest coin there is. */
const COIN = 5;

/** How the amounts of a row make what was collected: with the tax on top, with it inside, or not at all. */
export function sumOf(amounts: Amounts): {
  readonly sum: Minor;
  readonly taxed: 'on_top' | 'inside' | 'unfit';
} {
  const { gross, discounts, service, giftCards, tax, tip, partialRefunds, collected, cash } = amounts;
  const untaxed = gross + discounts + service + giftCards + tip + partialRefunds;
  const off = (sum: Minor): Minor => Math.abs(collected - sum);
  const allowed = cash === 0 ? 0 : COIN;
  if (off(untaxed + tax) <= allowed) return { sum: untaxed + tax, taxed: 'on_top' };
  if (off(untaxed) <= allowed) return { sum: untaxed, taxed: 'inside' };
  return { sum: untaxed + tax, taxed: 'unfit' };
}

/** The fees, negative for what Square keeps, by the sign that makes the net; `fits`: one of them does. */
export function feesOf({ fees, thirdPartyFees, collected, net }: Amounts): {
  readonly fees: Minor;
  readonly thirdPartyFees: Minor;
  readonly fits: boolean;
} {
  const readings = [1, -1].map((sign) => ({
    fees: fees * sign || 0,
    thirdPartyFees: thirdPartyFees * sign || 0,
  }));
  const [asWritten = { fees, thirdPartyFees }] = readings;
  if (net === undefined) return { ...asWritten, fits: true };
  const fitting = readings.find((reading) => collected + reading.fees + reading.thirdPartyFees === net);
  return fitting === undefined ? { ...asWritten, fits: false } : { ...fitting, fits: true };
}
