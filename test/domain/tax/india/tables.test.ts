import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDay } from '../../../../src/domain/day.ts';
import { ACT_1961, ACT_2025, actOn } from '../../../../src/domain/tax/india/acts.ts';
import { INDIA } from '../../../../src/domain/tax/india/law.ts';
import { TAX_YEARS } from '../../../../src/domain/tax/india/years.ts';
import { WITHHOLDING } from '../../../../src/domain/tax/india/withholding.ts';
import { ruleOn, toCheck, type Rule } from '../../../../src/domain/tax/rule.ts';
import { sharedPath } from '../../../helpers/shared.ts';

const { rules } = INDIA;
const ids = [...new Set(rules.map(({ id }) => id))];
const valueOn = (id: string, day: string): unknown => ruleOn(rules, id, day)?.value;

describe('the tables of Indian law', () => {
  it('give every rule a citation, a section and real days', () => {
    for (const { citation, section, from, to, id } of rules) {
      expect(citation, id).not.toBe('');
      expect(isDay(from) && (to === null || (isDay(to) && from <= to)), id).toBe(true);
      expect(id.startsWith('due.belated') || (section.old !== null && section.new !== null), id).toBe(true);
    }
  });

  it('put every rule under the Act of its days, and none under both', () => {
    const ofIncome = rules.filter(({ id }) => !id.startsWith('gst.'));
    for (const { act, from, to, id } of ofIncome) {
      expect([ACT_1961, ACT_2025], id).toContain(act);
      expect(actOn(from), id).toBe(act);
      expect(to === null ? ACT_2025 : actOn(to), id).toBe(act);
    }
  });

  it('never hold two rules of one id for one day', () => {
    for (const id of ids) {
      const own = rules.filter((rule) => rule.id === id).sort((a, b) => (a.from < b.from ? -1 : 1));
      own.slice(1).forEach(({ from }, index) => {
        const before = own[index]?.to;
        expect(typeof before === 'string' && before < from, `${id} ${from}`).toBe(true);
      });
    }
  });

  it('hold slabs, surcharge, cess, rates and rounding for every day of every year', () => {
    const needed = ids.filter((id) => /^(slabs|rebate|surcharge|cess|rate|rounding)/.test(id));
    for (const id of needed)
      for (const { from, to } of TAX_YEARS)
        expect([ruleOn(rules, id, from), ruleOn(rules, id, to)], `${id} ${from}`).not.toContain(undefined);
  });

  it('say what is to be checked about whatever rests on memory', () => {
    const fromMemory = rules.filter(
      ({ confidence, id }) => confidence === 'memory' && !id.startsWith('due.'),
    );
    expect(fromMemory.length).toBeGreaterThan(0);
    expect(fromMemory.filter(({ check }) => check === undefined)).toEqual([]);
  });

  it('never give a due date after September 2026 as certain', () => {
    const late = rules.filter(
      ({ id, value }) => id.startsWith('due.') && (value as { day: string }).day > '2026-09-30',
    );
    expect(late.length).toBeGreaterThan(5);
    expect(late.filter((rule) => toCheck(rule) === undefined)).toEqual([]);
  });
});

describe('rates that went stale elsewhere', () => {
  const rates = (id: string): readonly number[] =>
    rules
      .filter((rule) => rule.id === id)
      .flatMap(({ value }) => (value as { rates: { rate: number }[] }).rates.map(({ rate }) => rate));

  it('are nowhere: 194-O is 0.1 %, collection under the GST 0.5 %', () => {
    expect(new Set(rates('withholding.marketplace'))).toEqual(new Set([0.1]));
    expect(valueOn('gst.collectedByOperators', '2026-11-22')).toBe(0.5);
    expect(rules.filter(({ id }) => id === 'gst.collectedByOperators')).toHaveLength(1);
  });

  it('are nowhere: no collection on sales of goods, no sections of the Bill, no old limit of 2.5 lakh', () => {
    const text = JSON.stringify(rules);
    expect(text).not.toMatch(/206C\(1H\)/);
    const sections = rules.map(({ section }) => `${section.old}→${section.new}`);
    for (const stale of ['37(1)→36', '43B→49', '44AD→61', '139→268', '139(1)→268', '87A→157', '112→191'])
      expect(sections).not.toContain(stale);
    expect(rules.filter(({ section }) => ['157', '268', '191'].includes(section.new ?? ''))).toEqual([]);
    expect(rules.filter(({ id }) => /b2cl/i.test(id))).toEqual([]);
  });

  it.each([
    ['withholding.fees', '2025-03-31', 30_000],
    ['withholding.fees', '2025-04-01', 50_000],
    ['withholding.commission', '2025-03-31', 15_000],
    ['withholding.commission', '2026-04-01', 20_000],
    ['withholding.rent', '2025-03-31', 240_000],
    ['withholding.rent', '2025-04-01', 50_000],
  ])('keep to their days: %s on %s is from %s', (id, day, above) => {
    expect(valueOn(id, day)).toMatchObject({ thresholds: [{ above }] });
  });

  it('keep to their days: commission was 5 % to 30 September 2024', () => {
    expect(valueOn('withholding.commission', '2024-09-30')).toMatchObject({ rates: [{ rate: 5 }] });
    expect(valueOn('withholding.commission', '2024-10-01')).toMatchObject({ rates: [{ rate: 2 }] });
  });
});

const rowsOf = (path: string): readonly string[][] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split('\t'));

const plain = (text: string): string => text.replaceAll(/[^0-9A-Za-z()]/g, '');

describe.skipIf(sharedPath('tax') === undefined)('the tables beside the notes they were made from', () => {
  it('have the new place and the codes of every kind of withholding', () => {
    for (const { section, value, id } of WITHHOLDING) {
      const row = rowsOf(sharedPath('tax/tds.tsv') ?? '').find(
        ([old = '']) => plain(old).replace(/\(b\)\(a\)|194I\(b\).*/, '194I') === plain(section.old ?? ''),
      );
      const [, place = '', codes = ''] = row ?? [];
      expect(plain(place).startsWith(plain(section.new ?? '').replace('Table', 'T')), id).toBe(true);
      expect(codes === '-' ? [] : codes.split(/\s*\/\s*/), id).toEqual(value.codes);
    }
  });

  it('pair the sections of both Acts as the map of sections does', () => {
    const map = rowsOf(sharedPath('tax/section_map.tsv') ?? '');
    const pairs = new Map(map.map(([, old = '', to = '']) => [old, to]));
    const mapped = rules.filter(({ section }: Rule) => pairs.has(section.old ?? ''));
    expect(mapped.length).toBeGreaterThan(30);
    for (const { section, id } of mapped) {
      const mine = section.new ?? '';
      expect(mine.startsWith((pairs.get(section.old ?? '') ?? '').replace(' fee', '')), `${id} ${mine}`).toBe(
        true,
      );
    }
  });
});
