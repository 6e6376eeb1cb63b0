import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { demandOver } from '../../../src/stats/demand-over.ts';
import { demandPrior } from '../../../src/stats/demand-prior.ts';
import { normalQuantile } from '../../../src/stats/normal.ts';
import { mean, variance } from '../../../src/stats/order-statistics.ts';
import { type BenchRow, type BenchTable, type SeriesBench, readRows } from './bench-table.ts';

const FILE = 'uci/daily_sku.csv.gz';
const REVIEW = 5;
const LEAD = 10;
const LEAD_DEVIATION = 3;
const PROTECTION = REVIEW + LEAD;
const EQUAL_FILL = 0.856;
/** Days of history before the first day of the replay; the first is the one the anchors were measured on. */
const STARTS: readonly number[] = [130, 115, 100];

/** Units of each SKU on each trading day of the file, and how many days had passed when it first sold. */
interface Shop {
  readonly units: readonly Float64Array[];
  readonly first: readonly number[];
  /** the days of {@link STARTS} that leave at least two protection periods to replay */
  readonly starts: readonly number[];
}

/** Stock to order up to for every SKU at a nominal service, from the days before `today`. */
type Policy = (shop: Shop, today: number) => readonly ((nominal: number) => number)[];

interface Outcome {
  readonly fill: number;
  readonly cycleService: number;
  readonly stockDays: number;
}

function readShop(folder: string): Shop {
  const rows = readRows(folder, FILE);
  const days = [...new Set(rows.map((row) => row['date'] ?? ''))].sort();
  const dayOf = new Map(days.map((day, i) => [day, i]));
  const units = new Map<string, Float64Array>();
  for (const row of rows) {
    const sku = row['sku'] ?? '';
    const own = units.get(sku) ?? new Float64Array(days.length);
    const day = dayOf.get(row['date'] ?? '') ?? 0;
    own[day] = (own[day] ?? 0) + Number(row['units']);
    units.set(sku, own);
  }
  const all = [...units.values()];
  return {
    units: all,
    first: all.map((own) => own.findIndex((value) => value > 0)),
    starts: STARTS.filter((start) => start + 2 * PROTECTION <= days.length),
  };
}

/** The same stream of chances for every policy. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

const past = ({ units, first }: Shop, sku: number, today: number): Float64Array =>
  (units[sku] ?? new Float64Array()).subarray(Math.min(today, first[sku] ?? 0), today);

const textbook: Policy = (shop, today) =>
  shop.units.map((_, sku) => {
    const days = past(shop, sku, today).slice(-90);
    const rate = mean(days) || 0;
    const spread = variance(days) || 0;
    const deviation = Math.sqrt(PROTECTION * spread + rate ** 2 * LEAD_DEVIATION ** 2);
    return (nominal) => rate * PROTECTION + normalQuantile(nominal) * deviation;
  });

const velocity: Policy = (shop, today) =>
  shop.units.map((_, sku) => {
    const rate = mean(past(shop, sku, today).slice(-30)) || 0;
    return () => PROTECTION * rate;
  });

const ours: Policy = (shop, today) => {
  const histories = shop.units.map((_, sku) => past(shop, sku, today));
  const prior = demandPrior(histories, PROTECTION);
  const options = { leadTimeDeviation: LEAD_DEVIATION, prior };
  return histories.map((history) => {
    const demand = demandOver(history, PROTECTION, options);
    return (nominal) => demand.quantile(nominal);
  });
};

/** One SKU's shelf: what lies there, what is on the way by day of arrival, and what happened. */
class Shelf {
  onHand: number;
  readonly arrivals = new Map<number, number>();
  served = 0;
  asked = 0;
  unitDays = 0;
  cycles = 0;
  goodCycles = 0;
  private short = false;

  constructor(stock: number) {
    this.onHand = stock;
  }

  receive(today: number): void {
    const arrived = this.arrivals.get(today);
    if (arrived === undefined) return;
    this.arrivals.delete(today);
    this.onHand += arrived;
    this.cycles += 1;
    if (!this.short) this.goodCycles += 1;
    this.short = false;
  }

  order(orderUpTo: number, arrival: number): void {
    const onTheWay = [...this.arrivals.values()].reduce((sum, units) => sum + units, 0);
    const quantity = Math.ceil(Math.max(0, orderUpTo - this.onHand - onTheWay));
    if (quantity > 0) this.arrivals.set(arrival, (this.arrivals.get(arrival) ?? 0) + quantity);
  }

  sell(units: number): void {
    const sold = Math.min(units, this.onHand);
    this.unitDays += this.onHand - sold / 2;
    this.onHand -= sold;
    this.served += sold;
    this.asked += units;
    if (sold < units) this.short = true;
  }
}

/** Runs the shop from `start` to the end of the file: reviews every fifth day, lead 10 ± 3 days, what is short is lost. */
function replay(shop: Shop, start: number, policy: (today: number) => readonly number[]): Outcome {
  const chance = chances(20_111);
  const shelves = policy(start).map((stock) => new Shelf(Math.ceil(stock)));
  const end = shop.units[0]?.length ?? 0;
  for (let today = start; today < end; today += 1) {
    for (const shelf of shelves) shelf.receive(today);
    if ((today - start) % REVIEW === 0) {
      policy(today).forEach((orderUpTo, sku) => {
        const lead = Math.max(1, Math.round(LEAD + LEAD_DEVIATION * normalQuantile(chance())));
        shelves[sku]?.order(orderUpTo, today + lead);
      });
    }
    shelves.forEach((shelf, sku) => shelf.sell(shop.units[sku]?.[today] ?? 0));
  }
  return outcome(shop, start, shelves);
}

/** Fill, cycle service and stock over the SKUs that sold before the start, each divided by its own mean demand. */
function outcome(shop: Shop, start: number, shelves: readonly Shelf[]): Outcome {
  let [served, asked, stock, demand, cycles, good] = [0, 0, 0, 0, 0, 0];
  const days = (shop.units[0]?.length ?? 0) - start;
  shelves.forEach((shelf, sku) => {
    const rate = mean(shop.units[sku] ?? []);
    if ((shop.first[sku] ?? 0) >= start || shelf.asked === 0) return;
    served += shelf.served / rate;
    asked += shelf.asked / rate;
    stock += shelf.unitDays / days;
    demand += rate;
    cycles += shelf.cycles;
    good += shelf.goodCycles;
  });
  return { fill: served / asked, cycleService: good / cycles, stockDays: stock / demand };
}

/** What a policy gave at one nominal service, replayed from each start. */
interface Measured {
  readonly nominal: number;
  readonly outcomes: readonly Outcome[];
}

function measured(shop: Shop, policy: Policy, nominals: readonly number[]): readonly Measured[] {
  const known = new Map<number, ReturnType<Policy>>();
  const levels = (today: number): ReturnType<Policy> => {
    const found = known.get(today) ?? policy(shop, today);
    known.set(today, found);
    return found;
  };
  return nominals.map((nominal) => ({
    nominal,
    outcomes: shop.starts.map((start) =>
      replay(shop, start, (today) => levels(today).map((level) => level(nominal))),
    ),
  }));
}

function row(method: string, metric: string, origins: readonly number[]): BenchRow {
  return { method, metric, origins, mean: mean(origins) };
}

function rowsOf(method: string, all: readonly Measured[]): readonly BenchRow[] {
  return all.flatMap(({ nominal, outcomes }) => {
    const name = `${method}, nominal ${nominal}`;
    return [
      row(
        name,
        'fill',
        outcomes.map((found) => found.fill),
      ),
      row(
        name,
        'cycle service',
        outcomes.map((found) => found.cycleService),
      ),
      row(
        name,
        'days of stock',
        outcomes.map((found) => found.stockDays),
      ),
    ];
  });
}

/** Days of stock at a fill for each start, on the straight line through the two nominals whose fill is around it. */
function stockAtFill(all: readonly Measured[], fill: number): readonly number[] {
  return (all[0]?.outcomes ?? []).map((_, i) => {
    const outcomes = all.map(({ outcomes: found }) => found[i]).filter((found) => found !== undefined);
    const above = outcomes.findIndex((found) => found.fill >= fill);
    const to = outcomes[Math.max(1, above < 0 ? outcomes.length - 1 : above)];
    const from = outcomes[Math.max(0, above < 0 ? outcomes.length - 2 : above - 1)];
    if (from === undefined || to === undefined) return NaN;
    return from.stockDays + ((fill - from.fill) / (to.fill - from.fill)) * (to.stockDays - from.stockDays);
  });
}

const anchor = (method: string, metric: string, score: number): BenchRow => ({
  ...row(method, metric, [score]),
  anchor: true,
});

const ANCHORS: readonly BenchRow[] = [
  anchor('30-day velocity, no safety', 'fill', 0.689),
  anchor('30-day velocity, no safety', 'days of stock', 9.2),
  anchor('textbook normal at nominal .90', 'fill', 0.837),
  anchor('textbook normal at nominal .90', 'days of stock', 19.1),
  anchor('textbook normal at nominal .95', 'fill', 0.86),
  anchor('textbook normal at nominal .95', 'days of stock', 22.4),
  anchor('textbook normal interpolated', 'days at .856', 21.9),
];

function table(folder: string): BenchTable {
  const shop = readShop(folder);
  const book = measured(shop, textbook, [0.9, 0.95]);
  const own = measured(shop, ours, [0.8, 0.85, 0.9, 0.95]);
  const bookDays = stockAtFill(book, EQUAL_FILL);
  const ownDays = stockAtFill(own, EQUAL_FILL);
  const ratios = ownDays.map((days, i) => days / (bookDays[i] ?? NaN));
  const plain = measured(shop, velocity, [0.9])[0]?.outcomes ?? [];
  return {
    title: 'Stock policy, UCI daily SKUs: review 5 days, lead 10 ± 3, replay from day',
    origins: shop.starts.map(String),
    rows: [
      ...ANCHORS,
      row(
        'our replay of 30-day velocity',
        'fill',
        plain.map((found) => found.fill),
      ),
      row(
        'our replay of 30-day velocity',
        'days of stock',
        plain.map((found) => found.stockDays),
      ),
      ...rowsOf('our replay of textbook normal', book),
      ...rowsOf('demandOver', own),
      row('our replay of textbook normal', 'days at .856', bookDays),
      row('demandOver', 'days at .856', ownDays),
      { ...row('demandOver ÷ textbook', 'stock ratio', ratios), target: { atMost: 0.92 } },
    ],
    notes: [
      'stock in days of mean demand over all SKUs that sold before the start; target is stock at fill .856',
    ],
  };
}

/** Fill, service and stock of our order-up-to levels beside the textbook's, replayed on real daily sales. */
export const stockPolicy: SeriesBench = {
  name: 'stock-policy',
  run: (folder) => (existsSync(join(folder, FILE)) ? [table(folder)] : []),
};
