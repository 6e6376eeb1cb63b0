import { isDay } from '../../domain/day.ts';
import type { WordColumn } from '../../domain/columns.ts';
import { exponentOf } from '../../domain/money.ts';
import { PARTED_BY_T, WordCodes, type RowList } from '../piece-columns.ts';
import { cleaner } from '../row-reader.ts';
import { deliveryOf, isCashOnDelivery, paymentOf, statusOf } from './order-words.ts';
import type { PlainReading } from './plain-orders.ts';

/** Words and dates of a piece's orders: what they mean is worked out once for each combination met. */
export interface PlainWords {
  readonly turn: (list: RowList) => void;
  /** decimals of the first order's currency */
  readonly exponent: () => number;
  /** false: another currency than this or none, a status that is not known, or a date that is not in ISO form */
  readonly isPlain: (order: number, currency: string) => boolean;
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
  const days = dayCodes(reading);
  let found: Columns | undefined;
  let decimals = MOST_DECIMALS;
  const condition = (at: number): Condition | undefined =>
    found && conditionOf(found, at, (found.cancelled.dates[at] ?? 0) !== 0);
  const currencyOf = (at: number): string =>
    orders.currency.words[codes.currency.of(found?.currency[at] ?? 0)] ?? '';
  return {
    turn: (list) => {
      found = columnsOf(reading, list);
      decimals = exponentOf(currencyOf(0));
    },
    exponent: () => Math.min(decimals, MOST_DECIMALS),
    isPlain: (at, currency) =>
      found !== undefined &&
      decimals <= MOST_DECIMALS &&
      currency !== '' &&
      currencyOf(at) === currency &&
      condition(at) !== undefined &&
      days.placedOn(found.placed.dates[at] ?? 0) > 0 &&
      days.cancelledOn(found.cancelled.dates[at] ?? 0) >= 0,
    isCashOnDelivery: (at) => condition(at)?.cashOnDelivery ?? false,
    write: (at) => {
      if (found === undefined) return;
      const held = condition(at);
      orders.placedOn.codes.push(days.placedOn(found.placed.dates[at] ?? 0));
      const time = found.placed.times[at] ?? -1;
      orders.placedTime.push(time < 0 ? Number.NaN : time);
      orders.placedZone.codes.push(time < 0 ? 0 : codes.zone(found.placed.zones[at] ?? 0));
      orders.cancelledOn.codes.push(days.cancelledOn(found.cancelled.dates[at] ?? 0));
      orders.status.codes.push(held?.status ?? 0);
      orders.payment.codes.push(held?.payment ?? 0);
      orders.delivery.codes.push(held?.delivery ?? 0);
      orders.currency.codes.push(codes.currency.of(found.currency[at] ?? 0));
      const ships = codes.country.of(found.shippingCountry[at] ?? 0);
      orders.country.codes.push(ships === 0 ? codes.country.of(found.billingCountry[at] ?? 0) : ships);
      const places =
        ships === 0
          ? [found.billingProvince, found.billingProvinceName]
          : [found.shippingProvince, found.shippingProvinceName];
      const region = codes.region.of(places[0]?.[at] ?? 0);
      orders.region.codes.push(region === 0 ? codes.region.of(places[1]?.[at] ?? 0) : region);
      orders.discountCode.codes.push(codes.discountCode.of(found.discountCode[at] ?? 0));
      orders.payMethod.codes.push(codes.payMethod.of(found.payMethod[at] ?? 0));
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
    placed: pieces.moments(list, columns.createdAt),
    cancelled: pieces.moments(list, columns.cancelledAt),
  };
}

function codesOf({ pieces, orders: { orders } }: PlainReading) {
  const clean = cleaner();
  const upper = (text: string): string | undefined => clean(text).toUpperCase() || undefined;
  const plain = (text: string): string | undefined => clean(text) || undefined;
  const zoneWords = orders.placedZone.words;
  const behind = (between: string) => (text: string) => `${between}${clean(`x${text}`).slice(1)}`;
  const zones = [
    new WordCodes(pieces, zoneWords, behind(' ')),
    new WordCodes(pieces, zoneWords, behind('T')),
  ];
  const bare = [orders.placedZone.codeOf(' '), orders.placedZone.codeOf('T')];
  return {
    currency: new WordCodes(pieces, orders.currency.words, upper),
    country: new WordCodes(pieces, orders.country.words, upper),
    region: new WordCodes(pieces, orders.region.words, upper),
    discountCode: new WordCodes(pieces, orders.discountCode.words, plain),
    payMethod: new WordCodes(pieces, orders.payMethod.words, plain),
    zone: (zone: number): number => {
      const parted = (zone & PARTED_BY_T) === 0 ? 0 : 1;
      const word = (zone & ~PARTED_BY_T) >>> 0;
      return (word === 0 ? bare[parted] : zones[parted]?.of(word)) ?? 0;
    },
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
    const financial = financials.of(found.financial[at] ?? 0);
    const fulfilment = fulfilments.of(found.fulfilment[at] ?? 0);
    const tag = tags.of(found.tags[at] ?? 0);
    const method = payMethods.of(found.payMethod[at] ?? 0);
    const words = (financial * MANY + fulfilment) * MANY + method;
    const key = (tag * MANY * 2 + (isCancelled ? 1 : 0)) * MANY * MANY + words;
    const codes = [tag, method, fulfilment, financial] as const;
    if (Math.max(financial, fulfilment, method) >= MANY || !Number.isSafeInteger(key))
      return meaning(codes, isCancelled);
    if (key === lastKey) return last;
    if (!known.has(key)) known.set(key, meaning(codes, isCancelled));
    lastKey = key;
    return (last = known.get(key));
  };
}

/** Codes of days in the columns of placing and cancelling: 0 for none, −1 for a date that is not plain or no date. */
function dayCodes({ orders: { orders } }: PlainReading) {
  const codes = (column: WordColumn) => {
    const known = new Map<number, number>();
    return (date: number): number => {
      if (date <= 0) return date;
      let code = known.get(date);
      if (code === undefined) {
        const digits = String(date).padStart(8, '0');
        const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
        known.set(date, (code = isDay(day) ? column.codeOf(day) : -1));
      }
      return code;
    };
  };
  return { placedOn: codes(orders.placedOn), cancelledOn: codes(orders.cancelledOn) };
}
