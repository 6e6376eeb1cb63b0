import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { testContext } from '../helpers/context.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { ordersCsv, orderRow, smallShop } from '../helpers/shop-folder.ts';

type Figures = Record<string, { readonly value: number | null; readonly status: string } | undefined>;

async function pnl(
  files: Readonly<Record<string, string>>,
  flags = '',
): Promise<{ figures: Figures; compare: unknown }> {
  const { context, stdout } = testContext({ cwd: temporaryFolder(files) });
  await run(['pnl', '--json', '--no-ai', ...flags.split(' ').filter(Boolean)], context);
  return JSON.parse(stdout()) as { figures: Figures; compare: unknown };
}

const values = ({ figures }: { figures: Figures }, ...ids: readonly string[]) =>
  ids.map((id) => figures[`pnl.${id}`]?.value);

const PAYMENTS =
  'Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Payout ID,Amount,Fee,Net,Currency';
const sale = { name: '#1001', day: '2026-10-05', price: 1000 } as const;

describe('overlapping exports', () => {
  it('count a payment once that was waiting for its payout in the earlier one', async () => {
    const rows = (status: string, payout: string) =>
      `${PAYMENTS}\n2026-10-05 12:00:00 +0530,charge,#1001,visa,online,${status},${payout},1229.00,24.58,1204.42,INR\n` +
      `2026-10-08 12:00:00 +0530,refund,#1001,visa,online,${status},${payout},-590.00,0.00,-590.00,INR\n`;
    const orders = ordersCsv([{ ...sale, refunded: '590.00' }]);
    const both = await pnl({
      'orders.csv': orders,
      'a.csv': rows('pending', ','),
      'b.csv': rows('paid', '2026-10-30,77'),
    });
    expect(values(both, 'paymentFees', 'refunds')).toEqual([2458, 59000]);
  });

  it.each(['z_new.csv', 'a_new.csv'])(
    'let an order count as far as it has come, whatever its file is called: %s',
    async (name) => {
      const later = ordersCsv([{ ...sale, refunded: '1229.00', status: 'refunded' }]);
      const earlier = ordersCsv([sale, { name: '#1002', day: '2026-10-30', price: 500 }]);
      const both = await pnl({ 'm_old.csv': earlier, [name]: later });
      expect(values(both, 'orders', 'refunds')).toEqual([2, 122900]);
    },
  );

  it('count a parcel once whose way back was billed later', async () => {
    const sheet = (row: string) => `order,date,courier,forward_cost,return_cost,outcome\n${row}\n`;
    const answer = await pnl({
      'orders.csv': ordersCsv([sale]),
      's1.csv': sheet('#1001,2026-10-06,Delhivery,78.00,,in_transit'),
      's2.csv': sheet('#1001,2026-10-06,Delhivery,78.00,62.00,rto'),
    });
    expect(values(answer, 'undelivered', 'orders')).toEqual([14000, 0]);
  });
});

describe('what other programs make of a file', () => {
  it('may turn a refund into a negative amount and drop optional columns', async () => {
    const answer = await pnl({
      'orders.csv': ordersCsv([{ ...sale, refunded: '(590.00)', status: 'partially_refunded' }]),
      'expenses.csv': 'date,amount,category\n2026-10-05,310.00,rent\n',
    });
    expect(values(answer, 'refunds', 'operatingExpenses')).toEqual([59000, 31000]);
  });
});

describe('prices with tax inside', () => {
  it('are recognised when an order is off by a rounding', async () => {
    const header = ordersCsv([]).trim();
    const row = orderRow(sale).replace('1000.00,49.00,180.00,1229.00', '1000.00,49.00,160.02,1049.01');
    const answer = await pnl({ 'orders.csv': `${header}\n${row}\n` });
    expect(values(answer, 'grossSales', 'taxCollected')).toEqual([
      Math.round((100000 * (104900 - 16002)) / 104900),
      16002,
    ]);
  });
});

describe('a period that is not over', () => {
  it('is compared with as many days of the one before', async () => {
    const { compare } = await pnl(smallShop(), '--period 2026-10 --as-of 2026-10-31');
    expect(compare).toEqual({ from: '2026-09-01', to: '2026-09-30' });
    const files = { 'orders.csv': ordersCsv([{ ...sale, day: '2026-09-05' }, sale]) };
    const soFar = await pnl(files, '--period 2026-10 --as-of 2026-10-12');
    expect(soFar.compare).toEqual({ from: '2026-09-01', to: '2026-09-12' });
  });
});

describe('orders called off before anything was sent', () => {
  it('do not make the goods of others look cheaper', async () => {
    const files = {
      'orders.csv': ordersCsv([
        sale,
        { name: '#1002', day: '2026-10-06', price: 1000, refunded: '1229.00', status: 'refunded' },
        { name: '#1003', day: '2026-10-07', price: 500, sku: 'DUP-220', title: 'Silk Dupatta' },
      ]).replace(/(#1002.*?),fulfilled,/, '$1,unfulfilled,'),
      'costs.csv': 'sku,unit_cost,valid_from\nKRT-101,400.00,\n',
    };
    const answer = await pnl(files);
    expect(values(answer, 'costOfGoods')).toEqual([40000 + 20000]);
  });
});
