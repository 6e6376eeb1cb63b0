import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/narrate/facts.ts';
import { traceText } from '../../src/narrate/tracer.ts';
import { GOLD_ENGLISH, GOLD_HINDI } from './gold.ts';
import { mutantsOf, type Mutant } from './mutations.ts';
import { october, octoberWith } from './tarang-october.ts';

const { figures, ...options } = factsOf(october);
const trace = (text: string): ReturnType<typeof traceText> => traceText(text, figures, options);
const reasons = (text: string): readonly string[] => trace(text).problems.map(({ reason }) => reason);
const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '');
const ALL = [...GOLD_ENGLISH, ...GOLD_HINDI];

describe('the gold set', () => {
  it('holds at least 150 different sentences', () => {
    expect(new Set(ALL).size).toBe(ALL.length);
    expect(ALL.length).toBeGreaterThanOrEqual(150);
  });

  it('raises no false alarm, and every marked number is traced', () => {
    for (const marked of ALL) {
      const { problems, checked, traced } = trace(plain(marked));
      expect({ marked, problems }).toEqual({ marked, problems: [] });
      expect(traced).toBe(checked);
      expect(checked).toBeGreaterThanOrEqual(marked.split('⟦').length - 1);
    }
  });

  it.each([
    ['digit', 3_000],
    ['currency', 600],
    ['month', 100],
    ['direction', 120],
    ['scale', 500],
  ] as const)('catches every sentence with a wrong %s', { timeout: 120_000 }, (kind, least) => {
    const mutants = ALL.flatMap(mutantsOf).filter((mutant: Mutant) => mutant.kind === kind);
    expect(mutants.length).toBeGreaterThan(least);
    expect(mutants.filter(({ text }) => trace(text).problems.length === 0)).toEqual([]);
  });
});

describe('numbers', () => {
  it('pass as figures at the precision they are shown with, and no other', () => {
    expect(reasons('Revenue was ₹13.53 lakh.')).toEqual([]);
    expect(reasons('Revenue was ₹13.5 lakh.')).toEqual([]);
    expect(reasons('Revenue was ₹13.52 lakh.')).toEqual(['"₹13.52 lakh" is no figure']);
    expect(reasons('Revenue was ₹13,52,000.')).toEqual(['"₹13,52,000" is no figure']);
    expect(reasons('Revenue was about ₹13,50,000.')).toEqual([]);
  });

  it('in a table’s brackets are taken without their sign', () => {
    expect(reasons('Change in net profit (₹21,684).')).toEqual([]);
  });

  it('that lose a minus are refused', () => {
    expect(reasons('Net profit changed by ₹21,684.')).toEqual(['"₹21,684" has lost its sign']);
    expect(reasons('Net profit changed by +₹21,684.')).toEqual(['"+₹21,684" is no figure']);
  });

  it('of several sentences may speak of what the sentence before named', () => {
    expect(reasons('Net profit fell. It was down 17.6 % on September.')).toEqual([]);
    expect(reasons('Payment fees are known. They were down 17.6 % on September.')).not.toEqual([]);
  });

  it('in groups that no one writes cannot be read', () => {
    expect(reasons('Revenue was ₹13,528,70.')).toEqual(['"₹13,528,70" is no figure']);
  });

  it('in other scripts, fractions and words are seen', () => {
    expect(reasons('Orders were ٤١١٢.').length).toBeGreaterThan(0);
    expect(reasons('Orders rose by ½.').length).toBeGreaterThan(0);
    expect(reasons('Profit was half of that.')).toEqual(['"half" is no figure']);
    expect(reasons('Orders were forty-one.').length).toBeGreaterThan(0);
  });

  it('may be reckoned from what the sentence names', () => {
    expect(reasons('Gross profit is 6.8 times net profit.')).toEqual([]);
    expect(reasons('Gross profit is 9.8 times net profit.').length).toBeGreaterThan(0);
    expect(reasons('Payment fees are 1.0x what they were.').length).toBeGreaterThan(0);
    expect(reasons('Gross margin is 43.5 percentage points above net margin.')).toEqual([]);
  });

  it('of a missing figure do not exist', () => {
    expect(reasons('Packaging was ₹0.')).toEqual(['"₹0" is no figure']);
  });

  it('of days are no figure when they are the length of the period', () => {
    expect(reasons('October has 31 days, September 30 days.')).toEqual([]);
    expect(reasons('October has 28 days.')).toEqual(['"28 days" is no figure']);
  });

  it('in brackets after a change are that change', () => {
    expect(reasons('Net profit was down ₹21,684 (17.6 %) although sales rose.')).toEqual([]);
    expect(reasons('Net profit was down ₹21,684 (5.2 %) although sales rose.')).toEqual([
      '"5.2 %" is no figure',
    ]);
  });

  it('that a step cost less or more are that step', () => {
    expect(reasons('Payment fees cost ₹2,250 less.')).toEqual([]);
    expect(reasons('Payment fees cost ₹2,250 more.').length).toBeGreaterThan(0);
  });

  it('count what the text itself lists, up to a dozen', () => {
    expect(reasons('There are 3 reasons.')).toEqual([]);
    expect(reasons('There are 30 reasons.')).toEqual(['"30" is no figure']);
    expect(reasons('There were 3 orders.')).toEqual(['"3" is no figure']);
  });
});

describe('a text without numbers', () => {
  it('is traced with nothing checked', () => {
    expect(trace('')).toEqual({ checked: 0, traced: 0, problems: [] });
    expect(trace('Stop cash on delivery there.')).toEqual({ checked: 0, traced: 0, problems: [] });
  });
});

describe('a loss', () => {
  const loss = factsOf(octoberWith({ 'pnl.netProfit': -1200000 }));
  const ofLoss = (text: string): readonly string[] =>
    traceText(text, loss.figures, { ...options }).problems.map(({ reason }) => reason);

  it('is shown without a minus where it is called one', () => {
    expect(ofLoss('October closed with a net loss of ₹12,000.')).toEqual([]);
    expect(ofLoss('Net profit was −₹12,000.')).toEqual([]);
    expect(ofLoss('Net profit was minus ₹12,000.')).toEqual([]);
    expect(ofLoss('Net profit was ₹12,000.')).toEqual(['"₹12,000" has lost its sign']);
  });

  it('is not what a profit may be called', () => {
    expect(reasons('October closed with a net loss of ₹1,01,358.')).toEqual(['a profit is called a loss']);
  });
});

describe('another currency', () => {
  it('groups and signs its own way', () => {
    const dollars = figures.map((figure) =>
      figure.unit === 'money' ? { ...figure, currency: 'USD' } : figure,
    );
    const traced = (text: string): number =>
      traceText(text, dollars, { ...options, currency: 'USD' }).problems.length;
    expect(traced('Net profit was $101,358.')).toBe(0);
    expect(traced('Net profit was ₹101,358.')).toBe(1);
    expect(traced('Net profit was 101,358 dollars.')).toBe(0);
  });
});
