import type { MovementKind } from '../../domain/books.ts';

/** What a type of row stands for: `none` moves no money of the shop's, `purchase` is what the shop paid to others. */
export type Meaning = MovementKind | 'none' | 'purchase';

/** Types in the languages of `columns.ts`; the first that fits holds. */
const TYPES: readonly (readonly [RegExp, MovementKind | 'none'])[] = [
  [/authori[sz]ation|autorisierung|autorizaci|autorisatie|autorizzazione|account hold|blocco conto/, 'none'],
  [/einbehaltung|currency conversion|währungsumrechnung|conversi(?:ó|o)n|conversione|omrekening/, 'none'],
  [/shopping cart item|warenkorbartikel|^order$|kontobewegung/, 'none'],
  [/\bfees?\b|gebühr|\bfrais\b|comisi(?:ó|o)n|commissione/, 'payment_fee'],
  [/\bhold\b|\brelease\b|\breserve\b|reserva|réserve|riserva/, 'reserve'],
  [/charge ?back|dispute|payment reversal|rückbuchung|contracargo|storno pagamento/, 'chargeback'],
  [/refund|rückzahlung|rückerstattung|reembolso|remboursement|rimborso|terugbetaling/, 'refund'],
  [/withdrawal|auszahlung|abbuchung|retirada|virement|prelievo|opname|avviato dall/, 'payout'],
  [/\bdeposit|bankgutschrift|versamento|bonifico|ingreso|storting|add(?:ed)? funds/, 'payout'],
  [/correction|adjustment|bonus|protection|korrektur|corrección|correzione|käuferschutz/, 'adjustment'],
  [/payment|zahlung|\bpago\b|paiement|pagamento|betaling|\bsale\b|checkout|debit card/, 'charge'],
];

/**
 * What a row of this type and amount means; undefined for a type that is not known. A payment that takes money away was made by
 * the shop itself, and a refund that brings some was made to it.
 */
export function meaningOf(type: string, gross: number): Meaning | undefined {
  const found = TYPES.find(([words]) => words.test(type.toLowerCase()))?.[1];
  if (found === 'charge' && gross < 0) return 'purchase';
  return found === 'refund' && gross > 0 ? 'purchase' : found;
}

/** Money has moved. A payment given back or disputed since still came in; the row of what went out is complete itself. */
const COMPLETE =
  /^(?:completed?|cleared|abgeschlossen|terminée?|effectuée?|completad[oa]|completat[oa]|voltooid|(?:partially )?refunded|(?:teilweise )?zurückgezahlt|reversed)$/;

/** Whether a row of this status is money; a file without statuses, the account statement, lists nothing else. */
export function isComplete(status: string): boolean {
  return status === '' || COMPLETE.test(status.toLowerCase());
}
