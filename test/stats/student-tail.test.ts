import { describe, expect, test } from 'vitest';
import { studentTail } from '../../src/stats/student-tail.ts';

describe('the tail of Student’s t with three degrees of freedom', () => {
  test('is that of the printed tables: 10 % beyond 2.353, 5 % beyond 3.182, 1 % beyond 5.841', () => {
    expect(studentTail(2.3534)).toBeCloseTo(0.1, 5);
    expect(studentTail(3.1824)).toBeCloseTo(0.05, 5);
    expect(studentTail(-5.8409)).toBeCloseTo(0.01, 5);
  });

  test('is all at zero, and unknown of what is not known', () => {
    expect(studentTail(0)).toBe(1);
    expect(studentTail(NaN)).toBeNaN();
  });
});
