import type { Answer } from '../domain/answer.ts';
import type { Source } from '../domain/books.ts';
import { cleanText } from '../domain/clean-text.ts';
import type { Figure } from '../domain/figure.ts';
import type { Narrative } from '../domain/narrative.ts';
import type { Problem } from '../domain/problem.ts';

export interface AnswerExtras {
  readonly narrative?: Narrative | undefined;
  readonly problems: readonly Problem[];
  readonly sources: readonly Source[];
}

/**
 * An answer for machines: figures by id, tables by id as lists of rows, always the same keys in the same order, two blanks
 * in. Money is in minor units of `currency`; what is not known is null; texts are cleaned. Ends in a line feed.
 */
export function renderJson(answer: Answer, { narrative, problems, sources }: AnswerExtras): string {
  const value = {
    schemaVersion: answer.schemaVersion,
    report: answer.report,
    shop: answer.shop ?? null,
    demo: answer.demo,
    period: answer.period,
    compare: answer.compare,
    asOf: answer.asOf,
    currency: answer.currency,
    figures: Object.fromEntries(answer.figures.map((figure) => [figure.id, jsonFigure(figure)])),
    tables: Object.fromEntries(answer.tables.map((table) => [table.id, table.rows])),
    findings: answer.findings,
    narrative: narrative ?? null,
    problems,
    sources,
  };
  return `${JSON.stringify(cleaned(value), null, 2)}\n`;
}

function jsonFigure({ value, unit, currency, status, label, period, formula, note }: Figure) {
  return { value, unit, currency, status, label, period, formula, note };
}

/** The value with every text and every key cleaned; line feeds stay, for prose has paragraphs. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value, { multiline: true });
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [cleanText(key), cleaned(part)]));
}
