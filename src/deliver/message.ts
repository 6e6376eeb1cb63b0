import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { cleanText } from '../domain/clean-text.ts';

/** A checked recipient or sender. */
export interface Address {
  readonly name?: string | undefined;
  readonly address: string;
}

export interface Message {
  readonly to: readonly Address[];
  /** undefined: the sending program puts in its own */
  readonly from?: Address | undefined;
  readonly subject: string;
  readonly text: string;
  /** the same figures as `text`; undefined: the text alone */
  readonly html?: string | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** when it is sent; part of the message, so it comes from outside */
  readonly date: Date;
}

/** A file that goes along: made by us, under a name of ours. */
export interface Attachment {
  readonly name: string;
  /** such as `application/pdf` */
  readonly type: string;
  readonly bytes: Uint8Array;
}

const LONGEST_NAME = 100;
const LONGEST_SUBJECT = 200;
const LONGEST_ADDRESS = 254;
const MOST_RECIPIENTS = 50;

/** One local part and one host, of letters, digits and marks of any script and the harmless signs. */
const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~][\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]*$/u;
const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.-]*[\p{L}\p{N}\p{M}])?$/u;
const NAMED = /^(?:"([^"]*)"|([^"]*?)) *<([^<>]*)>$/;

/**
 * Reads `a@b.example` or `Name <a@b.example>`. Undefined for anything else: line breaks or control characters, two addresses,
 * more than one @, blanks, commas, semicolons, quotes or brackets in the address, or an address or comma in the name.
 */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.replace(/^ +| +$/g, '');
  if (/[\p{Cc}\u2028\u2029]/u.test(trimmed)) return undefined;
  const parts = NAMED.exec(trimmed);
  if (parts === null) return isAddress(trimmed) ? { address: trimmed } : undefined;
  const [, quoted, plain = '', address = ''] = parts;
  const name = quoted ?? plain;
  if (/[@<>,;]/.test(name) || !isAddress(address)) return undefined;
  const clean = cleanName(name);
  return clean === '' ? { address } : { name: clean, address };
}

function isAddress(text: string): boolean {
  const [local = '', host = '', ...more] = text.split('@');
  if (more.length > 0 || text.length > LONGEST_ADDRESS || text !== cleanText(text)) return false;
  return LOCAL.test(local) && HOST.test(host) && domainToASCII(host) !== '' && !/\.\.|\.@/.test(text);
}

function cleanName(name: string): string {
  return headerText(name, LONGEST_NAME);
}

/** One clean line that a mail program does not take for an encoded word (`=?UTF-8?…`). */
function headerText(text: string, max: number): string {
  return cleanText(text, { max }).replaceAll('=?', '= ?').trim();
}

function withCrLf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

/**
 * A whole mail (MIME, CRLF) with a text, an HTML alternative if there is one, and its attachments, for a draft file or
 * `sendmail -t`. The same message on the same day (UTC) has the same Message-ID, so that a retry does not arrive twice; the same
 * input gives the same bytes.
 * Throws RangeError for no or more than 50 recipients and for an address that `parseAddress` would refuse.
 */
export async function mimeMessage(message: Message): Promise<Buffer> {
  const to = message.to.map(checked);
  const from = message.from === undefined ? undefined : checked(message.from);
  if (to.length === 0 || to.length > MOST_RECIPIENTS) {
    throw new RangeError(`a mail needs 1 to ${MOST_RECIPIENTS} recipients, not ${to.length}`);
  }
  const hash = hashOf(message);
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composed = new MailComposer({
    to,
    ...(from === undefined ? {} : { from }),
    subject: headerText(message.subject, LONGEST_SUBJECT),
    text: withCrLf(cleanText(message.text, { multiline: true })),
    ...(message.html === undefined ? {} : { html: withCrLf(message.html) }),
    attachments: (message.attachments ?? []).map(attached),
    date: message.date,
    messageId: `<${hash.slice(0, 40)}@${hostOf(from ?? to[0])}>`,
    baseBoundary: hash.slice(0, 32),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const used = composed.getEnvelope().to;
  if (used.join('\n') !== to.map(({ address }) => address).join('\n')) {
    throw new RangeError('the mail would go to other addresses than the ones that were checked');
  }
  return composed.build();
}

function attached({ name, type, bytes }: Attachment) {
  return {
    filename: headerText(name, LONGEST_NAME).replace(/[/\\]/g, '-'),
    contentType: type,
    content: Buffer.from(bytes),
    contentTransferEncoding: 'base64' as const,
  };
}

function checked({ name, address }: Address): { name: string; address: string } {
  if (!isAddress(address)) throw new RangeError('not a mail address');
  return { name: cleanName(name ?? ''), address: canonical(address) };
}

/** The host in lower case and, unless the local part needs UTF-8 mail anyway, in ASCII (`xn--…`), as servers compare it. */
function canonical(address: string): string {
  const [local = '', host = ''] = address.split('@');
  return `${local}@${/^[\x21-\x7e]+$/.test(local) ? domainToASCII(host) : host.toLowerCase()}`;
}

/** SHA-256 of what makes two mails the same: day, recipients, subject and text. */
function hashOf({ to, subject, text, date }: Message): string {
  const recipients = to.map(({ address }) => address);
  const parts = [date.toISOString().slice(0, 10), recipients, subject, text];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The host of an address, as far as it is plain enough for a Message-ID. */
function hostOf(address: Address | undefined): string {
  const host = address?.address.split('@')[1] ?? '';
  return /^[A-Za-z0-9.-]+$/.test(host) ? host : 'ecom.invalid';
}
