import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Answer, Table } from '../domain/answer.ts';
import type { Narrative } from '../domain/narrative.ts';
import type { Document } from '../render/document.ts';
import type { ReadSources } from './books.ts';
import type { FromTo } from './from-to.ts';
import type { Format } from './output.ts';
import { isSerious } from './problems.ts';
import { mailText } from './report-mail.ts';
import { textFor } from './show-text.ts';

/** How and where an answer is to be shown. */
export interface Showing {
  readonly format: Format;
  readonly config: Config;
  readonly context: Context;
  readonly loaded: ReadSources;
  readonly narrative: Narrative;
  readonly ends: FromTo;
  /** today was named: the same command gives the same bytes */
  readonly asOfGiven: boolean;
  /** the file named with `-o` */
  readonly output?: string | undefined;
}

/** What a report makes of its answer for the eye, the spreadsheet and the mailbox. */
export interface Page {
  readonly document: Document;
  /** what `--format csv` holds */
  readonly tables: readonly Table[];
  /** of the mail */
  readonly subject: string;
}

/** The answer in the format asked for; renderers are loaded when they are needed. */
export async function shownAnswer(answer: Answer, page: Page, showing: Showing): Promise<string> {
  const { document, tables, subject } = page;
  const { loaded, narrative } = showing;
  switch (showing.format) {
    case 'text':
      return await textFor(document, showing);
    case 'md':
      return (await import('../render/markdown.ts')).renderMarkdown(document);
    case 'html':
      return (await import('../render/html.ts')).renderHtml(document);
    case 'json': {
      const problems = loaded.problems.filter(isSerious);
      const extras = { narrative, problems, sources: loaded.books.sources };
      return (await import('../render/json.ts')).renderJson(answer, extras);
    }
    case 'csv':
      return (await import('../render/csv.ts')).renderCsv(tables, answer.currency, { demo: answer.demo });
    case 'eml': {
      const asOf = showing.asOfGiven ? answer.asOf : undefined;
      return await mailText(document, { subject, ends: showing.ends, context: showing.context, asOf });
    }
  }
}
