import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { fixturePath } from '../../helpers/fixtures.ts';
import { xlsx } from '../../helpers/xlsx.ts';

const HEADER =
  'NEFT ID,Payment Date,"Bank Settlement Value (Rs.) \n= SUM(J:R)",Order ID,Order item ID,Sale Amount (Rs.),"Marketplace Fee (Rs.)\n= SUM (V:AI)",Taxes (Rs.),Refund (Rs.),Commission (Rs.),Fixed Fee  (Rs.),TCS (Rs.),GST on MP Fees (Rs.),Order Date,Seller SKU,Quantity';
const row = (bank: string, ...amounts: readonly string[]): string =>
  `NFT-1,2026-08-26,${bank},OD1,'4381,${amounts.join(',')},2026-08-12,KRT-1,1`;

async function load(...rows: readonly string[]) {
  const cwd = temporaryFolder({ 'payments.csv': `${HEADER}\n${rows.join('\n')}\n` });
  const { books, problems } = await loadBooks(['payments.csv'], { cwd, shop: DEFAULT_SHOP });
  const movements = books.movements.map(({ kind, code, amount }) => [kind, code, amount]);
  return { movements, settlements: books.settlements, told: problems.map(problemText) };
}

describe('a Flipkart settlement', () => {
  it('whose fee no column itemises keeps it under the name of the sum', async () => {
    const { movements, told } = await load(row('700', '840', '-120', '-20', '0', '-80', '-20', '-5', '-15'));
    expect(movements).toContainEqual(['marketplace_fee', 'Marketplace Fee', -2000]);
    expect(movements.reduce((sum, [, , amount]) => sum + Number(amount), 0)).toBe(70000);
    expect(told).toEqual([]);
  });

  it('whose amounts do not make its value counts as written, and both sums are told', async () => {
    const { movements, settlements, told } = await load(
      row('755', '840', '-60', '-20', '0', '-40', '-20', '-5', '-15'),
    );
    expect(movements.reduce((sum, [, , amount]) => sum + Number(amount), 0)).toBe(76000);
    expect(settlements).toMatchObject([{ id: 'NFT-1', total: 75500 }]);
    expect(told).toEqual([
      'payments.csv:4: the amounts of the row make 760.00, its bank settlement value is 755.00 – counted as written',
    ]);
  });

  it('of three decimals adds up to the paisa, with one movement for what rounding lost', async () => {
    const rows = ['98.985', '100', '0', '-1.015', '0', '0', '0', '-0.005', '-1.01'] as const;
    const { movements, settlements, told } = await load(...[1, 2, 3].map(() => row(...rows)));
    expect(settlements).toMatchObject([{ total: 29696 }]);
    expect(movements.reduce((sum, [, , amount]) => sum + Number(amount), 0)).toBe(29696);
    expect(movements.filter(([, code]) => code === 'Rounding')).toEqual([['adjustment', 'Rounding', 2]]);
    expect(told).toEqual([]);
  });

  it('with an amount that is not a number loses that row, and no other', async () => {
    const { movements, told } = await load(
      row('755', '84o', '0', '0', '0', '0', '0', '0', '0'),
      row('840', '840', '0', '0', '0', '0', '0', '0', '0'),
    );
    expect(movements).toEqual([['charge', 'Sale Amount', 84000]]);
    expect(told).toEqual(['payments.csv:4: sale amount (rs.) "84o" is not a number – row left out']);
  });

  it('is known though the formula of its total stands on the line of its name', async () => {
    const header = HEADER.replaceAll(' \n', ' ').replaceAll('\n', ' ');
    const cwd = temporaryFolder({
      'p.csv': `${header}\n${row('700', '840', '-140', '0', '0', '-120', '-20', '0', '0')}\n`,
    });
    const { books, problems } = await loadBooks(['p.csv'], { cwd, shop: DEFAULT_SHOP });
    expect(books.settlements).toMatchObject([{ total: 70000 }]);
    expect(problems).toEqual([]);
  });

  it('without any date is left out', async () => {
    const { movements, told } = await load("NFT-1,,840,OD1,'4381,840,0,0,0,0,0,0,0,,KRT-1,1");
    expect(movements).toEqual([]);
    expect(told).toEqual(['payments.csv:4: a payment without date – row left out']);
  });
});

describe('a Flipkart payment report with its sheets', () => {
  const sheet = (name: string): string[][] =>
    parse(readFileSync(fixturePath(`exports/${name}.csv`), 'utf8'), { relax_column_count: true });

  it('gives orders and ads, apart from each other, and each adds up', async () => {
    const cwd = temporaryFolder();
    const workbook = xlsx({ Orders: sheet('flipkart-settlement'), Ads: sheet('flipkart-other-payments') });
    writeFileSync(join(cwd, 'payments.xlsx'), workbook);
    const { books, problems } = await loadBooks(['payments.xlsx'], { cwd, shop: DEFAULT_SHOP });
    expect(books.sources.map(({ kind }) => kind)).toEqual(['flipkart.settlement', 'flipkart.other_payments']);
    expect(books.settlements.map(({ id, total }) => [id, total])).toEqual([
      ['NFT-/XUTR/DEMO0826A', 91925],
      ['NFT-/XUTR/DEMO0828B', 148369],
      ['NFT-/XUTR/DEMO0828B Ads', -47200],
    ]);
    for (const { id, total } of books.settlements) {
      const own = books.movements.filter(({ payoutId }) => payoutId === id);
      expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
    }
    expect(problems).toEqual([]);
  });

  it.each([
    ['MP Fee Rebate', 'marketplace_fee'],
    ['Non_Order_SPF', 'compensation'],
    ['Storage_Recall', 'storage'],
    ['Google Ads Services', 'advertising'],
    ['TCS_Recovery', 'tax_withheld'],
    ['Value Added Services', 'marketplace_fee'],
  ])('takes a row of "%s" for %s', async (name, kind) => {
    const cwd = temporaryFolder();
    const rows = [
      ['NEFT ID', 'Payment Date', 'Settlement Value (Rs.)'],
      ['NFT-1', '2026-08-26', '-11.8'],
    ];
    writeFileSync(join(cwd, 'payments.xlsx'), xlsx({ [name]: rows }));
    const { books, problems } = await loadBooks(['payments.xlsx'], { cwd, shop: DEFAULT_SHOP });
    expect(books.movements).toMatchObject([{ kind, code: name, amount: -1180 }]);
    expect(problems).toEqual([]);
  });
});
