import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PurchaseLine } from '../../src/domain/supply.ts';
import { openPlaced, PLACED_FILE, readPlaced, recordPlaced } from '../../src/records/placed-orders.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { sampleOrder } from '../helpers/sample-order.ts';

const first = sampleOrder();
const second = sampleOrder({
  number: 'PO-20261122-OM-1',
  wantedBy: undefined,
  lines: [{ sku: 'SAR-02', quantity: 6 }],
});

describe('orders that were placed', () => {
  it('are none where none was recorded', async () => {
    const folder = temporaryFolder();
    expect(await readPlaced(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('come back as lines of which nothing came yet', async () => {
    const folder = temporaryFolder();
    await recordPlaced(folder, [first]);
    await recordPlaced(folder, [second]);
    expect(await readPlaced(folder)).toEqual([
      {
        file: PLACED_FILE,
        row: 1,
        order: 'PO-20261122-AJRAKH-HOUSE-1',
        supplier: 'Ajrakh House',
        sku: 'KUR-01',
        quantity: 24,
        received: 0,
        unitPrice: 45_050,
        currency: 'INR',
        orderedOn: '2026-11-22',
        expectedOn: '2026-12-05',
        closed: false,
      },
      expect.objectContaining({ row: 1, sku: 'DUP-BGR', quantity: 1_200 }),
      expect.objectContaining({ row: 2, order: 'PO-20261122-OM-1', sku: 'SAR-02', unitPrice: undefined }),
    ]);
  });

  it('are for the owner’s eyes only, without addresses', async () => {
    const folder = temporaryFolder();
    await recordPlaced(folder, [first]);
    expect(statSync(join(folder, PLACED_FILE)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, PLACED_FILE), 'utf8')).not.toMatch(/ajrakh\.example|Dyers Lane|Ramesh/);
  });

  it('are recorded once by their number', async () => {
    const folder = temporaryFolder();
    await recordPlaced(folder, [first, second]);
    const text = readFileSync(join(folder, PLACED_FILE), 'utf8');
    await recordPlaced(folder, [second, first, first]);
    await recordPlaced(folder, []);
    expect(readFileSync(join(folder, PLACED_FILE), 'utf8')).toBe(text);
  });

  it('are refused together when one has a number that is taken by other lines', async () => {
    const folder = temporaryFolder();
    await recordPlaced(folder, [first]);
    const changed = { ...first, lines: second.lines };
    await expect(recordPlaced(folder, [second, changed])).rejects.toThrow(
      /is recorded in .* with other lines/,
    );
    expect(await readPlaced(folder)).toHaveLength(2);
  });

  it.each(['', '{', '[]', '{"schemaVersion":2,"orders":[]}', '{"schemaVersion":1,"orders":[{"number":1}]}'])(
    'are not believed when the record is %j, and nothing is destroyed',
    async (text) => {
      const folder = temporaryFolder({ [PLACED_FILE]: text });
      const told = { message: expect.stringContaining(`${PLACED_FILE} is damaged`), exitCode: 3 };
      await expect(readPlaced(folder)).rejects.toMatchObject(told);
      await expect(recordPlaced(folder, [first])).rejects.toMatchObject(told);
      expect(readFileSync(join(folder, PLACED_FILE), 'utf8')).toBe(text);
    },
  );

  it('cannot be where files stand in the way', async () => {
    const blocked = temporaryFolder({ '.ecom': 'a file' });
    await expect(recordPlaced(blocked, [first])).rejects.toThrow(/cannot be (read|written) \(ENOTDIR|EEXIST/);
    const folder = temporaryFolder({ [`${PLACED_FILE}/x`]: '' });
    await expect(readPlaced(folder)).rejects.toThrow(`${PLACED_FILE} cannot be read (EISDIR)`);
  });
});

describe('openPlaced', () => {
  const line = (order: string, sku: string): PurchaseLine => ({
    ...{ file: 'purchase-orders.csv', row: 2, order, sku, quantity: 24, received: 24 },
    ...{ currency: 'INR', closed: true },
  });

  it('leaves to the owner’s records what they know by number and SKU, in any case', async () => {
    const folder = temporaryFolder();
    await recordPlaced(folder, [first, second]);
    const placed = await readPlaced(folder);
    const owner = [line('po-20261122-ajrakh-house-1', 'KUR-01'), line('PO-9', 'DUP-BGR')];
    expect(openPlaced(placed, owner).map(({ sku }) => sku)).toEqual(['DUP-BGR', 'SAR-02']);
    expect(openPlaced(placed, [])).toEqual(placed);
  });
});
