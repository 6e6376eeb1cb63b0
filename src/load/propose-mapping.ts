import { fit, areSurelyDates, type Sample } from './column-fit.ts';
import type { Format } from './format.ts';
import { meaningOf, nameKey } from './kind-columns.ts';
import { settleMoney } from './settle-money.ts';

/** A file that no format knows: its header as written, and some of its rows. */
export interface UnknownTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** `sure`: name and cells agree; `likely`: the name is near; `guess`: only the cells speak for it; `said`: the owner's word. */
export type Sureness = 'said' | 'sure' | 'likely' | 'guess';

/** Which column of the file stands for which of the kind's. */
export interface ProposedColumn {
  readonly target: string;
  /** index in the header */
  readonly column: number;
  readonly sureness: Sureness;
}

/** How a file could be read as one of the owner's kinds. */
export interface ProposedMapping {
  readonly format: Format;
  /** in the order of the kind's columns */
  readonly columns: readonly ProposedColumn[];
  /** columns of the kind that must be there and are not; `price or total` */
  readonly missing: readonly string[];
}

/** What the owner said: column of the kind → index in the header, or undefined for "none". */
export type Corrections = ReadonlyMap<string, number | undefined>;

/**
 * Proposes which column is which, by their names in ten languages and by what their cells look like. Of several kinds the one counts
 * that finds all it needs without a guess, if there is one, and explains most columns; when none finds all, the first.
 */
export function proposeMapping(
  table: UnknownTable,
  kinds: readonly Format[],
  said: Corrections = new Map(),
): ProposedMapping | undefined {
  const proposals = kinds.map((format) => propose(table, format, said));
  const whole = proposals.filter(({ missing, columns }) => missing.length === 0 && isEarned(columns));
  const firm = whole.filter(({ columns }) => columns.every(({ sureness }) => sureness !== 'guess'));
  const [best = proposals[0]] = (firm.length > 0 ? firm : whole).sort((a, b) => b.score - a.score);
  return best;
}

/** A kind is not found by guesses alone. */
function isEarned(columns: readonly ProposedColumn[]): boolean {
  return columns.filter(({ sureness }) => sureness !== 'guess').length >= 2;
}

/** A column of the file that may stand for one of the kind's, and how much speaks for it, up to 1. */
export interface Scored {
  readonly target: string;
  readonly column: number;
  readonly score: number;
}

/** Columns of a kind, those that it needs first. */
export function columnsOf(format: Format): readonly string[] {
  return [...new Set([...format.signature.flat(), ...format.known])];
}

function propose(
  table: UnknownTable,
  format: Format,
  said: Corrections,
): ProposedMapping & { readonly score: number } {
  const samples = table.header.map((_, column) => table.rows.map((row) => row[column] ?? ''));
  const chosen = new Map<string, Scored>();
  const taken = new Set([...said.values()].filter((column) => column !== undefined));
  for (const each of candidates(table, format, samples)) {
    if (said.has(each.target) || chosen.has(each.target) || taken.has(each.column)) continue;
    chosen.set(each.target, each);
    taken.add(each.column);
  }
  for (const each of guesses(format, { samples, chosen, taken, said })) chosen.set(each.target, each);
  const settled = settleMoney(chosen, samples, columnsOf(format));
  const columns = columnsOf(format).flatMap((target): ProposedColumn[] => {
    const own = said.get(target);
    if (own !== undefined) return [{ target, column: own, sureness: 'said' }];
    const scored = settled.get(target);
    return scored === undefined ? [] : [{ target, column: scored.column, sureness: surenessOf(scored) }];
  });
  const has = new Set(columns.map(({ target }) => target));
  const score = [...settled.values()].reduce((sum, each) => sum + each.score, said.size);
  return { format, columns, missing: missingOf(format, has), score };
}

function missingOf(format: Format, has: ReadonlySet<string>): readonly string[] {
  return format.signature.flatMap((needed) => {
    const names = typeof needed === 'string' ? [needed] : needed;
    return names.some((name) => has.has(name)) ? [] : [names.join(' or ')];
  });
}

const SURE = 0.9;
const GUESS = 0.3;

function surenessOf({ score }: Scored): Sureness {
  return score >= SURE ? 'sure' : score > GUESS ? 'likely' : 'guess';
}

const FITTING = 0.8;

/** Pairs of a kind's column and a file's column whose names are near and whose cells fit, the best first. */
function candidates(table: UnknownTable, format: Format, samples: readonly Sample[]): readonly Scored[] {
  const keys = table.header.map(nameKey);
  const scored = columnsOf(format).flatMap((target) => {
    const { holds, names } = meaningOf(format.kind, target);
    return keys.flatMap((key, column): Scored[] => {
      const score = holds === 'date' && isOfSomethingElse(key, names) ? 0 : nearness(key, names);
      if (score === 0) return [];
      const fits = fit(holds, samples[column] ?? []);
      if (fits !== undefined && fits < FITTING) return [];
      return [{ target, column, score }];
    });
  });
  return scored.sort((a, b) => b.score - a.score);
}

/** 1 for the first of the names, a little less for each later one; less again when the name is only a part of the header. */
function nearness(key: string, names: readonly string[]): number {
  const exact = names.indexOf(key);
  if (exact >= 0) return 1 - (0.09 * exact) / names.length;
  const words = key.split(' ');
  let best = 0;
  for (const name of names) {
    if (TOO_PLAIN.has(name) || !` ${key} `.includes(` ${name} `)) continue;
    best = Math.max(best, 0.4 + (0.4 * name.split(' ').length) / words.length);
  }
  return best;
}

const OTHER_DAYS =
  /(^| )(ship|shipped|shipping|dispatch|dispatched|deliver|delivery|delivered|due|required|expected|estimated|approved|limit|expiry|expires|birth|updated|modified|cancelled|canceled|returned|refunded|settled|settlement|payout|versand|liefer|livraison|entrega|consegna)( |$)/;

/** The day that something was shipped, due or changed is no order date, though `date` is in its name. */
function isOfSomethingElse(key: string, names: readonly string[]): boolean {
  return OTHER_DAYS.test(key) && !names.includes(key);
}

/** Words that say only together with others what they mean: `Tax value` is not the value of the line. */
const TOO_PLAIN: ReadonlySet<string> = new Set([
  ...['amount', 'value', 'total', 'rate', 'cost', 'spent', 'paid', 'type', 'source', 'head', 'from', 'since'],
  ...['betrag', 'wert', 'summe', 'montant', 'importe', 'valor', 'importo', 'bedrag', 'сумма', 'राशि', '金额'],
]);

interface Guessing {
  readonly samples: readonly Sample[];
  readonly chosen: ReadonlyMap<string, Scored>;
  readonly taken: ReadonlySet<number | undefined>;
  readonly said: Corrections;
}

/** A needed date is the only column of dates; that is all that cells alone can tell. */
function guesses(format: Format, { samples, chosen, taken, said }: Guessing): readonly Scored[] {
  if (!format.signature.includes('date') || chosen.has('date') || said.has('date')) return [];
  const dates = samples.flatMap((sample, column) =>
    !taken.has(column) && areSurelyDates(sample) ? [column] : [],
  );
  const [column] = dates;
  return column !== undefined && dates.length === 1 ? [{ target: 'date', column, score: GUESS }] : [];
}
