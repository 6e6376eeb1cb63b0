/**
 * Column names of the activity download and of the account statement in English, German, French, Spanish, Italian and Dutch, as
 * public importers of such files know them. The statement has a description in place of type and status.
 */
export const COLUMNS = {
  date: ['date', 'datum', 'fecha', 'data'],
  time: ['time', 'uhrzeit', 'zeit', 'heure', 'hora', 'orario', 'ora', 'tijd'],
  type: [
    ...['type', 'typ', 'tipo', 'description', 'beschreibung', 'descripción', 'descrizione', 'omschrijving'],
  ],
  status: ['status', 'état', 'statut', 'estado', 'stato'],
  currency: ['currency', 'währung', 'devise', 'divisa', 'valuta'],
  gross: ['gross', 'brutto', 'avant commission', 'bruto', 'lordo'],
  fee: ['fee', 'gebühr', 'entgelt', 'commission', 'frais', 'comisión', 'tariffa', 'kosten'],
  net: ['net', 'netto', 'neto'],
  transaction: [
    ...['transaction id', 'transaktionscode', 'numéro de transaction', 'id. de transacción'],
    ...['codice transazione', 'transactiereferentie'],
  ],
  reference: [
    ...['reference txn id', 'zugehöriger transaktionscode', 'txn-referenzkennung'],
    ...['numéro de la transaction de référence', 'nº de transaction de référence'],
    ...['id. de referencia de trans.', 'id. de referencia de la transacción'],
    ...['codice transazione di riferimento'],
  ],
  invoice: [
    ...['invoice number', 'invoice id', 'rechnungsnummer', 'numéro de facture', 'nº de facture'],
    ...['id. de factura', 'n° ordine commerciante', 'n. fattura pro-forma', 'factuurnummer'],
    ...['factuurreferentie'],
  ],
  custom: [
    ...['custom number', 'individuelle nummer', 'nº de client', 'número personalizado'],
    ...['numero personalizzato'],
  ],
  impact: [
    ...['balance impact', 'auswirkung auf guthaben', 'impact sur le solde', 'repercusiones en el saldo'],
    ...['impatto sul saldo', 'effect op saldo'],
  ],
  title: ['item title', 'artikelbezeichnung', "titre de l'objet", 'nombre del artículo', 'titolo oggetto'],
  country: ['country code', 'country', 'land', 'pays', 'país', 'paese'],
} as const;

/** Further columns, for telling the file apart from others. */
export const FURTHER: readonly string[] = [
  ...['timezone', 'time zone', 'zeitzone', 'fuseau horaire', 'zona horaria', 'fuso orario', 'tijdzone'],
  ...['name', 'nom', 'nombre', 'nome', 'naam', 'balance', 'guthaben', 'solde', 'saldo', 'receipt id'],
  ...['from email address', 'to email address', 'absender e-mail-adresse', 'empfänger e-mail-adresse'],
  ...['correo electrónico del remitente', 'indirizzo email mittente', 'van e-mailadres', 'quantity'],
  ...['shipping and handling amount', 'insurance amount', 'sales tax', 'item id', 'shipping address'],
  ...['address status', 'option 1 name', 'option 1 value', 'option 2 name', 'option 2 value', 'subject'],
  ...['note', 'address line 1', 'contact phone number', 'bank name', 'bank account', 'zip/postal code'],
];
