import type { Answer, Table } from '../domain/answer.ts';
import { cleanText } from '../domain/clean-text.ts';
import type { Figure } from '../domain/figure.ts';
import type { Day } from '../domain/day.ts';
import type { Period } from '../domain/period.ts';
import { baseOf } from './change-figures.ts';

/** What prose is checked against. */
export interface Facts {
  readonly figures: readonly Figure[];
  readonly currency: string;
  readonly period: Period | null;
  readonly compare: Period | null;
  readonly asOf?: Day | undefined;
  /** SKUs and labels from the shop's data, cleaned, longest first */
  readonly names: readonly string[];
  readonly tables: readonly Table[];
}

/** A number in a text: where it stands and the figures that it may be (one for a placeholder). */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly figures: readonly Figure[];
}

/** A sentence with everything that is not ordinary words blanked out by signs of the same length. */
export interface Reading {
  /** numbers and placeholders are ¤, names and dates § */
  readonly masked: string;
  readonly mentions: readonly Mention[];
}

const LONGEST_LABEL = 80;
const SAFE_ID = /^[\p{L}\p{M}\p{N}_.-]{1,80}$/u;

/**
 * A label from the shop's data as it may go into a prompt: cleaned, one line, at most 80 graphemes, without e-mail
 * addresses, phone numbers, GSTIN and PAN, and with double braces pulled apart so that they never look like a placeholder.
 */
export function safeLabel(text: string): string {
  const plain = cleanText(text).trim();
  const impersonal = PERSONAL.reduce((clean, pattern) => clean.replace(pattern, '[removed]'), plain);
  return cleanText(impersonal.replace(/\{(?=\{)|\}(?=\})/g, '$& '), { max: LONGEST_LABEL });
}

const PERSONAL: readonly RegExp[] = [
  /[^\s@,;<>"']+@[^\s@,;<>"']+\.[^\s@,;<>"']+/g,
  /\b\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d]\b/gi,
  /\b[A-Z]{5}\d{4}[A-Z]\b/g,
  /(?<![\w.-])\+?\d(?:[\s()-]?\d){9,14}(?![\w.-])/g,
];

/**
 * The figures that prose may cite: those of the answer under ids that are safe to hand to a model (an id made from the
 * shop's data that is not gets a number instead), and `finding.N.stake` for the money at stake in each finding.
 */
export function citableFigures(answer: Answer): readonly Figure[] {
  const figures = answer.figures.map((figure) => ({ ...figure, id: citableId(answer, figure.id) }));
  const stakes = answer.findings.map((finding, index): Figure => ({
    id: `finding.${index + 1}.stake`,
    label: 'Money at stake',
    value: finding.stake,
    unit: 'money',
    currency: answer.currency,
    status: 'estimated',
  }));
  return [...figures, ...stakes.filter((stake) => stake.value !== 0)];
}

/** The id under which prose cites a figure of the answer: its own, or a number (with the same ending) when its own is not safe. */
export function citableId(answer: Answer, id: string): string {
  if (SAFE_ID.test(id)) return id;
  const base = baseOf(id);
  const index = answer.figures.findIndex((figure) => baseOf(figure.id) === base);
  return `figure.${index + 1}${id.slice(base.length)}`;
}

/** Everything in an answer that its prose can be checked against. */
export function factsOf(answer: Answer): Facts {
  const { currency, period, compare, asOf, tables } = answer;
  return { figures: citableFigures(answer), currency, period, compare, asOf, tables, names: namesOf(answer) };
}

/** Figures outside an answer, such as those a chat has gathered. */
export function factsFrom(
  figures: readonly Figure[],
  given: Partial<Omit<Facts, 'figures'>> & { readonly currency: string },
): Facts {
  return { period: null, compare: null, names: [], tables: [], ...given, figures };
}

/** Roles of a finding's names, and columns of tables, that hold names of things that are sold or places; never of people. */
const NAME_ROLES: ReadonlySet<string> = new Set([
  'sku',
  'title',
  'product',
  'products',
  'name',
  'state',
  'channel',
  'category',
  'place',
]);

/** Whether a finding's name or a table's text column may be shown to a model at all. */
export function isNameRole(role: string): boolean {
  return NAME_ROLES.has(role);
}

function namesOf(answer: Answer): readonly string[] {
  const inFindings = answer.findings.flatMap(({ names }) =>
    Object.keys(names)
      .filter(isNameRole)
      .flatMap((role) => [names[role] ?? '', ...(names[role] ?? '').split(', ')]),
  );
  const inTables = answer.tables.flatMap((table) => {
    const columns = table.columns.filter(({ id, unit }) => unit === 'text' && isNameRole(id));
    return table.rows.flatMap((row) =>
      columns.map(({ id }) => row[id]).filter((cell) => typeof cell === 'string'),
    );
  });
  const expenses = answer.figures.filter(({ id }) => id.includes('.expense.')).map(({ label }) => label);
  const own = new Set(answer.figures.map(({ label }) => label.toLowerCase()));
  const all = [...inFindings, ...inTables, ...expenses, answer.shop ?? ''].map(safeLabel);
  return [...new Set(all)]
    .filter((name) => isName(name) && (/\p{N}/u.test(name) || !own.has(name.toLowerCase())))
    .sort((a, b) => b.length - a.length);
}

const CLAIM = /[%₹$€£¥{}]|\d,\d|\bper\s?cent\b/i;

/** A name may carry digits, but nothing that reads as an amount, or a product called "₹9,999" would let any number pass. */
function isName(text: string): boolean {
  return text.length >= 2 && /\p{L}/u.test(text) && /[\p{N}\p{Lu}\p{Lo}]/u.test(text) && !CLAIM.test(text);
}

/** A change to hold a direction word against. */
export interface Change {
  readonly value: number;
  readonly better?: 'up' | 'down' | undefined;
  /** in parts of the earlier value, when known */
  readonly share?: number | undefined;
}

/** How something changed: its `.change`, or value − previous; undefined when that is not known. */
export function changeOf(figures: readonly Figure[], base: string): Change | undefined {
  const valueOf = (id: string): number | null => figures.find((figure) => figure.id === id)?.value ?? null;
  const change = figures.find(
    (figure) =>
      (figure.id === `${base}.change` || figure.id === `${base}.changeShare`) && figure.value !== null,
  );
  const [now, before] = [valueOf(base), valueOf(`${base}.previous`)];
  const value = change?.value ?? (now === null || before === null ? null : now - before);
  if (value === null) return undefined;
  const share =
    valueOf(`${base}.changeShare`) ?? (before === null || before === 0 ? undefined : value / before);
  return { value, better: change?.better, share };
}
