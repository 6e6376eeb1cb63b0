import { report } from './draft.ts';
import type { Draft, TextTable } from './format.ts';

/** Notes that a file was recognised and that nothing of it is counted, with what it holds and why. */
export function tellNotCounted(table: TextTable, draft: Draft, { what, why }: NotCounted): void {
  const message = `holds ${what}, which are not counted: ${why}`;
  report(draft, { code: 'not-counted', severity: 'note', message, file: table.file });
}

export interface NotCounted {
  readonly what: string;
  readonly why: string;
}
