import { describe, expect, it } from 'vitest';
import { draftOf, ledgerOf, toldBy } from '../../helpers/draft-of.ts';

const HEADER = 'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Description';
const line = (type: string, source: string, rest = '-100.00,0.00,-100.00,inr,2026-06-03 10:00,'): string =>
  `txn_1,${type},${source},${rest}`;

describe('the balance history of Stripe', () => {
  it('names each line by its source, so that it meets the payments report', () => {
    const draft = draftOf([HEADER, line('charge', 'ch_1', '100.00,2.36,97.64,inr,2026-06-03 10:00,Order 7')]);
    expect(draft.movements).toMatchObject([
      { kind: 'charge', transaction: 'ch_1', order: '7', amount: 10000 },
      { kind: 'payment_fee', transaction: 'ch_1', order: '7', amount: -236 },
    ]);
  });

  it.each([
    ['charge', 'ch_1', '', 'charge charge -100.00'],
    ['payment_refund', 'pyr_1', '', 'refund payment_refund -100.00'],
    ['refund_failure', 're_1', '', 'refund refund_failure -100.00'],
    ['adjustment', 'du_1', '', 'chargeback adjustment -100.00'],
    ['adjustment', '', 'Chargeback withdrawal for ch_1', 'chargeback adjustment -100.00'],
    ['adjustment', '', 'Correction', 'adjustment adjustment -100.00'],
    ['stripe_fee', '', 'Radar', 'payment_fee stripe_fee -100.00'],
    ['network_cost', '', '', 'payment_fee network_cost -100.00'],
    ['payout', 'po_1', 'STRIPE PAYOUT', 'payout payout 100.00'],
    ['payout_failure', 'po_1', '', 'payout payout_failure 100.00'],
    ['transfer', 'po_1', '', 'payout transfer 100.00'],
    ['transfer', 'tr_1', 'To a partner', 'adjustment transfer -100.00'],
    ['topup', 'tu_1', '', 'payout topup 100.00'],
    ['payment_network_reserve_hold', '', '', 'reserve payment_network_reserve_hold -100.00'],
  ])('takes %s of %s "%s" as %s', (type, source, description, movement) => {
    const draft = draftOf([HEADER, `${line(type, source)}${description}`]);
    expect(ledgerOf(draft)).toEqual([movement]);
    expect(toldBy(draft)).toEqual([]);
  });

  it('tells of a payout as a settlement with its total, without what an instant payout costs', () => {
    const draft = draftOf([HEADER, line('payout', 'po_1', '-100.00,1.00,-101.00,inr,2026-06-03 10:00,')]);
    expect(draft.settlements).toMatchObject([{ id: 'po_1', total: 10000, paidOn: '2026-06-03' }]);
    expect(draft.movements).toMatchObject([
      { kind: 'payout', payoutId: 'po_1', amount: 10000 },
      { kind: 'payment_fee', payoutId: undefined, amount: -100 },
    ]);
  });

  it('doubts a net that is not amount less fee', () => {
    const draft = draftOf([HEADER, line('charge', 'ch_1', '100.00,2.00,97.00,inr,2026-06-03 10:00,')]);
    expect(toldBy(draft)).toEqual([
      'warning 2: amount 100.00 less fee 2.00 is not the net, 97.00 – counted as written',
    ]);
  });

  it('leaves out a line without date or amount', () => {
    const draft = draftOf([
      HEADER,
      line('charge', 'ch_1', ',0.00,0.00,inr,2026-06-03 10:00,'),
      line('charge', 'ch_2', '5.00,0.00,5.00,inr,,'),
      line('charge', 'ch_3', 'five,0.00,5.00,inr,2026-06-03 10:00,'),
    ]);
    expect(draft.movements).toEqual([]);
    expect(toldBy(draft)).toEqual([
      'warning 2: a transaction without amount – row left out',
      'warning 3: a transaction without date – row left out',
      'warning 4: amount "five" is not a number – row left out',
    ]);
  });
});

describe('the balance change from activity of Stripe', () => {
  it('needs no column but amount, net, category and a date: the fee is what the net leaves', () => {
    const draft = draftOf([
      'balance_transaction_id,created_utc,currency,gross,net,reporting_category',
      'txn_1,2026-06-03 20:00:00,inr,100.00,97.64,charge',
    ]);
    expect(draft.kind).toBe('stripe.activity');
    expect(ledgerOf(draft)).toEqual(['charge charge 100.00', 'payment_fee fee -2.36']);
    expect(draft.movements[0]?.day).toBe('2026-06-04');
  });

  it('takes the day as the account wrote it where it wrote one', () => {
    const draft = draftOf([
      'balance_transaction_id,created_utc,created,currency,gross,fee,net,reporting_category',
      'txn_1,2026-06-03 20:00:00,2026-06-03 22:00:00,eur,"100,00","2,36","97,64",charge',
    ]);
    expect(draft.movements).toMatchObject([
      { day: '2026-06-03', amount: 10000 },
      { day: '2026-06-03', amount: -236 },
    ]);
  });

  it('reads the report of payouts too', () => {
    const draft = draftOf([
      'payout_id,effective_at,effective_at_utc,currency,balance_transaction_id,gross,fee,net,reporting_category,payout_expected_arrival_date',
      'po_1,2026-06-05 00:00:00,2026-06-04 18:30:00,inr,txn_9,-97.64,0.00,-97.64,payout,2026-06-08',
    ]);
    expect(draft.settlements).toMatchObject([{ id: 'po_1', total: 9764, paidOn: '2026-06-08' }]);
  });
});
