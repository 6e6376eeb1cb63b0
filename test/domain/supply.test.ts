import { describe, expect, it } from 'vitest';
import { openQuantity } from '../../src/domain/supply.ts';
import { purchase } from '../helpers/books.ts';

describe('what is still to come of an order to a supplier', () => {
  it.each([
    ['all of it before anything came', purchase(), 20],
    ['the rest after a part came', purchase({ received: 12 }), 8],
    ['nothing when more came than was ordered', purchase({ received: 24 }), 0],
    ['nothing when the line is closed', purchase({ received: 12, closed: true }), 0],
  ])('is %s', (_, line, open) => {
    expect(openQuantity(line)).toBe(open);
  });
});
