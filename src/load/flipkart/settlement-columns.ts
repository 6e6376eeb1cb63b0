import type { ChargePart, MovementKind } from '../../domain/books.ts';
import type { TextTable } from '../format.ts';
import type { MoneyColumn } from '../settlement-row.ts';

type Meaning = readonly [code: string, kind: MovementKind, part?: ChargePart];

/** Columns of the group "Transaction Summary" that are no sums of others. */
const SUMMARY: readonly Meaning[] = [
  ['Sale Amount', 'charge', 'goods'],
  ['Total Offer Amount', 'charge', 'discount'],
  ['My share', 'charge', 'discount'],
  ['Customer Add-ons Amount', 'charge', 'gift_wrap'],
  // Flipkart's share of an offer, settled as a discount on its fees
  ['Offer Adjustments', 'marketplace_fee'],
  ['Protection Fund', 'compensation'],
  ['Refund', 'refund'],
];

/** Columns that make up `Marketplace Fee`. */
const FEES: readonly Meaning[] = [
  ['Commission', 'marketplace_fee'],
  ['Fixed Fee', 'marketplace_fee'],
  ['Collection Fee', 'marketplace_fee'],
  ['Pick And Pack Fee', 'shipping_label'],
  ['Shipping Fee', 'shipping_label'],
  ['Reverse Shipping Fee', 'shipping_label'],
  ['No Cost Emi Fee Reimbursement', 'marketplace_fee'],
  ['Installation Fee', 'marketplace_fee'],
  ['Tech Visit Fee', 'marketplace_fee'],
  ['Uninstallation & Packaging Fee', 'marketplace_fee'],
  ['Customer Add-ons Amount Recovery', 'marketplace_fee'],
  ['Franchise Fee', 'marketplace_fee'],
  ['Shopsy Marketing Fee', 'marketplace_fee'],
  ['Product Cancellation Fee', 'marketplace_fee'],
];

/** Columns that make up `Taxes`. */
const TAXES: readonly Meaning[] = [
  ['TCS', 'tax_withheld'],
  ['TDS', 'tax_withheld'],
  ['GST on MP Fees', 'marketplace_fee'],
];

/** A group of columns and the column that sums it. */
export interface ColumnGroup {
  readonly columns: readonly MoneyColumn[];
  /** −1 when the file lacks it */
  readonly sum: number;
  /** under which the amounts count that no column of the group explains */
  readonly rest: Omit<MoneyColumn, 'column'>;
}

/** The columns of an "Orders" sheet that hold amounts, found by name: their places vary from year to year. */
export interface SettlementColumns {
  readonly summary: readonly MoneyColumn[];
  readonly groups: readonly ColumnGroup[];
}

export function settlementColumns(table: TextTable): SettlementColumns {
  const named = (meanings: readonly Meaning[]): readonly MoneyColumn[] =>
    meanings.flatMap(([code, kind, part]) => {
      const column = rupeeColumn(table, code);
      return column < 0 ? [] : [{ column, code, kind, part, isTax: code.startsWith('GST') }];
    });
  return {
    summary: named(SUMMARY),
    groups: [
      {
        columns: [...named(FEES), ...furtherFees(table)],
        sum: sumColumn(table, 'marketplace fee'),
        rest: { code: 'Marketplace Fee', kind: 'marketplace_fee' },
      },
      {
        columns: named(TAXES),
        sum: sumColumn(table, 'taxes'),
        rest: { code: 'Taxes', kind: 'tax_withheld' },
      },
    ],
  };
}

/** `Fixed Fee (Rs.)`, `No Cost Emi Fee Reimbursement(Rs.)` or the name alone. The buyer's invoice repeats some names without `(Rs.)`. */
function rupeeColumn(table: TextTable, code: string): number {
  const name = code.toLowerCase();
  return table.column(`${name} (rs.)`, `${name}(rs.)`, name);
}

/** A column that is named with its formula (`Marketplace Fee (Rs.) = SUM(V:AI)`), where that did not stand on a line of its own. */
export function sumColumn(table: TextTable, name: string): number {
  return table.header.findIndex((each) => each === name || each.startsWith(`${name} (rs.)`));
}

const FEE = /\b(?:fee|fees|charge|charges)(?: reimbursement| recovery)? ?\(rs\.?\)$/;

/** Fees that Flipkart has come up with since: they count under their own names. */
function furtherFees(table: TextTable): readonly MoneyColumn[] {
  const known = new Set(FEES.map(([code]) => code.toLowerCase()));
  return table.header.flatMap((header, column) => {
    const name = header.replace(/ ?\(rs\.?\)$/, '');
    if (!FEE.test(header) || known.has(name) || /marketplace|discount|offer|\bgst\b/.test(name)) return [];
    return [{ column, code: name, kind: 'marketplace_fee' as const }];
  });
}
