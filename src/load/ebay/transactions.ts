import type { Movement } from '../../domain/books.ts';
import { decimalText, type Minor } from '../../domain/money.ts';
import { countryCode } from '../country-code.ts';
import { currencyCode, shopCurrency } from '../currency-code.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowLeftOut, wordTeller } from '../row-left-out.ts';
import { rowReader, type RowReader } from '../row-reader.ts';
import { tellUnfitPayouts } from './payouts.ts';
import { converted, feesOf, piecesOf, sumOf, withoutRepeats, type Columns, type Piece } from './pieces.ts';
import { toldText, transactionColumns } from './transaction-columns.ts';
import { kindOfRow } from './transaction-kinds.ts';

/**
 * The transaction report of the payments: an order's net is what the buyer paid for goods, shipping and tax that the seller
 * collects, less a column for each fee (negative). Tax that eBay collects and pays itself stands beside it: it comes to nothing.
 */
export const ebayTransactions: Format = {
  kind: 'ebay.transactions',
  label: 'eBay transaction report',
  signature: ['transaction creation date', 'type', 'gross transaction amount'],
  known: [
    ...['order number', 'legacy order id', 'buyer username', 'buyer name', 'net amount', 'payout currency'],
    ...['payout date', 'payout id', 'payout method', 'payout status', 'status', 'reason for hold', 'item id'],
    ...['ship to city', 'ship to province/region/state', 'ship to zip', 'ship to country'],
    ...['post to city', 'post to province/region/state', 'post to postcode', 'post to country'],
    ...['transaction id', 'item title', 'custom label', 'quantity', 'item subtotal', 'seller collected tax'],
    ...['shipping and handling', 'postage and packaging', 'postage and handling', 'ebay collected tax'],
    ...['final value fee - fixed', 'final value fee - variable', 'final value fee – fixed'],
    ...['final value fee – variable', 'very high "item not as described" fee', 'regulatory operating fee'],
    ...["very high 'item not as described' fee", 'below standard performance fee', 'international fee'],
    ...['transaction currency', 'exchange rate', 'reference id', 'description'],
  ],
  read: readTransactions,
};

interface Sheet {
  readonly table: TextTable;
  readonly draft: Draft;
  readonly columns: Columns;
  readonly cells: RowReader;
  readonly tellUnknown: (row: number, type: string) => void;
}

function readTransactions(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = transactionColumns(table);
  const tellUnknown = wordTeller({ table, draft }, 'type', 'counted as an adjustment');
  const sheet: Sheet = { table, draft, columns, cells, tellUnknown };
  const orders = new Map<string, number[]>();
  for (let row = 0; row < table.rows.length; row += 1) {
    const type = toldText(cells, row, columns.type);
    if (type === '') continue;
    if (!/^order$/i.test(type)) readOther(sheet, row, type);
    else addTo(orders, cells.id(row, columns.order) ?? `row ${row}`, row);
  }
  for (const rows of orders.values()) readOrder(sheet, rows);
  tellUnfitPayouts(table, draft);
}

function addTo(orders: Map<string, number[]>, order: string, row: number): void {
  const rows = orders.get(order);
  if (rows === undefined) orders.set(order, [row]);
  else rows.push(row);
}

type Shared = Omit<Movement, 'kind' | 'code' | 'amount'>;

/** What all movements of a row share; undefined, with a Problem, for a row without date. */
function sharedOf(sheet: Sheet, row: number, told: number): Shared | undefined {
  const { table, draft, columns, cells } = sheet;
  const placed = cells.day(row, columns.date);
  if (placed === undefined || draft.problems.length > told) {
    rowLeftOut({ table, draft, row, told }, 'a transaction without date');
    return undefined;
  }
  return {
    file: table.file,
    row: table.lineOf(row),
    channel: 'ebay',
    day: placed.day,
    currency: currencyOf(sheet, row).to,
    order: cells.id(row, columns.order),
    transaction: cells.id(row, columns.transaction),
    payoutId: cells.id(row, columns.payoutId),
    final: !/hold|pending|processing/i.test(cells.text(row, columns.payoutStatus)),
  };
}

/** The amounts of a row are in the transaction's currency, its net in that of the payout. */
function currencyOf({ draft, columns, cells }: Sheet, row: number) {
  const from = currencyCode(cells.text(row, columns.currency));
  const to = currencyCode(cells.text(row, columns.payoutCurrency));
  const own = shopCurrency(draft.shop);
  return { from: from ?? to ?? own, to: to ?? from ?? own };
}

/** One order: a row, or a row per item, or a row of totals and below it a row per item. */
function readOrder(sheet: Sheet, rows: readonly number[]): void {
  const { columns, cells } = sheet;
  const isTotal = (row: number): boolean =>
    [columns.itemId, columns.title].every((column) => toldText(cells, row, column) === '');
  const [totals, ...others] = rows.filter(isTotal);
  if (rows.length === 1 || totals === undefined || others.length > 0) {
    for (const row of rows) readSale(sheet, [row], row);
  } else {
    const items = rows.filter((row) => row !== totals);
    readSale(sheet, items, totals);
  }
}

/** Reads the items of an order (or part of one) whose net stands in the row of totals, which may be the item's own. */
function readSale(sheet: Sheet, items: readonly number[], totals: number): void {
  const { draft, columns, cells } = sheet;
  const told = draft.problems.length;
  const currency = currencyOf(sheet, totals);
  const source = { cells, columns, currency: currency.from };
  const own = items.flatMap((row) => piecesOf(source, row));
  const pieces = items.includes(totals) ? own : withoutRepeats(own, piecesOf(source, totals));
  const net = cells.amount(totals, columns.net, currency.to) ?? netOf(sheet, items, currency.to);
  const shared = sharedOf(sheet, totals, told);
  if (shared === undefined) return;
  const fitting = fitted(sheet, totals, { pieces, net, ...currency });
  for (const piece of fitting) draft.movements.push(movementOf(sheet, piece, shared));
  pushPassedOn(sheet, totals, shared);
}

/** What eBay collects for the state comes in with the payment and goes out again, in the buyer's currency. */
function pushPassedOn(sheet: Sheet, row: number, shared: Shared): void {
  const { draft, columns, cells } = sheet;
  const { from: currency } = currencyOf(sheet, row);
  const amount = cells.amount(row, columns.ebayTax, currency) ?? 0;
  if (amount === 0) return;
  const passed = { ...shared, currency, kind: 'tax_collected', code: 'eBay collected tax' } as const;
  draft.movements.push({ ...passed, amount }, { ...passed, amount: -amount });
}

function netOf({ columns, cells }: Sheet, items: readonly number[], currency: string): Minor | undefined {
  const nets = items.map((row) => cells.amount(row, columns.net, currency));
  const told = nets.filter((net) => net !== undefined);
  return told.length === 0 ? undefined : told.reduce((sum, net) => sum + net, 0);
}

interface Written {
  readonly pieces: readonly Piece[];
  readonly net: Minor | undefined;
  readonly from: string;
  readonly to: string;
}

/** The amounts in the payout's currency. That they do not make the net is a Problem; where goods have no column they are the rest. */
function fitted(sheet: Sheet, row: number, { pieces, net, from, to }: Written): readonly Piece[] {
  const { table, draft, columns, cells } = sheet;
  if (net === undefined || sumOf(pieces) === net) return pieces;
  if (!pieces.some(({ kind }) => kind === 'charge')) {
    const goods = { row, column: columns.net, kind: 'charge', part: 'goods', code: 'Order' } as const;
    return [{ ...goods, amount: net - sumOf(pieces) }, ...pieces];
  }
  const rate = from === to ? Number.NaN : Number(cells.text(row, columns.rate));
  const all = rate > 0 ? converted(pieces, { from, to, rate, net }) : pieces;
  if (sumOf(all) === net) return all;
  const said = decimalText(net, to);
  report(draft, {
    code: 'settlement-does-not-add-up',
    severity: 'warning',
    message: `goods, shipping, tax and fees make ${decimalText(sumOf(all), to)}, the net amount is ${said} – counted as written`,
    file: table.file,
    line: table.lineOf(row),
    column: 'net amount',
    value: said,
  });
  return all;
}

/** Product, quantity and place belong to the goods alone, so that they count once; a fee of one item names its SKU. */
function movementOf({ table, columns, cells }: Sheet, piece: Piece, shared: Shared): Movement {
  const { row, kind, part, code, amount } = piece;
  const sku = cells.id(row, columns.sku);
  const transaction = cells.id(row, columns.transaction) ?? shared.transaction;
  const base = { ...shared, row: table.lineOf(row), kind, part, code, sku, amount, transaction };
  if (part !== 'goods') return base;
  return {
    ...base,
    title: toldText(cells, row, columns.title) || undefined,
    quantity: cells.count(row, columns.quantity),
    country: countryCode(toldText(cells, row, columns.country)),
    region: toldText(cells, row, columns.region).toUpperCase() || undefined,
  };
}

/** A row that is no order moves its net; a refund's net has the fees given back with it, which stand in the fees' own columns. */
function readOther(sheet: Sheet, row: number, type: string): void {
  const { table, draft, columns, cells } = sheet;
  const told = draft.problems.length;
  const { from, to } = currencyOf(sheet, row);
  const net = cells.amount(row, columns.net, to);
  const shared = sharedOf(sheet, row, told);
  if (shared === undefined) return;
  if (net === undefined) return rowLeftOut({ table, draft, row, told }, `${type} without a net amount`);
  const purpose = toldText(cells, row, columns.description) || toldText(cells, row, columns.title);
  const kind = kindOfRow(type, purpose);
  if (kind === undefined) sheet.tellUnknown(row, type);
  if (kind === 'payout') return readPayout(sheet, row, { shared, type, net });
  if (kind === 'refund') return readRefund(sheet, row, { shared, type, net, from });
  const code = /fee/i.test(type) && purpose !== '' ? purpose.slice(0, 60) : type;
  draft.movements.push({ ...shared, kind: kind ?? 'adjustment', code, amount: net });
}

interface Other {
  readonly shared: Shared;
  readonly type: string;
  readonly net: Minor;
}

function readRefund(sheet: Sheet, row: number, { shared, type, net, from }: Other & { from: string }): void {
  const { draft, columns, cells } = sheet;
  const credits = from === shared.currency ? feesOf({ cells, columns, currency: from }, row) : [];
  const amount = net - sumOf(credits);
  const tax = cells.amount(row, columns.sellerTax, from);
  draft.movements.push(
    {
      ...{ ...shared, kind: 'refund', code: type, amount },
      sku: cells.id(row, columns.sku),
      title: toldText(cells, row, columns.title) || undefined,
      quantity: cells.count(row, columns.quantity),
      tax: tax === undefined ? undefined : -Math.abs(tax) || 0,
    },
    ...credits.map((piece) => movementOf(sheet, piece, shared)),
  );
}

/** Money that leaves the balance for the bank is positive; what eBay takes from the bank to settle the balance is negative. */
function readPayout({ draft, columns, cells }: Sheet, row: number, { shared, type, net }: Other): void {
  draft.movements.push({ ...shared, kind: 'payout', code: type, amount: -net || 0 });
  const { file, row: line, channel, currency, payoutId: id, final, day } = shared;
  if (id === undefined || !/^payout$/i.test(type)) return;
  const paidOn = cells.day(row, columns.payoutDate)?.day ?? day;
  draft.settlements.push({ file, row: line, channel, id, paidOn, total: -net || 0, currency, final });
}
