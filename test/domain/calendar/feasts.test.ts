import { describe, expect, it } from 'vitest';
import { customOf, FEASTS, type Feast } from '../../../src/domain/calendar/feasts.ts';

function feast(id: string): Feast {
  const found = FEASTS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe('feasts by rule', () => {
  it.each([
    ['thanksgiving', 2025, '2025-11-27'],
    ['black-friday', 2024, '2024-11-29'],
    ['cyber-monday', 2024, '2024-12-02'],
    ['mothers-day', 2026, '2026-05-10'],
    ['mothering-sunday', 2025, '2025-03-30'],
    ['fathers-day', 2026, '2026-06-21'],
    ['labor-day', 2025, '2025-09-01'],
    ['early-may-holiday', 2026, '2026-05-04'],
    ['early-may-holiday', 2020, '2020-05-08'],
    ['spring-holiday', 2026, '2026-05-25'],
    ['spring-holiday', 2022, '2022-06-02'],
    ['summer-holiday', 2026, '2026-08-31'],
    ['christmas', 2026, '2026-12-25'],
    ['new-year', 2026, '2026-01-01'],
    ['valentines-day', 2026, '2026-02-14'],
    ['republic-day', 2026, '2026-01-26'],
    ['independence-day', 2026, '2026-08-15'],
    ['fourth-of-july', 2026, '2026-07-04'],
    ['singles-day', 2026, '2026-11-11'],
    ['boxing-day', 2026, '2026-12-26'],
    ['easter', 2026, '2026-04-05'],
    ['lunar-new-year', 2026, '2026-02-17'],
    ['hanukkah', 2025, '2025-12-15'],
    ['ramadan', 2025, '2025-03-01'],
    ['eid-al-fitr', 2025, '2025-03-30'],
    ['eid-al-adha', 2025, '2025-06-06'],
    ['diwali', 2026, '2026-11-08'],
  ])('%s of %i is %s', (id, year, day) => {
    expect(feast(id).days(year)).toEqual([day]);
  });

  it('has no Diwali outside the table', () => {
    expect(feast('diwali').days(2040)).toEqual([]);
  });

  it('has ids of its own for every feast', () => {
    expect(new Set(FEASTS.map(({ id }) => id)).size).toBe(FEASTS.length);
  });

  it('has windows of less than a week or of whole weeks before every feast', () => {
    const runUps = FEASTS.flatMap(({ customs }) => customs.map(({ runUp }) => runUp));
    expect(runUps.filter((days) => days > 7 && days % 7 !== 0)).toEqual([]);
  });
});

describe('customOf', () => {
  it('prefers the custom that names the country', () => {
    expect(customOf(feast('christmas'), 'IN')?.strength).toBe(1);
    expect(customOf(feast('christmas'), 'FR')?.strength).toBe(3);
  });

  it('knows where a feast is not bought for, or on another day', () => {
    expect(customOf(feast('easter'), 'IN')).toBeUndefined();
    expect(customOf(feast('mothers-day'), 'GB')).toBeUndefined();
    expect(customOf(feast('thanksgiving'), 'IN')).toBeUndefined();
  });
});
