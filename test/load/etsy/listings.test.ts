import { describe, expect, it } from 'vitest';
import { draftOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER = 'TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,VARIATION 1 TYPE,SKU';
const listings = (...rows: string[]) => draftOf([HEADER, ...rows]);

describe('Etsy listings', () => {
  it('keep leading zeros of a SKU and take a dash for none', () => {
    const draft = listings('Saree,,20.00,USD,1,,0986', 'Dupatta,,9.00,USD,2,,-');
    expect(draft.products.map(({ sku }) => sku)).toEqual(['0986', undefined]);
    expect(draft.stock.map(({ sku }) => sku)).toEqual(['0986', 'Dupatta']);
  });

  it('with one SKU for all variations have their stock under it, once', () => {
    const draft = listings('Saree,,20.00,USD,4,Colour,"SAR-1,SAR-1,"');
    expect(draft.products).toHaveLength(1);
    expect(draft.stock).toMatchObject([{ sku: 'SAR-1', available: 4 }]);
  });

  it('with several SKUs have one stock, under the title, and a note', () => {
    const draft = listings('Saree,,20.00,USD,4,Colour,"SAR-1,SAR-2"');
    expect(draft.products.map(({ sku }) => sku)).toEqual(['SAR-1', 'SAR-2']);
    expect(draft.stock).toMatchObject([{ sku: 'Saree', available: 4 }]);
    expect(toldBy(draft)).toEqual([
      'note -: 1 listing has one stock for several SKUs: it is kept under the listing’s title',
    ]);
  });

  it('without a stock have none, which is not none on hand', () => {
    expect(listings('Saree,,20.00,USD,,,SAR-1').stock).toEqual([]);
    expect(listings('Saree,,20.00,USD,0,,SAR-1').stock).toMatchObject([{ available: 0 }]);
  });

  it('without title and SKU are told of; a blank row is not', () => {
    const draft = listings(
      ',,20.00,USD,1,,',
      ',,,,,,',
      ',,20.00,USD,1,,SAR-1',
      'Stole,,cheap,USD,many,,STL-1',
    );
    expect(draft.products.map(({ title, price }) => [title, price])).toEqual([
      ['SAR-1', 2000],
      ['Stole', undefined],
    ]);
    expect(toldBy(draft)).toEqual([
      'warning 2: a listing without title and SKU – row left out',
      'warning 5: price "cheap" is not a number',
      'warning 5: quantity "many" is not a number',
    ]);
  });
});
