import type { Answer } from '@palier/gateway/http/mount';

/** A shorter file is made whole before any of it is sent: it is then refused rather than cut. */
const LONGEST_WHOLE = 1_048_576;

/** What is made, whole when it is short; else as it is made. */
export async function gather(made: AsyncGenerator<Uint8Array>): Promise<Pick<Answer, 'body' | 'stream'>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  while (bytes <= LONGEST_WHOLE) {
    const next = await made.next();
    if (next.done) return { body: Buffer.concat(chunks) };
    chunks.push(next.value);
    bytes += next.value.length;
  }
  return { stream: join(chunks, made) };
}

async function* join(
  chunks: readonly Uint8Array[],
  made: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
    yield* made;
  } finally {
    await made.return(undefined);
  }
}
