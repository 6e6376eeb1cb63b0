import type { Figure, Unit } from '../../domain/figure.ts';
import { expensiveFees } from './fee-plan.ts';
import { uncostedProducts, valueOf, type FindingInput, type Found } from './finding-input.ts';

const FILL_FIRST = 5;

/** Products without a cost, those first that make the range of net profit widest. */
export function missingCosts({ totals, figures, period }: FindingInput): readonly Found[] {
  const [low, high] = [valueOf(figures, 'pnl.netProfit.low'), valueOf(figures, 'pnl.netProfit.high')];
  const products = uncostedProducts(totals);
  if (low === null || high === null || products.length === 0) return [];
  const all = products.reduce((sum, sku) => sum + sku.uncosted, 0);
  const first = products.slice(0, FILL_FIRST);
  const share = first.reduce((sum, sku) => sum + sku.uncosted, 0) / all;
  const own: Figure[] = [
    {
      id: 'costs.missing',
      label: 'Products without a known cost',
      value: products.length,
      unit: 'count',
      status: 'actual',
      period,
    },
    {
      id: 'costs.fillFirst',
      label: 'Products to fill in first',
      value: first.length,
      unit: 'count',
      status: 'actual',
      period,
    },
    {
      id: 'costs.fillFirstShare',
      label: 'Share of the range that they decide',
      value: share,
      unit: 'ratio',
      status: 'actual',
      period,
    },
  ];
  const roles = {
    low: 'pnl.netProfit.low',
    high: 'pnl.netProfit.high',
    coverage: 'pnl.costCoverage',
    products: 'costs.missing',
    fillFirst: 'costs.fillFirst',
    share: 'costs.fillFirstShare',
  };
  const names = { products: first.map((sku) => sku.sku ?? sku.title).join(', ') };
  return [
    {
      finding: { kind: 'costsMissing', urgency: 'act', stake: high - low, figures: roles, names },
      figures: own,
    },
  ];
}

/** `Undelivered parcels (RTO)` as it stands inside a sentence. */
function lineName(label: string): string {
  return label.replace(/ \(.*\)$/, '').toLowerCase();
}

/** Costs that every shop has and no file gives. */
export function missingLines({ figures, totals }: FindingInput): readonly Found[] {
  const ids = [
    'shippingCost',
    'paymentFees',
    'marketplaceFees',
    'packaging',
    'undelivered',
    'advertising',
    'operatingExpenses',
  ];
  const missing = ids.flatMap((id) =>
    figures.filter((figure) => figure.id === `pnl.${id}` && figure.status === 'missing'),
  );
  if (missing.length === 0 || totals.orders === 0) return [];
  const names = { lines: missing.map((figure) => lineName(figure.label)).join(', ') };
  return [
    {
      finding: {
        kind: 'linesMissing',
        urgency: 'know',
        stake: 0,
        figures: { revenue: 'pnl.revenue' },
        names,
      },
      figures: [],
    },
  ];
}

/** Orders that the revenue rule leaves out, each reason with its number and worth. */
export function ordersLeftOut({ leftOut, accounting }: FindingInput): readonly Found[] {
  return leftOut.map(({ standing, orders, amount, reason }) => {
    const id = `pnl.leftOut.${standing}`;
    const urgent = standing === 'cancelledPaid';
    const stake = urgent ? (amount ?? 0) : 0;
    const names = { standing, reason, rule: accounting.rule.cashOnDelivery, count: String(orders) };
    const figures = { orders: `${id}.orders`, amount: `${id}.amount` };
    return {
      finding: { kind: 'ordersLeftOut', urgency: urgent ? 'act' : 'know', stake, figures, names },
      figures: [],
    };
  });
}

/** Payment fees above what was agreed. */
export function feesAbovePlan({ accounting, currency, period }: FindingInput): readonly Found[] {
  const fees = expensiveFees(accounting, period);
  if (fees === undefined) return [];
  const own = (['charged', 'planned', 'excess'] as const).map((name): Figure => {
    const unit: Unit = 'money';
    return {
      id: `fees.${name}`,
      label: `Payment fees ${name}`,
      value: fees[name],
      unit,
      currency,
      status: 'actual',
      period,
    };
  });
  const roles = { charged: 'fees.charged', planned: 'fees.planned', excess: 'fees.excess' };
  return [
    {
      finding: { kind: 'feesAbovePlan', urgency: 'act', stake: fees.excess, figures: roles, names: {} },
      figures: own,
    },
  ];
}
