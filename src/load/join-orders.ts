import { report } from './draft.ts';
import type { Draft } from './format.ts';
import type { OrderParts } from './owner/order-parts.ts';
import { readOwnerOrder } from './owner/orders.ts';
import type { OwnerRow } from './owner/owner-rows.ts';
import type { ReadFile } from './read-file.ts';

/**
 * Joins orders and their lines that stand in files of their own, by order number, into the draft of the file with the orders. An
 * order's lines are those of one file only, the one with most of them, so that overlapping files count once. Orders without lines
 * count with their total; without one, and lines without an order, are one Problem per file.
 */
export function joinOrders(files: readonly ReadFile[]): void {
  const parts = files.flatMap(({ draft }) => draft.orderParts ?? []);
  if (parts.length === 0) return;
  const titleOf = titles(files);
  const known = new Set(parts.flatMap(({ heads }) => [...heads.keys()]));
  for (const file of files) {
    const { heads, lines } = file.draft.orderParts ?? NO_PARTS;
    const without = [...heads].filter((head) => !joinOrder(file.draft, head, { parts, titleOf }));
    tell(file, without.length, NO_LINES);
    tell(file, [...lines.keys()].filter((order) => !known.has(order)).length, NO_DATE);
  }
}

const NO_PARTS: OrderParts = { heads: new Map(), lines: new Map(), money: new Map() };

interface Others {
  readonly parts: readonly OrderParts[];
  readonly titleOf: (sku: string) => string | undefined;
}

/** Whether there was anything to count of the order. */
function joinOrder(
  draft: Draft,
  [order, rows]: readonly [string, readonly OwnerRow[]],
  { parts, titleOf }: Others,
): boolean {
  const { lines, money } = linesOf(order, parts);
  if (lines.length > 0) {
    readOwnerOrder(draft, order, { rows: [...rows, ...lines], lines, money, at: rows[0]?.line, titleOf });
    return true;
  }
  if (rows.every((row) => row.text('total') === undefined)) return false;
  readOwnerOrder(draft, order, { rows, lines: rows, money });
  return true;
}

function linesOf(
  order: string,
  parts: readonly OrderParts[],
): Pick<OrderParts, 'money'> & { readonly lines: readonly OwnerRow[] } {
  let best: { lines: readonly OwnerRow[]; money: OrderParts['money'] } = { lines: [], money: new Map() };
  for (const { lines, money } of parts) {
    const found = lines.get(order) ?? [];
    if (found.length > best.lines.length) best = { lines: found, money };
  }
  return best;
}

function titles(files: readonly ReadFile[]): (sku: string) => string | undefined {
  const known = new Map<string, string>();
  for (const { draft } of files) {
    for (const { sku, title } of draft.products) if (sku !== undefined) known.set(sku.toLowerCase(), title);
  }
  return (sku) => known.get(sku.toLowerCase());
}

const NO_LINES = {
  says: 'have no total, and no file has their lines',
  hint: 'load the file with their lines too, or say which column holds the total: ecom map FILE',
};
const NO_DATE = {
  says: 'have lines here, but no file says when they were placed',
  hint: 'load the file with the orders too, or say which column holds the date: ecom map FILE',
};

function tell({ draft, file }: ReadFile, count: number, { says, hint }: typeof NO_LINES): void {
  if (count === 0) return;
  const what = `${count} ${count === 1 ? 'order' : 'orders'}`;
  report(draft, {
    code: 'missing-value',
    severity: 'error',
    message: `${what} ${says} – left out`,
    file,
    hint,
  });
}
