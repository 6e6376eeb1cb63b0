import type { Finding } from '../../domain/answer.ts';
import type { Measure } from '../../reports/trends/options.ts';
import { hindiDay, hindiFeast } from './hindi-days.ts';
import { listed, nameText, namesText, type Speaker } from './speaker.ts';
import { adviceKey, carriersOf, dayKey, type Text, type TrendsPhrases } from './trends-phrases.ts';

const SOLD: Readonly<Record<Measure, (amount: string) => string>> = {
  revenue: (amount) => `${amount} की बिक्री हुई`,
  profit: (amount) => `हर ऑर्डर की लागत निकालने के बाद ${amount} बचे`,
  orders: (amount) => `${amount} ऑर्डर आए`,
  units: (amount) => `${amount} नग बिके`,
};

/** What stands after an amount of the measure. */
const OF: Readonly<Record<Measure, string>> = { revenue: '', profit: '', orders: ' ऑर्डर', units: ' नग' };

function week({ say }: Speaker, measure: Measure, { names }: Finding): string {
  const when = names['to'] === undefined ? 'पिछले 7 दिनों में' : `${hindiDay(names['to'])} तक के 7 दिनों में`;
  const sold = `${when} ${SOLD[measure](say('trends.last7'))}; उम्मीद ${say('trends.expected')}${OF[measure]} की थी`;
  if (names['normal'] === 'yes')
    return `${sold}। यह सामान्य उतार-चढ़ाव है: ${say('trends.expected.low')} से ${say('trends.expected.high')} तक रहना आम बात है।`;
  return `${sold}, यानी उम्मीद से ${say('trends.change')} ${lessOrMore(names['direction'])}।`;
}

function lessOrMore(direction: string | undefined): string {
  return direction === 'down' ? 'कम' : 'ज़्यादा';
}

/** The figure of a role. */
function told({ say }: Speaker, { figures }: Finding, role: string): string {
  return say(figures[role] ?? '');
}

/** `बिक्री ₹31,400 घटी`. */
function effect(speaker: Speaker, finding: Finding): string {
  return `बिक्री ${told(speaker, finding, 'amount')} ${finding.names['direction'] === 'down' ? 'घटी' : 'बढ़ी'}`;
}

/** ` (KRT-101 और DUP-220)`. */
function carriers(finding: Finding): string {
  const products = carriersOf(finding);
  return products === undefined ? '' : ` (${listed(namesText(products), 'और')})`;
}

/** Something that was less or more than usual, by which sales fell or rose; `down` and `up` say which of the two. */
function because(what: (amount: string) => string, down = 'कम', up = 'ज़्यादा'): Text {
  return (speaker, finding) =>
    `${what(finding.names['direction'] === 'down' ? down : up)}, जिससे ${effect(speaker, finding)}`;
}

function withCarriers(what: string, then: string): Text {
  return (speaker, finding) => `${what}${carriers(finding)} ${then} ${effect(speaker, finding)}`;
}

const CAUSES: Readonly<Record<string, Text>> = {
  stockout: withCarriers('कुछ उत्पादों', 'का बिकना रुक गया, जिससे'),
  price: withCarriers('दाम', 'बदलने से'),
  traffic: because((amount) => `ऑर्डर ${amount} आए`),
  basket: because((amount) => `ग्राहकों ने एक बार में ${amount} नग लिए`),
  mix: because((kind) => `ग्राहकों ने ${kind} उत्पाद ज़्यादा लिए`, 'सस्ते', 'महँगे'),
  new_customers: because((amount) => `नए ग्राहक ${amount} आए`),
  returning_customers: because((amount) => `पुराने ग्राहक ${amount} लौटे`),
  segment: because((amount) => `एक राज्य या देश से ऑर्डर ${amount} आए`),
  refunds: because((amount) => `रिफ़ंड ${amount} हुए`, 'ज़्यादा', 'कम'),
  discounts: because((amount) => `छूट ${amount} दी गई`, 'ज़्यादा', 'कम'),
  new_products: withCarriers('नए उत्पादों', 'से'),
  discontinued: withCarriers('बंद हो चुके उत्पादों', 'के कारण'),
};

const WHOSE: Readonly<Record<string, string>> = {
  all: 'ऑर्डर',
  new_customers: 'नए ग्राहकों के ऑर्डर',
  returning_customers: 'पुराने ग्राहकों के ऑर्डर',
  refunds: 'रिफ़ंड',
  discounts: 'छूट',
  new_products: 'नए उत्पादों की बिक्री',
  cheapest_quarter: 'सबसे सस्ते चौथाई उत्पादों का हिस्सा',
  dearest_quarter: 'सबसे महँगे चौथाई उत्पादों का हिस्सा',
};

/** `ऑर्डर 12, आम तौर पर 19.5`. */
function against(speaker: Speaker, finding: Finding, what: string): string {
  return `${what} ${told(speaker, finding, 'now')}, आम तौर पर ${told(speaker, finding, 'usual')}`;
}

const ofNamed: Text = (speaker, finding) => against(speaker, finding, WHOSE[finding.names['of'] ?? ''] ?? '');

const CHECKS: Readonly<Record<string, Text>> = {
  stopped_selling: (speaker, finding) =>
    `${nameText(finding.names['product'])}: ${hindiDay(finding.names['day'])} से ${told(speaker, finding, 'days')} तक एक भी नहीं बिका, पहले रोज़ ${told(speaker, finding, 'rate')} नग बिकते थे`,
  unit_price: (speaker, finding) =>
    `${nameText(finding.names['product'])} का दाम बिना टैक्स अब ${told(speaker, finding, 'now')}, पहले ${told(speaker, finding, 'usual')}`,
  orders: ofNamed,
  segment_orders: (speaker, finding) =>
    against(speaker, finding, `${nameText(finding.names['place'])} से ऑर्डर`),
  pieces_per_line: (speaker, finding) => `एक बार में लिए गए नग: आम का ${told(speaker, finding, 'ratio')}`,
  share_of_lines: ofNamed,
  money: ofNamed,
};

const ADVICE: Readonly<Record<string, Text>> = {
  soldOut: (_, { names }) => `${nameText(names['product'])} अभी मँगाएँ: ecom restock बताता है कि कितना।`,
  wasSoldOut: (_, { names }) =>
    `${nameText(names['product'])} समय पर मँगाएँ: ecom restock बताता है कि कब और कितना।`,
  silent: (_, { names }) =>
    `देखें कि ${nameText(names['product'])} स्टॉक में है या नहीं, और दुकान में दिख रहा है या नहीं।`,
  newPrice: (_, { names }) => `देखें कि नए दाम पर ${nameText(names['product'])} अब भी उतना ही बिक रहा है या नहीं।`,
  emptyDay: (_, { names }) => `पता करें कि ${hindiDay(names['day'])} को ऑर्डर क्यों नहीं आए।`,
  stockout: (_, { names }) =>
    `पहले ${nameText(names['product'] ?? names['products'])} का स्टॉक देखें: ecom restock बताता है कि कितना मँगाना है।`,
  price: (_, { names }) => `${nameText(names['product'] ?? names['products'])} के नए दाम पर नज़र डालें।`,
  traffic: () => 'देखें कि ग्राहक क्यों कम आए: बंद विज्ञापन, छिपी लिस्टिंग, या दुकान का न खुलना।',
  new_customers: () => 'देखें कि नए ग्राहक क्यों कम आए: विज्ञापन, सर्च, छिपी लिस्टिंग।',
  returning_customers: () => 'जो ग्राहक पहले लौटा करते थे, उन्हें लिखें।',
  segment: (_, { names }) =>
    `देखें कि ${nameText(names['place'] ?? names['products'])} से ऑर्डर क्यों घटे: डिलीवरी, बंद पिन कोड, कोई प्रतिद्वंद्वी।`,
  refunds: (_, { names }) => `देखें कि ${nameText(names['products']) || 'इतना माल'} वापस क्यों आया।`,
  discounts: () => 'देखें कि कौन से डिस्काउंट कोड चल रहे हैं, और क्या उन्हें चलना चाहिए।',
};

/** `क़रीब 12 नग (₹15,022)`. */
const missed: Text = (speaker, finding) =>
  `क़रीब ${told(speaker, finding, 'pieces')} नग (${told(speaker, finding, 'amount')})`;

const EVENTS: Readonly<Record<string, Text>> = {
  soldOut: (speaker, finding) => {
    const [item, day] = [nameText(finding.names['product']), hindiDay(finding.names['day'])];
    const days = told(speaker, finding, 'days');
    return finding.names['over'] === 'yes'
      ? `${day} से ${days} तक ${item} स्टॉक में नहीं था: ${missed(speaker, finding)} की बिक्री छूटी।`
      : `${item} ${day} से स्टॉक में नहीं है (${days}): अब तक ${missed(speaker, finding)} की बिक्री छूटी।`;
  },
  silent: (speaker, finding) => {
    const [item, day] = [nameText(finding.names['product']), hindiDay(finding.names['day'])];
    const days = told(speaker, finding, 'days');
    return finding.names['over'] === 'yes'
      ? `${day} से ${days} तक ${item} एक भी नहीं बिका, जबकि ${missed(speaker, finding)} की उम्मीद थी: स्टॉक ख़त्म था या लिस्टिंग छिपी थी।`
      : `${item} ${day} से एक भी नहीं बिका (${days}), जबकि ${missed(speaker, finding)} की उम्मीद थी: क्या स्टॉक ख़त्म है या लिस्टिंग छिपी है?`;
  },
  price: (speaker, finding) => {
    const { names } = finding;
    return `${nameText(names['product'])} का दाम ${hindiDay(names['day'])} से ${told(speaker, finding, 'share')} ${lessOrMore(names['direction'])} है: तब से बिके ${told(speaker, finding, 'pieces')} नग पर ${effect(speaker, finding)}।`;
  },
  newProduct: (speaker, finding) =>
    `नया उत्पाद ${nameText(finding.names['product'])}: ${hindiDay(finding.names['day'])} से ${told(speaker, finding, 'pieces')} नग बिके, कुल ${told(speaker, finding, 'amount')} के।`,
};

/** What is usual of a day without orders. */
const USUAL: Readonly<Record<string, (amount: string) => string>> = {
  revenue: (amount) => `${amount} की बिक्री होती है`,
  profit: (amount) => `${amount} बचते हैं`,
  orders: (amount) => `${amount} ऑर्डर आते हैं`,
  units: (amount) => `${amount} नग बिकते हैं`,
};

/** What was sold on an unusual day, by what is measured and what befell it. */
const DAYS: Readonly<Record<string, Text>> = {
  revenue: (speaker, finding) =>
    `${told(speaker, finding, 'orders')} ऑर्डर से ${told(speaker, finding, 'value')} की बिक्री हुई`,
  'revenue refunds': (speaker, finding) =>
    `${told(speaker, finding, 'refunds')} के रिफ़ंड के बाद ${told(speaker, finding, 'value')} की बिक्री रही`,
  'revenue below': () => 'बिक्री से ज़्यादा रक़म लौटाई गई',
  'revenue below refunds': (speaker, finding) =>
    `${told(speaker, finding, 'refunds')} लौटाए गए, जो बिक्री से ज़्यादा थे`,
  profit: (speaker, finding) => `हर ऑर्डर की लागत निकालने के बाद ${told(speaker, finding, 'value')} बचे`,
  'profit refunds': (speaker, finding) =>
    `${told(speaker, finding, 'refunds')} के रिफ़ंड के बाद ${told(speaker, finding, 'value')} बचे`,
  'profit below': (speaker, finding) => `ऑर्डरों पर ${told(speaker, finding, 'value')} का घाटा हुआ`,
  'profit below refunds': (speaker, finding) =>
    `${told(speaker, finding, 'refunds')} के रिफ़ंड के बाद ${told(speaker, finding, 'value')} का घाटा हुआ`,
  orders: (speaker, finding) => `${told(speaker, finding, 'value')} ऑर्डर आए`,
  units: (speaker, finding) => `${told(speaker, finding, 'value')} नग बिके`,
};

const anomaly: Text = (speaker, finding) => {
  const { names } = finding;
  const feast = names['name'] === undefined ? '' : ` (${hindiFeast(names['name'])})`;
  const on = `${hindiDay(names['day'])}${feast} को`;
  const key = dayKey(finding);
  if (key === 'noOrder') {
    const usual = USUAL[names['measure'] ?? '']?.(told(speaker, finding, 'expected')) ?? '';
    return `${on} कोई ऑर्डर नहीं आया, जबकि आम तौर पर ${usual}: क्या दुकान बंद थी?`;
  }
  const sold = DAYS[key]?.(speaker, finding) ?? '';
  return `${on} ${sold}, आम दिनों से ${told(speaker, finding, 'amount')} ${lessOrMore(names['direction'])}।`;
};

const seasonAhead: Text = (speaker, finding) => {
  const { figures, names } = finding;
  const isOne = speaker.value(figures['days'] ?? '') === 1;
  const coming = `${hindiFeast(names['name'])} (${hindiDay(names['day'])}) में ${told(speaker, finding, 'days')} ${isOne ? 'बाकी है' : 'बाकी हैं'}`;
  const soFar =
    figures['soFar'] === undefined
      ? ''
      : `; इसके अब तक के दिनों में बिक्री आम दिनों से ${told(speaker, finding, 'soFar')} ${lessOrMore(names['soFar'])} रही`;
  const lastYear =
    figures['share'] === undefined
      ? ''
      : `; पिछले साल इन दिनों बिक्री आम दिनों से ${told(speaker, finding, 'share')} ${lessOrMore(names['direction'])} थी`;
  return `${coming}${soFar}${lastYear}।`;
};

const FINDINGS: Readonly<Record<string, Text>> = {
  product: (speaker, finding) => EVENTS[finding.names['event'] ?? '']?.(speaker, finding) ?? '',
  cause: (speaker, finding) => {
    const cause = CAUSES[finding.names['cause'] ?? '']?.(speaker, finding) ?? '';
    const check = checkOf(speaker, finding);
    return check === undefined ? `${cause}।` : `${cause} – ${check}।`;
  },
  anomaly,
  level: (speaker, finding) =>
    `${hindiDay(finding.names['day'])} से बिक्री पहले के मुक़ाबले ${told(speaker, finding, 'share')} ${lessOrMore(finding.names['direction'])} है।`,
  season: (speaker, finding) => {
    const { names } = finding;
    const than = `बिक्री आम दिनों से ${told(speaker, finding, 'share')} ${lessOrMore(names['direction'])} रही`;
    return names['own'] === 'yes'
      ? `${nameText(names['name'])} (${hindiDay(names['day'])} से) के दौरान ${than}।`
      : `${hindiFeast(names['name'])} (${hindiDay(names['day'])}) के आसपास ${than}, जैसा तब होता ही है।`;
  },
  seasonAhead,
  filesEndEarly: (_, { names }) =>
    `फ़ाइलें ${hindiDay(names['day'])} तक की हैं: उसके बाद के दिन देखने के लिए नई फ़ाइलें एक्सपोर्ट करें।`,
  tooShort: (speaker, finding) =>
    `फ़ाइलों में ${told(speaker, finding, 'days')} की बिक्री है: पाँच हफ़्तों की बिक्री हो तो बताया जा सकेगा कि आम क्या है।`,
};

function checkOf(speaker: Speaker, finding: Finding): string | undefined {
  return CHECKS[finding.names['check'] ?? '']?.(speaker, finding);
}

const AHEAD: Readonly<Record<Measure, string>> = {
  revenue: 'की बिक्री की',
  profit: 'बचने की',
  orders: 'ऑर्डर आने की',
  units: 'नग बिकने की',
};

/** The summary of trends in Hindi. */
export const HINDI_TRENDS: TrendsPhrases = {
  week,
  alone: ({ say, value }, measure) =>
    `${(value('trends.daysKnown') ?? 0) < 7 ? `${say('trends.daysKnown')} में` : 'पिछले 7 दिनों में'} ${SOLD[measure](say('trends.last7'))}।`,
  empty: 'इन फ़ाइलों में आज से पहले की कोई बिक्री नहीं है।',
  nothing: 'जो पूछा गया, उसकी कोई बिक्री इन फ़ाइलों में नहीं है।',
  finding: (speaker, finding) => FINDINGS[finding.kind]?.(speaker, finding),
  check: checkOf,
  advice: (speaker, finding) => ADVICE[adviceKey(finding)]?.(speaker, finding),
  ahead: ({ say }, measure) =>
    `अगले 14 दिनों में सबसे ज़्यादा संभावना ${say('trends.forecast14')} ${AHEAD[measure]} है, ${say('trends.forecast14.low')} और ${say('trends.forecast14.high')} के बीच।`,
};
