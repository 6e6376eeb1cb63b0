import type { Order } from '../../domain/books.ts';
import { report } from '../draft.ts';
import type { Draft } from '../format.ts';
import { isCashOnDelivery, orderState } from './status.ts';

export type WooState = Pick<Order, 'status' | 'payment' | 'delivery' | 'cashOnDelivery' | 'payMethod'>;

/** What a file says of an order's state, as written. */
export interface WrittenState {
  readonly status: string;
  readonly method?: string | undefined;
  readonly methodTitle?: string | undefined;
  readonly paidOn: boolean;
  readonly line: number;
}

/** Reads order states of one file; a status that WooCommerce does not have is a warning, once per file, and taken as open. */
export function stateReader(file: string, draft: Draft): (written: WrittenState) => WooState {
  const warned = new Set<string>();
  return ({ status, method, methodTitle, paidOn, line }) => {
    const cashOnDelivery = isCashOnDelivery(method, methodTitle);
    const { known, ...state } = orderState(status, { cashOnDelivery, paidOn });
    if (!known && !warned.has(status)) {
      warned.add(status);
      report(draft, {
        code: 'bad-row',
        severity: 'warning',
        message: `status "${status}" is not one of WooCommerce's – such orders are taken as open`,
        file,
        line,
        column: 'status',
        value: status,
      });
    }
    return { ...state, cashOnDelivery, payMethod: methodTitle ?? method };
  };
}
