import { describe, expect, it } from 'vitest';
import { ledgerOf, draftOf, toldBy } from '../../helpers/draft-of.ts';
import { loadWorkbook } from '../../helpers/load-workbook.ts';

const FIRST =
  'PO单号,商品信息 * 销售件数,,,,,,币种,销售回款,销售回款已减优惠,销售冲回,运费回款,运费回款已减优惠,运费冲回';
const SECOND = ',SKU ID,SKU名称,SKU货号,件数,申报价格,是否活动价';
const bill = (...rows: readonly string[]) => draftOf([FIRST, SECOND, ...rows]);
const waiting = (draft: ReturnType<typeof bill>) => draft.undated?.movements ?? [];
const KURTA = 'PO-211-1,101,Kurta,KRT-101,1,19.50,是,USD,19.5,0,0,2.99,0,0';
const cellsOf = (...lines: readonly string[]) => lines.map((line) => line.split(','));

describe('the settled amounts of Temu', () => {
  it('are shared by the products of an order by price and pieces, to the cent', () => {
    const draft = bill(
      'PO-211-1,101,Kurta,KRT-101,1,10.00,是,USD,100.00,0,0,0,0,0',
      ',201,Dupatta,DUP-201,2,10.00,是',
    );
    expect(waiting(draft).map(({ sku, quantity, amount, row }) => [sku, quantity, amount, row])).toEqual([
      ['KRT-101', 1, 3333, 3],
      ['DUP-201', 2, 6667, 4],
    ]);
  });

  it('name what the seller took off beside the price', () => {
    const draft = bill('PO-211-1,101,Kurta,,1,9.96,是,USD,8.47,1.49,0,0,2.99,0');
    expect(ledgerOf({ movements: waiting(draft).map((each) => ({ ...each, day: '' })) })).toEqual([
      'charge 销售回款 9.96',
      'charge 销售回款已减优惠 -1.49',
    ]);
    expect(waiting(draft)[0]?.sku).toBe('101');
  });

  it('are still open in the list that has neither the seller’s code nor the kind of price', () => {
    const draft = draftOf([
      'PO单号,商品信息 * 销售件数,,,,币种,销售回款,销售回款已减优惠,销售冲回,运费回款,运费冲回,运费回款已减优惠',
      ',SKU ID,SKU名称,件数,申报价格',
      'PO-211-2,300,Dupatta,1,12.00,USD,12,0,0,2.99,0,0',
    ]);
    expect(waiting(draft)).toMatchObject([
      { final: false, sku: '300', amount: 1200 },
      { final: false, part: 'shipping', amount: 299 },
    ]);
  });

  it('of rows that cannot be used are told of one by one', () => {
    const draft = bill(
      ',101,Kurta,KRT-101,1,19.50,是,USD,19.5,0,0,0,0,0',
      'PO-211-2,101,Kurta,KRT-101,1,19.50,是,USD,,0,0,0,0,0',
      'PO-211-3,101,Kurta,KRT-101,1,19.50,是,USD,much,0,0,0,0,0',
      ',201,Dupatta,DUP-201,1,12.79,是',
    );
    expect(waiting(draft)).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 3: a settled amount without order number – row left out',
      'warning 4: order PO-211-2 without a settled amount – row left out',
      'warning 5: 销售回款 "much" is not a number – row left out',
    ]);
  });

  it('are read from the workbook, with columns of formulas behind', async () => {
    const sheet = [
      ...cellsOf(`${FIRST},销售+运费回款,销售回款,GMV`, SECOND, `${KURTA},22.49,19.5,27.365`),
      [...Array<string>(16).fill(''), '0'],
    ];
    const name = 'SettledParentFlow-20260801-20260831.xlsx';
    const { books, problems } = await loadWorkbook(name, { Sheet1: sheet });
    expect(books.movements.map(({ day, amount }) => [day, amount])).toEqual([
      ['2026-08-31', 1950],
      ['2026-08-31', 299],
    ]);
    expect(books.orders).toMatchObject([{ id: 'PO-211-1', placedOn: '2026-08-31', total: 2249 }]);
    expect(problems.map(({ message }) => message)).toEqual([
      '1 row has no date – counted on 2026-08-31, the last day in the file’s name',
    ]);
  });

  it('count once beside the bill by transaction', async () => {
    const entries = [
      '结算流水ID,批次号,PO单号,单据号,交易类型,结算金额,商品信息 * 销售件数,,,,,,币种,到账时间',
      ',,,,,,SKU ID,SKU名称,SKU货号,件数,申报价格,是否活动价',
      'F-1,B-1,PO-211-1,D-1,销售回款,19.50,101,Kurta,KRT-101,1,19.50,是,USD,2026-08-07 07:36:10',
      'F-2,B-1,PO-211-1,D-1,运费回款,2.99,,,,,,,USD,2026-08-07 07:36:10',
    ];
    const { books } = await loadWorkbook(
      'bill.xlsx',
      { S: cellsOf(FIRST, SECOND, KURTA) },
      { 'entries.csv': entries.join('\n') },
    );
    expect(books.movements.map(({ file, amount }) => [file, amount])).toEqual([
      ['entries.csv', 1950],
      ['entries.csv', 299],
    ]);
    expect(books.orders).toMatchObject([{ total: 2249 }]);
  });
});

describe('the settlement entries of Temu', () => {
  const header = '结算流水ID,批次号,PO单号,交易类型,结算金额,币种,到账时间';

  it('are charges, refunds, and, of unknown types, fees or adjustments that are told of', () => {
    const draft = draftOf([
      header,
      'F-1,B-1,PO-1,销售回款,12.79,USD,2026-08-07 07:36:10',
      'F-2,B-1,PO-1,运费回款,2.99,USD,2026-08-07 07:36:10',
      'F-3,B-1,PO-1,运费冲回,-2.99,USD,2026-08-07 07:36:10',
      'F-4,B-1,PO-1,罚款,-1.00,USD,2026-08-07 07:36:10',
      'F-5,B-1,PO-1,补贴,1.00,USD,2026-08-07 07:36:10',
    ]);
    expect(ledgerOf(draft)).toEqual([
      'charge 销售回款 12.79',
      'charge 运费回款 2.99',
      'refund 运费冲回 -2.99',
      'marketplace_fee 罚款 -1.00',
      'adjustment 补贴 1.00',
    ]);
    expect(toldBy(draft)).toHaveLength(2);
  });

  it('that cannot be used are told of one by one', () => {
    const draft = draftOf([
      header,
      'F-1,B-1,PO-1,销售回款,,USD,2026-08-07 07:36:10',
      'F-2,B-1,PO-1,销售回款,12.79,USD,--',
      'F-3,B-1,PO-1,销售回款,lots,USD,2026-08-07 07:36:10',
    ]);
    expect(draft.movements).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: an entry without amount – row left out',
      'warning 3: an entry without time of arrival – row left out',
      'warning 4: 结算金额 "lots" is not a number – row left out',
    ]);
  });
});
