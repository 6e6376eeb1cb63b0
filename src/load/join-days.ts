import type { Movement } from '../domain/books.ts';
import type { Day } from '../domain/day.ts';
import { saleKey } from './derive/sale-key.ts';
import { report } from './draft.ts';
import type { ReadFile } from './read-file.ts';
import type { Undated, UndatedMovement } from './undated.ts';

/**
 * Gives the movements of files without dates a day, and adds them to their file's draft: the day on which another file has the
 * same kind of movement of the order; what was sold the day of its order; anything else the last day of the period that the file
 * is named by. Each falls back on the other; what has no day at all is left out, which is one Problem per file.
 */
export function joinDays(files: readonly ReadFile[]): void {
  const undated = files.filter(({ draft }) => draft.undated !== undefined);
  if (undated.length === 0) return;
  const known = knownDays(files);
  for (const file of undated) {
    const waiting = file.draft.undated;
    if (waiting !== undefined) dateMovements(file, waiting, known);
  }
}

interface KnownDays {
  readonly orders: Map<string, Day>;
  /** by order and kind of movement */
  readonly money: Map<string, Day>;
}

function knownDays(files: readonly ReadFile[]): KnownDays {
  const known: KnownDays = { orders: new Map(), money: new Map() };
  for (const { draft, orders } of files) {
    for (const [order, day] of draft.orderDays ?? []) known.orders.set(order, day);
    for (const { channel, id, placedOn } of orders) known.orders.set(saleKey(channel, id), placedOn);
    rememberMoney(known, draft.movements);
  }
  return known;
}

function rememberMoney({ money }: KnownDays, movements: readonly Movement[]): void {
  for (const movement of movements) {
    const key = moneyKey(movement);
    if (!money.has(key)) money.set(key, movement.day);
  }
}

function moneyKey({ channel, order = '', kind }: UndatedMovement): string {
  return `${saleKey(channel, order)}\u001f${kind}`;
}

function dateMovements({ file, draft }: ReadFile, waiting: Undated, known: KnownDays): void {
  const dated: Movement[] = [];
  const [named, without] = [new Set<number>(), new Set<number>()];
  for (const movement of waiting.movements) {
    const told = toldDay(movement, waiting, known);
    const day = told ?? waiting.until;
    if (day === undefined) without.add(movement.row);
    else dated.push({ ...movement, day });
    if (day !== undefined && told === undefined) named.add(movement.row);
  }
  for (const movement of dated) draft.movements.push(movement);
  // so that a row that stands in two such files has one day, and counts once
  rememberMoney(known, dated);
  if (named.size > 0) {
    const message = `${rows(named.size)} no date – counted on ${waiting.until ?? ''}, the last day in the file’s name`;
    report(draft, { code: 'missing-value', severity: 'note', message, file });
  }
  if (without.size > 0) {
    const message = `${rows(without.size)} no date, and no file says when the orders were placed – left out`;
    report(draft, { code: 'missing-value', severity: 'error', message, file, hint: HINT });
  }
}
const HINT =
  'load the platform’s export of orders too, or put the period into the file’s name: settled-20260801-20260831.xlsx';

function rows(count: number): string {
  return count === 1 ? '1 row has' : `${count} rows have`;
}

/** What the files tell of the day; what was taken back was so after the order, so that the file's name knows better. */
function toldDay(movement: UndatedMovement, { until }: Undated, known: KnownDays): Day | undefined {
  const sameKind = known.money.get(moneyKey(movement));
  if (sameKind !== undefined) return sameKind;
  if (movement.kind !== 'charge' && until !== undefined) return undefined;
  return known.orders.get(saleKey(movement.channel, movement.order ?? ''));
}
