import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Document } from '../render/document.ts';

export interface TextTarget {
  readonly config: Pick<Config, 'output'>;
  readonly context: Context;
  /** a file is no terminal, whatever standard output is */
  readonly output?: string | undefined;
}

/** The document as text for where it goes: the width and colour of the terminal, or 80 plain cells. */
export async function textFor(document: Document, { config, context, output }: TextTarget): Promise<string> {
  const [{ renderText }, { outputWidth, paintFor, wantsColour }] = await Promise.all([
    import('../render/text.ts'),
    import('../render/colour.ts'),
  ]);
  const toFile = output !== undefined && output !== '-';
  const { isTTY, columns } = context.stdout;
  const stream = { env: context.env, isTTY: isTTY && !toFile, columns };
  const paint = await paintFor(wantsColour({ ...stream, flag: config.output.color }));
  const width = outputWidth({ ...stream, flag: config.output.width });
  return renderText(document, { width, ascii: config.output.ascii, paint });
}
