import { isUtf8 } from 'node:buffer';

/** Some programs put it first; it is no part of the text (RFC 8259, 8.1). */
const BYTE_ORDER_MARK = '\uFEFF';

/** The text that bytes say in UTF-8; nothing when they are not UTF-8: a letter that is lost is never replaced. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
