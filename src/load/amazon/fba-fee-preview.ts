import type { Format } from '../format.ts';
import { tellNotCounted } from '../not-counted.ts';

/** The FBA fee preview: recognised so that it is not "unknown", but what it holds are estimates; the settlements hold the fees. */
export const amazonFeePreview: Format = {
  kind: 'amazon.fee_preview',
  label: 'Amazon FBA fee preview',
  signature: ['sku', 'asin', 'estimated-fee-total', 'estimated-referral-fee-per-unit'],
  known: [
    ...['fnsku', 'amazon-store', 'product-name', 'product-group', 'brand', 'fulfilled-by', 'your-price'],
    ...['sales-price', 'longest-side', 'median-side', 'shortest-side', 'length-and-girth'],
    ...['unit-of-dimension', 'item-package-weight', 'unit-of-weight', 'product-size-tier', 'currency'],
    ...['estimated-variable-closing-fee', 'estimated-order-handling-fee-per-order'],
    ...['estimated-pick-pack-fee-per-unit', 'estimated-weight-handling-fee-per-unit'],
    ...['expected-fulfillment-fee-per-unit', 'expected-domestic-fulfilment-fee-per-unit'],
  ],
  read: (table, draft) => {
    const why = 'the settlement has the fees that were charged';
    tellNotCounted(table, draft, { what: 'estimates of FBA fees', why });
  },
};
