import type { Figure } from '../../domain/figure.ts';
import { formatPeriod } from '../../domain/period.ts';
import type { BridgeStep } from './bridge.ts';
import { uncostedProducts, valueOf, type FindingInput, type Found } from './finding-input.ts';

const MOST_CAUSES = 3;

/** Net profit moved: with the largest steps of the bridge as its causes, those in the direction of the change first. */
export function profitChange({ figures, bridge, compare }: FindingInput): readonly Found[] {
  const change = valueOf(figures, 'pnl.netProfit.change');
  if (change === null || bridge === undefined || compare === null) return [];
  const sameWay = bridge.filter((step) => Math.sign(step.amount) === Math.sign(change)).sort(bySize);
  const against = bridge.filter((step) => Math.sign(step.amount) === -Math.sign(change)).sort(bySize);
  const causes = [...sameWay.slice(0, MOST_CAUSES - 1), ...against.slice(0, 1)];
  const roles = causes.map((step, index) => [`cause${index + 1}`, step] as const);
  const shared = figures.some((figure) => figure.id === 'pnl.netProfit.changeShare')
    ? { changeShare: 'pnl.netProfit.changeShare' }
    : {};
  return [
    {
      finding: {
        kind: 'netProfitChange',
        urgency: change < 0 ? 'watch' : 'know',
        stake: Math.abs(change),
        figures: {
          profit: 'pnl.netProfit',
          previous: 'pnl.netProfit.previous',
          change: 'pnl.netProfit.change',
          ...shared,
          ...Object.fromEntries(roles.map(([role, step]) => [role, step.id])),
        },
        names: {
          direction: change < 0 ? 'down' : change > 0 ? 'up' : 'flat',
          before: formatPeriod(compare),
          ...Object.fromEntries(roles.map(([role, step]) => [role, step.label])),
        },
      },
      figures: [],
    },
  ];
}

function bySize(a: BridgeStep, b: BridgeStep): number {
  return Math.abs(b.amount) - Math.abs(a.amount) || (a.id < b.id ? -1 : 1);
}

/** Too few costs are known: profit cannot be stated. */
export function profitUnknown({ figures, totals, currency, period }: FindingInput): readonly Found[] {
  if (totals.orders === 0 || valueOf(figures, 'pnl.netProfit') !== null) return [];
  const stake = valueOf(figures, 'pnl.revenue') ?? 0;
  const count: Figure = {
    id: 'pnl.uncostedProducts',
    label: 'Products sold without a known cost',
    value: uncostedProducts(totals).length,
    unit: 'count',
    status: 'actual',
    period,
  };
  return [
    {
      finding: {
        kind: 'profitUnknown',
        urgency: 'act',
        stake,
        figures: {
          revenue: 'pnl.revenue',
          products: count.id,
          ...((valueOf(figures, 'pnl.costCoverage') ?? 0) > 0 ? { coverage: 'pnl.costCoverage' } : {}),
        },
        names: { currency },
      },
      figures: [count],
    },
  ];
}

/** The cost of sending one order rose by 5 % or more. */
export function shippingPerOrder({ figures, bridge, compare }: FindingInput): readonly Found[] {
  const share = valueOf(figures, 'pnl.shippingPerOrder.changeShare');
  const effect = bridge?.find((step) => step.id === 'bridge.shippingPerOrder')?.amount ?? 0;
  if (share === null || share < 0.05 || effect >= 0 || compare === null) return [];
  const roles = {
    now: 'pnl.shippingPerOrder',
    previous: 'pnl.shippingPerOrder.previous',
    effect: 'bridge.shippingPerOrder',
  };
  return [
    {
      finding: {
        kind: 'shippingPerOrderUp',
        urgency: 'watch',
        stake: -effect,
        figures: roles,
        names: { before: formatPeriod(compare) },
      },
      figures: [],
    },
  ];
}
