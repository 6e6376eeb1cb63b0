/** States by the first two digits of a GSTIN; 25 and 28 went into 26 and 37. */
const STATES: ReadonlyMap<string, readonly string[]> = new Map([
  ['01', ['jammu and kashmir']],
  ['02', ['himachal pradesh']],
  ['03', ['punjab']],
  ['04', ['chandigarh']],
  ['05', ['uttarakhand', 'uttaranchal']],
  ['06', ['haryana']],
  ['07', ['delhi', 'new delhi']],
  ['08', ['rajasthan']],
  ['09', ['uttar pradesh']],
  ['10', ['bihar']],
  ['11', ['sikkim']],
  ['12', ['arunachal pradesh']],
  ['13', ['nagaland']],
  ['14', ['manipur']],
  ['15', ['mizoram']],
  ['16', ['tripura']],
  ['17', ['meghalaya']],
  ['18', ['assam']],
  ['19', ['west bengal']],
  ['20', ['jharkhand']],
  ['21', ['odisha', 'orissa']],
  ['22', ['chhattisgarh', 'chattisgarh']],
  ['23', ['madhya pradesh']],
  ['24', ['gujarat']],
  ['25', ['daman and diu']],
  ['26', ['dadra and nagar haveli and daman and diu', 'dadra and nagar haveli', 'daman and diu']],
  ['27', ['maharashtra']],
  ['28', ['andhra pradesh']],
  ['29', ['karnataka']],
  ['30', ['goa']],
  ['31', ['lakshadweep', 'lakshadweep islands']],
  ['32', ['kerala']],
  ['33', ['tamil nadu', 'tamilnadu']],
  ['34', ['puducherry', 'pondicherry']],
  ['35', ['andaman and nicobar islands', 'andaman and nicobar']],
  ['36', ['telangana']],
  ['37', ['andhra pradesh']],
  ['38', ['ladakh']],
]);
const NAMES: ReadonlySet<string> = new Set([...STATES.values()].flat());

/** Whether a text begins as a GSTIN of one of the states does. */
export function isGstin(text: string): boolean {
  return STATES.has(text.slice(0, 2));
}

/**
 * Whether a state is the one a GSTIN is registered in, which makes a supply CGST and SGST and not IGST. Undefined when the GSTIN is
 * missing or the state is not one of India's: nobody can say.
 */
export function isHomeState(gstin: string | undefined, state: string): boolean | undefined {
  const names = STATES.get((gstin ?? '').slice(0, 2));
  const name = state.toLowerCase().replaceAll('&', 'and').replace(/\s+/g, ' ').trim();
  return names === undefined || !NAMES.has(name) ? undefined : names.includes(name);
}
