import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Movement } from '../../../src/domain/books.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { parseAmount } from '../../../src/load/values.ts';
import { sharedPath } from '../../helpers/shared.ts';

const folder = sharedPath('exports');
const load = (name: string) => loadBooks([`meesho/${name}`], { cwd: folder ?? '', shop: DEFAULT_SHOP });

function expected(name: string): Readonly<Record<string, unknown>> {
  const all = JSON.parse(readFileSync(`${folder}/EXPECTED.json`, 'utf8')) as Record<string, object>;
  return { ...all[`meesho/${name}`] };
}

function paise(text: unknown): number {
  const amount = parseAmount(String(text), 'INR');
  return amount.kind === 'amount' ? amount.minor : Number.NaN;
}

const sum = (movements: readonly Movement[], code?: RegExp): number =>
  movements.reduce((total, { amount, code: own }) => total + (code?.test(own) === false ? 0 : amount), 0);

describe.skipIf(folder === undefined)(
  'Meesho files of a real shop, when the reference material is there',
  () => {
    it('the orders have the states and the prices that were counted independently', async () => {
      const figures = expected('orders_2025-08.csv');
      const { books, problems } = await load('orders_2025-08.csv');
      expect(books.orders).toHaveLength(Number(figures['unique_sub_orders']));
      const words = figures['status'] as Readonly<Record<string, number>>;
      const count = (fits: RegExp): number =>
        Object.entries(words).reduce((all, [word, many]) => all + (fits.test(word) ? many : 0), 0);
      const of = (delivery: string): number =>
        books.orders.filter((order) => order.status !== 'cancelled' && order.delivery === delivery).length;
      expect(books.orders.filter(({ status }) => status === 'cancelled')).toHaveLength(count(/^CANCELLED$/));
      expect([of('delivered'), of('rto'), of('shipped'), of('lost')]).toEqual([
        count(/^DELIVERED$/),
        count(/^RTO/),
        count(/^SHIPPED$/),
        count(/^LOST$/),
      ]);
      const prices = books.orders.map(({ total, lines, delivery }) => ({
        price: total / (lines[0]?.quantity ?? 0),
        delivery,
      }));
      const all = prices.reduce((total, { price }) => total + price, 0);
      const delivered = prices.reduce(
        (total, { price, delivery }) => total + (delivery === 'delivered' ? price : 0),
        0,
      );
      expect(all).toBe(paise(figures['discounted_price_sum']));
      expect(delivered).toBe(paise(figures['delivered_price_sum']));
      expect(problems).toEqual([]);
    });

    it('the payments add up, row by row and transfer by transfer, to the figures of the workbook', async () => {
      const figures = expected('payments_previous_2025-08.xlsx');
      const { books, problems } = await load('payments_previous_2025-08.xlsx');
      expect(books.sources.map(({ kind }) => kind)).toEqual([
        'meesho.disclaimer',
        'meesho.payments',
        'meesho.ads',
        'meesho.referrals',
        'meesho.compensation',
      ]);
      const ads = books.movements.filter(({ kind }) => kind === 'advertising');
      const payments = books.movements.filter(({ kind }) => kind !== 'advertising');
      expect(new Set(payments.map(({ row }) => row)).size).toBe(figures['data_rows']);
      expect(Math.min(...payments.map(({ row }) => row))).toBe(Number(figures['formula_row']) + 1);
      expect(sum(payments)).toBe(paise(figures['final_settlement_sum']));
      expect(sum(payments, /^Total Sale Amount/)).toBe(paise(figures['sale_sum']));
      expect(sum(payments, /^Total Sale Return/)).toBe(paise(figures['return_sum']));
      expect(sum(payments, /^TCS$/)).toBe(paise(figures['tcs_sum']));
      expect(sum(payments, /^TDS$/)).toBe(paise(figures['tds_sum']));
      expect([ads.length, sum(ads)]).toEqual([figures['ads_rows'], paise(figures['ads_total'])]);
      for (const { id, total } of books.settlements) {
        expect(sum(payments.filter(({ payoutId }) => payoutId === id))).toBe(total);
      }
      expect(books.settlements).toHaveLength(5);
      expect(problems).toEqual([]);
    });

    it('the register of sales gives IGST or CGST and SGST by the state, and keeps a negative line', async () => {
      const { books, problems } = await load('tcs_sales_gst.csv');
      expect(books.sources.map(({ kind }) => kind)).toEqual(['meesho.tcs_sales']);
      expect(books.taxLines.map(({ taxable, igst, cgst, sgst }) => [taxable, igst, cgst, sgst])).toEqual([
        [38095, 1905, 0, 0],
        [47619, 0, 1191, 1190],
        [-2000, -100, 0, 0],
      ]);
      expect(problems).toEqual([]);
    });
  },
);
