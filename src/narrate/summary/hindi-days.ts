import { nameText } from './speaker.ts';

const MONTHS: Readonly<Record<string, string>> = {
  Jan: 'जनवरी',
  Feb: 'फ़रवरी',
  Mar: 'मार्च',
  Apr: 'अप्रैल',
  May: 'मई',
  Jun: 'जून',
  Jul: 'जुलाई',
  Aug: 'अगस्त',
  Sep: 'सितंबर',
  Oct: 'अक्टूबर',
  Nov: 'नवंबर',
  Dec: 'दिसंबर',
};

/** A day as reports write it, `16 Nov 2026`, in Hindi: `16 नवंबर 2026`. */
export function hindiDay(day: string | undefined): string {
  return nameText(day).replace(/[A-Z][a-z]{2}/, (month) => MONTHS[month] ?? month);
}

const FEASTS: Readonly<Record<string, string>> = {
  Diwali: 'दिवाली',
  Dhanteras: 'धनतेरस',
  Navratri: 'नवरात्रि',
  Dussehra: 'दशहरा',
  'Durga Puja': 'दुर्गा पूजा',
  'Raksha Bandhan': 'रक्षाबंधन',
  Holi: 'होली',
  Janmashtami: 'जन्माष्टमी',
  'Ganesh Chaturthi': 'गणेश चतुर्थी',
  'Karva Chauth': 'करवा चौथ',
  Onam: 'ओणम',
  'Pongal and Makar Sankranti': 'पोंगल और मकर संक्रांति',
  'Ugadi and Gudi Padwa': 'उगादि और गुड़ी पड़वा',
  'Akshaya Tritiya': 'अक्षय तृतीया',
  'Pitru Paksha': 'पितृ पक्ष',
  'New Year': 'नया साल',
  'Republic Day': 'गणतंत्र दिवस',
  'Independence Day': 'स्वतंत्रता दिवस',
  'Valentine’s Day': 'वैलेंटाइन डे',
  'Mother’s Day': 'मदर्स डे',
  'Father’s Day': 'फ़ादर्स डे',
  Ramadan: 'रमज़ान',
  'Eid al-Fitr': 'ईद-उल-फ़ित्र',
  'Eid al-Adha': 'ईद-उल-अज़हा',
  'Black Friday': 'ब्लैक फ़्राइडे',
  'Cyber Monday': 'साइबर मंडे',
  Christmas: 'क्रिसमस',
};

/** A feast's name in Hindi; one without a Hindi name, and a sale of the owner's own, as it is. */
export function hindiFeast(name: string | undefined): string {
  const known = nameText(name);
  return FEASTS[known] ?? known;
}
