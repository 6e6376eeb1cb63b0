import { type BenchRow, type BenchTable, type SeriesBench } from './bench-table.ts';

const BENCHES: readonly (() => Promise<SeriesBench>)[] = [
  async () => (await import('./car-parts.ts')).carParts,
  async () => (await import('./stock-policy.ts')).stockPolicy,
  async () => (await import('./nn5.ts')).nn5,
  async () => (await import('./uci-skus.ts')).uciSkus,
  async () => (await import('./anomaly-days.ts')).anomalyDays,
  async () => (await import('./change-points.ts')).changePoints,
  async () => (await import('./nab.ts')).nab,
  async () => (await import('./drivers.ts')).drivers,
];

interface Asked {
  readonly folder: string;
  readonly json: boolean;
  readonly only: string | undefined;
}

/** The tables of every bench whose data the folder holds, one bench after the other. */
async function tables(asked: Asked): Promise<readonly (BenchTable & { readonly bench: string })[]> {
  const all: (BenchTable & { bench: string })[] = [];
  for (const load of BENCHES) {
    const bench = await load();
    if (asked.only !== undefined && asked.only !== bench.name) continue;
    for (const table of bench.run(asked.folder)) all.push({ bench: bench.name, ...table });
  }
  return all;
}

function verdict({ mean, target }: BenchRow): string {
  if (target === undefined) return '';
  const met = 'atMost' in target ? mean <= target.atMost : mean >= target.atLeast;
  const sign = 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
  return `${sign} ${met ? 'met' : 'missed'}`;
}

function line(row: BenchRow): string {
  const numbers = [...row.origins, row.mean].map((score) =>
    (Number.isNaN(score) ? '–' : score.toFixed(4)).padStart(11),
  );
  const name = `${row.anchor === true ? '  ' : '* '}${row.method}`;
  return `${name.padEnd(46)}${row.metric.padEnd(16)}${numbers.join('')}  ${verdict(row)}`.trimEnd();
}

function shown(table: BenchTable): string {
  const head = ''.padEnd(62) + [...table.origins, 'mean'].map((cell) => cell.padStart(11)).join('');
  return [table.title, head, ...table.rows.map(line), ...table.notes.map((note) => `  ${note}`), ''].join(
    '\n',
  );
}

/** Measures forecasts, detectors and causes on a folder of series and prints each table, ours marked `*`, anchors beside them. */
export async function benchSeries(asked: Asked): Promise<void> {
  const all = await tables(asked);
  process.stdout.write(
    asked.json ? `${JSON.stringify(all, null, 2)}\n` : all.map((table) => `${shown(table)}\n`).join(''),
  );
}
