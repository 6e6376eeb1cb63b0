import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const HEADER =
  "Seller GSTIN,Order ID,Order Item ID,FSN,SKU,Event Type,Event Sub Type,Order Date,Item Quantity,Final Invoice Amount (Price after discount+Shipping Charges),Taxable Value (Final Invoice Amount -Taxes),IGST Rate,IGST Amount,Buyer Invoice ID,Buyer Invoice Date,Customer's Billing State,Customer's Delivery State";
type Cells = Partial<Record<'order' | 'event' | 'on' | 'gross' | 'taxable' | 'igst' | 'state', string>>;
function row({ order = 'OD1', event = 'Sale', on = '2026-08-08 00:00:00.0', ...cells }: Cells): string {
  const { gross = '840.00', taxable = '800.0', igst = '40.0', state = 'Goa' } = cells;
  return `08AAACT0000A1ZV,${order},'4381,FSN1,"""SKU:KRT-1""",Sale,${event},,1,${gross},${taxable},5.0,${igst},TT/1,${on},Delhi,${state}`;
}

async function load(...rows: readonly string[]) {
  const cwd = temporaryFolder({ 'sales.csv': `${HEADER}\n${rows.join('\n')}\n` });
  const { books, problems } = await loadBooks(['sales.csv'], { cwd, shop: DEFAULT_SHOP });
  return { lines: books.taxLines, told: problems.map(problemText) };
}

describe('a Flipkart sales report', () => {
  it.each([
    ['Return', '840', { kind: 'refund', gross: -84000, igst: -4000, quantity: -1, creditNote: 'TT/1' }],
    ['Return', '-840', { kind: 'refund', gross: -84000, igst: -4000, quantity: -1, creditNote: 'TT/1' }],
    ['Cancellation', '840', { kind: 'cancel', gross: -84000, igst: -4000, quantity: -1, creditNote: 'TT/1' }],
    ['Return Cancellation', '-840', { kind: 'sale', gross: 84000, igst: 4000, quantity: 1, invoice: 'TT/1' }],
  ])('counts a %s of %s by what happened, whatever its sign', async (event, gross, line) => {
    const sign = gross.startsWith('-') ? '-' : '';
    const { lines, told } = await load(row({ event, gross, taxable: `${sign}800`, igst: `${sign}40` }));
    expect(lines).toMatchObject([line]);
    expect(told).toEqual([]);
  });

  it('keeps an event that is not known under its own name, as it is written', async () => {
    const { lines, told } = await load(
      row({ event: 'Price Correction', gross: '-21', taxable: '-20', igst: '-1' }),
    );
    expect(lines).toMatchObject([{ kind: 'refund', code: 'Price Correction', gross: -2100 }]);
    expect(told).toEqual([
      'sales.csv:2: event sub type "Price Correction" is not known – such rows count as written',
    ]);
  });

  it('takes the billing state where the delivery state is missing', async () => {
    const { lines } = await load(row({ state: '' }));
    expect(lines[0]?.region).toBe('DELHI');
  });

  it('leaves out events without id, date or amount, each with its reason, and the rest counts', async () => {
    const { lines, told } = await load(
      row({ order: '' }),
      row({ on: '' }),
      row({ on: '31-31-2026' }),
      row({ taxable: '' }),
      row({ gross: 'NA' }),
      row({ gross: 'x' }),
      row({ order: 'OD7' }),
    );
    expect(lines.map(({ order, sku }) => [order, sku])).toEqual([['OD7', 'KRT-1']]);
    expect(told).toEqual([
      'sales.csv:2: an event without order id – row left out',
      'sales.csv:3: an event without date – row left out',
      'sales.csv:4: buyer invoice date "31-31-2026" is not a date – row left out',
      'sales.csv:5: an event without amount – row left out',
      'sales.csv:6: an event without amount – row left out',
      'sales.csv:7: final invoice amount (price after discount+shipping charges) "x" is not a number – row left out',
    ]);
  });
});
