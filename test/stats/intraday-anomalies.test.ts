import { describe, expect, test } from 'vitest';
import { intradayAnomalies } from '../../src/stats/intraday-anomalies.ts';
import { noise } from '../helpers/noise.ts';

const DAY = 24;

/** Hourly sales that swell by noon, with 10 % noise and what the hours given really brought. */
function hours(days: number, really: Readonly<Record<number, number>> = {}): number[] {
  return noise(days * DAY, 2).map(
    (chance, hour) =>
      really[hour] ?? (60 - 50 * Math.cos((2 * Math.PI * (hour % DAY)) / DAY)) * (1 + 0.1 * chance),
  );
}

describe('intraday anomalies', () => {
  test('noon’s takings at midnight are an alarm, at noon they are not', () => {
    const { alarms } = intradayAnomalies(hours(20, { [15 * DAY]: 110, [12 * DAY + 12]: 110 }), DAY);
    expect(alarms.map(({ index, direction }) => [index, direction])).toEqual([[15 * DAY, 'up']]);
    expect(alarms[0]?.value).toBe(110);
    expect(alarms[0]?.expected).toBeGreaterThan(5);
    expect(alarms[0]?.expected).toBeLessThan(20);
  });

  test('a silent noon is an alarm downwards', () => {
    const { alarms } = intradayAnomalies(hours(20, { [15 * DAY + 12]: 0 }), DAY);
    expect(alarms.map(({ index, direction }) => [index, direction])).toEqual([[15 * DAY + 12, 'down']]);
  });

  test('after an alarm there is none for a season', () => {
    const burst = { 360: 900, 361: 900, 370: 900, 385: 900 };
    const { alarms, scores } = intradayAnomalies(hours(20, burst), DAY);
    expect(alarms.map(({ index }) => index)).toEqual([360, 385]);
    expect(scores[361]).toBeGreaterThan(6);
  });

  test('what comes later changes no score', () => {
    const values = hours(20, { 400: 900 });
    const early = intradayAnomalies(values.slice(0, 401), DAY);
    expect([...early.scores]).toEqual([...intradayAnomalies(values, DAY).scores.slice(0, 401)]);
  });

  test('the first four seasons and unknown values are not judged', () => {
    const { scores, alarms } = intradayAnomalies(hours(20, { 10: 9000, 200: NaN }), DAY);
    expect(scores.slice(0, 4 * DAY).every(Number.isNaN)).toBe(true);
    expect(scores[200]).toBeNaN();
    expect(alarms).toEqual([]);
    expect(intradayAnomalies([], DAY).alarms).toEqual([]);
  });

  test('a slot that differs sharply from its neighbours every day is ordinary', () => {
    const quarters = Array.from({ length: 10 * 96 }, (_, i) => 10 + (i % 96) + (i % 5));
    expect(intradayAnomalies(quarters, 96).alarms).toEqual([]);
  });

  test('values that never change have no alarms, the first change is one', () => {
    const steady = Array<number>(10 * DAY).fill(5);
    expect(intradayAnomalies(steady, DAY)).toMatchObject({ alarms: [] });
    expect(intradayAnomalies([...steady, 6], DAY).alarms.map(({ index }) => index)).toEqual([10 * DAY]);
  });

  test('after nothing but zeros nothing is judged', () => {
    const { scores, alarms } = intradayAnomalies([...Array<number>(5 * DAY).fill(0), 9], DAY);
    expect(scores.every(Number.isNaN)).toBe(true);
    expect(alarms).toEqual([]);
  });
});
