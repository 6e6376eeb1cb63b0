import type { Draft, Format, TextTable } from '../format.ts';
import { tellNotCounted } from '../not-counted.ts';
import { rowReader } from '../row-reader.ts';
import { RUPEES } from './words.ts';

const PROJECTED = 'bank settlement [projected] (inr)';
const WHY = 'they are a projection; the settlements hold what was paid';

/** The orders of the profit-and-loss report ("Earn More"): recognised, but what it says of money is Flipkart's projection. */
export const flipkartEarnMore: Format = {
  kind: 'flipkart.earn_more',
  label: 'Flipkart profit and loss report',
  signature: ['order id', 'order status', PROJECTED],
  known: [
    ...['order date', 'order item id', 'sku', 'sku name', 'gross units', 'net units', 'fulfilment type'],
    'final selling price (incl. seller opted in default offers)',
    ...['net earnings (inr)', 'accounted net sales (inr)', 'total expenses (inr)', 'shipping fee (inr)'],
    ...['commission (inr)', 'channel of sale', 'mode of payment'],
  ],
  repeated: [PROJECTED],
  read: (table, draft) => tellNotCounted(table, draft, { what: 'earnings per order', why: WHY }),
};

/** The SKUs of the same report: recognised in the same way, but a `Cost Price` that the seller keeps there is a cost. */
export const flipkartEarnMoreSkus: Format = {
  kind: 'flipkart.earn_more_skus',
  label: 'Flipkart profit and loss per SKU',
  signature: ['sku id', ['net units (#)', PROJECTED]],
  known: [
    ...['product name', 'base price', 'cost price', 'gross units (#)', 'returned & cancelled units'],
    ...['estimated net sales (inr)', 'accounted net sales (seller price)', 'sum of order item value'],
    ...['total expenses (inr)', 'net earnings (inr)', 'earnings per unit (inr)', 'amount settled (inr)'],
    ...['amount pending (inr)', 'input tax credits (inr)', 'rewards & other benefits (inr)'],
  ],
  repeated: [PROJECTED],
  read: readSkus,
};

/** The second row of the header repeats `SKU ID`; costs are of one unit and hold from the beginning. */
function readSkus(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const [sku, cost] = [table.column('sku id'), table.column('cost price')];
  for (let row = 0; row < table.rows.length; row += 1) {
    const id = cells.id(row, sku);
    if (id === undefined || /^sku id$/i.test(id)) continue;
    const unitCost = cells.amount(row, cost, RUPEES);
    if (unitCost === undefined) continue;
    const place = { file: table.file, row: table.lineOf(row) };
    draft.costs.push({ ...place, sku: id, unitCost, currency: RUPEES, source: 'platform' });
  }
  tellNotCounted(table, draft, { what: 'earnings per SKU', why: WHY });
}
