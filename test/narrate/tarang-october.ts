import type { Answer, Finding } from '../../src/domain/answer.ts';
import type { Figure, Unit } from '../../src/domain/figure.ts';

/** October 2026 of a textile shop against September, with the ids and labels that a statement has. Amounts in rupees. */
const period = { from: '2026-10-01', to: '2026-10-31' };
const compare = { from: '2026-09-01', to: '2026-09-30' };

type Row = readonly [id: string, label: string, better: 'up' | 'down', now: number, before: number];

const MONEY: readonly Row[] = [
  ['grossSales', 'Gross sales', 'up', 1482300, 1397050],
  ['discounts', 'Discounts', 'down', 96400, 88120],
  ['refunds', 'Refunds and returns', 'down', 71250, 58900],
  ['netSales', 'Net sales', 'up', 1314650, 1250030],
  ['shippingIncome', 'Shipping charged', 'up', 38220, 36900],
  ['otherIncome', 'Other income (tips, wrapping)', 'up', 0, 0],
  ['revenue', 'Revenue', 'up', 1352870, 1286930],
  ['costOfGoods', 'Cost of goods', 'down', 662900, 631400],
  ['grossProfit', 'Gross profit', 'up', 689970, 655530],
  ['shippingCost', 'Shipping paid', 'down', 291952, 255068],
  ['paymentFees', 'Payment fees', 'down', 27060, 29310],
  ['marketplaceFees', 'Marketplace fees', 'down', 61500, 53420],
  ['undelivered', 'Undelivered parcels (RTO)', 'down', 41300, 32150],
  ['contribution', 'Contribution', 'up', 268158, 285582],
  ['advertising', 'Advertising', 'down', 118000, 114600],
  ['operatingExpenses', 'Operating expenses', 'down', 48800, 47940],
  ['netProfit', 'Net profit', 'up', 101358, 123042],
  ['shippingPerOrder', 'Shipping paid per order', 'down', 71, 67],
];
const COUNTS: readonly Row[] = [
  ['orders', 'Orders counted', 'up', 4112, 3829],
  ['units', 'Units sold', 'up', 6853, 6398],
];
const RATIOS: readonly Row[] = [
  ['grossMargin', 'Gross margin', 'up', 689970 / 1352870, 655530 / 1286930],
  ['netMargin', 'Net margin', 'up', 101358 / 1352870, 123042 / 1286930],
  ['refundRate', 'Refunds in gross sales', 'down', 71250 / 1482300, 58900 / 1397050],
];
const BRIDGE: readonly (readonly [id: string, label: string, amount: number])[] = [
  ['volume', 'Volume (units sold)', 62020],
  ['mix', 'Mix of products', -3900],
  ['price', 'Prices', 2150],
  ['unitCost', 'Unit costs', -6520],
  ['discounts', 'Discounts', -8280],
  ['refunds', 'Refunds and returns', -12350],
  ['shippingIncome', 'Shipping charged', 1320],
  ['paymentFees', 'Payment fees', 2250],
  ['marketplaceFees', 'Marketplace fees', -8080],
  ['undelivered', 'Undelivered parcels (RTO)', -9150],
  ['advertising', 'Advertising', -3400],
  ['expense.Rent', 'Rent', -860],
  ['shippingVolume', 'Shipping: number of orders', -18852],
  ['shippingPerOrder', 'Shipping per order', -18032],
  ['total', 'Change in net profit', -21684],
];

function withChange(row: Row, unit: Unit, scale: number): readonly Figure[] {
  const [name, label, better, now, before] = row;
  const id = `pnl.${name}`;
  const common = { unit, status: 'actual', ...(unit === 'money' ? { currency: 'INR' } : {}) } as const;
  const change = (now - before) * scale;
  return [
    { id, label, value: now * scale, period, ...common },
    { id: `${id}.previous`, label: `${label}, Sep 2026`, value: before * scale, ...common, period: compare },
    { id: `${id}.change`, label: `${label}, change on Sep 2026`, value: change, better, ...common, period },
    ...(before === 0 || unit === 'ratio'
      ? []
      : [
          {
            id: `${id}.changeShare`,
            label: `${label}, change on Sep 2026 in per cent`,
            unit: 'percentChange' as const,
            value: (now - before) / before,
            better,
            status: 'actual' as const,
            period,
          },
        ]),
  ];
}

const own = { status: 'actual', period } as const;
const FIGURES: readonly Figure[] = [
  ...MONEY.flatMap((row) => withChange(row, 'money', 100)),
  ...COUNTS.flatMap((row) => withChange(row, 'count', 1)),
  ...RATIOS.flatMap((row) => withChange(row, 'ratio', 1)),
  {
    id: 'pnl.costCoverage',
    label: 'Share of sales whose cost is known',
    unit: 'ratio',
    value: 0.978,
    ...own,
  },
  {
    id: 'pnl.packaging',
    label: 'Packaging',
    unit: 'money',
    currency: 'INR',
    value: null,
    status: 'missing',
    period,
  },
  ...BRIDGE.map(([name, label, amount]): Figure => ({
    id: `bridge.${name}`,
    label: `Effect on net profit: ${label}`,
    unit: 'money',
    currency: 'INR',
    value: amount * 100,
    better: 'up',
    ...own,
  })),
  {
    id: 'cod.1.rate',
    label: 'Cash on delivery that came back: KRT-114, Bihar',
    unit: 'ratio',
    value: 0.31,
    ...own,
  },
  { id: 'cod.1.breakEven', label: 'Break-even: KRT-114, Bihar', unit: 'ratio', value: 0.22, ...own },
  {
    id: 'cod.1.lossPerMonth',
    label: 'Loss a month on cash on delivery: KRT-114, Bihar',
    unit: 'money',
    currency: 'INR',
    value: 418000,
    ...own,
  },
  {
    id: 'cod.2.lossPerMonth',
    label: 'Loss a month on cash on delivery: SAR-310, Assam',
    unit: 'money',
    currency: 'INR',
    value: 192500,
    ...own,
  },
  { id: 'costs.missing', label: 'Products without a known cost', unit: 'count', value: 9, ...own },
];

const FINDINGS: readonly Finding[] = [
  {
    kind: 'netProfitChange',
    urgency: 'watch',
    stake: 2168400,
    figures: { profit: 'pnl.netProfit', change: 'pnl.netProfit.change', cause1: 'bridge.shippingPerOrder' },
    names: { direction: 'down', before: 'Sep 2026', cause1: 'Shipping per order' },
  },
  {
    kind: 'codLosesMoney',
    urgency: 'act',
    stake: 418000,
    figures: { rate: 'cod.1.rate', breakEven: 'cod.1.breakEven', loss: 'cod.1.lossPerMonth' },
    names: { sku: 'KRT-114', title: 'Kurta 2 Ply Rose', state: 'Bihar' },
  },
  {
    kind: 'codLosesMoney',
    urgency: 'act',
    stake: 192500,
    figures: { loss: 'cod.2.lossPerMonth' },
    names: { sku: 'SAR-310', title: 'Saree 6 Yards', state: 'Assam' },
  },
  {
    kind: 'costsMissing',
    urgency: 'know',
    stake: 0,
    figures: { products: 'costs.missing', coverage: 'pnl.costCoverage' },
    names: { products: 'DUP-220, BED-90X108' },
  },
];

export const october: Answer = {
  schemaVersion: 1,
  report: 'pnl',
  shop: 'Tarang Textiles',
  demo: false,
  period,
  compare,
  asOf: '2026-11-22',
  currency: 'INR',
  figures: FIGURES,
  findings: FINDINGS,
  tables: [
    {
      id: 'breakdown',
      label: 'By SKU',
      columns: [
        { id: 'name', label: 'SKU', unit: 'text' },
        { id: 'title', label: 'Product', unit: 'text' },
        { id: 'netSales', label: 'Net sales', unit: 'money' },
        { id: 'units', label: 'Units', unit: 'count' },
      ],
      rows: [
        { name: 'KRT-101', title: 'Kurta Indigo', netSales: 31240000, units: 812 },
        { name: 'SAR-310', title: 'Saree 6 Yards', netSales: 22100000, units: 204 },
        { name: 'DUP-220', title: 'Dupatta', netSales: 8150000, units: 640 },
      ],
    },
  ],
};

/** The same month with other figures put in the place of its own. */
export function octoberWith(values: Readonly<Record<string, number | null>>): Answer {
  return {
    ...october,
    figures: october.figures.map((figure) => {
      const value = values[figure.id];
      return value === undefined ? figure : { ...figure, value };
    }),
  };
}
