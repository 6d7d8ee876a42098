import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliCompress, createGzip, constants } from 'node:zlib';
import type { Coding } from './content-coding.ts';

/** Sends what is made as it is made, no faster than it is read. Gives what was sent, in bytes. Raises when it is cut. */
export async function sendStream(
  response: ServerResponse,
  stream: AsyncIterable<Uint8Array>,
  coding: Coding | undefined,
): Promise<number> {
  let bytes = 0;
  const count = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  const source = Readable.from(stream, { objectMode: false });
  if (coding === undefined) await pipeline(source, count, response);
  else await pipeline(source, CODERS[coding](), count, response);
  return bytes;
}

const CODERS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip(),
};
