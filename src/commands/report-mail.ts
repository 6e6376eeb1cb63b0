import type { Context } from '../context.ts';
import type { Day } from '../domain/day.ts';
import { UserError } from '../errors.ts';
import type { Document } from '../render/document.ts';
import type { FromTo } from './from-to.ts';

export interface Mail {
  readonly subject: string;
  readonly ends: FromTo;
  readonly context: Context;
  /** today, when it was named: the same command gives the same bytes; undefined for the clock's */
  readonly asOf: Day | undefined;
}

/** A whole message for `sendmail -t`: the document as text and as HTML, with the same figures. */
export async function mailText(document: Document, { subject, ends, context, asOf }: Mail): Promise<string> {
  const [{ mimeMessage, parseAddress }, { renderText }, { renderHtml }] = await Promise.all([
    import('../deliver/message.ts'),
    import('../render/text.ts'),
    import('../render/html.ts'),
  ]);
  const address = (text: string) => {
    const parsed = parseAddress(text);
    if (parsed === undefined)
      throw new UserError('not a mail address', { hint: 'write it as name@shop.example', exitCode: 2 });
    return parsed;
  };
  const message = await mimeMessage({
    to: ends.recipients.map(address),
    ...(ends.sender === undefined ? {} : { from: address(ends.sender) }),
    subject,
    text: renderText(document, { width: 80 }),
    html: renderHtml(document),
    date: asOf === undefined ? context.now() : new Date(`${asOf}T00:00:00Z`),
  });
  return message.toString('utf8');
}

/** A mail that nobody gets is an error of usage. */
export function requireRecipient(format: string, { recipients }: FromTo): void {
  if (format !== 'eml' || recipients.length > 0) return;
  throw new UserError('--format eml needs somebody to write to', {
    hint: 'add --to name@shop.example',
    exitCode: 2,
  });
}
