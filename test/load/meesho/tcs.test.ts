import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { isHomeState } from '../../../src/load/meesho/gst-state.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const HEADER =
  'gstin,sub_order_num,order_date,manifest_date,hsn_code,quantity,gst_rate,total_taxable_sale_value,tax_amount,total_invoice_value,end_customer_state_new,month_number';
type Cells = Partial<
  Record<'gstin' | 'id' | 'ordered' | 'sent' | 'tax' | 'gross' | 'state' | 'month', string>
>;
function row({ gstin = '08AAACT0000A1ZV', id = '19_1', ...cells }: Cells): string {
  const { ordered = '2026-07-31', sent = '2026-08-01', tax = '5.01', gross = '105.21', month = '8' } = cells;
  return `${gstin},${id},${ordered},${sent},6211,1,5,100.2,${tax},${gross},${cells.state ?? 'GOA'},${month}`;
}

async function load(...rows: readonly string[]) {
  const cwd = temporaryFolder({ 'tcs.csv': `${HEADER}\n${rows.join('\n')}\n` });
  const { books, problems } = await loadBooks(['tcs.csv'], { cwd, shop: DEFAULT_SHOP });
  return { lines: books.taxLines, told: problems.map(problemText) };
}

describe('a Meesho register of sales', () => {
  it('splits the tax of a sale at home into CGST and SGST without losing a paisa', async () => {
    const { lines } = await load(row({ state: 'Rajasthan' }));
    expect(lines).toMatchObject([{ cgst: 251, sgst: 250, igst: 0 }]);
  });

  it.each([
    ['8', '2026-08-01'],
    ['7', '2026-07-31'],
    ['', '2026-08-01'],
  ])('reported for month "%s" dates a sale ordered in July and sent in August %s', async (month, day) => {
    const { lines } = await load(row({ month }));
    expect(lines[0]?.day).toBe(day);
  });

  it('of a state that is not known, or a seller without GSTIN, has IGST and says so', async () => {
    const { lines, told } = await load(row({ state: 'Westeros' }), row({ id: '20_1', gstin: '' }));
    expect(lines.map(({ igst }) => igst)).toEqual([501, 501]);
    expect(told).toEqual([
      'tcs.csv:2: end_customer_state_new "WESTEROS" is not known – the tax of such lines counts as IGST',
      'tcs.csv:3: gstin "" is not known – the tax of such lines counts as IGST',
    ]);
  });

  it('whose line does not add up counts it as written, with a warning', async () => {
    const { lines, told } = await load(row({ gross: '110' }));
    expect(lines).toMatchObject([{ gross: 11000, taxable: 10020 }]);
    expect(told).toEqual([
      'tcs.csv:2: order 19_1: taxable value and taxes make 105.21, the invoice says 110.00 – counted as written',
    ]);
  });

  it('leaves out lines without sub-order, date or amount, each with its reason', async () => {
    const { lines, told } = await load(
      row({ id: '' }),
      row({ ordered: '', sent: '' }),
      row({ tax: '' }),
      row({ tax: 'x' }),
    );
    expect(lines).toEqual([]);
    expect(told).toEqual([
      'tcs.csv:2: a line without sub-order – row left out',
      'tcs.csv:3: a line without date – row left out',
      'tcs.csv:4: a line without amount – row left out',
      'tcs.csv:5: tax_amount "x" is not a number – row left out',
    ]);
  });
});

describe('the home state of a GSTIN', () => {
  it.each([
    ['29AABCT1332L1ZA', 'KARNATAKA', true],
    ['29AABCT1332L1ZA', 'Uttar Pradesh', false],
    ['01AABCT1332L1ZA', 'Jammu & Kashmir', true],
    ['26AABCT1332L1ZA', 'Daman and Diu', true],
    ['37AABCT1332L1ZA', 'andhra  pradesh', true],
    ['', 'KARNATAKA', undefined],
    ['29AABCT1332L1ZA', 'Atlantis', undefined],
  ])('of %s: %s is %s', (gstin, state, expected) => {
    expect(isHomeState(gstin, state)).toBe(expected);
  });
});
