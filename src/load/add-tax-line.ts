import { decimalText } from '../domain/money.ts';
import type { TaxLine } from '../domain/tax-line.ts';
import { report } from './draft.ts';
import type { Draft } from './format.ts';

/** each amount is rounded for itself */
const ROUNDING = 5;

/**
 * Adds a line of a tax register to the draft. A line whose taxable value and taxes are not its invoice amount (to within five minor
 * units, for platforms round each of them) counts as written, with a warning.
 */
export function addTaxLine(draft: Draft, line: TaxLine): void {
  const { taxable, cgst, sgst, igst, cess, gross, currency } = line;
  const sum = taxable + cgst + sgst + igst + cess;
  if (Math.abs(sum - gross) > ROUNDING) {
    const said = decimalText(gross, currency);
    report(draft, {
      code: 'bad-row',
      severity: 'warning',
      message: `order ${line.order}: taxable value and taxes make ${decimalText(sum, currency)}, the invoice says ${said} – counted as written`,
      file: line.file,
      line: line.row,
      value: said,
    });
  }
  draft.taxLines.push(line);
}
