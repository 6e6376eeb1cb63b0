import { report } from '../draft.ts';
import type { Format } from '../format.ts';

/** Core tax rates: recognised so that they are not "unknown", but tax is taken from the orders. */
export const wooTaxRates: Format = {
  kind: 'woo.tax_rates',
  label: 'WooCommerce tax rates',
  signature: ['country code', 'state code', 'rate %', 'tax class'],
  known: ['zip/postcode', 'city', 'tax name', 'priority', 'compound', 'shipping'],
  read: (table, draft) => {
    tellNotUsed({ file: table.file, what: 'tax rates', why: 'tax is taken from the orders' }, draft);
  },
};

/** Coupons: recognised so that they are not "unknown", but discounts are taken from the orders. */
export const wooCoupons: Format = {
  kind: 'woo.coupons',
  label: 'WooCommerce coupons',
  signature: ['post_title', 'discount_type', 'coupon_amount'],
  known: ['id', 'post_status', 'post_date', 'individual_use', 'usage_limit', 'expiry_date', 'usage_count'],
  read: (table, draft) => {
    tellNotUsed({ file: table.file, what: 'coupons', why: 'discounts are taken from the orders' }, draft);
  },
};

interface NotUsed {
  readonly file: string;
  readonly what: string;
  readonly why: string;
}

function tellNotUsed({ file, what, why }: NotUsed, draft: Parameters<Format['read']>[1]): void {
  report(draft, {
    code: 'not-counted',
    severity: 'note',
    message: `holds ${what}, which no figure needs: ${why}`,
    file,
  });
}
