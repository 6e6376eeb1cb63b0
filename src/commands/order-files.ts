import { cleanText } from '../domain/clean-text.ts';
import type { OrderLetter } from '../domain/order-letter.ts';
import { orderFileName, type PurchaseOrder } from '../domain/purchase-order.ts';
import type { Supplier } from '../domain/supply.ts';
import { mimeMessage, parseAddress, type Address } from '../deliver/message.ts';
import { orderCsv } from '../render/purchase-order/csv.ts';
import { letterSubject, letterText } from '../render/purchase-order/letter.ts';
import { orderPdf } from '../render/purchase-order/pdf.ts';
import type { OrderFile } from '../records/order-files.ts';

export interface OrderFilesOptions {
  /** the bytes of `pdfFont` */
  readonly font: Uint8Array;
  /** of the invented shop: every file says so */
  readonly demo?: boolean | undefined;
}

/**
 * What is sent of one order: the letter (`.txt`), the table (`.csv`), the order on paper (`.pdf`), and a draft mail with all
 * three (`.eml`) when the supplier has a mail address. The same order and letter give the same bytes.
 */
export async function orderFiles(
  order: PurchaseOrder,
  letter: OrderLetter,
  { font, demo = false }: OrderFilesOptions,
): Promise<readonly OrderFile[]> {
  const name = orderFileName(order.number);
  const text = letterText(order, letter, { demo });
  const csv = {
    name: `${name}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: csvBytes(orderCsv(order, { demo })),
  };
  const paper = await orderPdf(order, { lang: letter.lang, font, demo });
  const pdf = { name: `${name}.pdf`, type: 'application/pdf', bytes: paper };
  const files = [{ name: `${name}.txt`, bytes: Buffer.from(text) }, csv, pdf];
  const to = mailAddressOf(order.supplier);
  if (to === undefined) return files.map(named);
  const mail = await mimeMessage({
    to: [to],
    subject: letterSubject(order, letter),
    text,
    attachments: [pdf, csv],
    date: new Date(`${order.orderedOn}T12:00:00Z`),
  });
  return [...files, { name: `${name}.eml`, bytes: mail }].map(named);
}

function named({ name, bytes }: OrderFile): OrderFile {
  return { name, bytes };
}

/** With a mark of its encoding where spreadsheets would otherwise read other letters than ours. */
function csvBytes(text: string): Uint8Array {
  return Buffer.from(/^[\x00-\x7f]*$/.test(text) ? text : `\uFEFF${text}`);
}

/** Whom a letter to the supplier goes to; undefined when no mail address is known or it is none. */
export function mailAddressOf({ email = '', contact, name }: Supplier): Address | undefined {
  const parsed = parseAddress(email);
  return parsed && { name: cleanText(contact ?? name), ...parsed };
}
