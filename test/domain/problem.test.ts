import { describe, expect, it } from 'vitest';
import { problemText, type Problem } from '../../src/domain/problem.ts';

const problem: Problem = {
  code: 'bad-amount',
  severity: 'error',
  message: 'amount "abc" is not a number – row left out',
};

describe('problemText', () => {
  it('says where and what, as far as it is known', () => {
    expect(problemText({ ...problem, file: 'orders.csv', line: 3 })).toBe(
      'orders.csv:3: amount "abc" is not a number – row left out',
    );
    expect(problemText({ ...problem, file: 'orders.csv' })).toBe(
      'orders.csv: amount "abc" is not a number – row left out',
    );
    expect(problemText({ ...problem, line: 3 })).toBe('amount "abc" is not a number – row left out');
  });
});
