const INVALID = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Replaces the characters that no XML document may hold: a label may have any, and one would spoil the whole file. */
export function toXmlText(markup: string): string {
  return markup.replace(INVALID, '\ufffd');
}
