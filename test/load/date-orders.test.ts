import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';
import { emptyDraft } from '../../src/load/draft.ts';
import { loadBooks } from '../../src/load/load-books.ts';
import { rowReader } from '../../src/load/row-reader.ts';
import { textTable } from '../../src/load/text-table.ts';
import { temporaryFolder } from '../helpers/folder.ts';

interface Given {
  readonly fixed?: 'dmy' | 'mdy';
  readonly owner?: 'dmy' | 'mdy';
  /** further columns */
  readonly others?: readonly (readonly string[])[];
}

/** The days read from the first column, what is asked, and what is told. */
function read(values: readonly string[], { fixed, owner, others = [] }: Given = {}) {
  const header = ['ordered on', ...others.map((_, index) => `other ${index}`)];
  const table = textTable({
    file: 'april.csv',
    header,
    rows: values.map((value, row) => [value, ...others.map((column) => column[row] ?? '')]),
    preamble: [],
    lineOf: (row) => row + 2,
  });
  const draft = emptyDraft({ ...DEFAULT_SHOP, country: 'US' }, owner);
  const cells = rowReader(table, draft, fixed);
  const days = values.map((_, row) => cells.day(row, 0)?.day);
  return { days, asked: draft.openDates, told: draft.problems };
}

describe('a date that may be day or month first', () => {
  it('is asked about, with both days it may mean, once for its column', () => {
    const { asked, told } = read(['03/04/2026', '05/06/2026']);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      code: 'ambiguous-date',
      severity: 'error',
      message: 'ordered on "03/04/2026" may be 3 April or 4 March – the file was left out',
      line: 2,
      column: 'ordered on',
      hint: 'say which: --date-order dmy or --date-order mdy',
    });
    expect(told).toEqual([]);
  });

  it('is what its own column shows, whatever the platform or the owner says', () => {
    const { days, asked } = read(['08/11/2016', '13/06/2016'], { fixed: 'mdy', owner: 'mdy' });
    expect(days).toEqual(['2016-11-08', '2016-06-13']);
    expect(asked).toEqual([]);
  });

  it('of another shape than the one that shows an order is asked about', () => {
    const mixed = ['08/11/2016', '13/06/2016', '8-11-16'];
    expect(read(mixed).asked.map(({ value }) => value)).toEqual(['8-11-16']);
    expect(read(mixed, { owner: 'mdy' }).days).toEqual(['2016-11-08', '2016-06-13', '2016-08-11']);
  });

  it('is what other columns of the file show in the same shape', () => {
    expect(read(['08/11/2016', '09/11/2016'], { others: [['11/11/2016', '14/11/2016']] }).days).toEqual([
      '2016-11-08',
      '2016-11-09',
    ]);
    expect(read(['08/11/2016'], { others: [['14-11-2016']] }).asked).toHaveLength(1);
    const quarrel = [['14/11/2016'], ['11/14/2016']];
    expect(read(['08/11/2016'], { others: quarrel }).asked).toHaveLength(1);
    expect(read(['08/11/2016'], { others: quarrel, owner: 'mdy' }).days).toEqual(['2016-08-11']);
  });

  it('is as the platform writes it, or else as the owner says, where the file shows nothing', () => {
    expect(read(['03/04/2026'], { fixed: 'mdy', owner: 'dmy' }).days).toEqual(['2026-03-04']);
    expect(read(['03/04/2026'], { owner: 'mdy' }).days).toEqual(['2026-03-04']);
  });

  it('is asked about where the column shows both orders', () => {
    const both = ['13/06/2016', '06/14/2016', '03/04/2016'];
    expect(read(both, { others: [['15/06/2016']] }).asked.map(({ line }) => line)).toEqual([4]);
    expect(read(both, { owner: 'mdy' }).days).toEqual(['2016-06-13', '2016-06-14', '2016-03-04']);
  });

  it('that means the same day both ways needs no answer', () => {
    const { days, asked } = read(['04/04/2026', '5.5.26']);
    expect(days).toEqual(['2026-04-04', '2026-05-05']);
    expect(asked).toEqual([]);
  });

  it('is what keeps the rows in order, with a note, when only one reading does and the days are many', () => {
    const rising = ['09/03/2026', '10/03/2026', '11/03/2026 09:00', '02/04/2026', '03/04/2026', '01/05/2026'];
    const { days, asked, told } = read(rising);
    expect(days[0]).toBe('2026-03-09');
    expect(asked).toEqual([]);
    expect(told).toMatchObject([{ code: 'ambiguous-date', severity: 'note', column: 'ordered on' }]);
    expect(told[0]?.message).toBe('ordered on was read as day/month, for only so do the rows stand in order');
    expect(read([...rising].reverse()).days[0]).toBe('2026-05-01');
    expect(read(rising.slice(0, 5)).asked).toHaveLength(1);
    expect(read(rising, { owner: 'mdy' }).days[0]).toBe('2026-09-03');
  });

  it('is never guessed: what is not asked about is a day that some evidence tells', () => {
    const date = fc
      .record({ first: fc.integer({ min: 1, max: 12 }), second: fc.integer({ min: 1, max: 12 }) })
      .map(({ first, second }) => `${first}/${second}/2026`);
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 5 }), (dates) => {
        const { asked } = read(dates);
        const isOpen = dates.some((text) => text.split('/')[0] !== text.split('/')[1]);
        expect(asked.length > 0).toBe(isOpen);
      }),
    );
  });
});

describe('a file with dates that may be day or month first', () => {
  const files = {
    'a.csv': 'order,date,title,quantity,price\nT-1,03/04/2026,Kurta,1,999\n',
    'b.csv': 'order,date,title,quantity,price\nT-2,2026-04-05,Stole,1,499\n',
    'c.json':
      '[{"id": 1, "name": "#3", "created_at": "03/04/2026", "financial_status": "paid", "total_price": "10.00", "line_items": []}]',
  };

  it('is left out as a whole, and the other files count', async () => {
    const cwd = temporaryFolder(files);
    const { books, problems } = await loadBooks(['.'], { cwd, shop: DEFAULT_SHOP });
    expect(books.orders.map(({ id }) => id)).toEqual(['T-2']);
    expect(books.sources.map(({ file }) => file)).toEqual(['b.csv']);
    expect(problems.map(({ file, code, severity }) => [file, code, severity])).toEqual([
      ['a.csv', 'ambiguous-date', 'error'],
      ['c.json', 'ambiguous-date', 'error'],
    ]);
  });

  it('counts once the owner has said which', async () => {
    const cwd = temporaryFolder(files);
    const { books, problems } = await loadBooks(['.'], { cwd, shop: DEFAULT_SHOP, dateOrder: 'mdy' });
    expect(books.orders.map(({ placedOn }) => placedOn)).toEqual(['2026-03-04', '2026-04-05', '2026-03-04']);
    expect(problems.filter(({ code }) => code === 'ambiguous-date')).toEqual([]);
  });
});
