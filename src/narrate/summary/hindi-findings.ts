import type { Finding } from '../../domain/answer.ts';
import type { FindingTexts } from './phrases.ts';
import { listed, nameText, namesText, type Speaker } from './speaker.ts';

/** Lines of the statement, by their English label in lower case. */
const LINES: Readonly<Record<string, string>> = {
  'shipping paid': 'शिपिंग ख़र्च',
  'shipping costs': 'शिपिंग ख़र्च',
  'payment fees': 'भुगतान शुल्क',
  'marketplace fees': 'मार्केटप्लेस शुल्क',
  packaging: 'पैकिंग',
  'undelivered parcels': 'बिना डिलीवरी लौटे पार्सल',
  advertising: 'विज्ञापन',
  'operating expenses': 'दूसरे ख़र्च',
};

function lineName(label: string): string {
  return LINES[label] ?? label;
}

/** A sentence or two for each kind of finding. */
export const HINDI_FINDINGS: FindingTexts = {
  profitUnknown: ({ say, value }, { figures }) =>
    figures['coverage'] !== undefined
      ? `शुद्ध लाभ नहीं बताया जा सकता: केवल ${say(figures['coverage'])} बिक्री की लागत पता है।`
      : `शुद्ध लाभ नहीं बताया जा सकता: ${value(figures['products'] ?? '') === 1 ? 'बिके हुए एकमात्र उत्पाद' : `बिके हुए ${say(figures['products'] ?? '')} उत्पादों में से किसी`} की लागत किसी फ़ाइल में नहीं है। आय ${say('pnl.revenue')} रही; costs.csv में लागत भरें।`,
  shippingPerOrderUp: ({ say }, { figures, names }) =>
    `कूरियर से पूछें कि एक ऑर्डर भेजने का ख़र्च ${nameText(names['before'])} के ${say(figures['previous'] ?? '')} से बढ़कर ${say(figures['now'] ?? '')} क्यों हुआ: इससे लाभ ${say(figures['effect'] ?? '')} घटा।`,
  refundSpike: ({ say }, { figures, names }) =>
    `रिफ़ंड कुल बिक्री का ${say(figures['rate'] ?? '')} रहे, ${nameText(names['before'])} में ${say(figures['previousRate'] ?? '')} थे: पुरानी दर से ${say(figures['excess'] ?? '')} ज़्यादा।`,
  codLosesMoney: ({ say }, { figures, names }) => {
    const place = names['state'] === 'all' ? '' : `${nameText(names['state'])} में `;
    return `${place}${nameText(names['sku'])} पर कैश ऑन डिलीवरी बंद करें: ${say(figures['orders'] ?? '')} ऑर्डर में से ${say(figures['rate'] ?? '')} लौटे, जबकि यह ${say(figures['breakEven'] ?? '')} से कम पर ही फ़ायदेमंद है; हर महीने क़रीब ${say(figures['loss'] ?? '')} का नुक़सान।`;
  },
  soldAtLoss: ({ say }, { figures, names }) =>
    `${nameText(names['sku'])} लागत से नीचे बिक रहा है: ${say(figures['units'] ?? '')} नग पर ${say(figures['loss'] ?? '')} का नुक़सान, शिपिंग और शुल्क से पहले। दाम बढ़ाएँ या बेचना बंद करें।`,
  costsMissing: costsSentence,
  linesMissing: (speaker, { names }) =>
    `किसी फ़ाइल से यह पता नहीं चलता: ${listed(namesText(names['lines']).map(lineName), 'और')}${soWorse(speaker)}।`,
  linePartly: (speaker, { figures, names }) =>
    `${lineName(names['line'] ?? '')} ${speaker.say(figures['of'] ?? '')} में से केवल ${speaker.say(figures['known'] ?? '')} ऑर्डर का पता है${soWorse(speaker)}।`,
  partlyCovered: ({ say }, { figures, names }) =>
    `${nameText(names['name'])} के ${say(figures['of'] ?? '')} दिनों में से केवल ${say(figures['days'] ?? '')} दिनों के आँकड़े हैं।`,
  recordsUnmatched: ({ say }, { figures, names }) => {
    const what = names['what'] === 'refunds' ? 'रिफ़ंड' : 'कूरियर बिल';
    return `${say(figures['count'] ?? '')} ${what} (${say(figures['amount'] ?? '')}) किसी ऑर्डर से ${names['count'] === '1' ? 'नहीं मिला, इसलिए गिना नहीं गया' : 'नहीं मिले, इसलिए गिने नहीं गए'}: उन दिनों के ऑर्डर जोड़ें।`;
  },
  refundsAboveTotal: ({ say }, { figures, names }) =>
    `${say(figures['orders'] ?? '')} ऑर्डर पर बिक्री से ${say(figures['excess'] ?? '')} ज़्यादा लौटाया गया, जैसे ${nameText(names['example'])}: देख लें कि एक ही रिफ़ंड दो फ़ाइलों में तो नहीं है।`,
  foreignRecords: ({ say }, { figures, names }) =>
    `${say(figures['records'] ?? '')} ख़र्च, शुल्क, बिल या लागत ${listed(namesText(names['currencies']), 'और')} में ${names['count'] === '1' ? 'है, गिना नहीं गया: इसे' : 'हैं, गिने नहीं गए: इन्हें'} ${nameText(names['home'])} में दें।`,
  ordersLeftOut: leftOutSentence,
  feesAbovePlan: ({ say }, { figures }) =>
    `भुगतान शुल्क ${say(figures['charged'] ?? '')} लगा, तय दर से ${say(figures['planned'] ?? '')} होना था: ${say(figures['excess'] ?? '')} वापस माँगें।`,
};

/** What a cost that is not in the books does to the result; nothing to say while the result is not known at all. */
function soWorse({ value }: Speaker): string {
  const result = value('pnl.netProfit');
  if (result === null) return '';
  return `, इसलिए असली ${result < 0 ? 'घाटा इससे ज़्यादा' : 'लाभ इससे कम'} है`;
}

function costsSentence(speaker: Speaker, { figures, names }: Finding): string {
  const { say, value } = speaker;
  const of = (role: string): string => figures[role] ?? '';
  const [missing, first] = [value(of('products')) ?? 0, value(of('fillFirst')) ?? 0];
  const products = `${say(of('products'))} ${missing === 1 ? 'उत्पाद' : 'उत्पादों'} की लागत पता नहीं`;
  const fill = `${listed(namesText(names['products']), 'और')} की लागत भरें`;
  const told = missing > first ? `पहले ${fill} (अंतर का ${say(of('share'))})` : fill;
  return `${products}, इसलिए ${between(speaker, of('low'), of('high'))} के बीच है; ${told}।`;
}

function between({ say, value }: Speaker, low: string, high: string): string {
  if ((value(low) ?? 0) >= 0) return `शुद्ध लाभ ${say(low)} और ${say(high)}`;
  return `नतीजा ${say(low)} के घाटे और ${say(high)} के ${(value(high) ?? 0) < 0 ? 'घाटे' : 'लाभ'}`;
}

const LEFT_OUT: Readonly<Record<string, readonly [one: string, many: string]>> = {
  pending: ['का भुगतान बाक़ी है, गिना नहीं गया', 'का भुगतान बाक़ी है, गिने नहीं गए'],
  awaitingDelivery: [
    'कैश ऑन डिलीवरी का है जो अभी बिका नहीं, गिना नहीं गया',
    'कैश ऑन डिलीवरी के हैं जो अभी बिके नहीं, गिने नहीं गए',
  ],
  undelivered: [
    'बिना डिलीवरी लौटा या खो गया: बिक्री नहीं, केवल ख़र्च गिना गया',
    'बिना डिलीवरी लौटे या खो गए: बिक्री नहीं, केवल ख़र्च गिना गया',
  ],
  cancelled: ['रद्द हुआ, गिना नहीं गया', 'रद्द हुए, गिने नहीं गए'],
  cancelledPaid: [
    'भुगतान के बाद रद्द हुआ और कुछ लौटाया नहीं गया: देख लें कि देना तो नहीं है',
    'भुगतान के बाद रद्द हुए और कुछ लौटाया नहीं गया: देख लें कि देना तो नहीं है',
  ],
  void: ['निरस्त या विफल रहा, गिना नहीं गया', 'निरस्त या विफल रहे, गिने नहीं गए'],
  otherCurrency: ['दूसरी मुद्रा में है, गिना नहीं गया', 'दूसरी मुद्रा में हैं, गिने नहीं गए'],
};

function leftOutSentence({ say, has }: Speaker, { figures, names }: Finding): string {
  const [one = '', many = ''] = LEFT_OUT[names['standing'] ?? ''] ?? [];
  const worth = has(figures['amount'] ?? '') ? ` (${say(figures['amount'] ?? '')})` : '';
  return `${say(figures['orders'] ?? '')} ऑर्डर${worth} ${names['count'] === '1' ? one : many}।`;
}
