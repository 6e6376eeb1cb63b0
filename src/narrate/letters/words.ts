import { wholeWord } from '../text-marks.ts';

/** Words of something that a letter's frame may not speak of, and what that is. */
export interface Forbidden {
  readonly what: string;
  readonly pattern: RegExp;
}

/** Any further letters of the word. */
const REST = '[\\p{L}\\p{M}\\u200C\\u200D]*';

function words(what: string, ...lists: readonly string[]): Forbidden {
  return { what, pattern: wholeWord(lists.join('|').replaceAll('~', REST).normalize('NFC'), 'iu') };
}

/** `~` stands for the rest of a word. English and Hindi are looked for in every letter, for models mix them. */
export const FORBIDDEN: readonly Forbidden[] = [
  words(
    'money or a promise',
    'pric(?:e|es|ing)|costs?|costing|rates?|discount~|rupees?|dollars?|euros?|rs|inr|usd|pay|pays|paid|paying|payments?|payable|prepa~|(?<!in )advance|advances|credit|deposit~|transfer~|bank~|upi|cheques?|cash|money|refund~|remit~|settle~|fees?|charges?|guarantee~|warrant~|penalt~|compensat~|promis~|pledge~|undertake~|liable|liability|(?<!feel )free',
    'भुगतान|पेमेंट|क़ीमत|क़ीमतें|कीमत|कीमतें|मूल्य|मूल्यों|दाम|दामों|दर|दरें|रेट|छूट|डिस्काउंट|रुपय~|रुपए|रुपयों|पैसा|पैसे|पैसों|अग्रिम|एडवांस|उधार|क्रेडिट|बैंक|यूपीआई|चेक|नकद|नक़द|राशि|रकम|रक़म|शुल्क|गारंटी|वादा|वचन|मुआवज़ा|मुआवजा|जुर्माना|मुफ़्त|मुफ्त',
    'bhugtan|paise|paisa|udhaar|rupaye|keemat|kimat',
  ),
  words(
    'changes to the order',
    'add|adds|added|adding|additional~|remov~|drop|drops|dropp~|skip~|omit~|cancel~|replac~|substitut~|instead|except|excluding|extra|more of|less of|fewer|increas~|decreas~|reduc~|chang~|amend~|revis~|ignore~|disregard~|samples?|also (?:send|ship|include|supply)',
    'जोड़~|हटा~|रद्द|बदल~|घटा~|बढ़ा~|छोड़~|बजाय|अतिरिक्त|अलावा|ज़्यादा|ज्यादा|कम|नमूना|नमूने|संशोध~',
  ),
  words(
    'a date or time',
    'today|tonight|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december|weeks?|weekend|months?|days|fortnight|years?|hours?',
    'आज|कल|परसों|सप्ताह|हफ़्ते|हफ्ते|हफ़्ता|हफ्ता|महीने|महीना|माह|दिनों|वर्ष|साल|घंटे|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार|जनवरी|फ़रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर',
  ),
  words(
    'a place or a way to reach somebody',
    'street|road|lane|avenue|nagar|marg|plot|floor|sector|building|pin ?code|post ?code|warehouse|godown|(?:deliver|ship|send)(?: (?:it|them|this|the (?:goods|order|items)))? to|telephone|phone|mobile|whatsapp|call us|account',
    'सड़क|मार्ग|गली|नगर|मंज़िल|मंजिल|प्लॉट|सेक्टर|पिन ?कोड|गोदाम|फ़ोन|फोन|मोबाइल|व्हाट्सऐप|व्हाट्सएप|खाता|खाते',
  ),
  words(
    'a number',
    'one (?:packs?|pieces?|box|boxes|cartons?|units?|sets?)|dozens?|pairs?|couple|single|both|first|second|third|twice|half',
    'एक (?:पीस|पैक|नग|डिब्बा|पेटी|कार्टन|सेट|जोड़ी)|पहला|पहली|दूसरा|दूसरी|दोनों|तीनों|दर्जन',
  ),
  // what the commonest languages of Indian suppliers say; the words of others are not known here
  words(
    'a number',
    'दोन|तीन|पाच|सहा|नऊ|दहा|बारा|वीस|पन्नास|शंभर|डझन',
    'બે|ત્રણ|ચાર|પાંચ|સાત|આઠ|દસ|બાર|વીસ|પચાસ|સો|હજાર|લાખ|ડઝન',
    'দুই|দুটি|তিন|তিনটি|চার|পাঁচ|ছয়|সাত|আট|দশ|বারো|কুড়ি|বিশ|পঞ্চাশ|একশ|একশো|হাজার|লাখ|লক্ষ|ডজন',
    'ਦੋ|ਤਿੰਨ|ਚਾਰ|ਪੰਜ|ਸੱਤ|ਅੱਠ|ਦਸ|ਬਾਰਾਂ|ਵੀਹ|ਪੰਜਾਹ|ਸੌ|ਹਜ਼ਾਰ|ਲੱਖ|ਦਰਜਨ',
    'இரண்டு|மூன்று|நான்கு|ஐந்து|ஆறு|ஏழு|எட்டு|ஒன்பது|பத்து|பன்னிரண்டு|இருபது|ஐம்பது|நூறு|ஆயிரம்|லட்சம்|டஜன்',
    'రెండు|మూడు|నాలుగు|ఐదు|ఆరు|ఏడు|ఎనిమిది|తొమ్మిది|పది|పన్నెండు|ఇరవై|యాభై|వంద|వెయ్యి|లక్ష|డజను',
    'ಎರಡು|ಮೂರು|ನಾಲ್ಕು|ಐದು|ಆರು|ಏಳು|ಎಂಟು|ಒಂಬತ್ತು|ಹತ್ತು|ಹನ್ನೆರಡು|ಇಪ್ಪತ್ತು|ಐವತ್ತು|ನೂರು|ಸಾವಿರ|ಲಕ್ಷ|ಡಜನ್',
    'രണ്ട്|മൂന്ന്|നാല്|അഞ്ച്|ആറ്|ഏഴ്|എട്ട്|ഒമ്പത്|പത്ത്|പന്ത്രണ്ട്|ഇരുപത്|അമ്പത്|നൂറ്|ആയിരം|ലക്ഷം|ഡസൻ',
    'دو|تین|چار|پانچ|چھ|سات|آٹھ|دس|بارہ|بیس|پچاس|ہزار|لاکھ|درجن',
  ),
  words(
    'money or changes to the order',
    'देयक|किंमत~|रक्कम|आगाऊ|सवलत|बँक',
    'ચુકવણી|ચૂકવ~|પૈસા|કિંમત|ભાવ|રકમ|એડવાન્સ|બેંક|રદ|બદલ~|ઉમેર~',
    'পেমেন্ট|টাকা|মূল্য|দাম|পরিশোধ|অগ্রিম|ছাড়|ব্যাংক|বাতিল|পরিবর্তন',
    'ਭੁਗਤਾਨ|ਪੈਸੇ|ਕੀਮਤ|ਰਕਮ|ਛੋਟ|ਬੈਂਕ|ਰੱਦ|ਬਦਲ~',
    'பணம்|பணத்~|கட்டண~|செலுத்~|விலை~|தள்ளுபடி~|முன்பண~|வங்கி~|ரத்து|மாற்ற~',
    'చెల్లి~|డబ్బు~|ధర~|తగ్గింపు~|అడ్వాన్స్~|బ్యాంకు~|రద్దు|మార్చ~',
    'ಪಾವತಿ~|ಹಣ~|ಬೆಲೆ~|ರಿಯಾಯಿತಿ~|ಮುಂಗಡ~|ಬ್ಯಾಂಕ್~|ರದ್ದು|ಬದಲಾ~',
    'പണം|പേയ്‌മെന്റ്~|വില|കിഴിവ്|മുൻകൂർ|ബാങ്ക്~|റദ്ദ്~|മാറ്റ~',
    'ادائیگی|رقم|قیمت|پیسے|رعایت|بینک|منسوخ|تبدیل',
  ),
];
