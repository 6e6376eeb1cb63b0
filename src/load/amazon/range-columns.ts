import type { ChargePart } from '../../domain/books.ts';
import type { TextTable } from '../format.ts';

/**
 * The transaction report's columns in the words of Amazon's marketplaces: English (US, CA, UK, IE, AU, AE, SG, IN), German, French,
 * Italian, Spanish (ES, MX), Dutch, Swedish, Japanese. All normalised.
 */
export const NAMES = {
  date: [
    ...['date/time', 'datum/uhrzeit', 'date/heure', 'data/ora:', 'data/ora', 'fecha y hora', 'fecha/hora'],
    ...['datum/tijd', 'datum/tid', '日付/時間'],
  ],
  settlement: [
    ...['settlement id', 'abrechnungsnummer', 'numéro de versement', 'identifiant du paiement'],
    ...['numero pagamento', 'identificador de pago', 'id. de liquidación', 'schikkings-id', 'reglerings-id'],
    '決済番号',
  ],
  type: ['type', 'typ', 'tipo', 'トランザクションの種類'],
  order: [
    ...['order id', 'bestellnummer', 'numéro de la commande', 'numero ordine', 'número de pedido'],
    ...['id. del pedido', 'bestelnummer', 'beställnings-id', '注文番号'],
  ],
  sku: ['sku'],
  description: [
    'description',
    'beschreibung',
    'descrizione',
    'descripción',
    'beschrijving',
    'beskrivning',
    '説明',
  ],
  quantity: ['quantity', 'menge', 'quantité', 'quantità', 'cantidad', 'aantal', 'antal', '数量'],
  marketplace: ['marketplace', 'site de vente', 'web de amazon', 'marknadsplats', 'amazon 出品サービス'],
  region: [
    ...[
      'order state',
      'bundesland',
      "région d'où provient la commande",
      "provincia di provenienza dell'ordine",
    ],
    ...['comunidad autónoma de procedencia del pedido', 'estado del pedido', 'status bestelling', '都道府県'],
  ],
  status: [
    ...['transaction status', 'transaktionsstatus', 'statut de la transaction', 'stato della transazione'],
    ...['estado de la transacción', 'transactiestatus'],
  ],
  released: [
    ...['transaction release date', 'freigabedatum der transaktion', 'date de sortie de la transaction'],
    ...['data di rilascio della transazione', 'fecha de liberación de la transacción'],
    ...['publicatiedatum van transactie', 'transaktionens utgivningsdatum'],
  ],
  total: ['total', 'gesamt', 'totale', 'totaal', 'totalt', '合計'],
} as const;

/** What a column of money holds: a part of what the buyer paid, tax that Amazon keeps, a fee, or whatever the row is about. */
export type Role =
  ChargePart | 'withheld' | 'remitted' | 'selling_fee' | 'fulfilment_fee' | 'other_fee' | 'other' | 'unknown';

interface KnownColumn {
  /** the English name, used for all languages */
  readonly name: string;
  readonly role: Role;
  readonly also?: readonly string[];
}

const KNOWN_COLUMNS: readonly KnownColumn[] = [
  {
    name: 'product sales',
    role: 'goods',
    also: [
      ...['umsätze', 'ventes de produits', 'vendite', 'ventas de productos', 'verkoop van producten'],
      ...['försäljning av produkter', '商品売上'],
    ],
  },
  {
    name: 'product sales tax',
    role: 'tax',
    also: [
      ...['produktumsatzsteuer', 'taxes sur la vente des produits', 'imposta sulle vendite dei prodotti'],
      ...['impuesto de ventas de productos', 'geïnde omzetbelasting', 'inkasserad moms', '商品の売上税'],
    ],
  },
  { name: 'sales tax collected', role: 'tax' },
  {
    name: 'total sales tax liable(gst before adjusting tcs)',
    role: 'tax',
    also: ['total sales tax liable', 'total sales tax liable (gst before adjusting tcs)'],
  },
  {
    name: 'shipping credits',
    role: 'shipping',
    also: [
      ...['postage credits', 'gutschrift für versandkosten', "crédits d'expédition", 'crédits d’expédition'],
      ...['accrediti per le spedizioni', 'abonos de envío', 'créditos de envío', 'verzendtegoeden'],
      ...['fraktkrediter', '配送料'],
    ],
  },
  {
    name: 'shipping credits tax',
    role: 'tax',
    also: [
      ...['postage credits tax', 'steuer auf versandgutschrift', 'imposta accrediti per le spedizioni'],
      ...["taxe sur les crédits d'expédition", 'taxe sur les crédits d’expédition'],
      ...['impuestos por abonos de envío', 'impuesto de abono de envío', '配送料の税金'],
    ],
  },
  {
    name: 'gift wrap credits',
    role: 'gift_wrap',
    also: [
      ...['gutschrift für geschenkverpackung', "crédits sur l'emballage cadeau"],
      ...['crédits sur l’emballage cadeau', 'accrediti per confezioni regalo'],
      ...['abonos de envoltorio para regalo', 'créditos por envoltorio de regalo'],
      ...['kredietpunten cadeauverpakking', 'krediter för presentinslagning', 'ギフト包装手数料'],
    ],
  },
  {
    name: 'giftwrap credits tax',
    role: 'tax',
    also: [
      ...[
        'gift wrap credits tax',
        'steuer auf geschenkverpackungsgutschriften',
        'taxes sur les crédits cadeaux',
      ],
      ...['imposta sui crediti confezione regalo', 'impuesto de créditos de envoltura'],
      'ギフト包装クレジットの税金',
    ],
  },
  { name: 'regulatory fee', role: 'remitted' },
  { name: 'tax on regulatory fee', role: 'remitted' },
  {
    name: 'promotional rebates',
    role: 'discount',
    also: [
      ...['rabatte aus werbeaktionen', 'rabais promotionnels', 'sconti promozionali'],
      ...['devoluciones promocionales', 'descuentos promocionales', 'promotiekortingen', 'kampanjrabatter'],
      'プロモーション割引額',
    ],
  },
  {
    name: 'promotional rebates tax',
    role: 'tax',
    also: [
      ...[
        'steuer auf aktionsrabatte',
        'taxes sur les remises promotionnelles',
        'imposta sugli sconti promozionali',
      ],
      ...['impuestos de descuentos por promociones', 'impuesto de reembolsos promocionales'],
      'プロモーション割引の税金',
    ],
  },
  {
    name: 'marketplace withheld tax',
    role: 'remitted',
    also: [
      ...['marketplace facilitator tax', 'low value goods tax', 'einbehaltene steuer auf marketplace'],
      ...['taxes retenues sur le site de vente', 'trattenuta iva del marketplace'],
      ...['impuesto retenido en el sitio web', 'impuesto de retenciones en la plataforma'],
      ...['belasting voor marketplace-facilitator', '源泉徴収税を伴うマーケットプレイス'],
    ],
  },
  ...['tcs-cgst', 'tcs-sgst', 'tcs-utgst', 'tcs-igst'].map((name) => ({ name, role: 'withheld' }) as const),
  { name: 'tds (section 194-o)', role: 'withheld', also: ['tds'] },
  {
    name: 'selling fees',
    role: 'selling_fee',
    also: [
      ...[
        'verkaufsgebühren',
        'frais de vente',
        'commissioni di vendita',
        'tarifas de venta',
        'verkoopkosten',
      ],
      ...['försäljningsavgifter', '手数料'],
    ],
  },
  {
    name: 'fba fees',
    role: 'fulfilment_fee',
    also: [
      ...['fulfilment by amazon fees', 'fulfillment by amazon fees', 'gebühren zu versand durch amazon'],
      ...[
        'frais expédié par amazon',
        'costi del servizio logistica di amazon',
        'tarifas de logística de amazon',
      ],
      ...['tarifas fba', 'fba-vergoedingen', 'fba-avgifter', 'fba 手数料'],
    ],
  },
  {
    name: 'other transaction fees',
    role: 'other_fee',
    also: [
      ...[
        'andere transaktionsgebühren',
        'autres frais de transaction',
        'altri costi relativi alle transazioni',
      ],
      ...['tarifas de otras transacciones', 'tarifas de otra transacción', 'overige transactiekosten'],
      ...['övriga transaktionsavgifter', 'トランザクションに関するその他の手数料'],
    ],
  },
  { name: 'other', role: 'other', also: ['andere', 'autre', 'altro', 'otro', 'overige', 'övrigt', 'その他'] },
  { name: 'amazon points', role: 'selling_fee', also: ['amazonポイントの費用'] },
];

const BY_NAME: ReadonlyMap<string, KnownColumn> = new Map(
  KNOWN_COLUMNS.flatMap((column) =>
    [column.name, ...(column.also ?? [])].map((name) => [name, column] as const),
  ),
);

/** Every name of the columns of product sales: one must be there. */
export const PRODUCT_SALES: readonly string[] = [...BY_NAME].flatMap(([name, { role }]) =>
  role === 'goods' ? [name] : [],
);
export const ALL_NAMES: readonly string[] = [...Object.values(NAMES).flat(), ...BY_NAME.keys()];

/** A column whose amounts add up, with the others of its row, to the row's total. */
export interface Component {
  readonly column: number;
  readonly name: string;
  readonly role: Role;
}

/**
 * The columns of a file that make up its total: every one that is known, and every other between product sales and total, which
 * is where Amazon puts new ones.
 */
export function componentsOf(table: TextTable): readonly Component[] {
  const first = table.column(...PRODUCT_SALES);
  const total = table.column(...NAMES.total);
  return table.header.flatMap((header, column): Component[] => {
    const known = BY_NAME.get(header);
    if (known !== undefined) return [{ column, name: known.name, role: known.role }];
    return column > first && column < total ? [{ column, name: header, role: 'unknown' }] : [];
  });
}
