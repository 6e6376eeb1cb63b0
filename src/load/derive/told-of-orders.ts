import type { Movement, Order } from '../../domain/books.ts';
import { share, type Minor } from '../../domain/money.ts';
import { saleKey, withCurrency } from './sale-key.ts';

/** What of an order report's order is compared with the ledger. */
export type KnownOrder = Pick<
  Order,
  'channel' | 'id' | 'number' | 'tax' | 'total' | 'currency' | 'lines' | 'taxIncluded'
>;

/** By `saleKey`: what a ledger or register tells of orders that their report does not. */
export interface ToldOfOrders {
  /** tax inside orders whose report gives none */
  readonly taxes: ReadonlyMap<string, ToldTax>;
  /** what buyers paid above the total of the report, which knows nothing of shipping */
  readonly shipping: ReadonlyMap<string, ToldShipping>;
}

export interface ToldTax {
  readonly tax: Minor;
  readonly file: string;
}

export interface ToldShipping {
  readonly amount: Minor;
  /** inside it, for an order whose report gives its tax */
  readonly tax: Minor;
  readonly file: string;
}

/** Sales of ledger and registers, the charges that some of them are made of, and all movements; keys with currency. */
export interface TellingLedger {
  readonly sales: ReadonlyMap<string, Order>;
  readonly charges: ReadonlyMap<string, readonly Movement[]>;
  readonly movements: readonly Movement[];
}

/**
 * What the ledger tells of the orders of order reports. Where the itemised charges for as many pieces come to more than the report's
 * total, apart from tax on top that the report leaves out, the buyer paid the difference for shipping (Meesho: the orders file has
 * the price alone). A report without tax has the tax inside that the ledger or register tells, in proportion where the totals differ.
 */
export function toldOfOrders(orders: Iterable<KnownOrder>, ledger: TellingLedger): ToldOfOrders {
  const taxes = new Map<string, ToldTax>();
  const shipping = new Map<string, ToldShipping>();
  const passedOn = passedOnBy(ledger.movements);
  if (ledger.sales.size === 0) return { taxes, shipping };
  for (const order of orders) {
    if (order.total <= 0) continue;
    const { channel, id, number, currency } = order;
    const own = withCurrency(saleKey(channel, id), currency);
    const key = ledger.sales.has(own) ? own : withCurrency(saleKey(channel, number), currency);
    const sale = ledger.sales.get(key);
    if (sale === undefined) continue;
    const paid: Paid = { order, sale, charges: ledger.charges.get(key) ?? [], passedOn: () => passedOn(key) };
    const amount = aboveReport(paid);
    const { file } = sale;
    if (amount > 0) shipping.set(saleKey(channel, id), { amount, tax: taxOfShipping(paid, amount), file });
    const tax = taxInside(paid, amount);
    if (tax > 0) taxes.set(saleKey(channel, id), { tax, file });
  }
  return { taxes, shipping };
}

/** One sale by its report and by the ledger. */
interface Paid {
  readonly order: KnownOrder;
  readonly sale: Order;
  /** none: a register tells of the sale */
  readonly charges: readonly Movement[];
  /** tax that the platform took of the charges, to remit it */
  readonly passedOn: () => Minor;
}

/** Charges for more or fewer pieces are those of another part of the order, or of more than it. */
function aboveReport({ order, sale, charges, passedOn }: Paid): Minor {
  if (sale.total <= order.total || charges.length === 0) return 0;
  const told = charges.flatMap(({ part, quantity }) => (part === 'goods' && quantity ? [quantity] : []));
  const pieces = order.lines.reduce(
    (sum, { kind, quantity }) => sum + (kind === 'product' ? quantity : 0),
    0,
  );
  if (told.length === 0 || told.reduce((sum, quantity) => sum + quantity, 0) !== pieces) return 0;
  // the report's total holds the report's tax, be it inside the prices or on top
  const tax = Math.max(sale.taxIncluded ? 0 : sale.tax, passedOn()) - order.tax;
  return Math.max(0, sale.total - Math.max(0, tax) - order.total);
}

function taxInside({ order, sale }: Paid, shipping: Minor): Minor {
  if (order.tax !== 0 || !sale.taxIncluded) return 0;
  return share(sale.tax, order.total + shipping, sale.total);
}

function taxOfShipping({ order, sale }: Paid, amount: Minor): Minor {
  if (order.tax === 0 || !order.taxIncluded || !sale.taxIncluded) return 0;
  return share(sale.tax, amount, sale.total);
}

/** Sums of the tax that a platform takes to remit it, by sale key and currency, added up when first asked for. */
function passedOnBy(movements: readonly Movement[]): (key: string) => Minor {
  let sums: Map<string, Minor> | undefined;
  const add = (): Map<string, Minor> => {
    const all = new Map<string, Minor>();
    for (const { kind, order, channel, currency, amount } of movements) {
      if (kind !== 'tax_collected' || order === undefined) continue;
      const key = withCurrency(saleKey(channel, order), currency);
      all.set(key, (all.get(key) ?? 0) - amount);
    }
    return all;
  };
  return (key) => Math.max(0, (sums ??= add()).get(key) ?? 0);
}
