import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { isDay } from '../domain/day.ts';
import type { PurchaseOrder } from '../domain/purchase-order.ts';
import type { PurchaseLine } from '../domain/supply.ts';
import { UserError } from '../errors.ts';
import { readIfThere, writeAtomically } from './atomic-file.ts';

/** Where orders are kept that were placed, for messages and as the file their lines come from. */
export const PLACED_FILE = '.ecom/placed-orders.json';

const whole = z.number().int();
const day = z.string().refine(isDay);
const lineSchema = z.object({
  sku: z.string(),
  quantity: z.number().positive(),
  unitPrice: whole.nonnegative().optional(),
});
const orderSchema = z.object({
  number: z.string(),
  supplier: z.string(),
  currency: z.string(),
  orderedOn: day,
  wantedBy: day.optional(),
  lines: z.array(lineSchema),
});
const schema = z.object({ schemaVersion: z.literal(1), orders: z.array(orderSchema) });

type PlacedOrder = z.infer<typeof orderSchema>;

/**
 * Records that these orders were placed. An order whose number is recorded already, with the same lines, changes nothing; with
 * others it is a UserError, and nothing is recorded. Only what must be known later is kept: no address, no contact.
 */
export async function recordPlaced(cwd: string, orders: readonly PurchaseOrder[]): Promise<void> {
  const before = await readOrders(cwd);
  const kept = new Map(before.map((order) => [sameCase(order.number), order]));
  for (const order of orders.map(placedOf)) {
    const there = kept.get(sameCase(order.number));
    if (there !== undefined && JSON.stringify(there) !== JSON.stringify(order)) throw taken(order.number);
    kept.set(sameCase(order.number), order);
  }
  if (kept.size > before.length) await write(cwd, [...kept.values()]);
}

/** In one order of keys, so that two can be compared as text; as JSON gives it back. */
function placedOf({ number, supplier, currency, orderedOn, wantedBy, lines }: PurchaseOrder): PlacedOrder {
  return orderSchema.parse({
    number,
    supplier: supplier.name,
    currency,
    orderedOn,
    wantedBy,
    lines: lines.map(({ sku, quantity, unitPrice }) => ({ sku, quantity, unitPrice })),
  });
}

/** Every line of every order placed, as a line of which nothing came yet; none when nothing was ever recorded. A damaged record is a UserError. */
export async function readPlaced(cwd: string): Promise<readonly PurchaseLine[]> {
  const orders = await readOrders(cwd);
  return orders.flatMap(({ number, supplier, currency, orderedOn, wantedBy, lines }, index) =>
    lines.map(({ sku, quantity, unitPrice }) => ({
      file: PLACED_FILE,
      row: index + 1,
      order: number,
      supplier,
      sku,
      quantity,
      received: 0,
      unitPrice,
      currency,
      orderedOn,
      expectedOn: wantedBy,
      closed: false,
    })),
  );
}

/** The lines placed that the owner's own records of orders do not know, by order number and SKU: what those say goes before. */
export function openPlaced(
  placed: readonly PurchaseLine[],
  purchases: readonly PurchaseLine[],
): readonly PurchaseLine[] {
  const key = ({ order, sku }: PurchaseLine): string => JSON.stringify([sameCase(order), sameCase(sku)]);
  const known = new Set(purchases.map(key));
  return placed.filter((line) => !known.has(key(line)));
}

function sameCase(text: string): string {
  return text.normalize('NFC').trim().toUpperCase();
}

async function readOrders(cwd: string): Promise<readonly PlacedOrder[]> {
  const text = await readIfThere(join(cwd, PLACED_FILE)).catch((cause: unknown) => {
    throw unusable('read', cause);
  });
  if (text === undefined) return [];
  const record = parsed(text);
  if (record !== undefined) return record.orders;
  throw new UserError(`${PLACED_FILE} is damaged, or was written by a later version of ecom`, {
    hint: 'restore it from a backup; or rename it, and put the orders that are still to come into a purchase-orders file (ecom help formats)',
  });
}

function parsed(text: string): z.infer<typeof schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function write(cwd: string, orders: readonly PlacedOrder[]): Promise<void> {
  const path = join(cwd, PLACED_FILE);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeAtomically(path, `${JSON.stringify({ schemaVersion: 1, orders }, null, 2)}\n`, {
      mode: 0o600,
    });
  } catch (cause) {
    throw unusable('written', cause);
  }
}

function taken(number: string): UserError {
  return new UserError(`order ${number} is recorded in ${PLACED_FILE} with other lines`, {
    hint: 'an order that was changed needs a number of its own',
  });
}

function unusable(what: 'read' | 'written', cause: unknown): UserError {
  const { code = 'unknown' } = cause as NodeJS.ErrnoException;
  return new UserError(`${PLACED_FILE} cannot be ${what} (${code})`, {
    hint: 'run it in a folder that you may write to, on a disk with room',
    cause,
  });
}
