import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import type { Draft } from '../../../src/load/format.ts';
import { readFileBytes } from '../../../src/load/read-file.ts';

function read(text: string): Draft {
  const file = readFileBytes(
    { file: 'products.csv', bytes: new TextEncoder().encode(text) },
    { shop: DEFAULT_SHOP },
  );
  if (!('draft' in file)) throw new Error(`not read: ${JSON.stringify(file)}`);
  return file.draft;
}

const HEADER = 'ID,Type,SKU,Name,Published,Stock,Sale price,Regular price,Categories,Parent';

describe('the core product export', () => {
  it('is found behind a line break, a tab and a byte order mark (traps 1 and 2)', () => {
    expect(read(`\n\t\uFEFF${HEADER}\n1,simple,0712,Gamcha,1,4,,199,Home,\n`).products).toMatchObject([
      { sku: '0712', row: 3, price: 19_900 },
    ]);
  });

  it('is known by its French, Spanish and German labels too (trap 35)', () => {
    const headers = [
      'ID,Type,UGS,Nom,Publié,Stock,Tarif promo,Tarif régulier,Catégories,Parent',
      'ID,Tipo,SKU,Nombre,Publicado,Inventario,Precio rebajado,Precio normal,Categorías,Superior',
      'ID,Typ,Artikelnummer,Name,Veröffentlicht,Lager,Angebotspreis,Regulärer Preis,Kategorien,Übergeordnetes Produkt',
    ];
    for (const header of headers) {
      const draft = read(`${header}\n1,simple,0712,Gamcha,1,4,149,199,Home,\n`);
      expect(draft.products).toMatchObject([
        { sku: '0712', title: 'Gamcha', price: 14_900, compareAt: 19_900 },
      ]);
      expect(draft.stock).toMatchObject([{ sku: '0712', onHand: 4 }]);
    }
  });

  it('keeps unknown stock unknown: blank is not zero, `parent` is told', () => {
    const draft = read(
      `${HEADER}\n1,variable,KRT,Kurta,1,9,,,A,\n2,variation,KRT-M,Kurta - M,1,parent,,10,,KRT\n3,variation,KRT-L,Kurta - L,1,parent,,10,,id:1\n4,simple,X,Stole,1,,,10,,\n`,
    );
    expect(draft.stock).toMatchObject([{ sku: 'KRT', onHand: 9 }]);
    expect(draft.products.map((product) => product.category)).toEqual(['A', 'A', undefined]);
    expect(draft.problems).toMatchObject([{ code: 'not-counted', severity: 'note' }]);
    expect(draft.problems[0]?.message).toContain('2 variations');
  });

  it('takes a product without SKU by its title, and leaves one without either out', () => {
    const draft = read(
      `${HEADER.replace('Parent', 'Meta: _wc_cog_cost')}\n1,simple,,Gift card,1,3,,10,,4\n2,simple,,,1,,,10,,4\n`,
    );
    expect(draft.costs).toMatchObject([{ sku: 'Gift card', unitCost: 400 }]);
    expect(draft.stock).toMatchObject([{ sku: 'Gift card' }]);
    expect(draft.products).toHaveLength(1);
    expect(draft.problems).toMatchObject([{ code: 'missing-value', line: 3 }]);
  });
});
