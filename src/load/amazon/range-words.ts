import type { ChargePart, MovementKind } from '../../domain/books.ts';
import { kindOfCode, kindOfUnknown } from './codes.ts';
import type { Component, Role } from './range-columns.ts';
import type { RowType } from './range-types.ts';
import type { Meaning } from './settlement-words.ts';

/** What a row of the transaction report says of itself. */
export interface RangeRow {
  readonly type: RowType | undefined;
  /** the type as written */
  readonly typeName: string;
  readonly description: string;
}

/**
 * What one component of a row is. Columns of tax that Amazon keeps or remits are that on every row. On sales and their reversals
 * each column speaks for itself; on any other row the description names the charge, whatever column it stands in.
 */
export function componentMeaning(row: RangeRow, { name, role }: Component, amount: number): Meaning {
  const kept = role === 'withheld' ? 'tax_withheld' : role === 'remitted' ? 'tax_collected' : undefined;
  if (kept !== undefined) return { kind: kept, code: name, isKnown: true };
  if (row.type?.is === 'charge') return chargeMeaning(row, amount);
  if (isPart(role)) return buyerMeaning(row, { code: name, part: role }, amount);
  if (row.type === undefined && (role === 'other' || role === 'other_fee')) return chargeMeaning(row, amount);
  return feeMeaning({ name, role }, amount);
}

function feeMeaning({ name, role }: Pick<Component, 'name' | 'role'>, amount: number): Meaning {
  const fee = FEES[role];
  if (fee !== undefined) return { kind: fee, code: name, isKnown: true };
  const kind = kindOfCode(name);
  return { kind: kind ?? kindOfUnknown(amount), code: name, isKnown: role === 'other' || kind !== undefined };
}

/** columns of fees, whichever way the money went */
const FEES: Readonly<Partial<Record<Role, MovementKind>>> = {
  selling_fee: 'marketplace_fee',
  other_fee: 'marketplace_fee',
  fulfilment_fee: 'shipping_label',
};

function isPart(role: Role): role is ChargePart {
  return ['goods', 'shipping', 'gift_wrap', 'tax', 'discount'].includes(role);
}

interface Part {
  readonly code: string;
  readonly part: ChargePart;
}

function buyerMeaning({ type }: RangeRow, { code, part }: Part, amount: number): Meaning {
  const is = type?.is ?? (amount < 0 ? 'refund' : 'sale');
  // tax taken and remitted after the sale: its other half is the withheld tax of the same row
  if (is === 'retrocharge') return { kind: 'tax_collected', code, isKnown: true };
  if (is === 'refund' || is === 'chargeback') return { kind: is, code, isTax: part === 'tax', isKnown: true };
  return { kind: 'charge', code, part, isKnown: true };
}

function chargeMeaning({ type, typeName, description }: RangeRow, amount: number): Meaning {
  const code = withoutNumber(description) || typeName || 'without type';
  const own = type?.is === 'charge' ? type.kind : undefined;
  // what the type says for certain, no description can unsay
  const kind = own === 'reserve' || own === 'tax_withheld' ? own : (kindOfCode(code) ?? own);
  return { kind: kind ?? kindOfUnknown(amount), code, isKnown: kind !== undefined };
}

/** `SAFE-T Claim ID: 79074` is one name for all claims. */
function withoutNumber(description: string): string {
  return description.replace(/\s*[:：]\s*(?:[\w-]*\d[\w-]*)?$/, '');
}
