import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/narrate/facts.ts';
import { traceText } from '../../src/narrate/tracer.ts';
import { GOLD_ENGLISH, GOLD_HINDI } from './gold.ts';
import { october } from './tarang-october.ts';

const { figures, ...options } = factsOf(october);
const trace = (text: string): ReturnType<typeof traceText> => traceText(text, figures, options);
const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '');
const ALL = [...GOLD_ENGLISH, ...GOLD_HINDI];

describe('the gold set', () => {
  it('is large', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(150);
    expect(new Set(ALL).size).toBe(ALL.length);
  });

  it('raises no false alarm', () => {
    const alarms = ALL.flatMap((marked) => trace(plain(marked)).problems.map((problem) => problem));
    expect(alarms).toEqual([]);
  });
});
