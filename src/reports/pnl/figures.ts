import type { Figure, FigureStatus, Unit } from '../../domain/figure.ts';
import { roundHalfUp } from '../../domain/money.ts';
import { formatPeriod, type Period } from '../../domain/period.ts';
import type { BridgeStep, Side } from './bridge.ts';
import { LINES, lineAmount, type LineId } from './statement.ts';

export interface FigureInput {
  readonly currency: string;
  readonly period: Period;
  readonly compare: Period | null;
  readonly now: Side;
  readonly before: Side | undefined;
  readonly bridge: readonly BridgeStep[] | undefined;
}

const FORMULAS: Partial<Record<LineId, string>> = {
  grossSales: 'Σ quantity × price of products sold, without tax, before discounts',
  discounts: 'Σ discounts of the orders counted, without tax',
  refunds: 'Σ money given back, tax included, on the day of the refund where a file dates it',
  taxInRefunds:
    'the tax in the money given back; refund × tax ÷ total of its order where the platform does not say',
  netSales: 'gross sales − discounts − refunds + tax inside refunds',
  revenue: 'net sales + shipping charged + other income; no tax',
  costOfGoods:
    'Σ quantity × unit cost valid on the day of sale; unknown costs at the shop’s own cost ÷ net sales',
  grossProfit: 'revenue − cost of goods',
  contribution: 'gross profit − shipping − payment fees − marketplace fees − packaging − undelivered parcels',
  netProfit: 'contribution − advertising − operating expenses',
};

/** The figures of the statement: every line with its change, margins, averages, expenses by category, and the bridge. */
export function pnlFigures(input: FigureInput): Figure[] {
  const lines = LINES.flatMap(({ id, label, role }) => {
    const now = lineOf(input.now, id);
    const measure: Measure = {
      id: `pnl.${id}`,
      label,
      unit: 'money',
      better: role === 'takes' ? 'down' : 'up',
      formula: FORMULAS[id],
    };
    return withChange(input, measure, [now, input.before && lineOf(input.before, id)]);
  });
  return [...lines, ...measures(input), ...expenses(input), ...bridgeFigures(input)];
}

interface Value {
  readonly value: number | null;
  readonly status: FigureStatus;
}

interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly better?: 'up' | 'down' | undefined;
  readonly formula?: string | undefined;
}

function lineOf(side: Side, id: LineId): Value {
  const line = side.statement.lines.get(id);
  return { value: line?.amount ?? null, status: line?.status ?? 'missing' };
}

/** A figure and, when there is something to compare with, `.previous`, `.change` and (above zero) `.changeShare`. */
function withChange(
  { currency, period, compare }: FigureInput,
  measure: Measure,
  [now, before]: readonly [Value, Value | undefined],
): Figure[] {
  const { id, label, unit, better, formula } = measure;
  const money = unit === 'money' ? { currency } : {};
  const figures: Figure[] = [
    { id, label, unit, ...now, ...money, period, ...(formula === undefined ? {} : { formula }) },
  ];
  if (before === undefined || compare === null) return figures;
  const against = formatPeriod(compare);
  figures.push({
    id: `${id}.previous`,
    label: `${label}, ${against}`,
    unit,
    ...before,
    ...money,
    period: compare,
  });
  if (now.value === null || before.value === null) return figures;
  const change = {
    value: now.value - before.value,
    status: worse(now.status, before.status),
    period,
    ...(better ? { better } : {}),
  };
  figures.push({ id: `${id}.change`, label: `${label}, change on ${against}`, unit, ...change, ...money });
  if (before.value > 0 && unit !== 'ratio') {
    const value = (now.value - before.value) / before.value;
    figures.push({
      ...change,
      id: `${id}.changeShare`,
      label: `${label}, change on ${against} in per cent`,
      unit: 'percentChange',
      value,
    });
  }
  return figures;
}

function worse(a: FigureStatus, b: FigureStatus): FigureStatus {
  return a === 'actual' && b === 'actual' ? 'actual' : 'estimated';
}

type Reading = (side: Side) => Value;

const MEASURES: readonly (readonly [Measure, Reading])[] = [
  [
    { id: 'pnl.orders', label: 'Orders counted', unit: 'count', better: 'up' },
    ({ totals }) => actual(totals.orders),
  ],
  [
    { id: 'pnl.units', label: 'Units sold', unit: 'count', better: 'up' },
    ({ totals }) => actual(totals.units),
  ],
  [
    { id: 'pnl.taxCollected', label: 'Tax collected for the government (not income)', unit: 'money' },
    (side) => actual(side.statement.taxCollected),
  ],
  [
    {
      id: 'pnl.grossMargin',
      label: 'Gross margin',
      unit: 'ratio',
      better: 'up',
      formula: 'gross profit ÷ revenue',
    },
    quotient('grossProfit', 'revenue'),
  ],
  [
    {
      id: 'pnl.contributionMargin',
      label: 'Contribution margin',
      unit: 'ratio',
      better: 'up',
      formula: 'contribution ÷ revenue',
    },
    quotient('contribution', 'revenue'),
  ],
  [
    {
      id: 'pnl.netMargin',
      label: 'Net margin',
      unit: 'ratio',
      better: 'up',
      formula: 'net profit ÷ revenue',
    },
    quotient('netProfit', 'revenue'),
  ],
  [
    {
      id: 'pnl.refundRate',
      label: 'Refunds in gross sales',
      unit: 'ratio',
      better: 'down',
      formula: 'refunds ÷ gross sales',
    },
    quotient('refunds', 'grossSales'),
  ],
  [
    { id: 'pnl.averageOrder', label: 'Net sales per order', unit: 'money', better: 'up' },
    perOrder('netSales'),
  ],
  [
    { id: 'pnl.shippingPerOrder', label: 'Shipping paid per order', unit: 'money', better: 'down' },
    perOrder('shippingCost'),
  ],
  [
    { id: 'pnl.costCoverage', label: 'Share of sales whose cost is known', unit: 'ratio', better: 'up' },
    ({ statement: { cost } }) => (cost.coverage === undefined ? MISSING : actual(cost.coverage)),
  ],
];

const MISSING: Value = { value: null, status: 'missing' };

function actual(value: number): Value {
  return { value, status: 'actual' };
}

function quotient(top: LineId, bottom: LineId): Reading {
  return ({ statement }) => {
    const [above, below] = [lineAmount(statement, top), lineAmount(statement, bottom)];
    if (above === null || below === null || below <= 0) return MISSING;
    return { value: above / below, status: statement.lines.get(top)?.status ?? 'actual' };
  };
}

function perOrder(id: LineId): Reading {
  return ({ statement, totals }) => {
    const amount = lineAmount(statement, id);
    if (amount === null || totals.orders === 0) return MISSING;
    return {
      value: roundHalfUp(amount / totals.orders),
      status: statement.lines.get(id)?.status ?? 'actual',
    };
  };
}

function measures(input: FigureInput): Figure[] {
  const figures = MEASURES.flatMap(([measure, read]) =>
    withChange(input, measure, [read(input.now), input.before && read(input.before)]),
  );
  return [...figures, ...range(input)];
}

/** Lowest and highest net profit, as far as costs that no file gives decide it; only when there are some, but not all. */
function range({ now: { statement }, currency, period }: FigureInput): Figure[] {
  const { cost } = statement;
  const isUnknown = cost.status === 'missing' && (cost.coverage ?? 0) === 0;
  if (isUnknown || cost.low === cost.high) return [];
  const revenue = lineAmount(statement, 'revenue') ?? 0;
  const costs = (
    [
      'shippingCost',
      'paymentFees',
      'marketplaceFees',
      'packaging',
      'undelivered',
      'advertising',
      'operatingExpenses',
    ] as const
  )
    .map((id) => lineAmount(statement, id) ?? 0)
    .reduce((sum, amount) => sum + amount, 0);
  const common = { unit: 'money', currency, period, status: 'estimated' } as const;
  return [
    { id: 'pnl.netProfit.low', label: 'Net profit at least', value: revenue - costs - cost.high, ...common },
    { id: 'pnl.netProfit.high', label: 'Net profit at most', value: revenue - costs - cost.low, ...common },
    {
      id: 'pnl.uncostedSales',
      label: 'Net sales whose cost is not known',
      value: cost.uncosted,
      ...common,
      status: 'actual',
    },
  ];
}

function expenses(input: FigureInput): Figure[] {
  const names = new Set([
    ...input.now.totals.categories.keys(),
    ...(input.before?.totals.categories.keys() ?? []),
  ]);
  return [...names].sort().flatMap((name) => {
    const read = (side: Side): Value => actual(side.totals.categories.get(name) ?? 0);
    const measure: Measure = { id: `pnl.expense.${name}`, label: name, unit: 'money', better: 'down' };
    return withChange(input, measure, [read(input.now), input.before && read(input.before)]);
  });
}

function bridgeFigures({ bridge, currency, period }: FigureInput): Figure[] {
  if (bridge === undefined) return [];
  const total = bridge.reduce((sum, step) => sum + step.amount, 0);
  const common = { unit: 'money', currency, period, better: 'up' } as const;
  return [...bridge, { id: 'bridge.total', label: 'Change in net profit', amount: total }].map(
    ({ id, label, amount }) => ({
      id,
      label: `Effect on net profit: ${label}`,
      value: amount,
      status: 'actual',
      ...common,
    }),
  );
}
