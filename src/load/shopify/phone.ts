/** A phone number without guard, blanks and signs, so that two spellings of one number are equal; '' without a digit. */
export function phoneDigits(text: string): string {
  return text.replace(/\D/g, '');
}
