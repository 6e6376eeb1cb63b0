import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { adida, imapa } from '../../src/stats/adida.ts';
import { croston } from '../../src/stats/croston.ts';
import { tsb } from '../../src/stats/tsb.ts';
import { sharedPath } from '../helpers/shared.ts';

interface Fixtures {
  readonly intermittent_m5_FOODS_1_001_CA_1: Readonly<
    Record<'CrostonClassic_alpha0.1' | 'TSB_0.2_0.2' | 'ADIDA' | 'IMAPA', number>
  >;
}

const folder = sharedPath('series');

test.skipIf(folder === undefined)('a published series gives the published forecasts', () => {
  const read = (name: string): Buffer => readFileSync(join(folder ?? '', name));
  const fixture = (JSON.parse(read('fixtures.json').toString()) as Fixtures).intermittent_m5_FOODS_1_001_CA_1;
  const lines = gunzipSync(read('m5_small/m5_small.csv.gz')).toString().split('\n');
  const units = lines
    .map((line) => line.split(','))
    .filter(([id]) => id?.startsWith('FOODS_1_001'))
    .map((cells) => Number(cells[2]));
  expect(croston(units)).toBeCloseTo(fixture['CrostonClassic_alpha0.1'], 6);
  expect(tsb(units, { probability: 0.2, size: 0.2 })).toBeCloseTo(fixture['TSB_0.2_0.2'], 6);
  expect(adida(units)).toBeCloseTo(fixture.ADIDA, 6);
  expect(Math.abs(imapa(units) - fixture.IMAPA)).toBeLessThan(5e-6);
});
