import type { Channel, Provenance } from './books.ts';
import type { Day } from './day.ts';
import type { Minor } from './money.ts';

/**
 * One line of a marketplace's tax register (Amazon MTR, Flipkart sales report, Meesho TCS sales): what was invoiced, with its GST.
 * Returns and cancellations are negative. Amounts in minor units of `currency`; rates are fractions (0.18).
 */
export interface TaxLine extends Provenance {
  readonly channel: Channel;
  readonly kind: 'sale' | 'refund' | 'cancel' | 'replacement';
  /** the platform's own word */
  readonly code: string;
  readonly order: string;
  readonly day: Day;
  readonly invoice?: string | undefined;
  readonly creditNote?: string | undefined;
  readonly sellerTaxId?: string | undefined;
  readonly buyerTaxId?: string | undefined;
  readonly sku?: string | undefined;
  readonly title?: string | undefined;
  readonly hsn?: string | undefined;
  readonly quantity: number;
  /** goods and shipping after discounts, with tax */
  readonly gross: Minor;
  readonly taxable: Minor;
  readonly rate?: number | undefined;
  readonly cgst: Minor;
  readonly sgst: Minor;
  readonly igst: Minor;
  readonly cess: Minor;
  /** TCS collected by the platform; undefined when the register does not say */
  readonly tcs?: Minor | undefined;
  /** state the goods left from and went to, as written, upper case */
  readonly fromRegion?: string | undefined;
  readonly region?: string | undefined;
  readonly currency: string;
}
