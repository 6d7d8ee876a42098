import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

/** Codings that may be put on one another. */
const MOST_CODINGS = 3;

type Decode = (bytes: Buffer, options: { readonly maxOutputLength?: number }) => Promise<Buffer>;

const unzip: Decode = promisify(gunzip);
const inflateZlib: Decode = promisify(inflate);
const inflateBare: Decode = promisify(inflateRaw);

/** The low half of the first byte says that a zlib header comes first; some servers leave it out. */
const ZLIB = 0x08;

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: unzip,
  'x-gzip': unzip,
  deflate: (bytes, options) =>
    ((bytes[0] ?? 0) & 0x0f) === ZLIB ? inflateZlib(bytes, options) : inflateBare(bytes, options),
  br: promisify(brotliDecompress),
  identity: (bytes) => Promise.resolve(bytes),
};

/** More came out of it than may be taken. */
export class ContentTooLarge extends Error {
  override readonly name = 'ContentTooLarge';
}

/**
 * What was coded by `content-encoding`, undone from the last to the first (RFC 9110, 8.4), on another thread.
 *
 * @throws {ContentTooLarge} as soon as there is more than `maxBytes`; another error when it cannot be undone
 */
export async function decodeContent(bytes: Buffer, header: string, maxBytes = Infinity): Promise<Buffer> {
  const codings = header
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '');
  if (codings.length > MOST_CODINGS) throw new Error('Too many content codings');
  const options = maxBytes === Infinity ? {} : { maxOutputLength: maxBytes };
  let content = bytes;
  for (const coding of codings.reverse()) {
    const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined;
    if (!decode) throw new Error('Unknown content coding');
    if (content.length > 0) content = await decode(content, options).catch(tellTooLarge);
  }
  return content;
}

function tellTooLarge(cause: unknown): never {
  if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new ContentTooLarge();
  throw cause;
}
