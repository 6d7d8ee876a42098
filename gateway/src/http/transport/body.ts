import type { IncomingMessage } from 'node:http';
import { Refusal } from '../../errors/errors.ts';
import { decodeUtf8 } from '../../base/utf8.ts';

/** Reads a whole body as UTF-8 text. Stops at the first byte past `maxBytes`, whatever length was announced. */
export async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<string> {
  const text = decodeUtf8(await readBytes(incoming, maxBytes));
  if (text === undefined) throw new Refusal('CORPS_ILLISIBLE', { detail: 'Il n’est pas en UTF-8.' });
  return text;
}

/** Reads a whole body. Stops at the first byte past `maxBytes`, whatever length was announced. */
function readBytes(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(incoming.headers['content-length']) > maxBytes) {
    incoming.resume();
    return Promise.reject(tooLarge(maxBytes));
  }
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    const pieces: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        if (chunks.length < MOST_CHUNKS) return;
        pieces.push(Buffer.concat(chunks));
        chunks = [];
        return;
      }
      incoming.removeAllListeners('data');
      incoming.resume();
      reject(tooLarge(maxBytes));
    });
    incoming.on('end', () => {
      resolve(joinChunks(pieces.length === 0 ? chunks : [...pieces, ...chunks]));
    });
    incoming.on('error', (cause) => reject(new Refusal('CORPS_ILLISIBLE', { cause })));
  });
}

/** Sent a byte at a time, what holds the bytes weighs a hundred times what they do: as many are made one. */
const MOST_CHUNKS = 512;

function joinChunks(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return chunks.length === 1 && first ? first : Buffer.concat(chunks);
}

/** A body as it arrives, for what does not hold it whole. Raises CORPS_TROP_GRAND and CORPS_ILLISIBLE, as `readBody` does. */
export async function* readChunks(incoming: IncomingMessage, maxBytes: number): AsyncGenerator<Buffer> {
  let left = Number(incoming.headers['content-length']) > maxBytes ? -1 : maxBytes;
  try {
    // Whoever stops reading it still answers.
    const chunks = incoming.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
    while (left >= 0) {
      const { value, done } = await chunks.next().catch((cause: unknown) => {
        throw new Refusal('CORPS_ILLISIBLE', { cause });
      });
      if (done === true) return;
      left -= value.length;
      if (left >= 0) yield value;
    }
    throw tooLarge(maxBytes);
  } finally {
    incoming.resume();
  }
}

const tooLarge = (maxBytes: number): Refusal =>
  new Refusal('CORPS_TROP_GRAND', {
    detail: `La limite est de ${maxBytes} octets.`,
    facts: { limite: maxBytes },
  });
