import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../../src/domain/shop.ts';
import { FORMATS } from '../../../src/load/formats.ts';
import { parseMapFlags, type ColumnMapping } from '../../../src/load/mapping.ts';
import { readFileBytes, type ReadFile } from '../../../src/load/read-file.ts';
import { TEMPLATES } from '../../../src/load/templates.ts';
import { fixturePath, goldenText, loadFixtures } from '../../helpers/fixtures.ts';

function read(text: string, mappings: readonly ColumnMapping[] = []): ReadFile {
  const bytes = new TextEncoder().encode(text);
  const file = readFileBytes({ file: 'own.csv', bytes }, { shop: DEFAULT_SHOP, mappings });
  if (!('draft' in file)) throw new Error(`not read: ${JSON.stringify(file)}`);
  return file;
}

describe("every file of the owner's", () => {
  it.each([
    ...['orders', 'expenses', 'costs', 'suppliers', 'shipping', 'ads', 'stock', 'rivals'],
    ...['purchase-orders', 'stock-history'],
  ])('owner-%s.csv is read as its golden books say', async (name) => {
    const loaded = await loadFixtures('exports', [`owner-${name}.csv`], { currency: 'INR' });
    expect(loaded.books.sources.map((source) => source.kind)).toEqual([`ecom.${name}`]);
    await expect(goldenText(loaded)).toMatchFileSnapshot(fixturePath(`exports/owner-${name}.books.json`));
  });
});

describe('suppliers', () => {
  it('may have terms of their own and of what they sell', async () => {
    const loaded = await loadFixtures('exports', ['owner-suppliers-terms.csv'], { currency: 'INR' });
    expect(loaded.problems).toEqual([]);
    const golden = fixturePath('exports/owner-suppliers-terms.books.json');
    await expect(goldenText(loaded)).toMatchFileSnapshot(golden);
  });

  it.each([
    [
      'language',
      'by telephone',
      'language "by telephone" is not a language such as en or hi – read as blank',
    ],
    ['pack_size', '0', 'pack_size "0" is not more than zero – read as blank'],
    ['lead_spread_days', '-2', 'lead_spread_days "-2" is below zero – read as blank'],
    ['free_freight_from', '-500', 'free_freight_from "-500" is below zero – read as blank'],
  ])('whose %s is "%s" are told, and the rest of the row counts', (column, written, told) => {
    const header = `supplier,lead_days,minimum_order,sku,${column}`;
    const { draft } = read(`${header}\nAjrakh House,14,,DUP-BGR,${written}\n`);
    expect(draft.problems.map(({ message }) => message)).toEqual([told]);
    expect(draft.suppliers).toMatchObject([{ name: 'Ajrakh House', leadDays: 14, language: undefined }]);
    expect(draft.supplierItems).toMatchObject([{ sku: 'DUP-BGR', packSize: undefined }]);
  });

  it('may call the least quantity by its whole name', () => {
    const { draft } = read(
      'supplier,lead_days,minimum_order,sku,minimum_quantity\nAjrakh House,14,,DUP-BGR,24\n',
    );
    expect(draft.supplierItems).toMatchObject([{ minimumQuantity: 24 }]);
  });

  it('give an item lead days of its own only where they differ from the first that the supplier has', () => {
    const rows = ['Kota Weavers,21,,A', 'Kota Weavers,21,,B', 'Kota Weavers,35,,C', 'Kota Weavers,,,D'];
    const { draft } = read(`supplier,lead_days,minimum_order,sku\n${rows.join('\n')}\n`);
    expect(draft.suppliers).toMatchObject([{ leadDays: 21 }]);
    expect(draft.supplierItems.map(({ leadDays }) => leadDays)).toEqual([
      undefined,
      undefined,
      35,
      undefined,
    ]);
  });
});

describe('orders to suppliers', () => {
  const HEADER = 'po_number,sku,quantity,received,unit_price,ordered_on,expected_on,received_on,status';
  const purchases = (...rows: readonly string[]) => read([HEADER, ...rows, ''].join('\n')).draft;

  it.each([
    [
      '1,A,20,24,,2026-04-01,,2026-04-20,',
      'received "24" is more than the 20 ordered – nothing more is awaited',
    ],
    ['1,A,20,-4,,2026-04-01,,,', 'received "-4" is below zero – read as blank'],
    ['1,A,20,,-380,2026-04-01,,,', 'unit_price "-380" is below zero – read as blank'],
    [
      '1,A,20,,,2026-04-01,2026-03-20,,',
      'expected_on "2026-03-20" is before the order of 2026-04-01 – read as blank',
    ],
    [
      '1,A,20,20,,2026-04-01,,2026-03-20,',
      'received_on "2026-03-20" is before the order of 2026-04-01 – read as blank',
    ],
    ['1,A,20,,,2026-04-01,,,lost', 'status "lost" is not one of open, received, closed, cancelled'],
  ])('that read %s are told, and count', (row, told) => {
    const draft = purchases(row);
    expect(draft.problems.map(({ message }) => message)).toEqual([told]);
    expect(draft.purchases).toMatchObject([{ order: '1', sku: 'A', quantity: 20 }]);
  });

  it.each([
    [',A,20,,,2026-04-01,,,', 'po_number is missing – row left out'],
    ['1,,20,,,2026-04-01,,,', 'sku is missing – row left out'],
    ['1,A,,,,2026-04-01,,,', 'quantity is missing – row left out'],
    ['1,A,-20,,,2026-04-01,,,', 'quantity "-20" is no number of pieces to order – row left out'],
  ])('that read %s are left out with a Problem', (row, told) => {
    const draft = purchases(row);
    expect(draft.problems.map(({ message }) => message)).toEqual([told]);
    expect(draft.purchases).toEqual([]);
  });

  it('came whole where only the day or the word says so, and not at all where neither does', () => {
    const day = '1,A,20,,,2026-04-01,,2026-04-20,';
    const word = '1,B,20,,,2026-04-01,,,received';
    const neither = '1,C,20,,,2026-04-01,,,';
    const { purchases: lines, problems } = purchases(day, word, neither);
    expect(problems).toEqual([]);
    expect(lines.map(({ received, closed }) => [received, closed])).toEqual([
      [20, false],
      [20, true],
      [0, false],
    ]);
  });
});

describe('templates', () => {
  it.each(TEMPLATES.map((template) => [template.name, template.text]))(
    '%s loads to nothing as written, without a Problem',
    (name, text) => {
      const { kind, draft } = read(text);
      expect(kind).toBe(`ecom.${name.replace('.csv', '')}`);
      expect(draft.totals).toBeUndefined();
      expect(Object.values(draft).filter((table) => Array.isArray(table) && table.length > 0)).toEqual([]);
    },
  );

  it.each(TEMPLATES.map((template) => [template.name, template.text]))(
    '%s explains each of its columns, and its examples load once their # is taken away',
    (_name, text) => {
      const lines = text.trimEnd().split('\n');
      const [header = ''] = lines;
      for (const column of header.split(',')) expect(text).toContain(`#   ${column} – `);
      const examples = lines.slice(lines.findIndex((line) => line.startsWith('# Like this')) + 1);
      const filled = [header, ...examples.map((line) => line.replace(/^# /, ''))].join('\n');
      const { draft } = read(filled);
      expect(draft.problems).toEqual([]);
      expect(examples.length).toBeGreaterThan(0);
      expect(
        [
          draft.expenses,
          draft.costs,
          draft.supplierItems,
          draft.purchases,
          draft.stockHistory,
          draft.shipments,
          draft.movements,
          draft.stock,
          draft.rivalPrices,
        ].flat(),
      ).toHaveLength(examples.length);
    },
  );
});

describe('signatures', () => {
  it('of one format are never met by the whole signature of another', () => {
    const names = (list: readonly (string | readonly string[])[]) =>
      list.flatMap((name) => (typeof name === 'string' ? [name] : (name[0] ?? [])));
    const own = FORMATS.filter((format) => /^(ecom|woo)\./.test(format.kind));
    const clashes = own.flatMap((format) =>
      FORMATS.filter((other) => other !== format)
        .filter((other) => names(other.signature).every((name) => names(format.signature).includes(name)))
        .map((other) => `${format.kind} looks like ${other.kind}`),
    );
    expect(clashes).toEqual([]);
  });
});

describe('a row without what it needs', () => {
  it.each([
    ['date,amount,platform,campaign,sku,currency', '2026-04-01,,meta,Teej,,', 'missing-value amount'],
    ['date,amount,platform,campaign,sku,currency', ',100,meta,Teej,,', 'missing-value date'],
    ['sku,seller,price,seen_on', ',Loom,100,', 'missing-value sku'],
    ['sku,seller,price,seen_on', 'A,Loom,,', 'missing-value price'],
    ['order,date,courier,forward_cost,return_cost,outcome', ',2026-04-01,Post,40,,', 'missing-value order'],
    ['sku,location,as_of,on_hand', ',Jaipur,2026-04-01,4', 'missing-value sku'],
    ['supplier,lead_days,minimum_order,sku', ',21,,A', 'missing-value supplier'],
    ['date,sku,on_hand', ',A,4', 'missing-value date'],
    ['date,sku,on_hand', '2026-04-01,,4', 'missing-value sku'],
    ['date,sku,on_hand', '2026-04-01,A,', 'missing-value on_hand'],
    ['date,sku,on_hand', '2026-04-01,A,-4', 'bad-row on_hand'],
  ])('%s: %s is left out with a Problem, and the next counts', (header, row, told) => {
    const good = header.split(',').map((name) => GOOD[name] ?? '');
    const { draft } = read(`${header}\n${row}\n${good.join(',')}\n`);
    expect(draft.problems.map(({ code, column }) => `${code} ${column}`)).toEqual([told]);
    const records = [
      draft.movements,
      draft.rivalPrices,
      draft.shipments,
      draft.stock,
      draft.stockHistory,
      draft.suppliers,
    ].flat();
    expect(records.map((record) => record.row)).toEqual([3]);
  });

  it('says so at the line of an order that has no price, and the order’s other lines count', () => {
    const { draft } = read(
      'order,date,title,quantity,price\n1,2026-04-01,Kurta,1,100\n1,2026-04-01,Stole,1,\n',
    );
    expect(draft.orders.at(0)?.lines.map((line) => line.title)).toEqual(['Kurta']);
    expect(draft.problems).toMatchObject([{ code: 'missing-value', line: 3, column: 'price' }]);
  });
});

const GOOD: Readonly<Record<string, string>> = {
  date: '2026-04-02',
  amount: '100',
  sku: 'A',
  price: '100',
  order: '7',
  supplier: 'Ajrakh House',
  on_hand: '4',
};

describe('own orders', () => {
  const HEADER = 'order,date,sku,title,quantity,price,discount,shipping,tax,total,status';

  it('take order-level amounts once, written once or on every line (trap 18)', () => {
    const once = read(
      `${HEADER}\n1,2026-04-01,A,Kurta,1,100,10,50,,240,paid\n1,2026-04-01,B,Stole,1,100,,,,,\n`,
    );
    const repeated = read(
      `${HEADER}\n1,2026-04-01,A,Kurta,1,100,10,50,,240,paid\n1,2026-04-01,B,Stole,1,100,10,50,,240,paid\n`,
    );
    for (const { draft } of [once, repeated]) {
      expect(draft.totals).toMatchObject({
        orders: 1,
        discount: 1_000,
        shipping: 5_000,
        total: 24_000,
        mismatches: 0,
      });
    }
  });

  it('add up amounts that differ from line to line, for then they are the lines’ own', () => {
    const { draft } = read(
      `${HEADER}\n1,2026-04-01,A,Kurta,1,100,10,,,90,\n1,2026-04-01,B,Stole,2,100,30,,,170,\n`,
    );
    expect(draft.totals).toMatchObject({ discount: 4_000, total: 26_000, mismatches: 0 });
  });

  it('know two equal line totals by the prices: twice 100 is 200', () => {
    const { draft } = read(
      `${HEADER}\n1,2026-04-01,A,Kurta,1,100,,,,100,\n1,2026-04-01,B,Stole,1,100,,,,100,\n`,
    );
    expect(draft.orders.at(0)?.total).toBe(20_000);
    expect(draft.problems).toEqual([]);
  });

  it('without a total are the sum of their parts, with tax on top unless prices include it', () => {
    const text = `${HEADER}\n1,2026-04-01,A,Kurta,2,100,10,50,12,,\n`;
    expect(read(text).draft.orders.at(0)?.total).toBe(25_200);
    const bytes = new TextEncoder().encode(text);
    const included = readFileBytes(
      { file: 'own.csv', bytes },
      { shop: { ...DEFAULT_SHOP, pricesIncludeTax: true } },
    );
    expect('draft' in included && included.draft.orders.at(0)?.total).toBe(24_000);
  });

  it('with a word for the state that is not known count as sold, with a warning', () => {
    const { draft } = read(`${HEADER}\n1,2026-04-01,A,Kurta,1,100,,,,100,posted\n`);
    expect(draft.orders.at(0)).toMatchObject({ status: 'complete', payment: 'paid' });
    expect(draft.problems).toMatchObject([
      { code: 'bad-row', severity: 'warning', line: 2, column: 'status' },
    ]);
  });

  it('keep `#1001` as an order number while `# text` is a remark', () => {
    const { draft } = read(`${HEADER}\n# by telephone\n#\n## more\n#1001,2026-04-01,A,Kurta,1,100,,,,100,\n`);
    expect(draft.orders.map((order) => order.number)).toEqual(['#1001']);
  });
});

describe('an unknown file that the owner mapped', () => {
  const text =
    'Bill No,Order date,Item,Qty,Amount\n17,05/01/2026,Kurta,1,1299\n18,25/01/2026,Stole,2,1198\n18,25/01/2026,Gamcha,1,99\n';

  it('is read as orders: line amounts that differ add up, and are the lines’ own', () => {
    const mapping = parseMapFlags([
      'order=Bill No',
      'date=Order date',
      'title=Item',
      'quantity=Qty',
      'total=Amount',
    ]);
    const { kind, draft } = read(text, mapping === undefined ? [] : [mapping]);
    expect(kind).toBe('ecom.orders');
    expect(draft.orders.map((order) => [order.id, order.placedOn, order.total])).toEqual([
      ['17', '2026-01-05', 129_900],
      ['18', '2026-01-25', 129_700],
    ]);
    expect(draft.orders.at(1)?.lines.map((line) => line.amount)).toEqual([119_800, 9_900]);
    expect(draft.problems).toEqual([]);
  });

  it('without a mapping is not guessed', () => {
    const bytes = new TextEncoder().encode(text);
    expect(readFileBytes({ file: 'bills.csv', bytes }, { shop: DEFAULT_SHOP })).toMatchObject([
      { code: 'unknown-format' },
    ]);
  });
});

describe('a broken file', () => {
  it.each([
    [
      'owner-expenses.csv',
      [
        'missing-value 2 amount',
        'bad-date 3 date',
        'missing-value 4 date',
        'bad-amount 5 amount',
        'bad-row 6 every',
      ],
    ],
    [
      'owner-orders-repeated-total.csv',
      ['missing-value 5 order', 'bad-row 2 total', 'missing-value 4 date', 'missing-value 6 price'],
    ],
    [
      'owner-currency.csv',
      ['bad-row 2 currency', 'bad-date 3 valid_from', 'missing-value 4 sku', 'missing-value 5 unit_cost'],
    ],
    ['truncated.json', ['malformed-json 4 undefined']],
    ['not-a-number.json', ['malformed-json 1 undefined']],
    ['not-utf8.json', ['malformed-json undefined undefined']],
    ['nested.json', ['malformed-json 1 undefined']],
    ['unknown.json', ['unknown-format undefined undefined']],
    [
      'woocommerce-webtoffee.csv',
      [
        'bad-date 2 order_date',
        'missing-value 2 order_date',
        'bad-amount 3 total',
        'order-does-not-add-up 3 undefined',
      ],
    ],
  ])('%s gives its Problems with line and column', async (name, told) => {
    const { problems } = await loadFixtures('broken', [name]);
    expect(problems.map(({ code, line, column }) => `${code} ${line} ${column}`)).toEqual(told);
    for (const problem of problems) expect(problem.file).toBe(name);
  });
});
