import type { Channel, Movement, Order } from '../../domain/books.ts';
import type { Minor } from '../../domain/money.ts';
import type { FeeRate } from '../../domain/shop.ts';
import type { Accounting } from '../pnl/accounting.ts';
import { recordsOf } from '../pnl/order-key.ts';
import { applies, feeOf } from '../pnl/post-fulfilment.ts';

/** An order that was charged more than agreed. */
export interface FeeAbove {
  readonly channel: Channel;
  readonly order: string;
  readonly kind: FeeRate['kind'];
  readonly charged: Minor;
  readonly agreed: Minor;
  readonly excess: Minor;
}

/**
 * Orders whose fees, all of one kind together, are above the shop's agreed rate for them (`shop.feeRates`), by however little.
 * Where the rate counts no tax (`taxPercent` 0) the tax inside the fees is left out of the comparison. `isWanted` picks the fees.
 */
export function feesAbove(
  { books, sales, paymentFees, marketplaceFees }: Accounting,
  isWanted: (fee: Movement) => boolean,
): readonly FeeAbove[] {
  const { feeRates } = books.shop;
  if (feeRates.length === 0) return [];
  return [...sales].flatMap(({ order, place }) =>
    (['payment', 'marketplace'] as const).flatMap((kind): readonly FeeAbove[] => {
      const fees = recordsOf(kind === 'payment' ? paymentFees : marketplaceFees, place);
      const [first] = fees.filter(isWanted).sort(byAmount);
      const rate = first && feeRates.find((one) => one.kind === kind && isMeant(one, order, first));
      if (first === undefined || rate === undefined) return [];
      const charged = fees.reduce((sum, fee) => sum + chargedBy(fee, rate), 0);
      const agreed = feeOf(rate, order.total);
      const excess = charged - agreed;
      return excess <= 0
        ? []
        : [{ channel: first.channel, order: order.number, kind, charged, agreed, excess }];
    }),
  );
}

/** The largest fee first: of two platforms that charged for one order it names the one. */
function byAmount(a: Movement, b: Movement): number {
  return a.amount - b.amount || (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0);
}

/** By the order's payment method or channel, or by the platform that charged the fee. */
function isMeant(rate: FeeRate, order: Order, { channel }: Movement): boolean {
  return applies(rate, order) || channel.includes(rate.match.toLowerCase());
}

function chargedBy({ amount, tax = 0 }: Movement, { taxPercent }: FeeRate): Minor {
  return taxPercent === 0 ? tax - amount : -amount;
}
