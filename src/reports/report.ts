import type * as z from 'zod';
import type { Answer } from '../domain/answer.ts';
import type { Books } from '../domain/books.ts';

/** A question the books can answer. The command line, the HTTP API and the chat all ask it the same way. */
export interface Report<Options, Result extends Answer = Answer> {
  readonly name: string;
  readonly summary: string;
  readonly options: z.ZodType<Options>;
  readonly compute: (books: Books, options: Options) => Result;
}
