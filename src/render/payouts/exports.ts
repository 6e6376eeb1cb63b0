import { channelName } from '../../domain/channels.ts';

/** Where each platform gives the report of its ledger. */
const EXPORTS: readonly (readonly [channel: string, where: string])[] = [
  ['shopify', 'Finances › Payouts › View all transactions › Export, and the payouts themselves'],
  [
    'amazon',
    'Reports › Payments › All statements: the flat file V2 of each settlement; or a date range report',
  ],
  ['flipkart', 'Payments › Settlements: the settled transactions as a spreadsheet'],
  ['meesho', 'Payments › Download: previous payments, as it comes (zip or xlsx)'],
  ['etsy', 'Shop Manager › Finances › Monthly statements › Download CSV'],
  ['ebay', 'Payments › Reports: the transaction report'],
  ['razorpay', 'Reports: the settlement recon report'],
  ['stripe', 'Balance › All activity › Export; or Reports › Balance change from activity, itemized'],
  ['paypal', 'Activity › Download: all transactions as CSV'],
  ['square', 'Transactions › Export: transactions as CSV'],
];

/** One line for each platform that ecom reads a ledger of, those first that the shop sells on. */
export function exportsWanted(soldOn: readonly string[]): readonly string[] {
  const isOwn = ([channel]: (typeof EXPORTS)[number]): boolean => soldOn.includes(channel);
  return [...EXPORTS.filter(isOwn), ...EXPORTS.filter((one) => !isOwn(one))].map(
    ([channel, where]) => `${channelName(channel)}: ${where}`,
  );
}
