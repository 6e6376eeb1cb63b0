import { describe, expect, it } from 'vitest';
import { draftOf, ledgerOf, toldBy } from '../../helpers/draft-of.ts';
import { loadFixtures } from '../../helpers/fixtures.ts';

const HEADER =
  'date/time,settlement id,type,order id,sku,description,quantity,marketplace,order state,product sales,product sales tax,selling fees,fba fees,other transaction fees,other,total,Transaction Status,Transaction Release Date';
type Cells = Readonly<Record<string, string>>;
const row = (cells: Cells): string =>
  HEADER.split(',')
    .map((name) => `"${cells[name] ?? ROW[name] ?? ''}"`)
    .join(',');
const ROW: Cells = {
  'date/time': 'Oct 3, 2026 2:15:12 AM PDT',
  'settlement id': '77',
  marketplace: 'amazon.com',
};
const read = (...rows: readonly string[]) => draftOf([HEADER, ...rows]);

describe('a transaction', () => {
  it('gives one movement per component that is not zero', () => {
    const draft = read(
      row({
        type: 'Order',
        'order id': '111-1',
        sku: 'KRT-BLU-M',
        description: 'Kurta',
        quantity: '2',
        'order state': 'tx',
        'product sales': '1,100.00',
        'product sales tax': '0',
        'selling fees': '-100.00',
        'fba fees': '-50',
        other: '',
        total: '950.00',
      }),
    );
    expect(ledgerOf(draft)).toEqual([
      'charge product sales 1100.00',
      'marketplace_fee selling fees -100.00',
      'shipping_label fba fees -50.00',
    ]);
    expect(draft.movements[0]).toMatchObject({
      part: 'goods',
      quantity: 2,
      title: 'Kurta',
      region: 'TX',
      day: '2026-10-03',
      payoutId: '77',
      currency: 'USD',
      final: true,
    });
    expect(draft.movements[1]).toMatchObject({ order: '111-1', sku: 'KRT-BLU-M', quantity: undefined });
    expect(draft.problems).toEqual([]);
  });

  it('whose components are not its total is told with both sums', () => {
    expect(
      toldBy(read(row({ type: 'Order', 'product sales': '10', 'selling fees': '-1', total: '8' }))),
    ).toEqual(["warning 2: the transaction's amounts make 9.00, its total is 8.00 – counted as written"]);
  });

  it('is not final while it is deferred (trap 32)', () => {
    const status = (words: Cells): boolean | undefined =>
      read(row({ type: 'Order', 'product sales': '10', total: '10', ...words })).movements[0]?.final;
    expect(status({ 'Transaction Status': 'Deferred', 'Transaction Release Date': 'Oct 9, 2026' })).toBe(
      false,
    );
    expect(status({ 'Transaction Status': 'Released' })).toBe(true);
    expect(status({ 'Transaction Status': '' })).toBe(true);
    expect(status({ 'Transaction Status': 'Zurückgestellt' })).toBe(false);
    expect(status({ 'Transaction Status': 'Freigegeben', 'Transaction Release Date': '09.10.2026' })).toBe(
      true,
    );
  });

  it('that is deferred is in no settlement yet, although it names the open one', () => {
    const sale = { type: 'Order', 'product sales': '10', total: '10' };
    const draft = read(row(sale), row({ ...sale, 'Transaction Status': 'Deferred' }));
    expect(draft.movements.map(({ payoutId }) => payoutId)).toEqual(['77', undefined]);
  });

  it('of type Transfer is a payout that reached the bank, one sent back is negative', () => {
    expect(
      ledgerOf(
        read(
          row({ type: 'Transfer', other: '-1,240.10', total: '-1,240.10' }),
          row({ type: 'Transfer', other: '1,240.10', total: '1,240.10' }),
        ),
      ),
    ).toEqual(['payout Transfer 1240.10', 'payout Transfer -1240.10']);
  });

  it('of another type is named by its description, without the number of a claim', () => {
    expect(
      ledgerOf(
        read(
          row({
            type: 'Service Fee',
            description: 'Cost of Advertising',
            'other transaction fees': '-9',
            total: '-9',
          }),
          row({ type: 'Service Fee', description: 'Premium photos', other: '-3', total: '-3' }),
          row({
            type: 'FBA Inventory Fee',
            description: 'FBA Removal Order: Disposal Fee',
            other: '-2',
            total: '-2',
          }),
          row({
            type: 'SAFE-T Reimbursement',
            description: 'SAFE-T Claim ID: 79074',
            other: '4',
            total: '4',
          }),
          row({ type: 'Adjustment', description: 'Other', other: '-1', total: '-1' }),
          row({
            type: 'Adjustment',
            description: 'FBA Inventory Reimbursement - Lost',
            other: '6',
            total: '6',
          }),
          row({ type: 'FBA Inventory Fee - Reversal', description: '', other: '2', total: '2' }),
          row({ type: 'Debt', description: 'Charge to credit card', other: '5', total: '5' }),
        ),
      ),
    ).toEqual([
      'advertising Cost of Advertising -9.00',
      'marketplace_fee Premium photos -3.00',
      'shipping_label FBA Removal Order: Disposal Fee -2.00',
      'compensation SAFE-T Claim ID 4.00',
      'adjustment Other -1.00',
      'compensation FBA Inventory Reimbursement - Lost 6.00',
      'storage FBA Inventory Fee - Reversal 2.00',
      'reserve Charge to credit card 5.00',
    ]);
  });

  it('of a type that nobody knows still counts, its sales as sales and the rest under its own name, told once', () => {
    const draft = read(
      row({ type: 'Mystery', 'product sales': '10', other: '-2', total: '8' }),
      row({ type: 'Mystery', 'product sales': '-10', other: '-1', total: '-11' }),
    );
    expect(ledgerOf(draft)).toEqual([
      'charge product sales 10.00',
      'marketplace_fee Mystery -2.00',
      'refund product sales -10.00',
      'marketplace_fee Mystery -1.00',
    ]);
    expect(toldBy(draft)).toEqual([
      'note 2: "Mystery" is not a charge that ecom knows – counted under that name as marketplace fee',
    ]);
  });

  it('without a date, or with an amount that cannot be read, is left out whole', () => {
    const draft = read(
      row({ type: 'Order', 'product sales': '10', total: '10', 'date/time': '' }),
      row({ type: 'Order', 'product sales': '10', total: '10', 'date/time': 'someday' }),
      row({ type: 'Order', 'product sales': 'ten', 'selling fees': '-1', total: '9' }),
      row({ type: '', 'date/time': '', description: 'a footer' }),
    );
    expect(draft.movements).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: a transaction without date – row left out',
      'warning 3: date/time "someday" is not a date – row left out',
      'warning 4: product sales "ten" is not a number – row left out',
    ]);
  });

  it('has a new column between sales and total counted under that column’s name', () => {
    const header = HEADER.replace('fba fees,', 'fba fees,green levy,');
    const draft = draftOf([
      header,
      '"Oct 3, 2026 2:15:12 AM PDT",77,Order,111-1,KRT,Kurta,1,amazon.com,TX,10,0,-1,0,-2,0,0,7,,',
    ]);
    expect(ledgerOf(draft)).toEqual([
      'charge product sales 10.00',
      'marketplace_fee selling fees -1.00',
      'marketplace_fee green levy -2.00',
    ]);
    expect(toldBy(draft)).toHaveLength(1);
  });
});

describe('the currency of a report', () => {
  const currency = (preamble: readonly string[], marketplace: string, shop = {}) =>
    draftOf(
      [...preamble, HEADER, row({ type: 'Order', 'product sales': '10', total: '10', marketplace })],
      shop,
    ).movements[0]?.currency;

  it('is told above the header, else by the marketplace, else it is the shop’s', () => {
    expect(currency(['"All amounts in CAD, unless specified"'], 'amazon.com')).toBe('CAD');
    expect(currency(['"Alle Beträge in EUR sofern nicht anders gekennzeichnet";;;'], '')).toBe('EUR');
    expect(currency(['"FBA and SKU explained"'], 'Amazon.ae')).toBe('AED');
    expect(currency([], '', { currency: 'INR' })).toBe('INR');
    expect(currency([], '')).toBe('');
  });
});

describe('a report of another marketplace', () => {
  it.each([
    [
      'French',
      'date/heure,numéro de versement,type,numéro de la commande,sku,description,quantité,Marketplace,ventes de produits,Taxes sur la vente des produits,crédits d’expédition,Rabais promotionnels,frais de vente,Frais Expédié par Amazon,autres frais de transaction,autre,total',
      [
        '2 juil. 2026 03:04:42 UTC,1,Commande,1-1,KRT,Kurta,1,amazon.fr,"1.010,50",0,"4,50",0,"-15,00",0,0,0,"1.000,00"',
      ],
      ['2 août 2026 03:04:42 UTC,1,Transfert,,,Vers le compte,,,0,0,0,0,0,0,0,"-985,00","-985,00"'],
    ],
    [
      'Italian',
      'Data/Ora:,Numero pagamento,Tipo,Numero ordine,SKU,Descrizione,Quantità,Marketplace,Vendite,imposta sulle vendite dei prodotti,Accrediti per le spedizioni,Sconti promozionali,Commissioni di vendita,Costi del servizio Logistica di Amazon,Altri costi relativi alle transazioni,Altro,totale',
      [
        '2 lug 2026 03:04:42 UTC,1,Ordine,1-1,KRT,Kurta,1,amazon.it,"1.010,50",0,"4,50",0,"-15,00",0,0,0,"1.000,00"',
      ],
      ['2 ago 2026 03:04:42 UTC,1,Trasferimento,,,Al conto,,,0,0,0,0,0,0,0,"-985,00","-985,00"'],
    ],
    [
      'Spanish',
      'fecha y hora,identificador de pago,tipo,número de pedido,sku,descripción,cantidad,web de Amazon,ventas de productos,impuesto de ventas de productos,abonos de envío,devoluciones promocionales,tarifas de venta,tarifas de Logística de Amazon,tarifas de otras transacciones,otro,total',
      [
        '2 jul 2026 03:04:42 UTC,1,Pedido,1-1,KRT,Kurta,1,amazon.es,"1.010,50",0,"4,50",0,"-15,00",0,0,0,"1.000,00"',
      ],
      ['2 ago 2026 03:04:42 UTC,1,Transferir,,,A la cuenta,,,0,0,0,0,0,0,0,"-985,00","-985,00"'],
    ],
    [
      'Dutch',
      'datum/tijd,schikkings-ID,type,bestelnummer,sku,beschrijving,aantal,marketplace,verkoop van producten,geïnde omzetbelasting,Verzendtegoeden,promotiekortingen,verkoopkosten,fba-vergoedingen,overige transactiekosten,overige,totaal',
      [
        '2 jul. 2026 03:04:42 UTC,1,Bestelling,1-1,KRT,Kurta,1,amazon.nl,"1.010,50",0,"4,50",0,"-15,00",0,0,0,"1.000,00"',
      ],
      ['2 aug. 2026 03:04:42 UTC,1,Overboeking,,,Naar rekening,,,0,0,0,0,0,0,0,"-985,00","-985,00"'],
    ],
    [
      'Swedish',
      'datum/tid,reglerings-id,typ,beställnings-id,sku,beskrivning,antal,marknadsplats,försäljning av produkter,inkasserad moms,fraktkrediter,kampanjrabatter,försäljningsavgifter,fba-avgifter,övriga transaktionsavgifter,övrigt,totalt',
      [
        '2 juli 2026 03:04:42 UTC,1,Beställning,1-1,KRT,Kurta,1,amazon.se,"1.010,50",0,"4,50",0,"-15,00",0,0,0,"1.000,00"',
      ],
      ['2 aug. 2026 03:04:42 UTC,1,Överföring,,,Till kontot,,,0,0,0,0,0,0,0,"-985,00","-985,00"'],
    ],
    [
      'British',
      'date/time,settlement id,type,order id,sku,description,quantity,marketplace,product sales,product sales tax,postage credits,promotional rebates,selling fees,fba fees,other transaction fees,other,total',
      [
        '2 Jul 2026 03:04:42 UTC,1,Order,1-1,KRT,Kurta,1,amazon.co.uk,"1,010.50",0,4.50,0,-15.00,0,0,0,"1,000.00"',
      ],
      ['2 Aug 2026 03:04:42 UTC,1,Transfer,,,To account,,,0,0,0,0,0,0,0,-985.00,-985.00'],
    ],
  ] as const)('in %s words is read like an American one', (_, header, [sale], [transfer]) => {
    const draft = draftOf([header, sale, transfer]);
    expect(draft.kind).toBe('amazon.range');
    expect(draft.movements.map(({ kind, part, amount, day }) => [kind, part, amount, day])).toEqual([
      ['charge', 'goods', 101050, '2026-07-02'],
      ['charge', 'shipping', 450, '2026-07-02'],
      ['marketplace_fee', undefined, -1500, '2026-07-02'],
      ['payout', undefined, 98500, '2026-08-02'],
    ]);
    expect(draft.problems).toEqual([]);
  });

  it('saved again by a European spreadsheet has semicolons, and is read all the same', () => {
    const draft = draftOf([
      '"Alle Beträge in EUR";;;;;;;;',
      'Datum/Uhrzeit;Abrechnungsnummer;Typ;Bestellnummer;SKU;Beschreibung;Umsätze;Verkaufsgebühren;Gesamt',
      '05.04.2026 10:30:00 UTC;1;Bestellung;1-1;KRT;Kurta;1.234,50;-34,50;1.200,00',
    ]);
    expect(ledgerOf(draft)).toEqual(['charge product sales 1234.50', 'marketplace_fee selling fees -34.50']);
    expect(draft.movements[0]).toMatchObject({ currency: 'EUR', day: '2026-04-05' });
  });
});

describe('the India report', () => {
  it('puts a transaction in the evening of UTC on the next day, as amazon.in does', async () => {
    const { books } = await loadFixtures('exports', ['amazon-range-india.csv']);
    const day = (line: number) => books.movements.find((movement) => movement.row === line)?.day;
    expect([day(6), day(7)]).toEqual(['2026-10-03', '2026-10-06']);
  });
});
