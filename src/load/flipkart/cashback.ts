import type { Format } from '../format.ts';
import { tellNotCounted } from '../not-counted.ts';

/**
 * The sheet "Cash Back Report" of the sales report: credit and debit notes between Flipkart and the seller for offers that Flipkart bore.
 * They change what the seller is paid, which the settlement tells, and are no invoices to buyers.
 */
export const flipkartCashback: Format = {
  kind: 'flipkart.cashback',
  label: 'Flipkart cash back report (GST)',
  signature: ['seller gstin', 'order item id', 'document type', 'document sub type', 'invoice amount'],
  known: [
    ...['order id', 'credit note id/ debit note id', 'invoice date', 'taxable value'],
    ...['igst rate', 'igst amount', 'cgst rate', 'cgst amount', "customer's delivery state"],
    ...['sgst rate (or utgst as applicable)', 'sgst amount (or utgst as applicable)'],
  ],
  read: (table, draft) => {
    const why = 'they are no invoices to buyers, and the settlement holds the money';
    tellNotCounted(table, draft, { what: 'credit and debit notes for cash back', why });
  },
};
