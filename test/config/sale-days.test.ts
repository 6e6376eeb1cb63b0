import { expect, it } from 'vitest';
import { SETTINGS } from '../../src/config/schema.ts';

const read = (saleDays: unknown) => SETTINGS.safeParse({ shop: { saleDays } });

it('takes the owner’s own sales with a name and both days', () => {
  const sale = { name: ' Summer sale ', from: '2026-06-01', to: '2026-06-07' };
  expect(read([sale]).data?.shop?.saleDays).toEqual([{ ...sale, name: 'Summer sale' }]);
});

it.each([
  [
    'a sale that ends before it begins',
    [{ name: 'x', from: '2026-06-07', to: '2026-06-01' }],
    'begins before',
  ],
  ['a day that is none', [{ name: 'x', from: '2026-02-30', to: '2026-06-01' }], 'expected a day'],
  ['a sale without a name', [{ name: ' ', from: '2026-06-01', to: '2026-06-01' }], 'name of the sale'],
  ['a single sale outside a list', { name: 'x', from: '2026-06-01', to: '2026-06-01' }, 'list of sales'],
])('refuses %s', (_, saleDays, message) => {
  expect(read(saleDays).error?.issues[0]?.message).toContain(message);
});
