import type { Channel, Provenance } from './books.ts';
import type { Day } from './day.ts';
import type { Minor } from './money.ts';

/** One settlement or payout as the platform states it, to be compared with the movements that bear its id. */
export interface Settlement extends Provenance {
  readonly channel: Channel;
  readonly id: string;
  /** days it covers, inclusive */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** when the money was sent to the bank */
  readonly paidOn?: Day | undefined;
  /** what the platform says it pays; undefined when it only lists movements */
  readonly total?: Minor | undefined;
  readonly currency: string;
  /** the bank's reference, e.g. UTR */
  readonly reference?: string | undefined;
  readonly final: boolean;
}
