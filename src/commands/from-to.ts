import { isDay, type Day } from '../domain/day.ts';
import { cleanText } from '../domain/clean-text.ts';
import { UserError } from '../errors.ts';
import type { Format } from './output.ts';

/** What `--from` and `--to` said: days of the period (ends included), and addresses of a mail. */
export interface FromTo {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly sender?: string | undefined;
  readonly recipients: readonly string[];
}

interface Given {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly period?: string | undefined;
}

/** One address, strictly: exactly one @, and none of the signs that a mail header could be split at. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\\p{C}]{1,64}@[^\s@<>,;:"()[\]\\\p{C}]{1,190}$/u;

/**
 * Sorts the values of `--from` and `--to` into days and mail addresses (a value with an @). Errors of usage (exit 2): neither
 * of the two, two days or two senders, a day beside `--period`, an end before the start, an address without the format `eml`.
 */
export function splitFromTo(given: Given, format: Format): FromTo {
  const from = sorted('--from', given.from);
  const to = sorted('--to', given.to);
  const [first, last] = [only('--from', 'a day', from.days), only('--to', 'a day', to.days)];
  const sender = only('--from', 'an address', from.addresses);
  requireMail(format, from.addresses, to.addresses);
  if (given.period !== undefined && (first ?? last) !== undefined) {
    throw usage(
      `--period cannot be used with a day in --${first === undefined ? 'to' : 'from'}`,
      'give one or the other',
    );
  }
  if (first !== undefined && last !== undefined && first > last) {
    throw usage(`the period ends (${last}) before it starts (${first})`, 'swap --from and --to');
  }
  return { from: first, to: last, sender, recipients: to.addresses };
}

function sorted(
  flag: string,
  values: readonly string[],
): { days: readonly Day[]; addresses: readonly string[] } {
  const addresses = values.filter((value) => value.includes('@'));
  const days = values.filter((value) => !value.includes('@'));
  const badDay = days.find((value) => !isDay(value));
  if (badDay !== undefined) {
    throw usage(
      `${flag} "${shown(badDay)}" is neither a day nor an address`,
      'write a day as 2026-10-31; other ways to name a period go with --period (ecom help periods)',
    );
  }
  const badAddress = addresses.find((value) => !ADDRESS.test(value));
  if (badAddress !== undefined) {
    throw usage(
      `${flag} "${shown(badAddress)}" is not one mail address`,
      'write it as name@shop.example; for several people repeat the flag',
    );
  }
  return { days, addresses };
}

function only(flag: string, what: string, values: readonly string[]): string | undefined {
  if (values.length > 1) throw usage(`${flag} was given ${values.length} times with ${what}`, 'give it once');
  return values[0];
}

function requireMail(format: Format, senders: readonly string[], recipients: readonly string[]): void {
  const [address] = [...recipients, ...senders];
  if (address === undefined || format === 'eml') return;
  const flag = recipients.length > 0 ? '--to' : '--from';
  throw usage(`${flag} "${shown(address)}" is a mail address, and ${format} is no mail`, 'add --format eml');
}

function shown(value: string): string {
  return cleanText(value, { max: 60 });
}

function usage(message: string, hint: string): UserError {
  return new UserError(message, { hint, exitCode: 2 });
}
