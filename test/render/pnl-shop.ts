import type { Books, Movement, Order, Shipment } from '../../src/domain/books.ts';
import type { Narrative } from '../../src/domain/narrative.ts';
import { plainPnl, pnlAdvice } from '../../src/narrate/summary-pnl.ts';
import type { PnlOptions } from '../../src/reports/pnl/options.ts';
import { profitAndLoss, type ProfitAndLoss } from '../../src/reports/pnl/profit-and-loss.ts';
import { pnlDocument, type PnlSurroundings } from '../../src/render/pnl.ts';
import { renderText } from '../../src/render/text.ts';
import { books, codOrder, cost, expense, line, movement, order, shipment } from '../helpers/books.ts';

const CATALOGUE = [
  { sku: 'KRT-114', title: 'Cotton kurta, indigo', amount: 129900 },
  { sku: 'DUP-220', title: 'Dupatta, block print', amount: 59900 },
  { sku: 'SAR-310', title: 'Silk saree, maroon', amount: 499900 },
  { sku: 'BAG-007', title: 'Tote bag', amount: 39900 },
] as const;

interface Month {
  readonly month: string;
  readonly orders: number;
  readonly parcel: number;
  /** of the cash-on-delivery orders, one in so many comes back */
  readonly backEvery: number;
}

/** September and October of Tarang Textiles: more orders, dearer parcels, more of them back; the tote bag has no cost. */
export function twoMonths(): Books {
  const months: readonly Month[] = [
    { month: '2026-09', orders: 90, parcel: 6200, backEvery: 9 },
    { month: '2026-10', orders: 104, parcel: 7100, backEvery: 4 },
  ];
  const made = months.map((month, index) => sales(month, 1001 + 200 * index));
  return books({
    orders: made.flatMap(({ orders }) => orders),
    shipments: made.flatMap(({ shipments }) => shipments),
    movements: [
      ...made.flatMap(({ movements }) => movements),
      movement({ kind: 'advertising', channel: 'meta', day: '2026-09-15', amount: -1_500_000 }),
      movement({ kind: 'advertising', channel: 'meta', day: '2026-10-15', amount: -1_750_000 }),
    ],
    costs: [
      cost({ sku: 'KRT-114', unitCost: 62000 }),
      cost({ sku: 'DUP-220', unitCost: 24000 }),
      cost({ sku: 'SAR-310', unitCost: 290000 }),
      cost({ sku: 'SAR-310', unitCost: 305000, validFrom: '2026-10-10' }),
    ],
    expenses: [
      expense({ category: 'Rent', day: '2026-01-01', amount: 1_800_000, every: 'month' }),
      expense({ category: 'Wages', day: '2026-01-01', amount: 1_200_000, every: 'month' }),
    ],
    shop: { packagingPerOrder: 1800 },
    sources: ['shopify-orders.csv', 'shipping.csv', 'shopify-payments.csv'].map((file) => ({
      ...{ file, kind: 'shopify.orders', label: 'Shopify orders' },
      ...{ rows: 194, records: 194, duplicates: 0 },
    })),
  });
}

function sales({ month, orders: count, parcel, backEvery }: Month, first: number) {
  const orders: Order[] = [];
  const shipments: Shipment[] = [];
  const movements: Movement[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = `#${first + index}`;
    const day = `${month}-${String(1 + ((index * 7) % 30)).padStart(2, '0')}`;
    const { sku, title, amount } = CATALOGUE[index % 8 === 7 ? 3 : index % 3]!;
    const onDelivery = index % 2 === 0;
    const back = onDelivery && (index / 2) % backEvery === 0;
    const gross = amount - (index % 10 === 0 ? 10000 : 0);
    orders.push(
      (onDelivery ? codOrder : order)({
        ...{ number, placedOn: day, region: index % 4 === 0 ? 'BR' : 'KA', taxIncluded: true },
        lines: [line({ sku, title, amount })],
        discount: index % 10 === 0 ? 10000 : 0,
        shipping: 4900,
        tax: Math.round((gross + 4900) * (5 / 105)),
        delivery: back ? 'rto' : 'delivered',
        refunded: index % 25 === 3 ? Math.round(gross / 2) : undefined,
      }),
    );
    shipments.push(
      shipment({
        ...{ order: number, day, forwardCost: parcel, outcome: back ? 'rto' : 'delivered' },
        returnCost: back ? 5500 : undefined,
      }),
    );
    if (!onDelivery) movements.push(movement({ order: number, day, amount: -Math.round(gross * 0.0236) }));
  }
  return { orders, shipments, movements };
}

export function answerOf(shop: Books, options: Partial<PnlOptions> = {}): ProfitAndLoss {
  const period = { from: '2026-10-01', to: '2026-10-31' };
  return profitAndLoss(shop, { asOf: '2026-11-22', period, compare: 'previous', ...options });
}

export interface Screen {
  readonly width?: number;
  readonly tone?: Narrative['tone'];
  readonly lang?: string;
  readonly around?: Partial<PnlSurroundings>;
}

/** The whole screen as the terminal shows it. */
export function screen(shop: Books, answer: ProfitAndLoss, own: Screen = {}): string {
  const { width = 80, tone = 'owner', lang = 'en', around = {} } = own;
  const narrative = plainPnl(answer, { lang, tone });
  const advice = pnlAdvice(answer, lang);
  const plain = { narrative, advice, sources: shop.sources, errors: 0, remarks: [] };
  return renderText(pnlDocument(answer, { ...plain, ...around }), { width });
}
