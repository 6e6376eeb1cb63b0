/** What cells of a column look like. */
export type Holding = 'id' | 'date' | 'money' | 'discount' | 'rate' | 'count' | 'text' | 'word';

/** What a column of the owner's kinds holds, and what other files call it; the most telling names first. */
export interface ColumnMeaning {
  readonly holds: Holding;
  readonly names: readonly string[];
}

type Entry = readonly [Holding, string];

/** Names in English, German, French, Spanish, Portuguese, Italian, Dutch, Russian, Hindi and Chinese, without accents and case. */
const MEANINGS: Readonly<Record<string, Entry>> = {
  order: [
    'id',
    'order id|order number|order no|order nr|order|order ref|order reference|sales order|sale id|bill no|bill number|bill|invoice no|invoice number|invoice id|invoice|receipt no|receipt number|receipt|voucher no|transaction id|bestellnummer|auftragsnummer|rechnungsnummer|belegnummer|numero de commande|no commande|n commande|commande|facture|numero de pedido|id pedido|pedido|factura|numero do pedido|fatura|numero ordine|ordine|fattura|bestelnummer|ordernummer|factuurnummer|номер заказа|заказ|ऑर्डर संख्या|ऑर्डर|बिल नंबर|बिल संख्या|चालान संख्या|订单号|订单编号|订单',
  ],
  date: [
    'date',
    'order date|date ordered|ordered on|ordered at|order placed|order purchase timestamp|placed on|purchase date|sale date|sales date|bill date|invoice date|receipt date|transaction date|date|created at|created on|created|timestamp|day|bestelldatum|auftragsdatum|rechnungsdatum|belegdatum|datum|date de commande|date de vente|date de facture|fecha de pedido|fecha del pedido|fecha de venta|fecha|data do pedido|data da venda|data ordine|data vendita|data|orderdatum|besteldatum|factuurdatum|дата заказа|дата|ऑर्डर तारीख|बिल तारीख|तारीख|दिनांक|下单时间|订单日期|日期',
  ],
  sku: [
    'id',
    'sku|product sku|variant sku|seller sku|item sku|product id|product code|item code|item id|item number|item no|article number|article no|article code|stock code|style code|model no|part number|artikelnummer|artikel nr|art nr|reference|ref|code article|codigo de producto|codigo|referencia|codice articolo|codice|artikelcode|артикул|код товара|उत्पाद कोड|कोड|货号|商品编号|商品编码',
  ],
  title: [
    'text',
    'product name|product title|item name|item title|title|product|item|article|goods|particulars|description|item description|product description|produktname|artikelname|artikelbezeichnung|bezeichnung|produkt|artikel|nom du produit|designation|produit|nombre del producto|producto|articulo|descripcion|nome do produto|produto|descricao|nome prodotto|prodotto|articolo|descrizione|productnaam|omschrijving|наименование|название|товар|उत्पाद|वस्तु|सामान|विवरण|商品名称|商品名|品名|商品',
  ],
  category: [
    'word',
    'category|product category|item category|product type|department|warengruppe|produktkategorie|kategorie|categorie|categoria|категория|श्रेणी|类别|分类',
  ],
  quantity: [
    'count',
    'quantity|qty|quantity ordered|quantity sold|qty sold|order quantity|units sold|units|pieces|pcs|nos|menge|anzahl|stuck|stuckzahl|quantite|qte|cantidad|unidades|quantidade|quantita|aantal|количество|кол во|मात्रा|नग|数量|件数',
  ],
  price: [
    'money',
    'unit price|price each|price per unit|price per piece|item price|price|selling price|sale price|rate|mrp|list price|einzelpreis|stuckpreis|verkaufspreis|preis|prix unitaire|prix|precio unitario|precio|preco unitario|preco|prezzo unitario|prezzo|stukprijs|prijs|цена|मूल्य|कीमत|दर|भाव|单价|价格',
  ],
  amount: [
    'money',
    'sales|line total|line amount|sales amount|net sales|item total|extended price|net amount|amount|revenue|turnover|value|subtotal|sub total|taxable value|umsatz|betrag|positionssumme|nettobetrag|ventes|chiffre d affaires|montant|ventas|importe|vendas|valor|vendite|importo|omzet|bedrag|сумма|выручка|बिक्री|राशि|रकम|销售额|金额',
  ],
  total: [
    'money',
    'order total|grand total|invoice total|bill total|bill amount|invoice amount|total amount|total price|total paid|amount paid|total|gesamtbetrag|gesamtsumme|rechnungsbetrag|gesamt|summe|montant total|total ttc|total pedido|total factura|importe total|valor total|totale|totaal|итого|всего|कुल राशि|कुल|总金额|总计|合计|实付金额',
  ],
  discount: [
    'discount',
    'discount amount|discount|promo discount|coupon discount|rebate|rabatt|nachlass|remise|descuento|desconto|sconto|korting|скидка|छूट|折扣|优惠',
  ],
  discount_rate: [
    'rate',
    'discount rate|discount percent|discount percentage|discount pct|disc|discount|rabattsatz|rabatt|taux de remise|remise|descuento|desconto|sconto|korting|скидка|छूट|折扣',
  ],
  shipping: [
    'money',
    'shipping charged|shipping charge|shipping charges|shipping fee|shipping amount|shipping price|shipping|delivery charge|delivery charges|delivery fee|delivery|postage|freight charged|freight value|versandkosten|versand|porto|frais de port|livraison|gastos de envio|envio|frete|spese di spedizione|spedizione|verzendkosten|доставка|डिलीवरी शुल्क|शिपिंग|运费',
  ],
  tax: [
    'money',
    'tax amount|total tax|tax|gst amount|gst|vat amount|vat|sales tax|mehrwertsteuer|mwst|ust|steuer|tva|iva|imposto|imposta|btw|ндс|जीएसटी|कर|税额|税',
  ],
  status: [
    'word',
    'order status|order state|status|bestellstatus|auftragsstatus|statut|estado del pedido|situacao|stato ordine|stato|статус|स्थिति|订单状态|状态',
  ],
  currency: ['word', 'currency|currency code|wahrung|devise|moneda|moeda|valuta|валюта|मुद्रा|币种|货币'],
  state: [
    'text',
    'state|ship state|shipping state|delivery state|customer state|billing state|place of supply|province|ship province|shipping province|ship region|region|bundesland|departement|estado|provincia|regione|provincie|регион|область|राज्य|省份|省',
  ],
  country: [
    'text',
    'country|ship country|shipping country|delivery country|customer country|billing country|country code|land|pays|pais|paese|страна|देश|国家',
  ],
  payment: [
    'word',
    'payment method|payment mode|payment type|mode of payment|pay method|payment|paid by|zahlungsart|zahlungsweise|mode de paiement|moyen de paiement|forma de pago|metodo de pago|forma de pagamento|metodo di pagamento|betaalmethode|способ оплаты|भुगतान विधि|भुगतान|支付方式|付款方式',
  ],
  refunded: [
    'money',
    'refunded amount|refund amount|amount refunded|refunded|refund|erstattungsbetrag|erstattung|remboursement|reembolso|rimborso|terugbetaling|возврат|रिफंड|退款金额|退款',
  ],
  channel: [
    'word',
    'sales channel|channel|platform|marketplace|source|verkaufskanal|kanal|canal de vente|canal|canale|канал|渠道|平台',
  ],
  customer: [
    'id',
    'customer id|customer no|customer number|customer code|client id|buyer id|customer email|email|customer|customer name|buyer name|buyer|client|client name|party name|kundennummer|kunde|id client|id cliente|cliente|klantnummer|klant|клиент|покупатель|ग्राहक|客户编号|客户|买家',
  ],
  unit_cost: [
    'money',
    'unit cost|cost per item|cost per unit|cost price|landed cost|purchase price|buying price|cost|cogs|einkaufspreis|ek preis|ek|prix d achat|prix de revient|cout|precio de compra|coste|costo|preco de custo|custo|prezzo di acquisto|costo unitario|inkoopprijs|kostprijs|закупочная цена|себестоимость|लागत|खरीद मूल्य|进价|成本',
  ],
  valid_from: [
    'date',
    'valid from|effective from|effective date|from date|since|gultig ab|desde|vanaf|с даты|से',
  ],
  note: [
    'text',
    'note|notes|remark|remarks|comment|comments|memo|narration|description|notiz|bemerkung|remarque|nota|opmerking|примечание|टिप्पणी|备注',
  ],
  every: ['word', 'every|frequency|repeats|recurring|interval|turnus|frequence|frecuencia'],
  until: ['date', 'until|end date|ends on|to date|bis|jusqu a|hasta'],
  supplier: [
    'text',
    'supplier|supplier name|vendor|vendor name|manufacturer|lieferant|hersteller|fournisseur|proveedor|fornecedor|fornitore|leverancier|поставщик|आपूर्तिकर्ता|विक्रेता|供应商',
  ],
  email: ['text', 'email|e mail|email address|mail|correo|ईमेल|邮箱'],
  lead_days: [
    'count',
    'lead days|lead time|lead time days|delivery days|lieferzeit|delai|plazo de entrega|levertijd|срок поставки|交期',
  ],
  minimum_order: [
    'money',
    'minimum order|minimum order value|min order|moq value|mindestbestellwert|minimum de commande|pedido minimo',
  ],
  pack_size: [
    'count',
    'pack size|case size|units per pack|pieces per pack|verpackungseinheit|ve|colisage|装箱数',
  ],
  contact: ['text', 'contact|contact person|contact name|ansprechpartner|contacto|contatto|संपर्क|联系人'],
  address: ['text', 'address|street address|adresse|anschrift|direccion|indirizzo|पता|地址'],
  language: ['word', 'language|sprache|langue|idioma|lingua|taal|язык|भाषा|语言'],
  free_freight_from: [
    'money',
    'free freight from|free freight|free shipping from|free delivery from|frei haus ab|franco',
  ],
  review_days: ['count', 'review days|order every days|order cycle days|bestellrhythmus'],
  supplier_sku: [
    'id',
    'supplier sku|supplier code|supplier item code|vendor sku|vendor code|lieferantenartikelnummer',
  ],
  moq: ['count', 'moq|minimum order quantity|min order qty|minimum quantity|mindestbestellmenge|起订量'],
  minimum_quantity: ['count', 'minimum quantity'],
  lead_spread_days: ['count', 'lead spread days|lead time deviation|lead time variation'],
  max_cover_days: ['count', 'max cover days|maximum days of cover|max days of stock'],
  shelf_life_days: ['count', 'shelf life days|shelf life|haltbarkeit|保质期'],
  po_number: ['id', 'po number|po no|po|purchase order number|purchase order no|purchase order|采购单号'],
  ordered_on: ['date', 'ordered on|po date|purchase order date|date ordered'],
  received: ['count', 'received|received qty|quantity received|qty received|geliefert|recu|recibido'],
  expected_on: ['date', 'expected on|expected date|expected delivery|due date|eta|liefertermin'],
  received_on: ['date', 'received on|received date|date received|goods received on|grn date|wareneingang'],
  courier: [
    'text',
    'courier|courier name|courier partner|carrier|shipping company|logistics partner|versanddienstleister|transporteur|transportista|transportadora|corriere|vervoerder|कूरियर|快递公司|物流公司',
  ],
  forward_cost: [
    'money',
    'forward cost|forward charge|forward charges|freight charge|freight charges|freight|courier charge|courier charges|shipping cost|versandkosten|cout d expedition|costo de envio|运费',
  ],
  return_cost: [
    'money',
    'return cost|rto cost|rto charge|rto charges|return charge|return charges|rucksendekosten|frais de retour|costo de devolucion|退货运费',
  ],
  outcome: ['word', 'outcome|delivery status|shipment status|status|zustellstatus|stato|статус|状态'],
  platform: ['word', 'platform|ad platform|network|source|channel|plattform|plateforme|plataforma|平台'],
  campaign: [
    'text',
    'campaign|campaign name|ad name|ad set|kampagne|campagne|campana|campanha|campagna|кампания|अभियान|广告系列',
  ],
  location: [
    'text',
    'location|warehouse|store|godown|bin|lager|standort|lagerort|entrepot|almacen|armazem|magazzino|magazijn|склад|गोदाम|仓库',
  ],
  as_of: [
    'date',
    'as of|counted on|count date|stock date|date|stichtag|datum|date d inventaire|fecha|data|तारीख|日期',
  ],
  on_hand: [
    'count',
    'on hand|units in stock|in stock|stock on hand|stock|stock qty|stock quantity|available stock|closing stock|inventory|quantity|qty|bestand|lagerbestand|stock disponible|existencias|estoque|giacenza|voorraad|остаток|स्टॉक|库存|库存数量',
  ],
  incoming: [
    'count',
    'incoming|units on order|on order|ordered qty|in transit|bestellt|en commande|en camino|in arrivo|在途',
  ],
  reorder_at: [
    'count',
    'reorder at|reorder level|reorder point|low stock amount|minimum stock|min stock|meldebestand|mindestbestand|stock minimum|stock minimo|seuil|补货点',
  ],
  seller: [
    'text',
    'seller|competitor|rival|shop|store|merchant|wettbewerber|anbieter|vendeur|concurrent|vendedor|competidor|venditore|verkoper|конкурент|продавец|विक्रेता|卖家|竞争对手',
  ],
  seen_on: ['date', 'seen on|checked on|seen|date|datum|fecha|data|तारीख|日期'],
  url: ['text', 'url|link|web address|page|lien|enlace|链接'],
  vendor: ['text', 'vendor|brand|manufacturer|supplier|marke|hersteller|marque|marca|merk|бренд|ब्रांड|品牌'],
};

/** Where a kind's column means something else than that name means elsewhere. */
const OWN_MEANINGS: Readonly<Record<string, Entry>> = {
  'ecom.expenses.amount': [
    'money',
    'amount|amount paid|paid|cost|expense|debit|spent|total|betrag|ausgabe|montant|depense|importe|gasto|valor|importo|spesa|bedrag|сумма|расход|राशि|खर्च|金额|支出',
  ],
  'ecom.expenses.date': [
    'date',
    'date|paid on|payment date|expense date|bill date|day|datum|fecha|data|дата|तारीख|दिनांक|日期',
  ],
  'ecom.expenses.category': [
    'text',
    'category|type|head|account|expense type|ledger|kategorie|konto|categorie|compte|categoria|cuenta|категория|श्रेणी|खाता|类别|科目',
  ],
  'ecom.ads.amount': [
    'money',
    'amount spent|ad spend|spend|spent|cost|amount|ausgaben|kosten|depense|gasto|investimento|spesa|расход|खर्च|花费',
  ],
  'ecom.ads.date': ['date', 'date|day|reporting starts|spent on|datum|fecha|data|дата|तारीख|日期'],
  'ecom.purchase-orders.unit_price': [
    'money',
    'unit price|unit cost|rate|price|cost|einkaufspreis|prix d achat|precio de compra|prezzo di acquisto',
  ],
  'ecom.purchase-orders.quantity': [
    'count',
    'quantity|qty|quantity ordered|qty ordered|ordered qty|order quantity|menge|quantite|cantidad|quantita',
  ],
  'ecom.stock-history.date': ['date', 'date|day|datum|fecha|data|तारीख|日期'],
  'ecom.stock-history.on_hand': [
    'count',
    'end of day stock|ending inventory|on hand|closing stock|stock on hand',
  ],
  'ecom.shipping.date': ['date', 'date|bill date|pickup date|shipped on|datum|fecha|data|дата|तारीख|日期'],
};

/** What a column of a kind holds, by the kind (`ecom.expenses`) and the column's name; unknown columns are any text of their own name. */
export function meaningOf(kind: string, column: string): ColumnMeaning {
  const [holds, names] = OWN_MEANINGS[`${kind}.${column}`] ?? MEANINGS[column] ?? ['text', ''];
  const own = column.replaceAll('_', ' ');
  return { holds, names: [...new Set([...names.split('|'), own])].filter((name) => name !== '') };
}

/** A header cell as words to compare: `OrderID`, `order_id` and `Order-Id (new)` are `order id`, `order id` and `order id new`. */
export function nameKey(header: string): string {
  return header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Mn}\p{Mc}]+/gu, ' ')
    .trim();
}
