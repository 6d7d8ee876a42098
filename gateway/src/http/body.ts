import type { IncomingMessage } from 'node:http';
import { Refusal } from '../errors.ts';

/** Reads a whole body as UTF-8 text. Stops at the first byte past `maxBytes`, whatever length was announced. */
export function readBody(incoming: IncomingMessage, maxBytes: number): Promise<string> {
  const tooLarge = (): Refusal =>
    new Refusal('CORPS_TROP_GRAND', {
      detail: `La limite est de ${maxBytes} octets.`,
      facts: { limite: maxBytes },
    });
  if (Number(incoming.headers['content-length']) > maxBytes) {
    incoming.resume();
    return Promise.reject(tooLarge());
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      incoming.removeAllListeners('data');
      incoming.resume();
      reject(tooLarge());
    });
    incoming.on('end', () => resolve(decode(chunks)));
    incoming.on('error', (cause) => reject(new Refusal('CORPS_ILLISIBLE', { cause })));
  });
}

function decode(chunks: readonly Buffer[]): string {
  const [first] = chunks;
  return chunks.length === 1 && first ? first.toString('utf8') : Buffer.concat(chunks).toString('utf8');
}
