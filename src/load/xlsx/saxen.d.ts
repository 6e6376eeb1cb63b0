/** The part of saxen that `xml.ts` uses; the package brings no types. */
declare module 'saxen' {
  export class Parser {
    on(
      event: 'openTag',
      listen: (name: string, attributes: () => Readonly<Record<string, string>>) => void,
    ): this;
    on(event: 'closeTag', listen: (name: string) => void): this;
    on(event: 'text' | 'cdata' | 'attention', listen: (text: string) => void): this;
    on(event: 'error' | 'warn', listen: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
