import type { Finding } from '../../domain/answer.ts';
import { listed, nameText, namesText, type Speaker } from './speaker.ts';
import type { RestockPhrases } from './restock-phrases.ts';

type Text = (speaker: Speaker, finding: Finding) => string;

function products({ names }: Finding): string {
  return listed(namesText(names['products']), 'और');
}

function need({ say, has }: Speaker): string {
  const first = `${say('restock.products')} में से ${say('restock.items')} उत्पाद अभी मँगाने हैं`;
  return has('restock.profitAtRisk')
    ? `${first}; ${say('restock.profitAtRisk')} का मुनाफ़ा दाँव पर है।`
    : `${first}; लागत पता न होने से यह नहीं बताया जा सकता कि रुकने से कितना नुकसान होगा।`;
}

function plan({ say, has, value }: Speaker): string {
  const saves = has('restock.plan.saves') ? `; इससे ${say('restock.plan.saves')} बचेंगे` : '';
  if (!has('restock.budget'))
    return has('restock.cost') ? `सब मँगाने में ${say('restock.cost')} लगेंगे${saves}।` : '';
  const budget = say('restock.budget');
  if (value('restock.plan.items') === 0) return `${budget} में इनमें से कुछ नहीं मँगाया जा सकता।`;
  const cost = has('restock.plan.cost') ? `, लागत ${say('restock.plan.cost')}` : '';
  return `${budget} में ${say('restock.plan.items')} उत्पाद मँगाएँ${cost}${saves}।`;
}

const FINDINGS: Readonly<Record<string, Text>> = {
  late: ({ say, has }, finding) => {
    const lost = has('restock.lostAnyway') ? `; इससे लगभग ${say('restock.lostAnyway')} का नुकसान तय है` : '';
    return `${say('restock.late')} उत्पाद आज का ऑर्डर आने से पहले ख़त्म हो जाएँगे (${products(finding)})${lost}।`;
  },
  leftOut: ({ say, value }, { figures, names }) => {
    const profit =
      value('restock.leftOut.profit') === null ? '' : `, जिससे ${say('restock.leftOut.profit')} छूटते हैं`;
    const more = value(figures['cost'] ?? '') === null ? '' : ` (${say(figures['cost'] ?? '')} और चाहिए)`;
    return `बजट में ${say('restock.leftOut.items')} उत्पाद कम हुए या छूट गए${profit}; पहला ${nameText(names['product'])}${more}।`;
  },
  overstock: ({ say, has }, finding) => {
    const tied = has('restock.overstock.tiedUp') ? `, ${say('restock.overstock.tiedUp')} फँसे हैं` : '';
    return `${say('restock.overstock.items')} उत्पाद न मँगाएँ: ${say('restock.overstock.weeks')} हफ़्तों से ज़्यादा का माल है${tied} (${products(finding)})।`;
  },
  minimum: ({ say }, { figures, names }) =>
    `${nameText(names['supplier'])} के न्यूनतम ऑर्डर में ${say(figures['gap'] ?? '')} की कमी है।`,
  filled: ({ say }, finding) =>
    `${nameText(finding.names['supplier'])} का न्यूनतम ऑर्डर पूरा करने के लिए ${products(finding)} जोड़े गए: ${say(finding.figures['cost'] ?? '')}।`,
  freeFreight: ({ say }, { figures, names }) =>
    `${say(figures['gap'] ?? '')} और मँगाने पर ${nameText(names['supplier'])} का भाड़ा मुफ़्त होगा।`,
  lateOrder: ({ say }, finding) =>
    `${nameText(finding.names['supplier'])} का ऑर्डर ${nameText(finding.names['order'])} ${say(finding.figures['days'] ?? '')} देर से है: ${products(finding)}।`,
  transfers: ({ say }, finding) =>
    `ख़रीदने से पहले ${say('restock.transfers.units')} नग एक जगह से दूसरी जगह भेजें: ${products(finding)}।`,
  feasts: (_, { names }) =>
    `${listed(namesText(names['feasts']), 'और')} की बिक्री पिछली बार की तरह मानी गई है।`,
  filesEndEarly: (_, { names }) => `फ़ाइलें ${nameText(names['day'])} तक की हैं: मँगाने से पहले नई एक्सपोर्ट करें।`,
  noStock: ({ say }, { figures }) =>
    `${say(figures['items'] ?? '')} उत्पादों का स्टॉक पता नहीं, इसलिए उन्हें नहीं मँगाया गया: इन्वेंटरी की फ़ाइल दें।`,
  noCost: ({ say }, { figures }) =>
    `${say(figures['items'] ?? '')} उत्पादों की लागत पता नहीं, इसलिए वे सबसे नीचे हैं: costs.csv दें।`,
  noSupplier: ({ say }, { figures }) =>
    `${say(figures['items'] ?? '')} उत्पादों का सप्लायर पता नहीं, इसलिए उनका पत्र नहीं बना: suppliers.csv दें।`,
  negativeStock: ({ say }, { figures }) =>
    `फ़ाइल में ${say(figures['items'] ?? '')} उत्पादों का स्टॉक शून्य से कम है; उसे शून्य माना गया।`,
  assumedLead: ({ say }, { figures }) =>
    `${say(figures['items'] ?? '')} उत्पादों के आने का समय दो हफ़्ते माना गया: suppliers.csv या purchase-orders.csv दें।`,
  suspected: ({ say }, { figures }) =>
    `${say(figures['items'] ?? '')} उत्पादों में बिना स्टॉक के दिन केवल बिक्री के अंतराल से माने गए: stock-history.csv दें।`,
  waits: ({ say }, finding) =>
    `${say(finding.figures['items'] ?? '')} उत्पाद मँगाने का समय है, पर सबसे छोटा ऑर्डर भी बहुत दिन चलेगा, इसलिए रुकें: ${products(finding)}।`,
};

const ADVICE: Readonly<Record<string, Text>> = {
  late: (_, { names }) =>
    `पहले ${listed(namesText(names['toOrder']), 'और')} मँगाएँ, और पूछें कि क्या माल जल्दी आ सकता है।`,
  lateOrder: ({ say }, finding) =>
    `${nameText(finding.names['supplier']) || 'सप्लायर'} से ऑर्डर ${nameText(finding.names['order'])} के बारे में पूछें, ${say(finding.figures['days'] ?? '')} देर से है (${products(finding)})।`,
  minimum: (speaker, finding) => FINDINGS['minimum']?.(speaker, finding) ?? '',
  freeFreight: (speaker, finding) => FINDINGS['freeFreight']?.(speaker, finding) ?? '',
  transfers: (speaker, finding) => FINDINGS['transfers']?.(speaker, finding) ?? '',
  noStock: (speaker, finding) => FINDINGS['noStock']?.(speaker, finding) ?? '',
  noSupplier: (speaker, finding) => FINDINGS['noSupplier']?.(speaker, finding) ?? '',
  filesEndEarly: (speaker, finding) => FINDINGS['filesEndEarly']?.(speaker, finding) ?? '',
};

/** The summary of a restocking plan in Hindi. */
export const HINDI_RESTOCK: RestockPhrases = {
  need,
  plan,
  nothingNeeded: ({ say }) => `${say('restock.products')} उत्पादों में से अभी कुछ नहीं मँगाना है।`,
  empty: 'इन फ़ाइलों में आज से पहले की कोई बिक्री नहीं है, इसलिए मँगाने का हिसाब नहीं बन सकता।',
  service: ({ say, has }) =>
    has('restock.serviceAchieved')
      ? `लक्ष्य ${say('restock.serviceTarget')} है; पिछले दिनों में ${say('restock.serviceAchieved')} पूरा होता।`
      : '',
  finding: (speaker, finding) => FINDINGS[finding.kind]?.(speaker, finding),
  advice: (speaker, finding) => ADVICE[finding.kind]?.(speaker, finding),
};
