import type { ChargePart, MovementKind } from '../../domain/books.ts';
import type { TextTable } from '../format.ts';
import type { MoneyColumn } from '../settlement-row.ts';

type Meaning = readonly [code: string, kind: MovementKind, part?: ChargePart];

/** Columns that Meesho's own formula sums up, apart from the fixed fee of the revenue group. */
const SUMMED: readonly Meaning[] = [
  ['Total Sale Amount (Incl. Shipping & GST)', 'charge', 'goods'],
  ['Total Sale Return Amount (Incl. Shipping & GST)', 'refund'],
  ['Warehousing fee (inc Gst)', 'storage'],
  // what the buyer pays for the right to return
  ['Return premium (incl GST)', 'charge', 'shipping'],
  ['Return premium (incl GST) of Return', 'refund'],
  ['Meesho Commission (Incl. GST)', 'marketplace_fee'],
  ['Meesho gold platform fee (Incl. GST)', 'marketplace_fee'],
  ['Meesho mall platform fee (Incl. GST)', 'marketplace_fee'],
  ['Return Shipping Charge (Incl. GST)', 'shipping_label'],
  ['GST Compensation (PRP Shipping)', 'compensation'],
  ['Shipping Charge (Incl. GST)', 'shipping_label'],
  ['Net Other Support Service Charges (Excl. GST)', 'marketplace_fee'],
  ['TCS', 'tax_withheld'],
  ['TDS', 'tax_withheld'],
  ['Compensation', 'compensation'],
  ['Claims', 'compensation'],
  ['Recovery', 'compensation'],
];

/** Columns that the formula leaves out, though they are amounts: whether they count, the row's total tells. */
const DOUBTFUL: readonly Meaning[] = [
  ['Warehousing fee (Incl. GST)', 'storage'],
  ['GST on Net Other Support Service Charges', 'marketplace_fee'],
];

/** Numbers that are no amounts of their own: prices, rates, and the two of which `Net Other Support …` is the sum. */
const NO_AMOUNT =
  /listing price|percent|%|reason|final settlement|^other support service|^waivers|^price type|supplier .*price/;
const AMOUNT = /\b(?:incl|excl|inc)\b\.?|\b(?:fee|charge|charges|penalty|gst)\b/;

export const FIXED_FEE = 'fixed fee (incl. gst)';

/** The columns of `Order Payments` that hold amounts: those that always count, and those that the row's total decides on. */
export interface PaymentColumns {
  readonly summed: readonly MoneyColumn[];
  readonly doubtful: readonly MoneyColumn[];
}

export function paymentColumns(table: TextTable): PaymentColumns {
  const fixed = fixedFees(table);
  const summed = [...named(table, SUMMED), ...fixed.filter(({ isRevenue }) => isRevenue)];
  const doubtful = [...named(table, DOUBTFUL), ...fixed.filter(({ isRevenue }) => !isRevenue)];
  const known = new Set([...summed, ...doubtful].map(({ column }) => column));
  return { summed, doubtful: [...doubtful, ...furtherAmounts(table, known)] };
}

function named(table: TextTable, meanings: readonly Meaning[]): readonly MoneyColumn[] {
  return meanings.flatMap(([code, kind, part]) => {
    const column = table.column(code.toLowerCase());
    return column < 0 ? [] : [{ column, code, kind, part, isTax: code.startsWith('GST on') }];
  });
}

/**
 * `Fixed Fee (Incl. GST)` stands twice, under "Revenue Details" and under "Deductions": the row of groups above the header tells which
 * is which. Without that row the first of two is the revenue's, and a lone one a deduction.
 */
function fixedFees(table: TextTable): readonly (MoneyColumn & { readonly isRevenue: boolean })[] {
  const groups = groupRow(table);
  const columns = table.columnsNamed(FIXED_FEE);
  return columns.map((column, index) => {
    const group = groups.slice(0, column + 1).findLast((cell) => cell !== '');
    const isRevenue = group === undefined ? columns.length > 1 && index === 0 : /revenue/i.test(group);
    const code = `Fixed Fee (Incl. GST)${isRevenue ? ', Revenue Details' : ''}`;
    return { column, code, kind: 'marketplace_fee', isRevenue };
  });
}

/** The cells of the line above the header. Meesho's names of groups hold no commas. */
function groupRow(table: TextTable): readonly string[] {
  const above = table.preamble.at(-1) ?? '';
  const delimiter = [',', ';', '\t'].find((each) => above.includes(each)) ?? ',';
  return above.split(delimiter).map((cell) => cell.replaceAll('"', '').trim());
}

/** Amounts under names that are not known: they count if the total needs them. */
function furtherAmounts(table: TextTable, known: ReadonlySet<number>): readonly MoneyColumn[] {
  const first = table.column('final settlement amount');
  return table.header.flatMap((name, column) =>
    column <= first || known.has(column) || NO_AMOUNT.test(name) || !AMOUNT.test(name)
      ? []
      : [{ column, code: name, kind: 'marketplace_fee' as const }],
  );
}
