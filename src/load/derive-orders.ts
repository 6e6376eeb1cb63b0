import type { Movement, Order } from '../domain/books.ts';
import type { TaxLine } from '../domain/tax-line.ts';
import { saleFromCharges } from './derive/from-charges.ts';
import { namedByPayment, saleFromPayments } from './derive/from-payments.ts';
import { refundsFromRegister, saleFromRegister, soldLines, taxOf } from './derive/from-register.ts';
import { addTo, orderPart, saleKey, withCurrency } from './derive/sale-key.ts';
import { toldOfOrders, type KnownOrder, type ToldOfOrders } from './derive/told-of-orders.ts';

/** What the books hold when every file is read and nothing counts twice. */
export interface Ledger {
  /** of order reports; any iterable will do */
  readonly orders: Iterable<KnownOrder>;
  readonly movements: readonly Movement[];
  readonly taxLines: readonly TaxLine[];
}

export interface Derived extends ToldOfOrders {
  /** the sales that no order report holds, to be added to the others */
  readonly orders: readonly Order[];
  /** all movements: refunds of registers added, payments that are sales themselves named */
  readonly movements: readonly Movement[];
}

/**
 * Sales that no order report holds, each once: from a marketplace's itemised charges (`Movement.part`); failing that from its tax
 * register, sales less cancellations. A register's refunds become movements where the ledger tells of none for the order. Payments
 * through a provider become sales only when the books hold no order at all, neither of a shop nor of a marketplace: otherwise one
 * that names no order is no sale (`ecom payouts` lists it). An order of which only a refund is known stays a loose refund. Of the
 * orders of order reports the ledger tells shipping and tax that the report does not (`toldOfOrders`).
 */
export function deriveOrders(ledger: Ledger): Derived {
  const told = salesTold(ledger);
  const known = knownOrders(ledger.orders, told.sales.size > 0);
  const orders = [...told.sales].flatMap(([key, sale]) => (known.keys.has(orderPart(key)) ? [] : sale));
  const movements = withRefunds(ledger.movements, told.register);
  if (orders.length === 0 && !known.any) return fromPayments(movements);
  return { orders, movements, ...toldOfOrders(ledger.orders, { ...told, movements }) };
}

interface SalesTold {
  /** by sale key, with the currency where the ledger tells it */
  readonly sales: ReadonlyMap<string, Order>;
  /** the charges that sales of the ledger are made of, by the same key */
  readonly charges: ReadonlyMap<string, readonly Movement[]>;
  readonly register: ReadonlyMap<string, readonly TaxLine[]>;
}

/** Every sale that a ledger or a register tells of, whether or not an order report holds it. */
function salesTold({ movements, taxLines }: Ledger): SalesTold {
  const sales = new Map<string, Order>();
  const charges = chargesByOrder(movements);
  const register = byOrder(taxLines);
  for (const [key, rows] of charges) {
    const registered = taxOf(soldLines(register.get(orderPart(key)) ?? []));
    const sale = saleFromCharges(rows, registered);
    if (sale !== undefined) sales.set(key, sale);
  }
  const charged = new Set([...charges.keys()].map(orderPart));
  for (const [key, lines] of register) {
    const sale = charged.has(key) ? undefined : saleFromRegister(lines);
    if (sale !== undefined) sales.set(withCurrency(key, sale.currency), sale);
  }
  return { sales, charges, register };
}

interface Known {
  readonly keys: ReadonlySet<string>;
  readonly any: boolean;
}

/** Every order by id and by number; where nothing is to be compared with them, only whether there is any. */
function knownOrders(orders: Ledger['orders'], compared: boolean): Known {
  const keys = new Set<string>();
  for (const { channel, id, number } of orders) {
    if (!compared) return { keys, any: true };
    keys.add(saleKey(channel, id));
    keys.add(saleKey(channel, number));
  }
  return { keys, any: keys.size > 0 };
}

function chargesByOrder(movements: readonly Movement[]): ReadonlyMap<string, readonly Movement[]> {
  const groups = new Map<string, Movement[]>();
  for (const movement of movements) {
    const { kind, part, order, channel, currency } = movement;
    if (kind === 'charge' && part !== undefined && order !== undefined)
      addTo(groups, withCurrency(saleKey(channel, order), currency), movement);
  }
  return groups;
}

function byOrder(lines: readonly TaxLine[]): ReadonlyMap<string, readonly TaxLine[]> {
  const groups = new Map<string, TaxLine[]>();
  for (const line of lines) addTo(groups, saleKey(line.channel, line.order), line);
  return groups;
}

function withRefunds(
  movements: readonly Movement[],
  register: ReadonlyMap<string, readonly TaxLine[]>,
): readonly Movement[] {
  if (register.size === 0) return movements;
  const refunded = new Set(
    movements.flatMap(({ kind, channel, order, amount }) =>
      kind === 'refund' && order !== undefined && amount !== 0 ? [saleKey(channel, order)] : [],
    ),
  );
  const added = [...register].flatMap(([key, lines]) =>
    refunded.has(key) ? [] : refundsFromRegister(lines),
  );
  return added.length === 0 ? movements : [...movements, ...added];
}

function fromPayments(movements: readonly Movement[]): Derived {
  const nothing = { taxes: new Map(), shipping: new Map() };
  if (!movements.some(({ kind }) => kind === 'charge')) return { orders: [], movements, ...nothing };
  const named = movements.map(namedByPayment);
  const groups = new Map<string, Movement[]>();
  for (const movement of named) {
    const { kind, channel, order, currency } = movement;
    if (kind === 'charge' && order !== undefined)
      addTo(groups, withCurrency(saleKey(channel, order), currency), movement);
  }
  const orders = [...groups.values()].flatMap((rows) => saleFromPayments(rows) ?? []);
  return { orders, movements: named, ...nothing };
}
