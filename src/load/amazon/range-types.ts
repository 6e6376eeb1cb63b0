import type { MovementKind } from '../../domain/books.ts';
import { squash } from './codes.ts';

/** What a row is about: a sale, its reversal, tax taken after the sale, money to the bank, or a charge of some kind. */
export type RowType =
  | { readonly is: 'sale' | 'refund' | 'chargeback' | 'retrocharge' | 'transfer' }
  | { readonly is: 'charge'; readonly kind: MovementKind };

const SALE = { is: 'sale' } as const;
const REFUND = { is: 'refund' } as const;
const charge = (kind: MovementKind) => ({ is: 'charge', kind }) as const;

/** Amazon's words for the type of a transaction, in the languages of its marketplaces, and what they mean. */
const WORDS: readonly (readonly [RowType, readonly string[]])[] = [
  [SALE, ['order', 'bestellung', 'commande', 'ordine', 'pedido', 'bestelling', 'beställning', '注文']],
  [SALE, ['liquidations', 'liquidation', 'liquidations adjustments']],
  [REFUND, ['refund', 'erstattung', 'remboursement', 'rimborso', 'reembolso', 'terugbetaling', '返金']],
  [REFUND, ['återbetalning', 'återbäring', 'a-to-z guarantee claim', 'a-to-z guarantee refund']],
  [REFUND, ['réclamation dans le cadre de la garantie a à z']],
  [{ is: 'chargeback' }, ['chargeback refund', 'erstattung durch rückbuchung']],
  [{ is: 'chargeback' }, ['reembolso de reversión de cargo', 'remboursement de contestation de prélèvement']],
  [{ is: 'retrocharge' }, ['order_retrocharge', 'refund_retrocharge']],
  [{ is: 'retrocharge' }, ['bestellung_wiedereinzug', 'erstattung_wiedereinzug']],
  [{ is: 'transfer' }, ['transfer', 'übertrag', 'transfert', 'transférer', 'trasferimento', 'transferir']],
  [{ is: 'transfer' }, ['trasferir', 'overboeking', 'överföring', '振込み']],
  // a debt that the seller pays off moves the balance, not the profit
  [charge('reserve'), ['debt', 'verbindlichkeit', 'solde négatif', 'saldo negativo', 'saldo descubierto']],
  [charge('reserve'), ['deuda', 'schuld', 'skuld', 'マイナス残高']],
  [
    charge('marketplace_fee'),
    ['service fee', 'servicegebühr', 'frais de service', 'commissione di servizio'],
  ],
  [charge('marketplace_fee'), ['tarifa de prestación de servicio', 'tarifa de servicio', 'servicekosten']],
  [charge('marketplace_fee'), ['注文外料金', 'amazon fees', 'amazon手数料', 'fee adjustment']],
  [charge('marketplace_fee'), ['gebührenerstattung', 'ajuste de tarifa', 'ajustement des frais']],
  [charge('marketplace_fee'), ['regolazione dei costi']],
  [charge('storage'), ['fba inventory fee', 'versand durch amazon lagergebühr', 'fba 在庫関連の手数料']],
  [charge('storage'), ['frais de stock expédié par amazon', 'costo di stoccaggio logistica di amazon']],
  [charge('storage'), ['tarifas de inventario de logística de amazon', 'tarifa de inventario fba']],
  [charge('shipping_label'), ['fba transaction fees', 'fba customer return fee', 'fba手数料']],
  [charge('shipping_label'), ['transaktionsgebühren für versand durch amazon']],
  [charge('shipping_label'), ['commissioni per le transazioni di logistica di amazon']],
  [charge('shipping_label'), ['tarifas de transacción de logística de amazon']],
  [charge('shipping_label'), ['frais de transaction expédié par amazon', 'frais de retour client fba']],
  [charge('shipping_label'), ['shipping services', 'delivery services', '配送サービス']],
  [charge('shipping_label'), ['fulfilment fee refund', 'fulfillment fee refund']],
  [
    charge('advertising'),
    ['lightning deal fee', 'deal fee', 'blitzangebotsgebühr', 'tarif de la vente flash'],
  ],
  [charge('advertising'), ['tariffa dell’offerta lampo', 'tarifa de oferta flash']],
  [charge('advertising'), ['数量限定タイムセール手数料']],
  [charge('adjustment'), ['adjustment', 'anpassung', 'ajustement', 'modifica', 'aggiustamento', 'ajuste']],
  [charge('adjustment'), ['aanpassing', 'justering', '調整']],
  [charge('compensation'), ['safe-t reimbursement']],
  [charge('tax_withheld'), ['tax withheld']],
];

const BY_WORD: ReadonlyMap<string, RowType> = new Map(
  WORDS.flatMap(([type, words]) => words.map((word) => [squash(word), type] as const)),
);

/** What the type of a row means; undefined when Amazon never used that word here. */
export function rowTypeOf(word: string): RowType | undefined {
  return BY_WORD.get(squash(word.replace(/ - (reversal|correction|取り消し|訂正)$/i, '')));
}
