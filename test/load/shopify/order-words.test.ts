import { describe, expect, it } from 'vitest';
import { deliveryOf, isCashOnDelivery, paymentOf, statusOf } from '../../../src/load/shopify/order-words.ts';

describe('the status of an order', () => {
  it('is cancelled by its date, though the order stays paid', () => {
    expect(statusOf('paid', 'fulfilled', true)).toBe('cancelled');
  });

  it('is void when the payment was voided or expired', () => {
    expect([statusOf('voided', '', false), statusOf('expired', '', false)]).toEqual(['void', 'void']);
  });

  it('is complete when paid and fulfilled, even when some was given back', () => {
    expect(statusOf('paid', 'fulfilled', false)).toBe('complete');
    expect(statusOf('partially_refunded', 'fulfilled', false)).toBe('complete');
    expect(statusOf('paid', 'partial', false)).toBe('open');
    expect(statusOf('pending', 'fulfilled', false)).toBe('open');
  });
});

describe('the payment of an order', () => {
  it.each([
    ['paid', 'paid'],
    ['pending', 'pending'],
    ['authorized', 'pending'],
    ['partially_paid', 'part_paid'],
    ['partially_refunded', 'part_refunded'],
    ['refunded', 'refunded'],
    ['voided', 'pending'],
    ['settled', undefined],
  ])('%s is %s', (word, payment) => {
    expect(paymentOf(word)).toBe(payment);
  });

  it.each([
    ['Cash on Delivery (COD)', true],
    ['cod', true],
    ['Cash', true],
    ['Cashfree Payments', false],
    ['Razorpay', false],
    ['Codfish card', false],
    [undefined, false],
  ])('by %s is cash at the door: %s', (method, expected) => {
    expect(isCashOnDelivery(method)).toBe(expected);
  });
});

describe('the delivery of an order', () => {
  it.each([
    ['fulfilled', '', 'shipped'],
    ['partial', '', 'partial'],
    ['unfulfilled', '', 'unfulfilled'],
    ['', '', 'unfulfilled'],
    ['fulfilled', 'COD, RTO Delivered', 'rto'],
    ['fulfilled', 'undelivered', 'rto'],
    ['fulfilled', 'Returned to origin', 'rto'],
    ['fulfilled', 'rto_initiated', 'rto'],
    ['fulfilled', 'vip, Delivered', 'delivered'],
    ['fulfilled', 'not delivered', 'shipped'],
    ['fulfilled', 'lost in transit', 'lost'],
    ['fulfilled', 'RTO risk: high', 'shipped'],
    ['fulfilled', 'high_rto_risk, delivered', 'delivered'],
    ['fulfilled', 'Portofino', 'shipped'],
  ])('%s with the tags "%s" is %s', (fulfilment, tags, delivery) => {
    expect(deliveryOf(fulfilment, tags)).toBe(delivery);
  });
});
