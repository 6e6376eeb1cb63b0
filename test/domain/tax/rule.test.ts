import { describe, expect, it } from 'vitest';
import { ruleOn, toCheck, type Rule } from '../../../src/domain/tax/rule.ts';

const rule = (changes: Partial<Rule<number>>): Rule<number> => ({
  ...{ id: 'vat', act: 'Some Act', section: { old: '1', new: '2' }, from: '2024-04-01', to: null, value: 1 },
  ...{ citation: 'section 1', confidence: 'verified', ...changes },
});

describe('ruleOn', () => {
  const rules = [rule({ to: '2025-03-31' }), rule({ from: '2025-04-01', value: 2 })];

  it.each([
    ['2024-03-31', undefined],
    ['2024-04-01', 1],
    ['2025-03-31', 1],
    ['2025-04-01', 2],
    ['2999-01-01', 2],
  ])('chooses by the day of the income: %s', (day, value) => {
    expect(ruleOn(rules, 'vat', day)?.value).toBe(value);
  });

  it('knows only ids that are in the table', () => {
    expect(ruleOn(rules, 'cess', '2025-04-01')).toBeUndefined();
  });
});

describe('toCheck', () => {
  it('names what is not certain of a rule, and else the rule that is not verified', () => {
    expect(toCheck(rule({}))).toBeUndefined();
    expect(toCheck(rule({ confidence: 'single' }))).toBe('this rule');
    expect(toCheck(rule({ confidence: 'memory', check: 'the date' }))).toBe('the date');
    expect(toCheck(rule({ check: 'the new number' }))).toBe('the new number');
  });
});
