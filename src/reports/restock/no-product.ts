/** Whole titles of what is charged and cannot be bought: carriage, charges, corrections, vouchers. */
const TITLES = [
  /^(dotcom ?)?postage( (and|&) packing)?( charges?)?$/,
  /^(carriage|freight|shipping|delivery|handling|courier|packing|packaging|cod|cash on delivery)( (cost|fee|charge)s?)?$/,
  /^(bank|amazon|ebay|paypal|marketplace|payment|platform|service|convenience|processing)( \w+)? (fee|charge)s?$/,
  /^(manual|discount|samples?|rounding|round[- ]?off|tip|donation|adjustment|adjust(ed)? bad debt|bad debt)$/,
  /^(manual |stock |price )?(adjustment|correction|write[- ]?off)s?( by .*)?$/,
  /^adjustment by .*$/,
  /\bgift ?(card|voucher|certificate)s?\b/,
  /^cruk commission$/,
];
const CODES = /^(post|postage|dot|bank charges|amazonfee|cruk|shipping|freight|discount|adjust\d*|gift_.*)$/;

/** Whether a line that a file calls a product is none to buy: no code, or the code or title of carriage, a fee, a correction or a voucher. */
export function isNoProduct({
  sku = '',
  title,
}: {
  readonly sku?: string | undefined;
  readonly title: string;
}): boolean {
  const code = sku.trim().toLowerCase();
  if (code === '' || code === '-' || CODES.test(code)) return true;
  const name = title.trim().toLowerCase();
  return TITLES.some((pattern) => pattern.test(name));
}
