import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { applyMapping, columnMappingSchema, parseMapFlags } from '../../src/load/mapping.ts';

const remembered = {
  kind: 'ecom.orders',
  header: ['Bill No', 'Order  Date', 'Amount'],
  columns: { order: 'bill no', date: 'Order date', total: 'Amount' },
};

describe('a mapping of columns', () => {
  it('renames the columns of the file whose header it was made for, whatever case and blanks', () => {
    expect(applyMapping([' bill no', 'ORDER DATE', 'Amount '], [remembered])).toMatchObject({
      kind: 'ecom.orders',
      header: ['order', 'date', 'total'],
    });
  });

  it('of a whole header also tells what it names alone', () => {
    const mapping = { kind: 'ecom.orders', header: ['No', 'Discount', 'Total'], columns: { order: 'No' } };
    expect(applyMapping(['No', 'Discount', 'Total'], [mapping])?.namedOnly).toEqual([
      'order',
      'unmapped discount',
      'unmapped total',
    ]);
  });

  it('leaves any other header alone', () => {
    expect(applyMapping(['bill no', 'order date', 'amount', 'note'], [remembered])).toBeUndefined();
    expect(applyMapping(['order date', 'bill no', 'amount'], [remembered])).toBeUndefined();
    expect(applyMapping(['bill no'], [])).toBeUndefined();
  });

  it('without a header fits any file that has all its columns', () => {
    const mapping = { kind: 'ecom.orders', columns: { order: 'Bill No', total: 'Amount' } };
    expect(applyMapping(['note', 'bill no', 'amount'], [mapping])?.header).toEqual([
      'note',
      'order',
      'total',
    ]);
    expect(applyMapping(['note', 'amount'], [mapping])).toBeUndefined();
  });

  it('moves a column aside that already bears a mapped name', () => {
    const mapping = { kind: 'ecom.orders', columns: { order: 'Bill No', total: 'Amount' } };
    expect(applyMapping(['bill no', 'total', 'amount'], [mapping])?.header).toEqual([
      'order',
      'unmapped total',
      'total',
    ]);
  });

  it('in the configuration must name at least one column, and is for orders unless it says otherwise', () => {
    expect(columnMappingSchema.safeParse({ columns: {} }).success).toBe(false);
    expect(columnMappingSchema.parse({ columns: { date: 'Datum' } }).kind).toBe('ecom.orders');
  });
});

describe('--map', () => {
  it('gives a mapping onto the shop’s own order file', () => {
    expect(parseMapFlags(['date=Order date', 'Total = Amount'])).toEqual({
      kind: 'ecom.orders',
      columns: { date: 'Order date', total: 'Amount' },
    });
    expect(parseMapFlags([])).toBeUndefined();
  });

  it.each([
    ['date', 'is not a column and a name'],
    ['=Amount', 'is not a column and a name'],
    ['date=', 'is not a column and a name'],
    ['colour=Farbe', 'cannot set "colour"'],
  ])('refuses %j with the columns there are', (flag, message) => {
    expect(() => parseMapFlags([flag])).toThrow(UserError);
    expect(() => parseMapFlags([flag])).toThrow(message);
  });

  it('refuses to set one column twice or to use one twice', () => {
    expect(() => parseMapFlags(['date=A', 'date=B'])).toThrow('sets "date" twice');
    expect(() => parseMapFlags(['date=A', 'total=a'])).toThrow('uses the column "a" twice');
  });
});
