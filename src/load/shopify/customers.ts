import { customerKey } from '../customer-key.ts';
import { report } from '../draft.ts';
import type { Draft, Format, TextTable } from '../format.ts';
import { rowReader } from '../row-reader.ts';
import { phoneDigits } from './phone.ts';

/** The customers export, old and new header. E-mail address, phone and street are not kept. */
export const shopifyCustomers: Format = {
  kind: 'shopify.customers',
  label: 'Shopify customers',
  signature: [
    'first name',
    'last name',
    'accepts email marketing',
    ['total spent', 'default address address1', 'default address city', 'default address country code'],
  ],
  known: [
    ...['customer id', 'email', 'company', 'address1', 'address2', 'city', 'province', 'province code'],
    ...['country', 'country code', 'zip', 'phone', 'accepts sms marketing', 'total orders', 'tags', 'note'],
    ...['tax exempt', 'default address company', 'default address address2', 'default address province code'],
    ...['default address zip', 'default address phone'],
  ],
  read: readCustomers,
};

function readCustomers(table: TextTable, draft: Draft): void {
  const cells = rowReader(table, draft);
  const columns = {
    id: table.column('customer id'),
    email: table.column('email'),
    phone: table.column('phone'),
    addressPhone: table.column('default address phone'),
    first: table.column('first name'),
    last: table.column('last name'),
    country: table.column('default address country code', 'country code', 'country'),
    region: table.column('default address province code', 'province code', 'province'),
    marketing: table.column('accepts email marketing'),
  };
  for (let row = 0; row < table.rows.length; row += 1) {
    const name = `${cells.text(row, columns.first)} ${cells.text(row, columns.last)}`.trim();
    const phone = cells.text(row, columns.phone) || cells.text(row, columns.addressPhone);
    const address = cells.text(row, columns.email) || phoneDigits(phone);
    const key = customerKey(address, cells.id(row, columns.id));
    const place = { file: table.file, row: table.lineOf(row) };
    if (key === undefined) {
      const message = `customer "${name}" has no e-mail address, phone or id to tell it by – left out`;
      report(draft, { code: 'missing-value', severity: 'note', message, file: place.file, line: place.row });
      continue;
    }
    draft.customers.push({
      ...place,
      key,
      name: name || undefined,
      country: cells.text(row, columns.country).toUpperCase() || undefined,
      region: cells.text(row, columns.region).toUpperCase() || undefined,
      marketingAccepted: yesOrNo(cells.text(row, columns.marketing)),
    });
  }
}

function yesOrNo(text: string): boolean | undefined {
  if (/^(?:yes|true)$/i.test(text)) return true;
  return /^(?:no|false)$/i.test(text) ? false : undefined;
}
