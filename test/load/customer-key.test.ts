import { describe, expect, it } from 'vitest';
import { customerKey } from '../../src/load/customer-key.ts';

describe('a customer’s key', () => {
  it('is the same for one address, however it is spelt', () => {
    const key = customerKey('asha@example.in');
    expect(key).toMatch(/^\d{1,15}$/);
    expect(customerKey(' Asha@Example.IN ')).toBe(key);
    expect(customerKey('asha@example.in', '77')).toBe(key);
    expect(customerKey('usha@example.in')).not.toBe(key);
  });

  it('is the platform’s own id without an address, and nothing for a guest', () => {
    expect(customerKey('', '77')).toBe('77');
    expect(customerKey(undefined, '77')).toBe('77');
    for (const id of [undefined, '', '0']) expect(customerKey(' ', id)).toBeUndefined();
  });

  it('is another for each of a hundred thousand addresses', () => {
    const keys = Array.from({ length: 100_000 }, (_, at) => customerKey(`buyer${at}@example.in`));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
