import { cleanText } from '../domain/clean-text.ts';
import { formatMoney } from '../domain/money.ts';
import { formatPeriod } from '../domain/period.ts';
import { problemText } from '../domain/problem.ts';
import type { Preview } from '../load/map-file.ts';
import type { ColumnMapping } from '../load/mapping.ts';
import type { ProposedMapping } from '../load/propose-mapping.ts';
import { MAPPED_KINDS, type MapFlags } from './map.ts';

const MOST_PROBLEMS = 3;

/** What the file gives when it is read so, and what it says that cannot be used. */
export function previewNotes({ records, orders, waitsFor, problems }: Preview): readonly string[] {
  const told = problems.slice(0, MOST_PROBLEMS).map((problem) => {
    const hint = problem.hint === undefined ? '' : ` (${problem.hint})`;
    return `${problem.severity}: ${problemText(problem)}${hint}`;
  });
  const more = problems.length - told.length;
  const isNothing = records === 0 && told.length > 0;
  return [
    ...(isNothing ? [] : [gives()]),
    ...told,
    ...(more > 0 ? [`and ${more} more; ecom check lists them`] : []),
  ];

  function gives(): string {
    if (waitsFor === 'lines') return `Gives ${records} orders, together with a file of their lines.`;
    if (waitsFor === 'orders')
      return `Gives the lines of ${records} orders, together with a file that dates them.`;
    if (orders === undefined) return `Gives ${records} ${records === 1 ? 'record' : 'records'}.`;
    const { from, to, units, total, currency } = orders;
    return `Gives ${records} ${records === 1 ? 'order' : 'orders'}, ${units} units, ${formatPeriod({ from, to })}, in all ${formatMoney(total, currency)}.`;
  }
}

/** What keeps a file from being read, and how to say it. */
export function missingNotes({ missing }: ProposedMapping, { kind }: MapFlags): readonly string[] {
  const kinds = `If its rows are something else: --kind ${MAPPED_KINDS.join(', ')}`;
  return [
    ...missing.map((name) => `Missing: ${name}. Say which: --set ${name.split(' ')[0]}="…"`),
    ...(kind === undefined ? [kinds] : []),
  ];
}

/** How the mapping is used without being stored, and how it is stored. */
export function flagLines(
  { kind, columns }: ColumnMapping,
  file: string,
  { dateOrder, set, kind: said }: MapFlags,
): string {
  const order = dateOrder === undefined ? '' : ` --date-order ${dateOrder}`;
  const again = [
    ...(said === undefined ? [] : [`--kind ${said}`]),
    ...set.map((each) => `--set ${pair(each)}`),
  ];
  const keep = `To keep it:\n  ecom map ${[word(file), ...again].join(' ')}${order} --write\n`;
  if (kind !== 'ecom.orders') return `\n${keep}`;
  const flags = Object.entries(columns).map(([target, source]) => `--map ${pair(`${target}=${source}`)}`);
  return `\nTo use it once:\n  ecom pnl --data ${word(file)}${order} \\\n    ${flags.join(' \\\n    ')}\n${keep}`;
}

function pair(text: string): string {
  const at = text.indexOf('=');
  return `${text.slice(0, at)}=${word(text.slice(at + 1))}`;
}

/** A word as a shell takes it: bare when it is plain, else in quotes. */
function word(text: string): string {
  const clean = cleanText(text);
  if (/^[\p{L}\p{M}\p{N}\w@%+:,./-]+$/u.test(clean)) return clean;
  return /["$`\\!]/.test(clean) ? `'${clean.replaceAll("'", `'\\''`)}'` : `"${clean}"`;
}
