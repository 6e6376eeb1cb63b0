import { describe, expect, it } from 'vitest';
import { fit } from '../../src/load/column-fit.ts';
import { meaningOf, nameKey } from '../../src/load/kind-columns.ts';
import { OWN_FORMATS } from '../../src/load/map-file.ts';
import { columnsOf, proposeMapping, type Corrections } from '../../src/load/propose-mapping.ts';

/** The proposal for a table written as lines of cells: its kind, and `target: header (how sure)`. */
function propose(lines: readonly string[], kind?: string, said?: Corrections) {
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  const kinds = OWN_FORMATS.filter((format) => kind === undefined || format.kind === `ecom.${kind}`);
  const proposal = proposeMapping({ header, rows }, kinds, said);
  const columns = (proposal?.columns ?? []).map(({ target, column, sureness }) => [
    target,
    `${header[column]} (${sureness})`,
  ]);
  const byTarget = Object.fromEntries(columns) as Readonly<Record<string, string>>;
  return { kind: proposal?.format.kind, columns: byTarget, missing: proposal?.missing };
}

describe('names of columns', () => {
  it.each([
    ['OrderID', 'order id'],
    ['order_purchase_timestamp', 'order purchase timestamp'],
    ['Discount %', 'discount'],
    ['Numéro de commande', 'numero de commande'],
    ['GSTNumber', 'gst number'],
    ['Währung', 'wahrung'],
    ['बिल नंबर', 'बिल नंबर'],
    ['订单号', '订单号'],
  ])('%s are compared as %s', (header, key) => {
    expect(nameKey(header)).toBe(key);
  });

  it('that a kind has are known by at least their own name, and all names can be met', () => {
    for (const format of OWN_FORMATS) {
      for (const column of columnsOf(format)) {
        const { names } = meaningOf(format.kind, column);
        expect(names).toContain(column.replaceAll('_', ' '));
        expect(names.filter((name) => nameKey(name) !== name)).toEqual([]);
      }
    }
  });
});

describe('what cells look like', () => {
  it('tells rates from money', () => {
    expect(fit('rate', ['0', '0.2', '0.15000000596046448'])).toBe(1);
    expect(fit('rate', ['10 %', '5%', ''])).toBe(1);
    expect(fit('rate', ['0', '1', '0'])).toBe(0);
    expect(fit('rate', ['0.5', '12.00'])).toBe(0);
    expect(fit('discount', ['0', '0.2'])).toBe(0);
    expect(fit('discount', ['0', '150.00', '₹20'])).toBe(1);
  });

  it('tells ids from dates, counts from words, and nothing of blank cells', () => {
    expect(fit('id', ['KRT-101', '00712'])).toBe(1);
    expect(fit('id', ['2026-01-05'])).toBe(0);
    expect(fit('count', ['2', 'two'])).toBe(0.5);
    expect(fit('word', ['12', 'cash'])).toBe(0.5);
    expect(fit('date', ['', '-'])).toBeUndefined();
  });
});

describe('a proposal', () => {
  it('knows lines of orders by names and cells, a discount rate among them', () => {
    const { kind, columns, missing } = propose([
      'Row ID,Order ID,Order Date,Ship Date,Customer Name,State,Product ID,Category,Product Name,Sales,Quantity,Discount,Profit',
      '1,TT-1,8/11/2026,11/11/2026,Asha,Kerala,KRT-101,Kurtas,Indigo Kurta,261.96,2,0,41.9',
      '2,TT-1,8/11/2026,11/11/2026,Asha,Kerala,SAR-201,Sarees,Silk Saree,957.5775,5,0.45,-383',
    ]);
    expect(kind).toBe('ecom.orders');
    expect(missing).toEqual([]);
    expect(columns).toEqual({
      order: 'Order ID (sure)',
      date: 'Order Date (sure)',
      customer: 'Customer Name (sure)',
      state: 'State (sure)',
      sku: 'Product ID (sure)',
      title: 'Product Name (sure)',
      category: 'Category (sure)',
      amount: 'Sales (sure)',
      quantity: 'Quantity (sure)',
      discount_rate: 'Discount (sure)',
    });
  });

  it.each([
    [
      'order-lines',
      ['OrderID,ProductID,UnitPrice,Quantity,Discount', '10248,11,14,12,0.05', '10248,42,9.8,10,0'],
    ],
    ['products', ['ProductID,ProductName,UnitPrice,UnitsInStock', '1,Kurta,999,39', '2,Stole,499,12']],
    ['expenses', ['Datum,Betrag,Kategorie', '2026-01-05,1200,Miete']],
    ['costs', ['Artikelnummer,Einkaufspreis', 'KRT-101,412']],
    ['ads', ['Day,Amount spent,Platform,Campaign name', '2026-01-05,500,meta,Teej']],
    ['stock', ['SKU,Closing stock,Stock date', 'KRT-101,34,2026-01-05']],
  ])('finds that rows are %s', (kind, lines) => {
    expect(propose(lines)).toMatchObject({ kind: `ecom.${kind}`, missing: [] });
  });

  it.each([
    ['Bestellnummer,Bestelldatum,Bezeichnung,Menge,Einzelpreis', '7,2026-01-05,Kurta,2,500'],
    ['N° commande,Date de commande,Désignation,Qté,Prix unitaire', '7,2026-01-05,Kurta,2,500'],
    ['Número de pedido,Fecha,Producto,Cantidad,Precio unitario', '7,2026-01-05,Kurta,2,500'],
    ['Номер заказа,Дата,Товар,Количество,Цена', '7,2026-01-05,Kurta,2,500'],
    ['बिल नंबर,तारीख,वस्तु,मात्रा,दर', '7,2026-01-05,कुर्ता,2,500'],
    ['订单号,下单时间,商品名称,数量,单价', '7,2026-01-05,Kurta,2,500'],
  ])('understands %s', (header, row) => {
    const { kind, columns } = propose([header, row]);
    expect(kind).toBe('ecom.orders');
    expect(Object.keys(columns).sort()).toEqual(['date', 'order', 'price', 'quantity', 'title']);
  });

  it('does not believe a name that the cells deny', () => {
    const { columns, missing } = propose(['Order ID,Date,Total', 'T-1,soon,12.50', 'T-2,later,10']);
    expect(columns).not.toHaveProperty('date');
    expect(missing).toEqual(['date']);
  });

  it('guesses a date by the only column of dates, and says that it is a guess', () => {
    const lines = ['Order ID,When,Total,Item', 'T-1,2026-01-05,12.50,Kurta', 'T-2,2026-01-06,10,Stole'];
    expect(propose(lines).columns).toMatchObject({ date: 'When (guess)' });
    const two = ['Order ID,When,Then,Total', 'T-1,2026-01-05,2026-01-06,12.50'];
    expect(propose(two).missing).toEqual(['date']);
  });

  it('does not take the day of shipping for the day of the order', () => {
    const lines = [
      'order_id,product_id,shipping_limit_date,price,freight_value',
      'a1,b2,2026-01-05,58.90,13.29',
    ];
    const { kind, columns } = propose(lines);
    expect(kind).toBe('ecom.order-lines');
    expect(Object.keys(columns)).toEqual(['order', 'sku', 'price', 'shipping']);
  });

  it('takes a near name for likely', () => {
    const lines = ['Order ID,Date,Total,Amount of Discount given', 'T-1,2026-01-05,12.50,3'];
    expect(propose(lines).columns).toMatchObject({ discount: 'Amount of Discount given (likely)' });
    const plain = ['Order ID,Date,Unit price,Tax value', 'T-1,2026-01-05,12.50,3'];
    expect(propose(plain).columns).not.toHaveProperty('amount');
  });

  it('sees by the rows whether money is a line’s or the whole order’s', () => {
    const header = 'Bill No,Date,Item,Qty';
    const line = ['1,2026-01-05,Kurta,1,100', '1,2026-01-05,Stole,1,50', '2,2026-01-06,Sari,1,90'];
    expect(propose([`${header},Total`, ...line]).columns).toMatchObject({ amount: 'Total (sure)' });
    const repeated = [1, 2, 3].flatMap((order) =>
      ['Kurta', 'Stole'].map((item) => `${order},2026-01-05,${item},1,${order}00`),
    );
    expect(propose([`${header},Amount`, ...repeated]).columns).toMatchObject({ total: 'Amount (sure)' });
    expect(propose([`${header},Amount`, ...repeated.slice(0, 4)]).columns).toHaveProperty('amount');
  });

  it('leaves out a line amount that says no more than price and quantity', () => {
    const header = 'Bill No,Date,Item,Qty,Rate,Amount';
    const { columns } = propose([header, '1,2026-01-05,Kurta,2,100,200', '2,2026-01-05,Stole,1,50,50']);
    expect(columns).toHaveProperty('price');
    expect(columns).not.toHaveProperty('amount');
    const taxed = propose([header, '1,2026-01-05,Kurta,2,100,236', '2,2026-01-05,Stole,1,50,59']);
    expect(taxed.columns).toHaveProperty('amount');
  });

  it('follows what the owner said, and uses no column twice', () => {
    const lines = ['Order ID,Order Date,Ship Date,Total', 'T-1,2026-01-05,2026-01-07,12.50'];
    const said = new Map<string, number | undefined>([['date', 2]]);
    expect(propose(lines, 'orders', said).columns).toEqual({
      order: 'Order ID (sure)',
      date: 'Ship Date (said)',
      total: 'Total (sure)',
    });
    const without = propose(lines, 'orders', new Map([['total', undefined]]));
    expect(without.missing).toEqual(['price or total or amount or shipping or customer']);
  });

  it('of a kind that was asked for says what it lacks', () => {
    expect(propose(['Datum,Betrag', '2026-01-05,1200'], 'expenses').missing).toEqual(['category']);
    expect(propose(['a,b', '1,2']).missing).toContain('date');
  });
});
