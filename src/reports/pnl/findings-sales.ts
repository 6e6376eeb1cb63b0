import type { Figure } from '../../domain/figure.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { formatPeriod } from '../../domain/period.ts';
import { valueOf, type FindingInput, type Found } from './finding-input.ts';
import type { SkuTotals } from './totals.ts';

const MOST_ROWS = 3;

/** Refunds take half as much again of gross sales as before, and at least one per cent of them more. */
export function refundSpike({ figures, currency, period, compare }: FindingInput): readonly Found[] {
  const [rate, before] = [valueOf(figures, 'pnl.refundRate'), valueOf(figures, 'pnl.refundRate.previous')];
  const gross = valueOf(figures, 'pnl.grossSales') ?? 0;
  if (rate === null || before === null || compare === null || rate < before * 1.5 || rate - before < 0.01)
    return [];
  const excess = roundHalfUp((rate - before) * gross);
  const figure: Figure = {
    id: 'pnl.refunds.excess',
    label: 'Refunds above the earlier rate',
    value: excess,
    unit: 'money',
    currency,
    period,
    status: 'actual',
  };
  const roles = {
    excess: figure.id,
    refunds: 'pnl.refunds',
    rate: 'pnl.refundRate',
    previousRate: 'pnl.refundRate.previous',
  };
  return [
    {
      finding: {
        kind: 'refundSpike',
        urgency: 'watch',
        stake: excess,
        figures: roles,
        names: { before: formatPeriod(compare) },
      },
      figures: [figure],
    },
  ];
}

/** The SKU and state pairs where cash on delivery loses most; a whole SKU or state only when no pair inside it is named. */
export function codLosses({ cod, currency, period }: FindingInput): readonly Found[] {
  const losing = cod.filter((cell) => cell.sku !== 'all' && cell.lossPerMonth > 0);
  const pairs = losing.filter((cell) => cell.state !== 'all');
  const whole = losing.filter((cell) => cell.state === 'all' && !pairs.some((pair) => pair.sku === cell.sku));
  const worst = [...pairs, ...whole].sort((a, b) => b.lossPerMonth - a.lossPerMonth);
  return worst.slice(0, MOST_ROWS).map((cell, index) => {
    const id = (name: string): string => `cod.${index + 1}.${name}`;
    const common = { status: 'actual', period } as const;
    const place = `${cell.sku}${cell.state === 'all' ? '' : `, ${cell.state}`}`;
    const figures: Figure[] = [
      {
        id: id('rate'),
        label: `Cash on delivery that came back: ${place}`,
        value: cell.rate,
        unit: 'ratio',
        ...common,
      },
      { id: id('breakEven'), label: `Break-even: ${place}`, value: cell.breakEven, unit: 'ratio', ...common },
      {
        id: id('lossPerMonth'),
        label: `Loss a month on cash on delivery: ${place}`,
        value: cell.lossPerMonth,
        unit: 'money',
        currency,
        ...common,
      },
      {
        id: id('orders'),
        label: `Cash-on-delivery orders: ${place}`,
        value: cell.orders,
        unit: 'count',
        ...common,
      },
    ];
    const roles = {
      rate: id('rate'),
      breakEven: id('breakEven'),
      loss: id('lossPerMonth'),
      orders: id('orders'),
    };
    const names = { sku: cell.sku, title: cell.title, state: cell.state };
    return {
      finding: { kind: 'codLosesMoney', urgency: 'act', stake: cell.lossPerMonth, figures: roles, names },
      figures,
    };
  });
}

/** Products sold below what they cost, before shipping and fees. */
export function soldAtLoss({ totals, currency, period }: FindingInput): readonly Found[] {
  const loss = (sku: SkuTotals): number => sku.cost - (sku.gross - sku.discounts);
  const losing = [...totals.skus.values()].filter(
    (sku) => sku.uncosted === 0 && sku.costedUnits > 0 && loss(sku) > 0,
  );
  const worst = losing.sort((a, b) => loss(b) - loss(a) || (a.key < b.key ? -1 : 1)).slice(0, MOST_ROWS);
  return worst.map((sku, index) => {
    const id = (name: string): string => `loss.${index + 1}.${name}`;
    const name = sku.sku ?? sku.title;
    const figures: Figure[] = [
      {
        id: id('amount'),
        label: `Lost on ${name}`,
        value: loss(sku),
        unit: 'money',
        currency,
        status: 'actual',
        period,
      },
      {
        id: id('units'),
        label: `Units of ${name}`,
        value: sku.units,
        unit: 'count',
        status: 'actual',
        period,
      },
    ];
    const names = { sku: name, title: sku.title };
    return {
      finding: {
        kind: 'soldAtLoss',
        urgency: 'act',
        stake: loss(sku),
        figures: { loss: id('amount'), units: id('units') },
        names,
      },
      figures,
    };
  });
}
