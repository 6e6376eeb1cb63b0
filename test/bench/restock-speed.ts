import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sideBySide, type Command } from './compare.ts';
import { ordersExport } from './generate-orders.ts';

const PRODUCTS = 10_000;
const DAYS = 730;
const LINES = 250_000;
const AS_OF = '2026-10-01';
const ecom = fileURLToPath(new URL('../../bin/ecom.js', import.meta.url));

/** The same sequence for the same seed: a linear congruence of 31 bits, as a share of one. */
function shares(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}

function code(product: number): string {
  return `SKU-${String(product).padStart(5, '0')}`;
}

/** A Shopify export of two years in which a few products sell daily and most now and then. */
function* orderRows(): Generator<string> {
  const draw = shares(42);
  const anyProduct = (): string => code(Math.floor(PRODUCTS ** draw()) - 1);
  for (const text of ordersExport(LINES)) yield text.replace(/KRT-\d{4}/g, anyProduct);
}

function write(file: string, rows: Iterable<string>): void {
  const handle = openSync(file, 'w');
  let waiting = '';
  for (const text of rows) {
    waiting += text;
    if (waiting.length < 1 << 20) continue;
    writeSync(handle, waiting);
    waiting = '';
  }
  writeSync(handle, waiting);
  closeSync(handle);
}

function writeShop(folder: string): void {
  const draw = shares(7);
  write(join(folder, 'orders.csv'), orderRows());
  const products = Array.from({ length: PRODUCTS }, (_, product) => product);
  const stock = products.map((product) => `${code(product)},${AS_OF},${Math.floor(draw() * 40)}`);
  writeFileSync(join(folder, 'stock.csv'), `sku,as_of,on_hand\n${stock.join('\n')}\n`);
  const costs = products.map((product) => `${code(product)},${90 + (product % 300)}.00`);
  writeFileSync(join(folder, 'costs.csv'), `sku,unit_cost\n${costs.join('\n')}\n`);
  const terms = products.map(
    (product) => `Supplier ${product % 40},${7 + (product % 5) * 7},0,${code(product)},${1 + (product % 12)}`,
  );
  writeFileSync(
    join(folder, 'suppliers.csv'),
    `supplier,lead_days,minimum_order,sku,pack_size\n${terms.join('\n')}\n`,
  );
}

/** A large file is read by two threads: only the first is the process and tells its peak, in KB. */
const TELL_PEAK =
  'import { isMainThread } from "node:worker_threads"; import { writeSync } from "node:fs"; if (isMainThread) process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));';

function peakMegabytes(command: Command): number {
  const told = ['--import', `data:text/javascript,${encodeURIComponent(TELL_PEAK)}`, ...command];
  const { output } = spawnSync(process.execPath, told, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return Number(output[3]) / 1024;
}

/** Time and memory of `ecom restock` for 10,000 products over two years; needs the built program. */
function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'ecom-restock-'));
  try {
    writeShop(folder);
    const rest = ['--data', folder, '--no-ai', '--json', '--no-cache', '--as-of', AS_OF];
    const ours: Command = [ecom, 'restock', ...rest];
    const { ours: time, yardstick } = sideBySide(ours, [ecom, 'pnl', ...rest], 1);
    process.stdout.write(
      `ecom restock, ${PRODUCTS} products × ${DAYS} days: ${(time / 1000).toFixed(1)} s (≤ 10 s), ${peakMegabytes(ours).toFixed(0)} MB (≤ 500 MB); ecom pnl of the same files ${(yardstick / 1000).toFixed(1)} s\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
