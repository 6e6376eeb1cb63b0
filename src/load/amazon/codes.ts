import type { MovementKind } from '../../domain/books.ts';

/**
 * What Amazon's names of fees and adjustments mean; the first that fits counts. Amazon publishes no list and spells one fee in
 * several ways (`FBAPerUnitFulfillmentFee`, `FBA fulfilment fee per unit`, `FBA Pick & Pack Fee`), so words decide, not whole names.
 */
const WORDS: readonly (readonly [RegExp, MovementKind])[] = [
  // moves the balance and not the profit: kept for later, owed, or sent back by the bank
  [/^(previous|current)reserve|payabletoamazon|^successfulcharge|fundsunsuccessful|faileddisburs/, 'reserve'],
  [/^tcs|^tds|^taxwithh|section194o/, 'tax_withheld'],
  [/^marketplacefacilitator|^lowvaluegoodstax/, 'tax_collected'],
  [/advertis|werbekosten|publicit|pubblicit|publicidad|広告|lightningdeal|^deal|coupon|^vine/, 'advertising'],
  [/reimburs|remboursement|rimborso|reembolso|erstattungfürlager|在庫の返金|^safet|clawback/, 'compensation'],
  [/warehouse(damage|lost)|missingfrominbound|order(lost|late|damaged)|lostpackage/, 'compensation'],
  [/replacementrefund|cserror|incorrectfees|goodwill/, 'compensation'],
  [/storage|stoccaggio|lager|保管|lowinventory|inventoryfee/, 'storage'],
  [/fulfil|easyship|pickpack|weight(handling|based)|transport|freight|inbound|carrier/, 'shipping_label'],
  [/customerreturn|removal|disposal|returnshipping|multichannel|shippingchargeback/, 'shipping_label'],
  [/^shipping$|shipping(label|services)|deliveryservice|postage|配送/, 'shipping_label'],
  [/commission|closingfee|subscription|月額登録料|referral|digitalservices|technologyfee/, 'marketplace_fee'],
  [/taxservice|giftwrapchargeback|shippinghb|processingfee|restockingfee|liquidations/, 'marketplace_fee'],
  [/feeadjust|otherexpenses|highvolumelisting/, 'marketplace_fee'],
  [/adjust|recharge|baddebt|amazoncapital/, 'adjustment'],
];

/** The kind of a fee or adjustment by Amazon's name for it, GST on it included; undefined when no word of it is known. */
export function kindOfCode(name: string): MovementKind | undefined {
  const squashed = squash(name);
  return WORDS.find(([words]) => words.test(squashed))?.[1];
}

/** Letters and digits only, lower case: `FBA Pick & Pack Fee` and `FBAPickPackFee` are one name. */
export function squash(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The kind under which a name that nobody knows counts: a fee when money went, a compensation when money came. */
export function kindOfUnknown(amount: number): MovementKind {
  return amount < 0 ? 'marketplace_fee' : 'compensation';
}
