import { describe, expect, it } from 'vitest';
import { splitFromTo } from '../../src/commands/from-to.ts';
import type { Format } from '../../src/commands/output.ts';
import { UserError } from '../../src/errors.ts';

function refusal(given: Parameters<typeof splitFromTo>[0], format: Format = 'text'): UserError {
  try {
    splitFromTo(given, format);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return error as UserError;
  }
  throw new Error('nothing was refused');
}

describe('splitFromTo', () => {
  it('takes days for the ends of the period', () => {
    expect(splitFromTo({ from: ['2026-10-01'], to: ['2026-10-31'] }, 'text')).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
      sender: undefined,
      recipients: [],
    });
  });

  it('takes what has an @ for mail addresses, beside days', () => {
    const given = {
      from: ['shop@tarang.example', '2026-10-01'],
      to: ['2026-10-31', 'ca@books.example', 'owner@tarang.example'],
    };
    expect(splitFromTo(given, 'eml')).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
      sender: 'shop@tarang.example',
      recipients: ['ca@books.example', 'owner@tarang.example'],
    });
  });

  it('says nothing when neither flag is given', () => {
    expect(splitFromTo({ from: [], to: [], period: '2026-10' }, 'eml')).toEqual({ recipients: [] });
  });

  it.each([
    [{ from: ['yesterdy'], to: [] }, '--from "yesterdy" is neither a day nor an address'],
    [{ from: [], to: ['2026-02-30'] }, '--to "2026-02-30" is neither a day nor an address'],
    [{ from: ['2026-10-01', '2026-10-02'], to: [] }, '--from was given 2 times with a day'],
    [{ from: [], to: ['2026-10-01'], period: '2026-10' }, '--period cannot be used with a day in --to'],
    [{ from: ['2026-10-01'], to: [], period: '2026-10' }, '--period cannot be used with a day in --from'],
    [
      { from: ['2026-10-31'], to: ['2026-10-01'] },
      'the period ends (2026-10-01) before it starts (2026-10-31)',
    ],
    [
      { from: [], to: ['ca@books.example'] },
      '--to "ca@books.example" is a mail address, and text is no mail',
    ],
    [
      { from: ['me@shop.example'], to: [] },
      '--from "me@shop.example" is a mail address, and text is no mail',
    ],
    [{ from: ['a@x.example', 'b@x.example'], to: [] }, '--from was given 2 times with an address'],
  ])('refuses %j', (given, message) => {
    const error = refusal(given);
    expect(error.message).toBe(message);
    expect(error.exitCode).toBe(2);
    expect(error.hint).toBeTruthy();
  });

  it.each([
    'a@x.example\r\nRCPT TO:<evil@x.example>',
    'Name, evil@x.example',
    'a@x.example,evil@x.example',
    'a@@x.example',
    'a@',
    '@x.example',
    '<a@x.example>',
    '"a b"@x.example',
    'a@x.example\u202e',
    `${'a'.repeat(70)}@x.example`,
  ])('refuses %j as an address', (address) => {
    const error = refusal({ from: [], to: [address] }, 'eml');
    expect(error.message).toMatch(/^--to ".*" is not one mail address$/);
    expect(error.message).not.toMatch(/[\r\n\u202e]/);
  });
});
