import { exponentOf } from '../../domain/money.ts';
import type { OrderColumns } from '../../domain/order-columns.ts';
import { WordCodes, type RowList } from '../piece-columns.ts';
import { cleaner } from '../row-reader.ts';
import { deliveryOf, isCashOnDelivery, paymentOf, statusOf } from './order-words.ts';
import { plainMoments } from './plain-moments.ts';
import type { PlainReading } from './plain-orders.ts';

/** Words and dates of a piece's orders: what they mean is worked out once for each combination met. */
export interface PlainWords {
  /** `currency`: that of the file's totals */
  readonly turn: (list: RowList, currency: string) => void;
  /** decimals of that currency, at most 2 */
  readonly exponent: () => number;
  /** false: another currency or none, one of three decimals, a status that is not known, or a date that is not in ISO form */
  readonly isPlain: (order: number) => boolean;
  /** of a plain order */
  readonly isCashOnDelivery: (order: number) => boolean;
  /** adds those of the plain orders from one to another, exclusive */
  readonly write: (from: number, to: number) => void;
}

/** Status, payment and delivery as codes of their columns. */
interface Condition {
  readonly status: number;
  readonly payment: number;
  readonly delivery: number;
  readonly cashOnDelivery: boolean;
}

type Columns = ReturnType<typeof columnsOf>;

const MOST_DECIMALS = 2;

export function plainWords(reading: PlainReading): PlainWords {
  const { orders } = reading.orders;
  const codes = codesOf(reading);
  const conditionOf = conditions(reading, codes.payMethod);
  const moments = plainMoments(reading);
  let found: Columns | undefined;
  let [currency, decimals] = ['', MOST_DECIMALS];
  /** of the piece's orders, as far as they were looked at */
  const held: (Condition | undefined)[] = [];
  return {
    turn: (list, ofTotals) => {
      found = columnsOf(reading, list);
      moments.turn(list);
      [currency, decimals] = [ofTotals, exponentOf(ofTotals)];
    },
    exponent: () => Math.min(decimals, MOST_DECIMALS),
    isPlain: (at) => {
      if (found === undefined || decimals > MOST_DECIMALS || currency === '') return false;
      if (orders.currency.words[codes.currency.at(found.currency, at)] !== currency) return false;
      if (!moments.isPlain(at)) return false;
      held[at] = conditionOf(found, at, moments.isCancelled(at));
      return held[at] !== undefined;
    },
    isCashOnDelivery: (at) => held[at]?.cashOnDelivery ?? false,
    write: (from, to) => {
      if (found === undefined) return;
      moments.write(from, to);
      writeConditions(orders, held, [from, to]);
      writePlaces(orders, { found, codes }, [from, to]);
      writeCodes(orders, { found, codes }, [from, to]);
    },
  };
}

function columnsOf({ pieces, columns }: PlainReading, list: RowList) {
  const texts = (column: number): Uint32Array => pieces.texts(list, column);
  return {
    currency: texts(columns.currency),
    financial: texts(columns.financialStatus),
    fulfilment: texts(columns.fulfilmentStatus),
    tags: texts(columns.tags),
    payMethod: texts(columns.paymentMethod),
    discountCode: texts(columns.discountCode),
    billingCountry: texts(columns.billingCountry),
    billingProvince: texts(columns.billingProvince),
    billingProvinceName: texts(columns.billingProvinceName),
    shippingCountry: texts(columns.shippingCountry),
    shippingProvince: texts(columns.shippingProvince),
    shippingProvinceName: texts(columns.shippingProvinceName),
  };
}

function codesOf({ pieces, orders: { orders } }: PlainReading) {
  const clean = cleaner();
  const upper = (text: string): string | undefined => clean(text).toUpperCase() || undefined;
  const plain = (text: string): string | undefined => clean(text) || undefined;
  return {
    currency: new WordCodes(pieces, orders.currency.words, upper),
    country: new WordCodes(pieces, orders.country.words, upper),
    region: new WordCodes(pieces, orders.region.words, upper),
    discountCode: new WordCodes(pieces, orders.discountCode.words, plain),
    payMethod: new WordCodes(pieces, orders.payMethod.words, plain),
  };
}

type Run = readonly [from: number, to: number];

interface Found {
  readonly found: Columns;
  readonly codes: ReturnType<typeof codesOf>;
}

function writePlaces(into: OrderColumns, { found, codes }: Found, [from, to]: Run): void {
  const [country, region] = [into.country.codes.extend(to - from), into.region.codes.extend(to - from)];
  for (let at = from; at < to; at += 1) {
    const ships = codes.country.at(found.shippingCountry, at);
    const isBilling = ships === 0;
    const province = isBilling ? found.billingProvince : found.shippingProvince;
    const name = isBilling ? found.billingProvinceName : found.shippingProvinceName;
    country[at - from] = ships || codes.country.at(found.billingCountry, at);
    region[at - from] = codes.region.at(province, at) || codes.region.at(name, at);
  }
}

function writeConditions(
  into: OrderColumns,
  held: readonly (Condition | undefined)[],
  [from, to]: Run,
): void {
  const status = into.status.codes.extend(to - from);
  const payment = into.payment.codes.extend(to - from);
  const delivery = into.delivery.codes.extend(to - from);
  for (let at = from; at < to; at += 1) {
    const condition = held[at];
    status[at - from] = condition?.status ?? 0;
    payment[at - from] = condition?.payment ?? 0;
    delivery[at - from] = condition?.delivery ?? 0;
  }
}

function writeCodes(into: OrderColumns, { found, codes }: Found, [from, to]: Run): void {
  const count = to - from;
  codes.currency.copy(found.currency.subarray(from, to), into.currency.codes.extend(count));
  codes.discountCode.copy(found.discountCode.subarray(from, to), into.discountCode.codes.extend(count));
  codes.payMethod.copy(found.payMethod.subarray(from, to), into.payMethod.codes.extend(count));
}

type ConditionOf = (found: Columns, at: number, isCancelled: boolean) => Condition | undefined;

const MANY = 4096;

/** What the words of status, fulfilment, tags and payment mean together; undefined for a status that is not known. */
function conditions({ pieces, orders: { orders } }: PlainReading, payMethods: WordCodes): ConditionOf {
  const clean = cleaner();
  const lower = (text: string): string => clean(text).toLowerCase();
  const [financials, fulfilments, tags] = [lower, lower, clean].map(
    (read) => new WordCodes(pieces, [undefined], read),
  ) as [WordCodes, WordCodes, WordCodes];
  const known = new Map<number, Condition | undefined>();
  const meaning = (
    codes: readonly [number, number, number, number],
    isCancelled: boolean,
  ): Condition | undefined => {
    const [tag, method, fulfilment, financial] = codes;
    const [paid, sent] = [financials.words[financial] ?? '', fulfilments.words[fulfilment] ?? ''];
    const payment = paymentOf(paid);
    return (
      payment && {
        status: orders.status.codeOf(statusOf(paid, sent, isCancelled)),
        payment: orders.payment.codeOf(payment),
        delivery: orders.delivery.codeOf(deliveryOf(sent, tags.words[tag] ?? '')),
        cashOnDelivery: isCashOnDelivery(payMethods.words[method]),
      }
    );
  };
  let [lastKey, last]: [number, Condition | undefined] = [-1, undefined];
  return (found, at, isCancelled) => {
    const financial = financials.at(found.financial, at);
    const fulfilment = fulfilments.at(found.fulfilment, at);
    const tag = tags.at(found.tags, at);
    const method = payMethods.at(found.payMethod, at);
    const most = (tag * 2 + (isCancelled ? 1 : 0)) * MANY + financial;
    const key = (most * MANY + fulfilment) * MANY + method;
    const codes = [tag, method, fulfilment, financial] as const;
    if (Math.max(financial, fulfilment, method) >= MANY || !Number.isSafeInteger(key))
      return meaning(codes, isCancelled);
    if (key === lastKey) return last;
    if (!known.has(key)) known.set(key, meaning(codes, isCancelled));
    lastKey = key;
    return (last = known.get(key));
  };
}
