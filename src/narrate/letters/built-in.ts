import type { OrderLetter } from '../../domain/order-letter.ts';
import type { PurchaseOrder } from '../../domain/purchase-order.ts';
import { namesOf } from './names.ts';

/** The letter without a model: Hindi for `hi`, English for every other language. */
export function builtInLetter(order: PurchaseOrder, lang: string): OrderLetter {
  const contact = namesOf(order).get('contact');
  return /^hi(?:-|$)/i.test(lang) ? hindi(contact) : english(contact);
}

function english(contact: string | undefined): OrderLetter {
  return {
    source: 'built-in',
    lang: 'en',
    greeting: contact === undefined ? 'Dear Sir or Madam,' : `Dear ${contact},`,
    opening: 'We are pleased to place the following order with you.',
    closing:
      'Please confirm this order and the day of delivery by reply. If an item is not available, kindly let us know before you dispatch the goods.\n\nKind regards,',
  };
}

/** Names that already end in the honorific do not get it twice. */
function hindi(contact: string | undefined): OrderLetter {
  const name = contact?.replace(/\s+(?:जी|ji)$/iu, '');
  return {
    source: 'built-in',
    lang: 'hi',
    greeting: name === undefined ? 'आदरणीय महोदय/महोदया,' : `आदरणीय ${name} जी,`,
    opening: 'सादर नमस्कार। कृपया हमारा निम्नलिखित ऑर्डर स्वीकार करें।',
    closing:
      'कृपया इस ऑर्डर की तथा माल पहुँचने की तिथि की पुष्टि उत्तर में कर दें। यदि कोई वस्तु उपलब्ध न हो, तो कृपया माल भेजने से पहले हमें सूचित करें।\n\nधन्यवाद सहित,\nभवदीय,',
  };
}
