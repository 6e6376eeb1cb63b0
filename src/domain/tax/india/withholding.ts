import type { Confidence, Rule, Sections } from '../rule.ts';
import { FIRST_DAY, underTheirActs, type Row } from './acts.ts';

/** Tax taken off a payment by who pays, or collected on top by who is paid. Per cent; whole rupees. */
export interface Withholding {
  readonly what: string;
  readonly rates: readonly { readonly of: string; readonly rate: number }[];
  readonly thresholds: readonly { readonly per: 'payment' | 'month' | 'year'; readonly above: number }[];
  /** over the threshold the whole sum counts, or only what exceeds it */
  readonly basis: 'whole' | 'excess';
  /** codes of the Act of 2025, in the order of the rates */
  readonly codes: readonly string[];
}

type Thresholds = Withholding['thresholds'];

const yearly = (above: number): Thresholds => [{ per: 'year', above }];
const monthly = (above: number): Thresholds => [{ per: 'month', above }];

interface Entry extends Omit<Withholding, 'basis'> {
  readonly id: string;
  readonly section: Sections;
  readonly basis?: 'excess' | undefined;
  readonly from?: string;
  readonly to?: string | undefined;
  readonly confidence?: Confidence;
  readonly check?: string;
}

function row(entry: Entry): Row<Withholding> {
  const { id, section, from = FIRST_DAY, to = null, confidence = 'verified', check, ...rest } = entry;
  return {
    ...{ id: `withholding.${id}`, section, from, to, confidence, check },
    value: { ...rest, basis: rest.basis ?? 'whole' },
    citation: `section ${section.old}; section ${section.new} of the Act of 2025`,
  };
}

const in393 = (old: string, place: string): Sections => ({ old, new: `393(1) Table ${place}` });
const CONTRACTS = in393('194C', '6(i)');
const FEES = in393('194J', '6(iii)');
const COMMISSION = in393('194H', '1(ii)');
const RENT = in393('194-I', '2(ii)');
const RENT_BY_OTHERS = in393('194-IB', '2(i)');

const fees = {
  ...{ id: 'fees', section: FEES, what: 'professional and technical fees', codes: ['1027', '1026'] },
  rates: [
    { of: 'professional', rate: 10 },
    { of: 'technical, call centre', rate: 2 },
  ],
};
const commission = {
  ...{ id: 'commission', section: COMMISSION, what: 'commission, brokerage', codes: ['1006'] },
};
const rent = {
  ...{ id: 'rent', section: RENT, what: 'rent', codes: ['1009', '1008'] },
  rates: [
    { of: 'building, furniture', rate: 10 },
    { of: 'plant', rate: 2 },
  ],
};
const rentByOthers = {
  ...{ id: 'rentByOthers', section: RENT_BY_OTHERS, what: 'rent paid by others', codes: [] },
  thresholds: monthly(50_000),
};
const all = (rate: number) => [{ of: 'all', rate }];

/**
 * Tax deducted at source by kind of payment, by the day of the payment: `withholding.contracts`, `.fees`, `.commission` … What a
 * marketplace takes off (`withholding.marketplace`) is the shop's credit, known from the day its present rate began.
 */
export const WITHHOLDING: readonly Rule<Withholding>[] = underTheirActs([
  row({
    ...{ id: 'contracts', section: CONTRACTS, what: 'contract work, transport, advertising' },
    rates: [
      { of: 'individual, Hindu undivided family', rate: 1 },
      { of: 'others', rate: 2 },
    ],
    thresholds: [
      { per: 'payment', above: 30_000 },
      { per: 'year', above: 100_000 },
    ],
    codes: ['1023', '1024'],
  }),
  row({ ...fees, thresholds: yearly(30_000), to: '2025-03-31' }),
  row({ ...fees, thresholds: yearly(50_000), from: '2025-04-01' }),
  row({ ...commission, rates: all(5), thresholds: yearly(15_000), to: '2024-09-30' }),
  row({ ...commission, rates: all(2), thresholds: yearly(15_000), from: '2024-10-01', to: '2025-03-31' }),
  row({ ...commission, rates: all(2), thresholds: yearly(20_000), from: '2025-04-01' }),
  row({ ...rent, thresholds: yearly(240_000), to: '2025-03-31' }),
  row({ ...rent, thresholds: monthly(50_000), from: '2025-04-01' }),
  row({ ...rentByOthers, rates: all(5), to: '2024-09-30' }),
  row({ ...rentByOthers, rates: all(2), from: '2024-10-01' }),
  row({
    ...{ id: 'contractsByOthers', section: in393('194M', '6(ii)'), codes: [] },
    ...{ what: 'contracts and fees paid by individual or family', rates: all(2) },
    ...{ thresholds: yearly(5_000_000), from: '2024-10-01' },
  }),
  row({
    ...{ id: 'goods', section: in393('194Q', '8(ii)'), what: 'purchase of goods', codes: ['1031'] },
    ...{ rates: all(0.1), thresholds: yearly(5_000_000), basis: 'excess' },
  }),
  row({
    ...{ id: 'marketplace', section: in393('194-O', '8(v)'), what: 'marketplace to seller, gross sales' },
    ...{ rates: all(0.1), thresholds: yearly(500_000), codes: ['1035'], from: '2024-10-01' },
  }),
  row({
    ...{ id: 'partner', section: { old: '194T', new: '393' }, what: 'firm to partner', codes: [] },
    ...{ rates: all(10), thresholds: yearly(20_000), from: '2025-04-01', confidence: 'single' },
    check: 'the row of the table in section 393',
  }),
  row({
    ...{ id: 'interest', section: in393('194A', '5(iii)'), what: 'interest by others than banks' },
    ...{ rates: all(10), thresholds: yearly(10_000), codes: ['1022'], from: '2025-04-01' },
  }),
  row({
    ...{ id: 'perquisite', section: in393('194R', '8(iv)'), what: 'business perquisite, gifts, barter' },
    ...{ rates: all(10), thresholds: yearly(20_000), codes: ['1033'], confidence: 'single' },
  }),
]);

/** GST collected by operators on the net value of a seller's supplies, per cent in all: `gst.collectedByOperators`. A credit of the shop. */
export const GST_COLLECTED: readonly Rule<number>[] = [
  {
    ...{ id: 'gst.collectedByOperators', act: 'Central Goods and Services Tax Act, 2017' },
    ...{ section: { old: '52', new: '52' }, from: '2024-07-10', to: null, value: 0.5 },
    citation: 'Notification 15/2024 – Central Tax',
    confidence: 'verified',
  },
];
