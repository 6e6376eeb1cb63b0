import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import { cleanText } from '../domain/clean-text.ts';
import type { PurchaseOrder } from '../domain/purchase-order.ts';
import { PLACED_FILE, recordPlaced } from '../records/placed-orders.ts';
import type { OrderFile } from '../records/order-files.ts';
import type { Asking } from './report-run.ts';

/** Whether `-o` names a folder for letters: it ends in a stroke, or is one. */
export async function isFolder(output: string | undefined, { cwd }: Pick<Context, 'cwd'>): Promise<boolean> {
  if (output === undefined || output === '-') return false;
  if (/[/\\]$/.test(output)) return true;
  return await stat(resolve(cwd, output)).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

export interface Sending {
  /** as the owner named it; undefined: no letters are written */
  readonly folder: string | undefined;
  /** remember the orders as placed */
  readonly record: boolean;
  readonly quiet: boolean;
}

/** Writes the letters, all of them or none, and only then remembers the orders as placed; each is said in a line. Nothing is sent. */
export async function putOut(
  orders: readonly PurchaseOrder[],
  { folder, record, quiet }: Sending,
  asking: Asking,
): Promise<void> {
  const { cwd, stderr } = asking.context;
  const say = (line: string): void => void (quiet || stderr.write(`${line}\n`));
  if (orders.length === 0) {
    if (folder !== undefined || record) say('note: nothing to order from a known supplier: no letters');
    return;
  }
  const count = `${orders.length} ${orders.length === 1 ? 'order' : 'orders'}`;
  if (folder !== undefined) {
    const written = await writeLetters(orders, folder, asking);
    if (written.unavailable !== undefined && asking.config.ai.apiKey !== undefined)
      say(`note: the letters’ words are the built-in ones: ${written.unavailable}`);
    say(`wrote ${written.files} files for ${count} into ${cleanText(folder, { max: 200 })}`);
  }
  if (!record) return;
  await recordPlaced(cwd, orders);
  say(`noted ${count} as placed in ${PLACED_FILE}`);
}

interface LettersWritten {
  readonly files: number;
  /** why a model's words are not in some letter although they were asked for */
  readonly unavailable: string | undefined;
}

async function writeLetters(
  orders: readonly PurchaseOrder[],
  folder: string,
  asking: Asking,
): Promise<LettersWritten> {
  const { config, context } = asking;
  const [{ writeLetter }, { orderFiles }, { writeOrders }, { pdfFont }] = await Promise.all([
    import('../narrate/letters/write-letter.ts'),
    import('./order-files.ts'),
    import('../records/order-files.ts'),
    import('../pdf-font.ts'),
  ]);
  const font = await readFile(pdfFont);
  const { prices, maxCost } = config.ai;
  const asked = { lang: config.lang, model: await modelFor(asking), signal: context.signal, prices, maxCost };
  const files: OrderFile[] = [];
  let unavailable: string | undefined;
  for (const order of orders) {
    const letter = await writeLetter(order, asked);
    unavailable ??= letter.unavailable;
    files.push(...(await orderFiles(order, letter, { font, demo: config.demo })));
  }
  const written = await writeOrders(resolve(context.cwd, folder), files);
  return { files: written.length, unavailable };
}

async function modelFor({ config: { ai }, context: { random } }: Asking) {
  if (!ai.enabled || ai.apiKey === undefined) return undefined;
  const { geminiModel } = await import('../narrate/gemini.ts');
  return geminiModel({ apiKey: ai.apiKey, model: ai.model, baseUrl: ai.baseUrl, random });
}
