import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/domain/problem.ts';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { loadBooks } from '../../../src/load/load-books.ts';
import { temporaryFolder } from '../../helpers/folder.ts';

const HEADER =
  'Product Title,Seller SKU Id,Listing ID,Listing Status,MRP,Your Selling Price,System Stock count,Your Stock Count';

async function load(...rows: readonly string[]) {
  const cwd = temporaryFolder({ 'listings.csv': `${HEADER}\n${rows.join('\n')}\n` });
  const { books, problems } = await loadBooks(['listings.csv'], { cwd, shop: DEFAULT_SHOP });
  return { products: books.products, stock: books.stock, told: problems.map(problemText) };
}

describe('Flipkart listings', () => {
  it('without a count are no stock level, which is not the same as none', async () => {
    const { stock } = await load('Kurta,KRT-1,L1,Active,999,840,,0', 'Saree,SAR-1,L2,Active,999,840,,');
    expect(stock.map(({ sku, available }) => [sku, available])).toEqual([['KRT-1', 0]]);
  });

  it('without a SKU are known by their title, without either they are left out', async () => {
    const { products, stock, told } = await load(
      'Kurta,-,L1,Active,999,840,,4',
      ',,L2,Active,999,840,,5',
      ',KRT-2,L3,Active,999,840,,6',
    );
    expect(products.map(({ sku, title }) => [sku, title])).toEqual([
      [undefined, 'Kurta'],
      ['KRT-2', 'KRT-2'],
    ]);
    expect(stock.map(({ sku, available }) => [sku, available])).toEqual([
      ['Kurta', 4],
      ['KRT-2', 6],
    ]);
    expect(told).toEqual(['listings.csv:3: a listing without SKU and title – row left out']);
  });

  it('with cells that are no numbers keep the rest, and each cell is told', async () => {
    const { products, stock, told } = await load('Kurta,KRT-1,L1,Active,12x,84O,,many');
    expect(products).toMatchObject([{ sku: 'KRT-1', price: undefined, compareAt: undefined }]);
    expect(stock).toEqual([]);
    expect(told).toEqual([
      'listings.csv:2: your selling price "84O" is not a number',
      'listings.csv:2: mrp "12x" is not a number',
      'listings.csv:2: your stock count "many" is not a number',
    ]);
  });
});
