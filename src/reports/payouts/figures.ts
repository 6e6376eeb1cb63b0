import type { Figure, Unit } from '../../domain/figure.ts';
import { channelName } from '../../domain/channels.ts';
import { LINES } from './lines.ts';
import type { Reconciliation } from './payouts.ts';
import type { ChannelTotals } from './totals.ts';

/** `payouts.…`: all channels together, and `payouts.channel.<channel>.…` for what matters of each. Signed as in the ledger. */
export function payoutsFigures(found: Reconciliation): Figure[] {
  const { totals, channels } = found;
  const make = figureMaker(found);
  const lines = LINES.map(({ id, label }) => make([`payouts.${id}`, label], totals.sums[id]));
  return [
    make(['payouts.settlements', 'Settlements'], totals.settlements, 'count'),
    ...lines,
    ...resultsOf(['payouts', ''], totals, make),
    make(['payouts.compared', 'Settlements that can be compared'], totals.compared, 'count'),
    make(['payouts.differing', 'Settlements that do not agree'], totals.differing, 'count'),
    ...listFigures(found, make),
    ...channels.flatMap((channel) => {
      const name = channel.channel ?? '';
      const id = `payouts.channel.${name}`;
      const label = `, ${channelName(name)}`;
      return [
        make([`${id}.sold`, `Sold${label}`], channel.sums.sold),
        ...resultsOf([id, label], channel, make),
      ];
    }),
  ];
}

type Make = (name: readonly [id: string, label: string], value: number | null, unit?: Unit) => Figure;

function figureMaker({ currency, period }: Pick<Reconciliation, 'currency' | 'period'>): Make {
  return ([id, label], value, unit = 'money') => ({
    ...{ id, label, value, unit, status: value === null ? 'missing' : 'actual' },
    ...(unit === 'money' ? { currency } : {}),
    ...(period === null ? {} : { period }),
    ...(FORMULAS[id] === undefined ? {} : { formula: FORMULAS[id] }),
  });
}

const FORMULAS: Readonly<Record<string, string>> = {
  'payouts.expected': 'Σ of all rows of the settlements but the payouts themselves',
  'payouts.open': 'Σ of the rows that name no settlement',
  'payouts.stated': 'Σ of the totals that the platforms state',
  'payouts.difference': 'Σ (stated − expected) of the settlements that have both',
  'payouts.paid': 'Σ of what the platforms’ files say reached the bank',
  'payouts.kept': 'commission + payment fees + shipping + storage + advertising, less what was given back',
  'payouts.keptShare': 'kept ÷ sold',
};

function resultsOf([id, label]: readonly [string, string], totals: ChannelTotals, make: Make): Figure[] {
  return [
    make([`${id}.expected`, `Should have reached the bank${label}`], totals.expected),
    make([`${id}.open`, `In no settlement yet${label}`], totals.open),
    make([`${id}.stated`, `Total by the platform${label}`], totals.stated),
    make([`${id}.difference`, `Total by the platform less its rows${label}`], totals.difference),
    make([`${id}.paid`, `Reached the bank${label}`], totals.paid),
    make([`${id}.kept`, `Kept by the platform${label}`], totals.kept),
    make([`${id}.keptShare`, `Kept of what was sold${label}`], totals.keptShare, 'ratio'),
  ];
}

function listFigures({ unsettled, withoutOrder, feesAbove, held }: Reconciliation, make: Make): Figure[] {
  const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);
  const missing = unsettled.filter(({ isBeyond }) => !isBeyond);
  return [
    make(['payouts.unsettled.orders', 'Orders that no settlement names'], missing.length, 'count'),
    make(['payouts.unsettled.amount', 'Their amount'], sum(missing.map(({ amount }) => amount))),
    make(
      ['payouts.withoutOrder.count', 'Payments and refunds without an order'],
      withoutOrder.length,
      'count',
    ),
    make(
      ['payouts.withoutOrder.amount', 'Their amount, refunds deducted'],
      sum(withoutOrder.map(({ amount }) => amount)),
    ),
    make(['payouts.feesAbove.orders', 'Orders charged more than agreed'], feesAbove.length, 'count'),
    make(['payouts.feesAbove.excess', 'Charged too much'], sum(feesAbove.map(({ excess }) => excess))),
    make(['payouts.held', 'Money that the platforms still have'], sum(held.map(({ amount }) => amount))),
  ];
}
