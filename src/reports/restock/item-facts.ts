import type { Product } from '../../domain/books.ts';
import { dayNumber, type Day } from '../../domain/day.ts';
import type { Period } from '../../domain/period.ts';
import type { Accounting } from '../pnl/accounting.ts';
import { skuKey } from '../pnl/unit-cost.ts';
import { knownDemand, type KnownDemand } from './known-demand.ts';
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
  const files = filesOf(gathering);
  return [...namesOf(gathering, files.stock)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, named]) => factsOf(key, named, { ...gathering, ...files }));
}

type Files = ReturnType<typeof filesOf>;

/** Everything that is looked up by SKU, indexed once. */
function filesOf({ accounting, options, season }: Gathering) {
  const { books } = accounting;
  const history = stockHistoryOf(books.stockHistory);
  return {
    history,
    stock: stockNow(books, history, options.asOf),
    arrivals: onOrder(books.purchases, options.placed ?? [], options.asOf),
    inbound: parcelsBack(accounting, options.asOf),
    costOf: costs(accounting, options.asOf),
    nothingSold: new Float32Array(season.past.length),
  };
}

function factsOf(key: string, { sku, title, isListed }: Named, known: Gathering & Files): ItemFacts {
  const terms = known.supply.of(key);
  const stock = known.stock.get(key);
  const demand = demandOf(key, stock, known);
  return {
    ...{ key, sku, title, demand, terms, stock },
    arrivals: withIncoming(known.arrivals(key, terms.lead.days), stock, terms),
    inbound: known.inbound.get(key) ?? 0,
    price: priceOf(known.sold.get(key)),
    unitCost: known.costOf({ sku, title }) ?? terms.price,
    isNew: demand.quietDays === undefined && isListed && terms.item !== undefined,
  };
}

function demandOf(
  key: string,
  stock: StockNow | undefined,
  { sold, nothingSold, season, history, period }: Gathering & Files,
): KnownDemand {
  const units = sold.get(key)?.units ?? nothingSold;
  const firstDay = history.firstInStock(key);
  return knownDemand({
    units,
    season: season.past,
    inStock: history.daysOf(key, units, period),
    firstInStock: firstDay === undefined ? undefined : dayNumber(firstDay) - dayNumber(period.from),
    isOut: stock !== undefined && stock.free <= 0,
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

/** The name is the catalogue's, else the stock file's, else that of the last sale. */
function namesOf(
  { accounting: { books }, sold, supply }: Gathering,
  stock: ReadonlyMap<string, StockNow>,
): Map<string, Named> {
  const names = new Map<string, Named>();
  const listed = firstNames(books.products.filter(({ active }) => active).map(variantName));
  const stocked = firstNames(books.stock);
  const add = (key: string, told: Labelled): void => {
    if (names.has(key)) return;
    const [named, held] = [listed.get(key), stocked.get(key)];
    const { sku } = named ?? held ?? told;
    const title = [named, held, told].find((one) => one !== undefined && one.title !== '')?.title ?? '';
    if (!isNoProduct({ sku, title })) names.set(key, { sku, title, isListed: named !== undefined });
  };
  for (const [key, product] of sold) add(key, product);
  for (const key of supply.keys()) add(key, { sku: supply.of(key).item?.sku ?? key, title: '' });
  for (const key of stock.keys()) add(key, { sku: key, title: '' });
  return names;
}

type Labelled = Pick<Named, 'sku' | 'title'>;

/** Of several names of one SKU the first in the alphabet, so that the order of rows makes no difference. */
function firstNames(
  rows: Iterable<{ readonly sku?: string | undefined; readonly title?: string | undefined }>,
): ReadonlyMap<string, Labelled> {
  const names = new Map<string, Labelled>();
  for (const { sku, title = '' } of rows) {
    if (sku === undefined) continue;
    const held = names.get(skuKey(sku));
    if (held === undefined || title < held.title || (title === held.title && sku < held.sku))
      names.set(skuKey(sku), { sku, title });
  }
  return names;
}

function variantName({ sku, title, variant = '' }: Product) {
  return { sku, title: variant === '' ? title : `${title}, ${variant}` };
}
