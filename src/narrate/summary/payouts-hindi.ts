import type { Finding } from '../../domain/answer.ts';
import { KEPT_LINES, type PayoutsContext, type PayoutsPhrases } from './payouts-phrases.ts';
import { listed, nameText, type Speaker } from './speaker.ts';

function opening({ speaker, period, channels }: PayoutsContext): string {
  const { say, value } = speaker;
  const sold = `${period} में ग्राहकों ने ${listed(channels, 'और')} से ${say('payouts.sold')} चुकाए`;
  const paid = value('payouts.paid') === null ? '' : `, और उनकी फ़ाइलों के अनुसार ${say('payouts.paid')} पहुँचे`;
  if (value('payouts.settlements') === 0) {
    if ((value('payouts.open') ?? 0) < 0)
      return `${sold}; रिफ़ंड, शुल्क और कर उससे ${say('payouts.open')} ज़्यादा रहे${paid}।`;
    return paid === ''
      ? `${sold}; इसमें से ${say('payouts.open')} अभी किसी सेटलमेंट में नहीं है।`
      : `${sold}; रिफ़ंड, शुल्क और कर के बाद इसमें से ${say('payouts.open')} आपके बनते हैं${paid}।`;
  }
  const settlements = `${say('payouts.settlements')} सेटलमेंट`;
  const short = (value('payouts.expected') ?? 0) < 0;
  const due = short
    ? `${settlements} में आप पर ${say('payouts.expected')} निकले`
    : `${settlements} से बैंक में ${say('payouts.expected')} आने चाहिए थे`;
  return `${sold}; रिफ़ंड, शुल्क और कर के बाद ${due}${paid}।`;
}

const KEPT: Readonly<Record<string, string>> = {
  'payouts.commission': 'कमीशन और शुल्क',
  'payouts.paymentFees': 'भुगतान शुल्क',
  'payouts.shipping': 'शिपिंग',
  'payouts.storage': 'भंडारण',
  'payouts.advertising': 'विज्ञापन',
};

function kept({ speaker }: PayoutsContext): string {
  const { say, value, has } = speaker;
  if ((value('payouts.kept') ?? 0) <= 0) return '';
  const parts = KEPT_LINES.filter((id) => (value(id) ?? 0) < 0).map((id) => `${KEPT[id]} ${say(id)}`);
  const share = has('payouts.keptShare') ? `, यानी बिक्री का ${say('payouts.keptShare')}` : '';
  const tax =
    (value('payouts.taxWithheld') ?? 0) < 0
      ? `; ${say('payouts.taxWithheld')} कर काटा गया, जिसका दावा आप कर सकते हैं`
      : '';
  const detail = parts.length > 1 ? ` (${listed(parts, 'और')})` : '';
  return `प्लेटफ़ॉर्मों ने ${say('payouts.kept')} रखे${share}${detail}${tax}।`;
}

function verdict({ speaker }: PayoutsContext): string {
  const { say, value } = speaker;
  if ((value('payouts.compared') ?? 0) === 0)
    return 'किसी सेटलमेंट में कुल रक़म या भुगतान नहीं लिखा है, इसलिए जो आना चाहिए था उसे बैंक स्टेटमेंट से मिलाएँ।';
  if (value('payouts.differing') === 0)
    return `जिन ${say('payouts.compared')} सेटलमेंट में रक़म लिखी है, उनका हिसाब पूरा मिलता है।`;
  return `मिलाए जा सकने वाले ${say('payouts.compared')} सेटलमेंट में से ${say('payouts.differing')} का हिसाब नहीं मिलता।`;
}

type Text = (speaker: Speaker, finding: Finding) => string;

const PAID: Readonly<Record<string, string>> = { charge: 'भुगतान', refund: 'रिफ़ंड', chargeback: 'विवाद' };

const FINDINGS: Readonly<Record<string, Text>> = {
  settlementDiffers: ({ say }, { figures, names }) => {
    const what = `${nameText(names['day'])} का ${nameText(names['channel'])} सेटलमेंट ${nameText(names['settlement'])}`;
    const less = names['direction'] === 'less';
    const act = less ? 'अंतर माँगें' : 'फ़ाइल में कोई पंक्ति छूटी है या प्लेटफ़ॉर्म से कारण पूछें';
    return `${what} अपनी पंक्तियों से ${say(figures['amount'] ?? '')} ${less ? 'कम' : 'ज़्यादा'} देता है: ${act}।`;
  },
  bankDiffers: ({ say }, { figures, names }) => {
    const less = names['direction'] === 'less' ? 'कम' : 'ज़्यादा';
    const hint = names['by'] === 'total' ? '' : ': देखें कि फ़ाइल सेटलमेंट के बीच से तो शुरू या ख़त्म नहीं होती';
    const due = names['by'] === 'total' ? 'देय' : 'अपनी पंक्तियों';
    return `${nameText(names['day'])} के ${nameText(names['channel'])} सेटलमेंट ${nameText(names['settlement'])} के ${say(figures['paid'] ?? '')} बैंक पहुँचे, जो ${due} से ${say(figures['amount'] ?? '')} ${less} है${hint}।`;
  },
  ordersUnsettled: ({ say }, { figures, names }) =>
    `${say(figures['orders'] ?? '')} ऑर्डर (${say(figures['amount'] ?? '')}), जैसे ${nameText(names['example'])}, ${say(figures['days'] ?? '')} बाद भी ${nameText(names['channel'])} के किसी सेटलमेंट में नहीं: पूछें कि पैसा कहाँ है।`,
  ordersBeyond: ({ say }, { figures, names }) =>
    `${say(figures['orders'] ?? '')} ऑर्डर (${say(figures['amount'] ?? '')}) ${nameText(names['channel'])} की फ़ाइलों के आख़िरी दिन के बाद के हैं: नई फ़ाइलें निकालें।`,
  moneyUnmatched: ({ say }, { figures, names }) => {
    const what = PAID[names['what'] ?? ''] ?? 'रिफ़ंड';
    if (names['what'] === 'earlier')
      return `${nameText(names['channel'])} के ${say(figures['count'] ?? '')} ${what} (${say(figures['amount'] ?? '')}) फ़ाइलों के पहले दिन से पहले की बिक्री के हैं।`;
    const counts = names['what'] === 'charge' ? ' और बिक्री में नहीं गिने गए' : '';
    return `${nameText(names['channel'])} के ${say(figures['count'] ?? '')} ${what} (${say(figures['amount'] ?? '')}) किसी ऑर्डर से नहीं मिलते${counts}: उन दिनों के ऑर्डर जोड़ें।`;
  },
  feesAboveRate: ({ say }, { figures, names }) =>
    `${nameText(names['channel'])} ने ${say(figures['orders'] ?? '')} ऑर्डर पर ${say(figures['charged'] ?? '')} लिए, तय दर से ${say(figures['agreed'] ?? '')} होने थे: ${say(figures['excess'] ?? '')} वापस माँगें।`,
  moneyHeld: heldSentence,
  adjustments: ({ say }, { figures, names }) =>
    `समायोजन में ${say(figures['amount'] ?? '')} ${names['direction'] === 'less' ? 'कटे' : 'जुड़े'}, जिनका कारण कोई बिक्री या शुल्क नहीं बताता: पूछें कि ये किस लिए हैं।`,
  notItemised: ({ say }, { figures, names }) =>
    `${nameText(names['channel'])} के ${say(figures['settlements'] ?? '')} सेटलमेंट की पंक्तियाँ फ़ाइलों में नहीं हैं, इसलिए पता नहीं कि वे किससे बने हैं।`,
  foreignLedger: ({ say }, { figures, names }) =>
    `${nameText(names['home'])} के सिवा दूसरी मुद्रा की ${say(figures['rows'] ?? '')} पंक्तियाँ और सेटलमेंट नहीं देखे गए।`,
};

function heldSentence({ say }: Speaker, { figures, names }: Finding): string {
  const [channel, amount] = [nameText(names['channel']), say(figures['amount'] ?? '')];
  if (names['why'] === 'reserve') return `${channel} ने ${amount} रिज़र्व में रोके हैं।`;
  if (names['why'] === 'deferred')
    return `${channel} पर ${amount} टले, रुके या लंबित हैं, सबसे पुराना ${nameText(names['since'])} से।`;
  return `${channel} पर ${amount} अभी किसी भुगतान में नहीं हैं।`;
}

export const HINDI_PAYOUTS: PayoutsPhrases = {
  opening,
  kept,
  verdict,
  empty: (period, covered) =>
    covered === undefined
      ? `${period} में कोई सेटलमेंट नहीं।`
      : `${period} में कोई सेटलमेंट नहीं; फ़ाइलों में ${covered} के हैं।`,
  noLedger: 'फ़ाइलों में कोई सेटलमेंट या भुगतान रिपोर्ट नहीं है, इसलिए अभी कुछ मिलाया नहीं जा सकता।',
  finding: (speaker, finding) => FINDINGS[finding.kind]?.(speaker, finding),
};
