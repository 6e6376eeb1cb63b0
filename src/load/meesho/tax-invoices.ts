import type { Format } from '../format.ts';
import { tellNotCounted } from '../not-counted.ts';

/** `Tax_invoice_details`: the numbers of invoices and credit notes. Recognised; the TCS reports hold the amounts. */
export const meeshoTaxInvoices: Format = {
  kind: 'meesho.tax_invoices',
  label: 'Meesho tax invoice details',
  signature: ['type', ['suborder no.', 'suborder no', 'sub order no.'], ['invoice no.', 'invoice no']],
  known: ['order date', 'product description', 'hsn'],
  read: (table, draft) => {
    const why = 'the TCS sales and returns hold the amounts';
    tellNotCounted(table, draft, { what: 'numbers of invoices', why });
  },
};
