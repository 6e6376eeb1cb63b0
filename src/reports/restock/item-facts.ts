import type { Books } from '../../domain/books.ts';
import { dayNumber, type Day } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import type { Accounting } from '../pnl/accounting.ts';
import { skuKey } from '../pnl/unit-cost.ts';
import { knownDemand } from './known-demand.ts';
import { isNoProduct } from './no-product.ts';
import { onOrder, type Arrival } from './on-order.ts';
import type { RestockOptions } from './options.ts';
import { parcelsBack } from './parcels-back.ts';
import type { ItemFacts } from './restock-item.ts';
import type { ShopSeason } from './shop-season.ts';
import { netPrice, type SoldProduct } from './sold-units.ts';
import { stockHistoryOf } from './stock-days.ts';
import { stockNow, type StockNow } from './stock-now.ts';
import type { Supply, SupplyTerms } from './supply-terms.ts';

export interface Gathering {
  readonly accounting: Accounting;
  readonly options: RestockOptions;
  readonly period: Period;
  readonly sold: ReadonlyMap<string, SoldProduct>;
  readonly season: ShopSeason;
  readonly supply: Supply;
}

/** A product by the name and code that the files give it. */
interface Named {
  readonly sku: string;
  readonly title: string;
  /** listed for sale in a catalogue */
  readonly isListed: boolean;
}

/** What is known of every product that was sold, is in stock, or that a supplier sells, by SKU: the order of the books' rows makes no difference. */
export function itemFacts(gathering: Gathering): readonly ItemFacts[] {
  const { accounting, options, sold, supply, season, period } = gathering;
  const { books } = accounting;
  const history = stockHistoryOf(books.stockHistory);
  const stock = stockNow(books, history, options.asOf);
  const arrivals = onOrder(books.purchases, options.placed ?? [], options.asOf);
  const inbound = parcelsBack(accounting, options.asOf);
  const costOf = costs(accounting, options.asOf);
  const nothing = new Float64Array(season.past.length);
  return [...namesOf(gathering, stock)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { sku, title, isListed }]) => {
      const units = sold.get(key)?.units ?? nothing;
      const terms = supply.of(key);
      const here = stock.get(key);
      const firstDay = history.firstInStock(key);
      const demand = knownDemand({
        units,
        season: season.past,
        inStock: history.daysOf(key, units, period),
        firstInStock: firstDay === undefined ? undefined : dayNumber(firstDay) - dayNumber(period.from),
        isOut: here !== undefined && here.free <= 0,
      });
      return {
        ...{ key, sku, title, demand, terms, stock: here },
        arrivals: withIncoming(arrivals(key, terms.lead.days), here, terms),
        inbound: inbound.get(key) ?? 0,
        price: priceOf(sold.get(key)),
        unitCost: costOf({ sku, title }) ?? terms.price,
        isNew: demand.quietDays === undefined && isListed && terms.item !== undefined,
      };
    });
}

function priceOf(product: SoldProduct | undefined): number | undefined {
  return product === undefined ? undefined : netPrice(product);
}

/** A file's `incoming` may be orders that another file tells of: the larger of the two counts. */
function withIncoming(
  arrivals: readonly Arrival[],
  stock: StockNow | undefined,
  { lead }: SupplyTerms,
): readonly Arrival[] {
  const told = arrivals.reduce((units, { quantity }) => units + quantity, 0);
  const more = (stock?.incoming ?? 0) - told;
  if (more <= 0) return arrivals;
  return [...arrivals, { order: '', quantity: more, inDays: Math.max(1, Math.round(lead.days)), late: 0 }];
}

function costs({ unitCost }: Accounting, asOf: Day): (named: Omit<Named, 'isListed'>) => number | undefined {
  return ({ sku, title }) =>
    unitCost({ kind: 'product', sku, title, quantity: 1, amount: 0, row: 0 }, asOf)?.unitCost;
}

/** The title is the catalogue's, else the stock file's, else that of a sale. */
function namesOf(
  { accounting: { books }, sold, supply }: Gathering,
  stock: ReadonlyMap<string, StockNow>,
): Map<string, Named> {
  const names = new Map<string, Named>();
  const listed = catalogue(books);
  const stocked = new Map(books.stock.map(({ sku, title = '' }) => [skuKey(sku), { sku, title }]));
  const add = (key: string, sku: string, title: string): void => {
    const named = listed.get(key);
    const held = stocked.get(key);
    const best = named?.title || held?.title || title;
    if (names.has(key) || isNoProduct({ sku, title: best })) return;
    names.set(key, { sku: named?.sku ?? held?.sku ?? sku, title: best, isListed: named !== undefined });
  };
  for (const [key, { sku, title }] of sold) add(key, sku, title);
  for (const key of supply.keys()) add(key, supply.of(key).item?.sku ?? key, '');
  for (const key of stock.keys()) add(key, key, '');
  return names;
}

function catalogue({
  products,
}: Books): ReadonlyMap<string, { readonly sku: string; readonly title: string }> {
  const listed = new Map<string, { readonly sku: string; readonly title: string }>();
  for (const { sku, title, variant, active } of products) {
    if (sku === undefined || !active) continue;
    const name = variant === undefined || variant === '' ? title : `${title}, ${variant}`;
    const held = listed.get(skuKey(sku));
    if (held === undefined || name < held.title) listed.set(skuKey(sku), { sku, title: name });
  }
  return listed;
}
