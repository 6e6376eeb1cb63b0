import type { Finding } from '../../domain/answer.ts';
import { KEPT_LINES, type PayoutsContext, type PayoutsPhrases } from './payouts-phrases.ts';
import { listed, nameText, type Speaker } from './speaker.ts';

function counted({ say, value }: Speaker, id: string, [one, many]: readonly [string, string]): string {
  return `${say(id)} ${value(id) === 1 ? one : many}`;
}

function opening({ speaker, period, channels }: PayoutsContext): string {
  const { say, value } = speaker;
  const on = /^\d{1,2} \S+ \d{4}$/.test(period) ? 'On' : 'In';
  const sold = `${on} ${period} buyers paid ${say('payouts.sold')} through ${listed(channels, 'and')}`;
  const paid = value('payouts.paid') === null ? '' : `, and ${say('payouts.paid')} arrived by their files`;
  if (value('payouts.settlements') === 0) {
    if ((value('payouts.open') ?? 0) < 0)
      return `${sold}; refunds, fees and taxes took ${say('payouts.open')} more${paid}.`;
    return paid === ''
      ? `${sold}; ${say('payouts.open')} of it is in no settlement yet.`
      : `${sold}; after refunds, fees and taxes ${say('payouts.open')} of it is due to you${paid}.`;
  }
  const settlements = counted(speaker, 'payouts.settlements', ['settlement', 'settlements']);
  const short = (value('payouts.expected') ?? 0) < 0;
  const due = short
    ? `${settlements} left you ${say('payouts.expected')} short`
    : `${settlements} should have brought ${say('payouts.expected')} to the bank`;
  return `${sold}; after refunds, fees and taxes ${due}${paid}.`;
}

const KEPT: Readonly<Record<string, string>> = {
  'payouts.commission': 'commission and fees',
  'payouts.paymentFees': 'payment fees',
  'payouts.shipping': 'shipping',
  'payouts.storage': 'storage',
  'payouts.advertising': 'advertising',
};

function kept({ speaker }: PayoutsContext): string {
  const { say, value, has } = speaker;
  if ((value('payouts.kept') ?? 0) <= 0) return '';
  const parts = KEPT_LINES.filter((id) => (value(id) ?? 0) < 0).map((id) => `${KEPT[id]} ${say(id)}`);
  const share = has('payouts.keptShare') ? `, ${say('payouts.keptShare')} of what was sold` : '';
  const tax =
    (value('payouts.taxWithheld') ?? 0) < 0
      ? `; ${say('payouts.taxWithheld')} of tax was withheld, which you can claim`
      : '';
  const detail = parts.length > 1 ? `: ${listed(parts, 'and')}` : '';
  return `The platforms kept ${say('payouts.kept')}${share}${detail}${tax}.`;
}

function verdict({ speaker }: PayoutsContext): string {
  const { say, value } = speaker;
  const compared = value('payouts.compared') ?? 0;
  if (compared === 0)
    return 'No settlement states a total or a payout, so compare what should have arrived with your bank statement.';
  if (value('payouts.differing') === 0)
    return compared === 1
      ? 'The one that states what it pays agrees with its rows exactly.'
      : `All ${say('payouts.compared')} that state what they pay agree with their rows exactly.`;
  const differing = counted(speaker, 'payouts.differing', ['settlement does', 'settlements do']);
  return `${differing} not agree, of ${say('payouts.compared')} that can be compared.`;
}

type Text = (speaker: Speaker, finding: Finding) => string;

const REFUNDS = ['refund', 'refunds'] as const;
const PAID: Readonly<Record<string, readonly [string, string]>> = {
  charge: ['payment', 'payments'],
  chargeback: ['dispute', 'disputes'],
};

const FINDINGS: Readonly<Record<string, Text>> = {
  settlementDiffers: ({ say }, { figures, names }) => {
    const what = `${nameText(names['channel'])}’s settlement ${nameText(names['settlement'])} of ${nameText(names['day'])}`;
    const less = names['direction'] === 'less';
    const do_ = less
      ? 'ask for the difference'
      : 'a row is missing from the file, or the platform must explain it';
    return `${what} pays ${say(figures['amount'] ?? '')} ${less ? 'less' : 'more'} than its rows make: ${do_}.`;
  },
  bankDiffers: bankSentence,
  ordersUnsettled: (speaker, { figures, names }) => {
    const one = names['count'] === '1';
    const orders = counted(speaker, figures['orders'] ?? '', ['order', 'orders']);
    const example = one ? ` (${nameText(names['example'])})` : `, such as ${nameText(names['example'])},`;
    return `${orders} worth ${speaker.say(figures['amount'] ?? '')}${example} ${one ? 'is' : 'are'} in no settlement of ${nameText(names['channel'])} after ${speaker.say(figures['days'] ?? '')}: ask where the money is.`;
  },
  ordersBeyond: (speaker, { figures, names }) => {
    const one = names['count'] === '1';
    const orders = counted(speaker, figures['orders'] ?? '', ['order', 'orders']);
    return `${orders} worth ${speaker.say(figures['amount'] ?? '')} ${one ? 'was' : 'were'} placed after the last day of ${nameText(names['channel'])}’s files: export newer ones.`;
  },
  moneyUnmatched: unmatchedSentence,
  feesAboveRate: (speaker, { figures, names }) => {
    const { say } = speaker;
    const orders = counted(speaker, figures['orders'] ?? '', ['order', 'orders']);
    return `${nameText(names['channel'])} charged ${say(figures['charged'] ?? '')} on ${orders} where your agreed rates give ${say(figures['agreed'] ?? '')}: ask for ${say(figures['excess'] ?? '')} back.`;
  },
  moneyHeld: heldSentence,
  adjustments: ({ say }, { figures, names }) =>
    `Adjustments that no sale or fee explains ${names['direction'] === 'less' ? 'took' : 'added'} ${say(figures['amount'] ?? '')}: ask what they are for.`,
  notItemised: (speaker, { figures, names }) => {
    const one = names['count'] === '1';
    const settlements = counted(speaker, figures['settlements'] ?? '', ['settlement', 'settlements']);
    return `${settlements} of ${nameText(names['channel'])} ${one ? 'has' : 'have'} no rows in the data, so nothing shows what ${one ? 'it is' : 'they are'} made of.`;
  },
  foreignLedger: ({ say }, { figures, names }) =>
    `Rows and settlements in another currency than ${nameText(names['home'])} are not looked at: ${say(figures['rows'] ?? '')}.`,
};

function bankSentence({ say }: Speaker, { figures, names }: Finding): string {
  const settlement = `${nameText(names['channel'])}’s settlement ${nameText(names['settlement'])} of ${nameText(names['day'])}`;
  const than =
    names['by'] === 'total'
      ? 'than was due'
      : 'than its rows make: see whether the file begins or ends within it';
  return `Of ${settlement} ${say(figures['paid'] ?? '')} reached the bank, ${say(figures['amount'] ?? '')} ${names['direction'] === 'less' ? 'less' : 'more'} ${than}.`;
}

function unmatchedSentence(speaker: Speaker, { figures, names }: Finding): string {
  const one = names['count'] === '1';
  const [isOf, belongs, sales] = one
    ? ['is of a sale', 'belongs', 'is not counted as a sale']
    : ['are of sales', 'belong', 'are not counted as sales'];
  const what = counted(speaker, figures['count'] ?? '', PAID[names['what'] ?? ''] ?? REFUNDS);
  const channel = nameText(names['channel']);
  const worth = `worth ${speaker.say(figures['amount'] ?? '')}`;
  if (names['what'] === 'earlier')
    return `${what} by ${channel} ${worth} ${isOf} before the first day of its files.`;
  const counts = names['what'] === 'charge' ? ` and ${sales}` : '';
  return `${what} through ${channel} ${worth} ${belongs} to no order in the data${counts}: add the orders of those days.`;
}

function heldSentence({ say }: Speaker, { figures, names }: Finding): string {
  const [channel, amount] = [nameText(names['channel']), say(figures['amount'] ?? '')];
  if (names['why'] === 'reserve') return `${channel} holds ${amount} back as a reserve.`;
  if (names['why'] === 'deferred')
    return `${amount} at ${channel} is deferred, on hold or pending, the oldest since ${nameText(names['since'])}.`;
  return `${amount} at ${channel} is in no payout yet.`;
}

export const ENGLISH_PAYOUTS: PayoutsPhrases = {
  opening,
  kept,
  verdict,
  empty: (period, covered) =>
    covered === undefined
      ? `There is no settlement in ${period}.`
      : `There is no settlement in ${period}; those in the data were paid out in ${covered}.`,
  noLedger: 'There is no settlement or payment report in the data, so nothing can be reconciled yet.',
  finding: (speaker, finding) => FINDINGS[finding.kind]?.(speaker, finding),
};
