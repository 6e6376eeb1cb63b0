import { Parser } from 'saxen';
import { decodeText } from '../decode.ts';

/** What a reader of XML is told, in the order of the text. Names come without their prefix; attributes are as written. */
export interface XmlListener {
  readonly open: (name: string, attributes: () => Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  /** text between tags, entities decoded, possibly in pieces */
  readonly text?: (text: string) => void;
}

/** XML that is not well-formed, or that declares entities: the workbook is then refused as a whole. */
export class BrokenXml extends Error {}

/**
 * Reads one part of a workbook. A document type declaration, the door to entities that expand without end, and any text that is
 * not well-formed throw BrokenXml.
 */
export function readXml(bytes: Uint8Array, { open, close, text }: XmlListener): void {
  const fail = (reason: string | Error): void => {
    throw new BrokenXml(String(reason));
  };
  const parser = new Parser()
    .on('openTag', (name, attributes) => open(withoutPrefix(name), attributes))
    .on('attention', (declaration) => fail(`declares "${declaration.slice(0, 20)}"`))
    .on('error', fail);
  if (close !== undefined) parser.on('closeTag', (name) => close(withoutPrefix(name)));
  if (text !== undefined) parser.on('text', (raw) => text(decodeEntities(raw))).on('cdata', text);
  parser.parse(decodeText(bytes).bytes.toString('utf8').trim());
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };
const ENTITY = /&(#\d{1,7}|#x[0-9a-f]{1,6}|\w+);/gi;

/** Text or an attribute with its five named entities and its numbered characters decoded; others stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole: string, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? whole;
    const point = Number(entity.slice(1).replace(/^x/i, '0x'));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
