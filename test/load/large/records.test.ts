import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SHOP, type ShopSettings } from '../../../src/domain/shop.ts';
import { readFileBytes, readLargeFile, type ReadFile } from '../../../src/load/read-file.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { orderFiles } from './order-files.ts';

const file = 'orders.csv';

/** What a file gives, as plain data; Problems by line, because the patient reader tells those of the rows' order first. */
function given(read: ReadFile): unknown {
  const { kind, rows, draft, orders } = read;
  const problems = draft.problems
    .map((problem) => JSON.stringify(problem))
    .sort((one, other) => (one < other ? -1 : Number(one > other)));
  return JSON.parse(JSON.stringify({ kind, rows, orders: [...orders], totals: draft.totals, problems }));
}

const ROOM = { capacity: 512 * 1024, columns: 2 ** 18, words: 4096, wordBytes: 2 ** 16 };

interface Where {
  readonly place: string;
  /** size from which on the file is read in two parts */
  readonly worthTwo: number;
  readonly piece: number;
}

/** Whether the quick reader was sure of the file; then it must give what the patient one gives. */
async function agrees(text: string, { place, piece, worthTwo }: Where, shop: ShopSettings): Promise<boolean> {
  const bytes = Buffer.from(text);
  writeFileSync(place, bytes);
  const quick = await readLargeFile(
    { file, place, head: bytes, sizes: { piece, room: ROOM, worthTwo } },
    { shop },
  );
  if (quick === undefined) return false;
  const patient = readFileBytes({ file, bytes }, { shop });
  const [ours, theirs] = [given(quick), 'draft' in patient ? given(patient) : patient];
  if (!isDeepStrictEqual(ours, theirs)) expect(ours).toEqual(theirs);
  return true;
}

describe('orders read piece by piece', () => {
  it('are those of the patient reader, however odd the file, or are left to it', async () => {
    const place = join(temporaryFolder(), file);
    let [sure, all] = [0, 0];
    const pieces = fc.oneof(fc.integer({ min: 40, max: 900 }), fc.constant(200_000));
    await fc.assert(
      fc.asyncProperty(
        orderFiles,
        fc.record({ piece: pieces, worthTwo: fc.constantFrom(1, Number.POSITIVE_INFINITY) }),
        fc.boolean(),
        async (text, sizes, pricesIncludeTax) => {
          const shop = { ...DEFAULT_SHOP, currency: 'INR', pricesIncludeTax };
          all += 1;
          sure += (await agrees(text, { place, ...sizes }, shop)) ? 1 : 0;
        },
      ),
      { numRuns: Number(process.env['ECOM_TEST_RUNS'] ?? 2000), seed: 20261122 },
    );
    expect(sure / all).toBeGreaterThan(0.4);
  }, 120_000);

  const HEADER =
    'Name,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id\n';
  const row = (number: string, more = ''): string =>
    `${number},paid,INR,499.00,2026-10-05 10:00:00 +0530,1,Kurta,499.00,${more}\n`;
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, at) => row(`#${at + 1}`)).join('');
  it.each([
    ['an order number stands in two places', HEADER + rows(20) + row('#3')],
    [
      'an order that was left out stands in two places',
      HEADER + rows(20) + row('#90').replace('2026-10-05', '') + row('#50') + rows(1).replace('#1', '#90'),
    ],
    ['a further line stands away from its order', `${HEADER}${rows(20)}#3,,,,,1,Saree,1.00,\n`],
    ['a day may be day or month first', HEADER + rows(20).replaceAll('2026-10-05', '05/10/2026')],
    ['the text begins like JSON', `{\n${HEADER}${rows(20)}`],
    ['the rows belong to no order', `${HEADER}${rows(20)} ,paid,INR,499.00,2026-10-05,1,Kurta,499.00,\n`],
  ])('are left to the patient reader where %s', async (_what, text) => {
    const place = join(temporaryFolder(), file);
    for (const worthTwo of [1, Number.POSITIVE_INFINITY]) {
      expect(await agrees(text, { place, piece: 150, worthTwo }, DEFAULT_SHOP)).toBe(false);
    }
  });

  it.each([
    ['blank rows', `${HEADER}${rows(9)}\n,,,,,,,,\n  \n${row('#30')}\n`],
    ['the header once more', `${HEADER}${HEADER}${rows(9)}${HEADER}${row('#30')}`],
    [
      'several currencies, the first with other decimals',
      HEADER + rows(20).replace('INR', 'JPY') + row('#30'),
    ],
    [
      'a day of zeros, a broken id, a missing total',
      HEADER +
        rows(9) +
        row('#30', '1E+17') +
        row('#31').replace('2026-10-05', '0000-00-00') +
        row('#32').replace('499.00', ''),
    ],
  ])('are sure of %s', async (_what, text) => {
    const place = join(temporaryFolder(), file);
    for (const worthTwo of [1, Number.POSITIVE_INFINITY]) {
      for (const piece of [150, 400, 5000])
        expect(await agrees(text, { place, piece, worthTwo }, DEFAULT_SHOP)).toBe(true);
    }
  });
});
