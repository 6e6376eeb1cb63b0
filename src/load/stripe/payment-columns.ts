/** Columns that every kind of payments export may have. */
const SHARED: readonly string[] = [
  ...['converted amount refunded', 'converted currency', 'description', 'is link', 'mode'],
  ...['paymentintent id', 'payment source type', 'refunded date (utc)', 'statement descriptor', 'status'],
  ...['seller message', 'taxes on fee', 'card id', 'card name', 'card address line1'],
  ...['card address line2', 'card address city', 'card address state', 'card address country'],
  ...['card address zip', 'card avs line1 status', 'card avs zip status', 'card brand'],
  ...['card cvc status', 'card exp month', 'card exp year', 'card fingerprint', 'card funding'],
  ...['card issue country', 'card last4', 'card tokenization method', 'customer id'],
  ...['customer description', 'customer email', 'customer phone', 'shipping name'],
  ...['shipping address line1', 'shipping address line2', 'shipping address city'],
  ...['shipping address state', 'shipping address country', 'shipping address postal code'],
  ...['disputed amount', 'dispute date (utc)', 'dispute evidence due (utc)', 'dispute reason'],
  ...['dispute status', 'invoice id', 'invoice number', 'checkout session id'],
  ...['checkout custom field 1 key', 'checkout custom field 1 value', 'checkout custom field 2 key'],
  ...['checkout custom field 2 value', 'checkout custom field 3 key', 'checkout custom field 3 value'],
  ...['checkout line item summary', 'checkout promotional consent', 'checkout terms of service consent'],
  ...['client reference id', 'payment link id', 'utm campaign', 'utm content', 'utm medium'],
  ...['utm source', 'utm term', 'application fee', 'application id', 'destination', 'transfer'],
  ...['transfer group'],
];

/** Columns of the payments export besides those by which it is recognised. */
export const UNIFIED_COLUMNS: readonly string[] = [...SHARED, 'converted amount', 'fee'];

/** The same for a file that was saved again without ids and refunds. */
export const REDUCED_COLUMNS: readonly string[] = SHARED;
