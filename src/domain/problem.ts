/** What went wrong with a piece of input. `error`: the row or file does not count. `warning`: it counts, with a doubt. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** A row that could not be used as it stands: data, not an exception. The rest of the file still counts. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly file?: string | undefined;
  /** physical line in the file, 1 for the first */
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
}

export type ProblemCode =
  | 'unreadable-file'
  | 'unknown-format'
  | 'missing-column'
  | 'duplicate-column'
  | 'duplicate-file'
  | 'duplicate-record'
  | 'conflicting-record'
  | 'bad-amount'
  | 'bad-date'
  | 'bad-number'
  | 'bad-id'
  | 'bad-row'
  | 'ambiguous-date'
  | 'missing-value'
  | 'order-does-not-add-up'
  | 'settlement-does-not-add-up'
  | 'currency-differs'
  | 'unequal-costs'
  | 'encoding'
  | 'malformed-csv'
  | 'malformed-json'
  | 'empty-file'
  | 'not-counted';

/** One line for a person: `orders.csv:3: amount "abc" is not a number – row left out`. Values must be cleaned by the caller's sink. */
export function problemText(problem: Problem): string {
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  return problem.file === undefined ? problem.message : `${problem.file}${line}: ${problem.message}`;
}
