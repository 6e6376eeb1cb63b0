import { describe, expect, it } from 'vitest';
import type { Expense, Movement, Order } from '../../src/domain/books.ts';
import { homeCurrencyOf, mostFrequentCurrency } from '../../src/domain/home-currency.ts';
import { DEFAULT_SHOP } from '../../src/domain/shop.ts';

const order = (currency: string): Order => ({
  file: 'orders.csv',
  row: 2,
  id: '1',
  number: '#1001',
  channel: 'shopify',
  placedOn: '2026-10-01',
  status: 'complete',
  payment: 'paid',
  cashOnDelivery: false,
  delivery: 'delivered',
  currency,
  lines: [],
  discount: 0,
  shipping: 0,
  tax: 0,
  total: 0,
  taxIncluded: true,
});
const payout: Movement = {
  file: 'payouts.csv',
  row: 2,
  kind: 'payout',
  code: 'payout',
  channel: 'amazon',
  day: '2026-10-03',
  amount: -50_000,
  currency: 'AED',
  final: true,
};
const rent: Expense = { file: 'expenses.csv', row: 2, amount: 90_000, currency: 'USD', category: 'Rent' };
const nothing = { shop: DEFAULT_SHOP, orders: [], movements: [], expenses: [] };

describe('mostFrequentCurrency', () => {
  it('is that of most orders, and of equals the first by code', () => {
    expect(mostFrequentCurrency(['USD', 'INR', 'INR'].map(order))).toBe('INR');
    expect(mostFrequentCurrency(['USD', 'INR', 'EUR'].map(order))).toBe('EUR');
    expect(mostFrequentCurrency(['EUR', 'USD'].map(order))).toBe('EUR');
    expect(mostFrequentCurrency([])).toBeUndefined();
  });
});

describe('homeCurrencyOf', () => {
  it('asks the owner, then the orders, then money moved, then money spent', () => {
    const all = { ...nothing, orders: [order('EUR')], movements: [payout], expenses: [rent] };
    expect(homeCurrencyOf({ ...all, shop: { ...DEFAULT_SHOP, currency: 'GBP' } })).toBe('GBP');
    expect(homeCurrencyOf(all)).toBe('EUR');
    expect(homeCurrencyOf({ ...all, orders: [] })).toBe('AED');
    expect(homeCurrencyOf({ ...nothing, expenses: [rent] })).toBe('USD');
    expect(homeCurrencyOf(nothing)).toBe('INR');
  });
});
