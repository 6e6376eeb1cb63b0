import { exponentOf } from '../../domain/money.ts';
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
  readonly isCashOnDelivery: (order: number) => boolean;
  readonly write: (order: number) => void;
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
  const conditionAt = (from: Columns, at: number): Condition | undefined =>
    conditionOf(from, at, moments.isCancelled(at));
  const writePlace = (from: Columns, at: number): void => {
    const ships = codes.country.at(from.shippingCountry, at);
    const [province, name] =
      ships === 0
        ? [from.billingProvince, from.billingProvinceName]
        : [from.shippingProvince, from.shippingProvinceName];
    orders.country.codes.push(ships || codes.country.at(from.billingCountry, at));
    orders.region.codes.push(codes.region.at(province, at) || codes.region.at(name, at));
  };
  const writeCondition = (held: Condition | undefined): void => {
    orders.status.codes.push(held?.status ?? 0);
    orders.payment.codes.push(held?.payment ?? 0);
    orders.delivery.codes.push(held?.delivery ?? 0);
  };
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
      return moments.isPlain(at) && conditionAt(found, at) !== undefined;
    },
    isCashOnDelivery: (at) => (found && conditionAt(found, at))?.cashOnDelivery ?? false,
    write: (at) => {
      if (found === undefined) return;
      moments.write(at);
      writeCondition(conditionAt(found, at));
      writePlace(found, at);
      orders.currency.codes.push(codes.currency.at(found.currency, at));
      orders.discountCode.codes.push(codes.discountCode.at(found.discountCode, at));
      orders.payMethod.codes.push(codes.payMethod.at(found.payMethod, at));
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
