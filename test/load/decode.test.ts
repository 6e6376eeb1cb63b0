import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/load/decode.ts';

const text = (source: Uint8Array): string => decodeText(source).bytes.toString('utf8');
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

describe('a file’s bytes', () => {
  it('are UTF-8, with or without a byte order mark', () => {
    expect(text(Buffer.from('कुर्ता,₹'))).toBe('कुर्ता,₹');
    expect(text(Buffer.concat([MARK, Buffer.from('Name')]))).toBe('Name');
  });

  it('may have blanks in front of the mark, whose lines still count', () => {
    const decoded = decodeText(Buffer.concat([Buffer.from('\n\t'), MARK, Buffer.from('Name')]));
    expect(decoded.bytes.toString()).toBe('Name');
    expect(decoded.firstLine).toBe(2);
    expect(decodeText(Buffer.from('\n\tName')).firstLine).toBe(1);
    expect(decodeText(Buffer.concat([Buffer.from('\r'), MARK])).firstLine).toBe(2);
  });

  it('may be UTF-16, known by its mark or by its NULs', () => {
    const little = Buffer.from('Name,कुर्ता and a few more letters', 'utf16le');
    const big = Buffer.from(little).swap16();
    const latin = Buffer.from('Name,Total,Currency', 'utf16le');
    expect(text(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toContain('Name,कुर्ता');
    expect(text(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toContain('Name,कुर्ता');
    expect(text(latin)).toBe('Name,Total,Currency');
    expect(text(Buffer.from(latin).swap16())).toBe('Name,Total,Currency');
  });

  it('are Windows-1252 when they are not UTF-8, where no byte is refused', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => (index === 0 ? 32 : index));
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe('windows-1252');
    expect(decoded.bytes.toString()).toContain('~\x7f€\x81‚');
    expect(text(Buffer.from([0x93, 0x4b, 0x94, 0x20, 0x96, 0x20, 0xe9]))).toBe('“K” – é');
  });

  it('lose their NULs', () => {
    expect(text(Buffer.from('Na\0me\0'))).toBe('Name');
  });

  it('may be none at all', () => {
    expect(text(new Uint8Array())).toBe('');
  });
});
