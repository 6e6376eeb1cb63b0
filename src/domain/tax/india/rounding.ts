import type { Minor } from '../../money.ts';
import type { Rule } from '../rule.ts';
import { FIRST_DAY, FIRST_DAY_2025, LAST_VOTED_DAY, underTheirActs } from './acts.ts';

/** To what multiple of whole rupees an amount is rounded. */
export interface Rounding {
  readonly multiple: number;
}

const NUMBER = 'the number of the new section';
const CHECK = 'that section 516 of the Act of 2025 rounds as sections 288A and 288B did';

/** Rounding of total income (`rounding.income`) and of tax payable (`rounding.tax`). For the Act of 2025 one source names section 516. */
export const ROUNDINGS: readonly Rule<Rounding>[] = underTheirActs([
  {
    ...{ id: 'rounding.income', section: { old: '288A', new: '516' }, from: FIRST_DAY, to: '2026-03-31' },
    value: { multiple: 10 },
    citation: 'section 288A',
    confidence: 'verified',
    check: NUMBER,
  },
  {
    ...{ id: 'rounding.tax', section: { old: '288B', new: '516' }, from: FIRST_DAY, to: '2026-03-31' },
    value: { multiple: 10 },
    citation: 'section 288B',
    confidence: 'verified',
    check: NUMBER,
  },
  {
    ...{
      id: 'rounding.income',
      section: { old: '288A', new: '516' },
      from: FIRST_DAY_2025,
      to: LAST_VOTED_DAY,
    },
    value: { multiple: 10 },
    citation: 'section 516 of the Act of 2025',
    confidence: 'single',
    check: CHECK,
  },
  {
    ...{ id: 'rounding.tax', section: { old: '288B', new: '516' }, from: FIRST_DAY_2025, to: LAST_VOTED_DAY },
    value: { multiple: 10 },
    citation: 'section 516 of the Act of 2025',
    confidence: 'single',
    check: CHECK,
  },
]);

const PAISE = 100;

/**
 * Paise (not negative) to the nearest multiple of whole rupees: paise are dropped first, then a last figure of half the multiple or
 * more goes up. ₹14.99 is ₹10, ₹15.00 is ₹20. Source: sections 288A and 288B of the Income-tax Act 1961.
 */
export function roundedTo(amount: Minor, { multiple }: Rounding): Minor {
  const rupees = Math.floor(amount / PAISE);
  const over = rupees % multiple;
  return (rupees - over + (2 * over >= multiple ? multiple : 0)) * PAISE;
}
