import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { draftOf, ledgerOf, sumOf, toldBy } from '../../helpers/draft-of.ts';
import { sharedPath } from '../../helpers/shared.ts';

const HEADER =
  'entity_id,type,debit,credit,amount,currency,fee,tax,on_hold,settled,created_at,settled_at,settlement_id,order_receipt,notes,payment_id';
const NAMES = HEADER.split(',');
const PAYMENT: Readonly<Record<string, string>> = {
  entity_id: 'pay_1',
  type: 'payment',
  debit: '0.00',
  credit: '97.64',
  amount: '100.00',
  currency: 'INR',
  fee: '2.36',
  tax: '0.36',
  on_hold: 'N',
  settled: 'Y',
  created_at: '01/06/2026 09:14:22',
  settled_at: '03-06-2026',
  settlement_id: 'setl_1',
};
const row = (cells: Readonly<Record<string, string>> = {}): string =>
  NAMES.map((name) => cells[name] ?? PAYMENT[name] ?? '').join(',');
const read = (...rows: readonly string[]) => draftOf([HEADER, ...rows]);

describe('the fee of Razorpay', () => {
  it('includes the tax or excludes it, row by row, as the credit shows (trap 28)', () => {
    const inside = read(row());
    const onTop = read(row({ fee: '2.00' }));
    expect(ledgerOf(inside)).toEqual([
      'charge payment 100.00',
      'payment_fee fee -2.00',
      'payment_fee GST on fee -0.36',
    ]);
    expect(ledgerOf(onTop)).toEqual(ledgerOf(inside));
    expect(inside.movements.map(({ tax }) => tax)).toEqual([undefined, 0, -36]);
  });

  it('that fits neither way is what the credit lacks, with a warning, so that the settlement still adds up', () => {
    const draft = read(row({ fee: '3.00' }));
    expect(ledgerOf(draft)).toEqual(['charge payment 100.00', 'payment_fee fee -2.36']);
    expect(toldBy(draft)).toEqual([
      'warning 2: amount 100.00 less fee 3.00, with or without tax 0.36, is not the 97.64 credited – what is missing counts as fee',
    ]);
    expect(draft.settlements).toMatchObject([{ id: 'setl_1', total: 9764 }]);
  });

  it('of an instant refund goes out with it', () => {
    const draft = read(row({ type: 'refund', debit: '107.08', credit: '0.00', fee: '7.08', tax: '1.08' }));
    expect(ledgerOf(draft)).toEqual([
      'refund refund -100.00',
      'payment_fee fee -6.00',
      'payment_fee GST on fee -1.08',
    ]);
  });

  it('may eat a payment whole', () => {
    expect(ledgerOf(read(row({ credit: '0.00', amount: '2.00', fee: '2.00', tax: '' })))).toEqual([
      'charge payment 2.00',
      'payment_fee fee -2.00',
    ]);
  });
});

describe('the amounts of Razorpay (trap 27)', () => {
  const paise = { credit: '9764', debit: '0', amount: '10000', fee: '236', tax: '36' };

  it('are paise where all of them are whole and all times are Unix times, in the shop’s zone', () => {
    const draft = read(row({ ...paise, created_at: '1780257600', settled_at: '1780444800' }));
    expect(ledgerOf(draft)[0]).toBe('charge payment 100.00');
    // 2026-05-31 20:00 in Greenwich
    expect(draft.movements[0]?.day).toBe('2026-06-01');
  });

  it('are rupees beside written dates, whole or not', () => {
    expect(ledgerOf(read(row(paise)))[0]).toBe('charge payment 10000.00');
  });

  it('are rupees where one of them has decimals', () => {
    const whole = row({ ...paise, created_at: '1780257600' });
    const other = row({ created_at: '1780257600', entity_id: 'pay_2' });
    expect(sumOf(read(whole, other).movements, ({ kind }) => kind === 'charge')).toBe('10100.00');
  });
});

describe('a row of Razorpay', () => {
  it.each([
    ['Y', 'N', true],
    ['Yes', 'No', true],
    ['True', 'False', true],
    ['1', '0', true],
    ['1', '1', false],
    ['0', '0', false],
    ['N', 'N', false],
    ['', '', true],
  ])('that is settled "%s" and on hold "%s" is final: %s', (settled, onHold, final) => {
    expect(read(row({ settled, on_hold: onHold })).movements[0]?.final).toBe(final);
  });

  it('without a settlement is not final where no column says so', () => {
    const bare = draftOf([
      'entity_id,type,debit,credit,amount,fee,settlement_id,created_at',
      'pay_1,payment,0.00,98.00,100.00,2.00,,2026-06-01',
    ]);
    expect(bare.movements.map(({ final, payoutId }) => [final, payoutId])).toEqual([
      [false, undefined],
      [false, undefined],
    ]);
    expect(bare.settlements).toEqual([]);
  });

  it('has its order from the receipt, from the notes, or from the payment it gives back', () => {
    const refund = {
      type: 'refund',
      entity_id: 'rfnd_1',
      debit: '10.00',
      credit: '',
      amount: '10.00',
      fee: '',
    };
    const draft = read(
      row({ order_receipt: '#1041', notes: 'order_id: 9' }),
      row({ entity_id: 'pay_2', notes: 'shopify_order_number: 1042' }),
      row({ ...refund, payment_id: 'pay_2', tax: '' }),
      row({ ...refund, entity_id: 'rfnd_2', payment_id: 'pay_9', tax: '' }),
    );
    expect(draft.movements.filter(({ kind }) => kind !== 'payment_fee').map(({ order }) => order)).toEqual([
      '#1041',
      '1042',
      '1042',
      undefined,
    ]);
  });

  it('of a type that is not known keeps its name, and is told', () => {
    const draft = read(
      row({ type: 'reserve_balance', debit: '5.00', credit: '', amount: '5.00', fee: '', tax: '' }),
    );
    expect(ledgerOf(draft)).toEqual(['adjustment reserve_balance -5.00']);
    expect(toldBy(draft)).toEqual([
      'warning 2: type "reserve_balance" is not known – counted as an adjustment',
    ]);
  });

  it('that cannot be used is left out, and its settlement told not to add up', () => {
    const draft = read(
      row({ created_at: '' }),
      row({ amount: '', entity_id: 'pay_2', settlement_id: 'setl_2' }),
      row({ credit: '', debit: '', entity_id: 'pay_3', settlement_id: 'setl_3' }),
      row({ amount: 'ten', entity_id: 'pay_4', settlement_id: '' }),
    );
    expect(draft.movements).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: a transaction without date – row left out',
      'warning 3: a transaction without amount – row left out',
      'warning 4: a transaction without credit and debit – row left out',
      'warning 5: amount "ten" is not a number – row left out',
      'warning 2: settlement setl_1: what could be counted makes 0.00, its rows credit 97.64',
      'warning 3: settlement setl_2: what could be counted makes 0.00, its rows credit 97.64',
    ]);
  });
});

interface Figures {
  readonly preamble_comment_lines: number;
  readonly rows: number;
  readonly net_by_settlement: Readonly<Record<string, string>>;
  readonly fee_sum: string;
  readonly tax_sum: string;
}

const folder = sharedPath('exports');

describe.skipIf(folder === undefined)('the Razorpay sample, when the reference material is there', () => {
  it('gives the sums that were computed independently', async () => {
    const name = 'razorpay/settlement_recon_dashboard_rupees.csv';
    const all = JSON.parse(readFileSync(`${folder}/EXPECTED.json`, 'utf8')) as Record<string, Figures>;
    const figures = all[name];
    const { books, problems } = await loadBooks([name], { cwd: folder ?? '', shop: DEFAULT_SHOP });
    const nets = books.settlements.map(({ id }) => [
      id,
      sumOf(books.movements, ({ payoutId }) => payoutId === id),
    ]);
    expect(books.sources).toMatchObject([{ kind: 'razorpay.recon', rows: figures?.rows }]);
    expect(Object.fromEntries(nets)).toEqual(figures?.net_by_settlement);
    expect(sumOf(books.movements, ({ code }) => code === 'fee')).toBe(`-${figures?.fee_sum}`);
    expect(sumOf(books.movements, ({ code }) => code === 'GST on fee')).toBe(`-${figures?.tax_sum}`);
    expect(problems).toEqual([]);
  });
});
