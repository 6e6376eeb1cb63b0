const EURO = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

const OTHERS: Readonly<Record<string, string>> = {
  ...{ AE: 'AED', AU: 'AUD', BR: 'BRL', CA: 'CAD', CH: 'CHF', CL: 'CLP', CN: 'CNY', CO: 'COP', CZ: 'CZK' },
  ...{ DK: 'DKK', GB: 'GBP', HU: 'HUF', ID: 'IDR', IL: 'ILS', IN: 'INR', JP: 'JPY', KR: 'KRW', KW: 'KWD' },
  ...{ MX: 'MXN', MY: 'MYR', NO: 'NOK', NZ: 'NZD', OM: 'OMR', PE: 'PEN', PH: 'PHP', PL: 'PLN', QA: 'QAR' },
  ...{ RO: 'RON', SA: 'SAR', SE: 'SEK', SG: 'SGD', TH: 'THB', TR: 'TRY', US: 'USD', VN: 'VND', ZA: 'ZAR' },
};

/**
 * The currency in which a marketplace with a site of its own in each country sells there; undefined for a country (ISO 3166)
 * without one that is known.
 */
export function currencyOfCountry(country: string | undefined): string | undefined {
  if (country === undefined) return undefined;
  return EURO.includes(country) ? 'EUR' : OTHERS[country];
}
