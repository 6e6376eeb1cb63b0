import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Books } from '../../../src/domain/books.ts';
import { problemText } from '../../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks, type Loaded } from '../../../src/load/load-books.ts';
import { fixturePath, loadFixtures } from '../../helpers/fixtures.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { xlsx } from '../../helpers/xlsx.ts';

const GROUPS = ',,,,Payment Details,,,Revenue Details,,Deductions,,Other Charges,';
const HEADER =
  'Sub Order No,Order Date,Live Order Status,Product GST %,Transaction ID,Payment Date,Final Settlement Amount,Total Sale Amount (Incl. Shipping & GST),Fixed Fee (Incl. GST),Fixed Fee (Incl. GST),Shipping Charge (Incl. GST),Net Other Support Service Charges (Excl. GST),GST on Net Other Support Service Charges';
const row = (total: string, ...amounts: readonly string[]): string =>
  `19_1,2026-08-05 10:00:00,Delivered,5,AXIS1,2026-08-22,${total},${amounts.join(',')}`;

async function load(...lines: readonly string[]) {
  const cwd = temporaryFolder({ 'payments.csv': `${lines.join('\n')}\n` });
  const { books, problems } = await loadBooks(['payments.csv'], { cwd, shop: DEFAULT_SHOP });
  const movements = books.movements.map(({ code, amount }) => [code, amount]);
  return { movements, settlements: books.settlements, told: problems.map(problemText) };
}

describe('Meesho order payments', () => {
  it('tell the fixed fee of the revenue from the one of the deductions by the row of groups', async () => {
    const { movements, told } = await load(GROUPS, HEADER, row('585', '600', '-15', '-15', '0', '0', '0'));
    expect(movements).toEqual([
      ['Total Sale Amount (Incl. Shipping & GST)', 60000],
      ['Fixed Fee (Incl. GST), Revenue Details', -1500],
    ]);
    expect(told).toEqual([]);
  });

  it('count the deduction too where the total needs both', async () => {
    const { movements, told } = await load(GROUPS, HEADER, row('573', '600', '-15', '-12', '0', '0', '0'));
    expect(movements.slice(1)).toEqual([
      ['Fixed Fee (Incl. GST), Revenue Details', -1500],
      ['Fixed Fee (Incl. GST)', -1200],
    ]);
    expect(told).toEqual([]);
  });

  it('count tax on support charges where the total needs it, and not where it does not', async () => {
    const { movements } = await load(
      GROUPS,
      HEADER,
      row('588.2', '600', '0', '0', '0', '-10', '-1.8'),
      row('590', '600', '0', '0', '0', '-10', '-1.8'),
    );
    expect(movements.filter(([code]) => String(code).startsWith('GST on'))).toEqual([
      ['GST on Net Other Support Service Charges', -180],
    ]);
  });

  it('keep a fee that is new under its own name', async () => {
    const header = HEADER.replace('Shipping Charge (Incl. GST)', 'Packing Fee (Incl. GST)');
    const { movements, told } = await load(GROUPS, header, row('580', '600', '0', '0', '-20', '0', '0'));
    expect(movements).toContainEqual(['packing fee (incl. gst)', -2000]);
    expect(told).toEqual([]);
  });

  it('that do not make the row’s total count as written, and both sums are told', async () => {
    const { movements, settlements, told } = await load(
      GROUPS,
      HEADER,
      row('500.01', '600', '0', '0', '-99.98', '0', '0'),
    );
    expect(movements).toEqual([
      ['Total Sale Amount (Incl. Shipping & GST)', 60000],
      ['Shipping Charge (Incl. GST)', -9998],
    ]);
    expect(settlements).toMatchObject([{ id: 'AXIS1 2026-08-22', reference: 'AXIS1', total: 50001 }]);
    expect(told).toEqual([
      'payments.csv:3: the amounts of the row make 500.02, its final settlement amount is 500.01 – counted as written',
    ]);
  });

  it('with an amount that is not a number lose that row, and no other', async () => {
    const { movements, told } = await load(
      GROUPS,
      HEADER,
      row('600', '6oo', '0', '0', '0', '0', '0'),
      row('600', '600', '0', '0', '0', '0', '0'),
    );
    expect(movements).toHaveLength(1);
    expect(told).toEqual([
      'payments.csv:3: total sale amount (incl. shipping & gst) "6oo" is not a number – row left out',
    ]);
  });

  it('without any date are left out', async () => {
    const { movements, told } = await load(GROUPS, HEADER, '19_1,,Delivered,5,AXIS1,,600,600,0,0,0,0,0');
    expect(movements).toEqual([]);
    expect(told).toEqual(['payments.csv:3: a payment without date – row left out']);
  });

  it('pass over the row of formulas and a sheet without rows', async () => {
    const formulas = ',,,A,,,(B + C),B,AD,AC,I,L = J + K,P = L * 18 / 100';
    const none = 'No data is available for these dates.,,,,,,,,,,,,';
    expect(await load(GROUPS, HEADER, formulas, none)).toEqual({ movements: [], settlements: [], told: [] });
  });

  it('bear the order’s day on the sale and the payment’s on all else', async () => {
    const cwd = temporaryFolder({
      'payments.csv': `${GROUPS}\n${HEADER}\n${row('501', '600', '0', '0', '-99', '0', '0')}\n`,
    });
    const { books } = await loadBooks(['payments.csv'], { cwd, shop: DEFAULT_SHOP });
    expect(books.movements.map(({ kind, day }) => [kind, day])).toEqual([
      ['charge', '2026-08-05'],
      ['shipping_label', '2026-08-22'],
    ]);
  });
});

const SHEETS = {
  'Order Payments': 'meesho-payments',
  'Ads Cost': 'meesho-ads',
  'Referral Payments': 'meesho-referrals',
  'Compensation and Recovery': 'meesho-compensation',
} as const;
const DISCLAIMER =
  'The amounts provided here are estimated figures which are subject to change, upon determination of logistics costs based on allocation of order to authorised courier partner';

async function loadWorkbook(sheets: Readonly<Record<string, string[][]>>): Promise<Loaded> {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'payments.xlsx'), xlsx({ Disclaimer: [[DISCLAIMER]], ...sheets }));
  return loadBooks(['payments.xlsx'], { cwd, shop: DEFAULT_SHOP });
}

/** Ledger without the places of its rows' files. */
function ledger({ movements, settlements }: Books): unknown {
  return [...movements, ...settlements].map((record) => ({ ...record, file: '' }));
}

describe('a Meesho payment workbook', () => {
  it('says what its five sheets say, with the rows of the sheets, and nothing of its disclaimer', async () => {
    const sheets = Object.entries(SHEETS).map(([name, file]) => {
      const text = readFileSync(fixturePath(`exports/${file}.csv`), 'utf8');
      return [name, parse(text, { relax_column_count: true })] as const;
    });
    const workbook = await loadWorkbook(Object.fromEntries(sheets));
    const single = await loadFixtures(
      'exports',
      Object.values(SHEETS).map((file) => `${file}.csv`),
    );
    expect(new Set(ledger(workbook.books) as object[])).toEqual(new Set(ledger(single.books) as object[]));
    expect(workbook.problems).toEqual([]);
  });

  it('with sheets that hold no data tells no Problem', async () => {
    const none = [['No data is available for these dates.']];
    const { books, problems } = await loadWorkbook({
      'Ads Cost': [
        ['Ads Cost'],
        ['Deduction Duration', 'Deduction Date', 'Campaign ID', 'Ad Cost', 'GST', 'Total Ads Cost'],
        [],
        ...none,
      ],
      'Referral Payments': [
        ['Referral Payments'],
        ['Reward Id', 'Payment Date', 'Store Name', 'Reason', 'Net Referral Amount', 'Taxes (GST/TDS)'],
        [],
        ...none,
      ],
    });
    expect(books.movements).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe('Meesho ads', () => {
  const header =
    'Deduction Duration,Deduction Date,Campaign ID,Ad Cost,Ad Cost incl. Credits/Waivers/Discounts,GST,Total Ads Cost';

  it('whose cost and GST do not make the total count by the total, and both sums are told', async () => {
    const { movements, told } = await load(header, '2026-08-20,2026-08-22,1400,10,-10,-1.8,-12');
    expect(movements).toEqual([['Ads Cost', -1200]]);
    expect(told).toEqual([
      'payments.csv:2: cost and GST make -11.80, the total is -12.00 – the total counts',
    ]);
  });

  it('without a date or with an amount that is not a number are left out', async () => {
    const { movements, told } = await load(
      header,
      '2026-08-20,,1400,10,-10,-1.8,-11.8',
      '2026-08-20,2026-08-22,1400,10,-10,-1.8,1I.8',
    );
    expect(movements).toEqual([]);
    expect(told).toEqual([
      'payments.csv:2: a payment without date – row left out',
      'payments.csv:3: total ads cost "1I.8" is not a number – row left out',
    ]);
  });
});
