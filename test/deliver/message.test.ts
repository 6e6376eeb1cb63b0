import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mimeMessage, parseAddress, type Message } from '../../src/deliver/message.ts';
import { sharedPath } from '../helpers/shared.ts';

const message: Message = {
  to: [{ name: 'Reena Shah', address: 'reena@tarang.example' }],
  from: { name: 'Tarang Textiles', address: 'shop@tarang.example' },
  subject: 'Tarang Textiles, Oct 2026: net profit ₹1,84,210',
  text: 'Net profit is ₹1,84,210.\n.\nFrom 4,112 orders.\n',
  html: '<p>Net profit is <b>₹1,84,210</b> from 4,112 orders.</p>',
  date: new Date('2026-11-22T03:30:00Z'),
};

interface Part {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Headers, unfolded and in order, and the body of a mail or of one of its parts. */
function readPart(text: string): Part {
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n');
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).trim()] as const;
  });
  return { headers, body: text.slice(end + 4) };
}

function header(part: Part, name: string): string | undefined {
  return part.headers.find(([key]) => key === name)?.[1];
}

function quotedPrintable(text: string): string {
  const joined = text.replace(/=\r\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Words in RFC 2047 form, decoded. */
function decodeWords(text: string): string {
  return text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind === 'B' ? Buffer.from(word, 'base64').toString('latin1') : decodeHex(word),
    );
}

function decodeHex(word: string): string {
  return word
    .replace(/_/g, ' ')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function compose(changes: Partial<Message> = {}): Promise<{ raw: string; mail: Part; parts: Part[] }> {
  const raw = (await mimeMessage({ ...message, ...changes })).toString('utf8');
  const mail = readPart(raw);
  const boundary = /boundary="([^"]+)"/.exec(header(mail, 'Content-Type') ?? '')?.[1] ?? 'none';
  const parts = mail.body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => readPart(part.replace(/^\r\n|\r\n$/g, '')));
  return { raw, mail, parts };
}

const HEADERS = ['From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type'];

describe('a mail', () => {
  it('has each header once and no Bcc', async () => {
    const { mail } = await compose();
    expect(mail.headers.map(([name]) => name)).toEqual(HEADERS);
    expect(header(mail, 'From')).toBe('Tarang Textiles <shop@tarang.example>');
    expect(header(mail, 'To')).toBe('Reena Shah <reena@tarang.example>');
    expect(header(mail, 'Date')).toBe('Sun, 22 Nov 2026 03:30:00 +0000');
    expect(header(mail, 'MIME-Version')).toBe('1.0');
  });

  it('leaves the sender to the sending program when there is none', async () => {
    const { mail } = await compose({ from: undefined });
    expect(mail.headers.map(([name]) => name)).toEqual(HEADERS.slice(1));
    expect(header(mail, 'Message-ID')).toMatch(/^<[0-9a-f]{40}@tarang\.example>$/);
  });

  it('holds a text and an HTML alternative with the same figures', async () => {
    const { mail, parts } = await compose();
    expect(header(mail, 'Content-Type')).toMatch(/^multipart\/alternative;/);
    expect(parts.map((part) => header(part, 'Content-Type'))).toEqual([
      'text/plain; charset=utf-8',
      'text/html; charset=utf-8',
    ]);
    const [text = '', html = ''] = parts.map((part) => quotedPrintable(part.body));
    expect(text.replace(/\r\n/g, '\n').trimEnd()).toBe(message.text.trimEnd());
    expect(html.trimEnd()).toBe(message.html);
  });

  it('may be a text alone, and bring files along under one plain name each', async () => {
    const bytes = new TextEncoder().encode('a,b\n1,2\n');
    const attachments = [{ name: '../PO-\r\nBcc: evil@x.example', type: 'text/csv', bytes }];
    const mail = (await mimeMessage({ ...message, html: undefined, attachments })).toString('latin1');
    expect(mail).toMatch(/^Content-Type: multipart\/mixed;/m);
    expect(mail).not.toContain('text/html');
    expect(mail).not.toMatch(/^Bcc:/m);
    expect(mail).not.toMatch(/name="?[^"\r\n]*\//);
    expect(mail).toContain(Buffer.from(bytes).toString('base64'));
  });

  it('ends every line with CR LF and keeps lines short', async () => {
    const { raw } = await compose({
      text: `one\ntwo\r\n\n${'साड़ी '.repeat(400)}\n`,
      html: `<p>one\n${'साड़ी '.repeat(400)}</p>\n`,
    });
    expect(raw.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('is the same byte for byte for the same input', async () => {
    expect((await compose()).raw).toBe((await compose()).raw);
  });

  it('keeps its Message-ID for a retry on the same day and changes it with day, text or recipient', async () => {
    const ids = await Promise.all(
      [
        {},
        { date: new Date('2026-11-22T21:00:00Z') },
        { date: new Date('2026-11-23T03:30:00Z') },
        { text: 'Net profit is ₹1.' },
        { subject: 'Another' },
        { to: [{ address: 'other@tarang.example' }] },
      ].map(async (changes) => header((await compose(changes)).mail, 'Message-ID')),
    );
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(5);
  });

  it('makes a Message-ID of its own where the host is not plain', async () => {
    const { mail } = await compose({ from: undefined, to: [{ address: 'रीना@दुकान.भारत' }] });
    expect(header(mail, 'To')).toBe('रीना@दुकान.भारत');
    expect(header(mail, 'Message-ID')).toMatch(/@ecom\.invalid>$/);
  });

  it('writes hosts as servers compare them', async () => {
    const { mail } = await compose({
      to: [{ address: 'Reena@Tarang.Example' }, { address: 'reena@दुकान.example' }],
    });
    expect(header(mail, 'To')).toBe('Reena@tarang.example, reena@xn--11b7ah1gn.example');
  });

  it('drops control characters from the text', async () => {
    const { parts } = await compose({ text: 'Net\x1b[31m profit\x00\n\nup' });
    expect(quotedPrintable(parts[0]?.body ?? '').trimEnd()).toBe('Net profit\r\n\r\nup');
  });
});

const INJECTIONS = [
  'x\r\nBcc: evil@evil.example',
  'x\nBcc: evil@evil.example',
  'x\rBcc: evil@evil.example',
  'x\r\n\r\n<script>alert(1)</script>',
  'x\u2028Bcc: evil@evil.example',
  'x, evil@evil.example',
  'x" <evil@evil.example>, "y',
  'x\x00\x1b]0;y\x07',
  'रीना\r\nBcc: evil@evil.example',
  '=?UTF-8?Q?x=0D=0ABcc:_evil@evil.example?=',
];

describe('header injection', () => {
  it.each(INJECTIONS)('adds no header and no recipient through %j', async (text) => {
    const { mail, parts } = await compose({
      subject: text,
      to: [{ name: text, address: 'reena@tarang.example' }],
      from: { name: text, address: 'shop@tarang.example' },
    });
    expect(mail.headers.map(([name]) => name)).toEqual(HEADERS);
    expect(parts).toHaveLength(2);
    const to = header(mail, 'To') ?? '';
    expect(to.replace(/"(?:[^"\\]|\\.)*"/g, '').match(/[^\s<>,]+@[^\s<>,]+(?=>|,|$)/g)).toEqual([
      'reena@tarang.example',
    ]);
    expect(decodeWords(header(mail, 'Subject') ?? '')).not.toMatch(/[\x00-\x1f]/);
  });

  const naughty = sharedPath('security/blns/blns.json');
  it.skipIf(naughty === undefined)('fails with every naughty string as shop and subject', async () => {
    for (const text of JSON.parse(readFileSync(naughty ?? '', 'utf8')) as string[]) {
      const { mail } = await compose({ subject: text, from: { name: text, address: 'shop@tarang.example' } });
      const names = mail.headers.map(([name]) => name).filter((name) => name !== 'Subject');
      expect(names).toEqual(HEADERS.filter((name) => name !== 'Subject'));
    }
  });

  it('caps a name at 100 characters', async () => {
    const { mail } = await compose({ to: [{ name: 'R'.repeat(500), address: 'reena@tarang.example' }] });
    expect(decodeWords(header(mail, 'To') ?? '').length).toBeLessThan(130);
  });
});

describe('recipients', () => {
  it.each([
    'a@x.example\r\nRCPT TO:<evil@x.example>',
    'Name, evil@x.example',
    'a@x.example>',
    'a@b@x.example',
    '',
  ])('refuses the address %j, whoever made it', async (address) => {
    await expect(compose({ to: [{ address }] })).rejects.toThrow(RangeError);
    await expect(compose({ from: { address } })).rejects.toThrow(RangeError);
  });

  it('are 1 to 50', async () => {
    await expect(compose({ to: [] })).rejects.toThrow('1 to 50 recipients, not 0');
    const many = Array.from({ length: 51 }, (_, index) => ({ address: `buyer${index}@tarang.example` }));
    await expect(compose({ to: many })).rejects.toThrow('not 51');
    expect(header((await compose({ to: many.slice(1) })).mail, 'To')?.split(',')).toHaveLength(50);
  });
});

describe('parseAddress', () => {
  it.each([
    ['reena@tarang.example', { address: 'reena@tarang.example' }],
    ['  reena@tarang.example ', { address: 'reena@tarang.example' }],
    ['Reena Shah <reena@tarang.example>', { name: 'Reena Shah', address: 'reena@tarang.example' }],
    ['"Reena Shah" <reena@tarang.example>', { name: 'Reena Shah', address: 'reena@tarang.example' }],
    ['<reena@tarang.example>', { address: 'reena@tarang.example' }],
    ['रीना शाह <रीना@दुकान.भारत>', { name: 'रीना शाह', address: 'रीना@दुकान.भारत' }],
    ["o'neil+shop@tarang.example", { address: "o'neil+shop@tarang.example" }],
    ['root@localhost', { address: 'root@localhost' }],
  ])('reads %j', (text, expected) => {
    expect(parseAddress(text)).toEqual(expected);
  });

  it.each([
    '',
    'reena',
    '@tarang.example',
    'reena@',
    'a@b@tarang.example',
    'a b@tarang.example',
    'a@tarang.example, evil@x.example',
    'a@tarang.example;evil@x.example',
    'Name, evil@x.example',
    'Shah, Reena <reena@tarang.example>',
    'evil@x.example <reena@tarang.example>',
    '"a, evil@x.example" <reena@tarang.example>',
    'Reena <reena@tarang.example> <evil@x.example>',
    'Reena <reena@tarang.example',
    '"evil@x.example,"@tarang.example',
    'a(comment)@tarang.example',
    'a@[127.0.0.1]',
    'reena@tarang.example\r\nBcc: evil@x.example',
    'reena@tarang.example\n',
    'Reena\r\nBcc: evil@x.example <reena@tarang.example>',
    'reena\u0000@tarang.example',
    'reena\u200B@tarang.example',
    'reena\u202E@tarang.example',
    '-oQ/tmp@tarang.example',
    '.reena@tarang.example',
    'reena.@tarang.example',
    'ree..na@tarang.example',
    'reena@tarang..example',
    'reena@-tarang.example',
    'reena@tarang.example.',
    'reena@xn--a.example',
    `${'r'.repeat(250)}@tarang.example`,
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  it('never gives an address with a sign that separates or quotes', () => {
    const signs = fc.constantFrom(
      'a',
      'b',
      '@',
      '.',
      ',',
      ';',
      '<',
      '>',
      '"',
      ' ',
      '\r',
      '\n',
      '\t',
      '-',
      '(',
      'क',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 20 }), (parts) => {
        const address = parseAddress(parts.join(''))?.address;
        if (address !== undefined)
          expect(address).toMatch(/^[^\s<>,;"()@\x00-\x1f]+@[^\s<>,;"()@\x00-\x1f]+$/);
      }),
      { numRuns: 2000 },
    );
  });
});
