import { createHash, randomUUID } from 'node:crypto';
import { read, readSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '@palier/gateway/errors/errors';

/** A file that was sent, as it waits on the disk. Plain data: it goes from thread to thread. */
export interface SpooledFile {
  /** By which this whole process reads it: it has no name, so that nothing is left of it however this process ends. */
  readonly descriptor: number;
  /** In bytes. */
  readonly size: number;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
  /** Whether all of it is UTF-8, to the last byte: no part of it is decoded before that is known. */
  readonly isUtf8: boolean;
}

/**
 * Puts a file on the disk as it arrives, and works on it: what it takes in memory does not grow with it. It is gone once the work
 * is done. Raises what its chunks raise, and PASSERELLE_OCCUPEE where the disk does not take it.
 */
export async function withSpooled<Result>(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  work: (file: SpooledFile) => Promise<Result>,
): Promise<Result> {
  const handle = await openNameless().catch(refuse);
  try {
    return await work(await write(handle, chunks));
  } finally {
    await handle.close();
  }
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `palier-depot-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await rm(path);
  return handle;
}

async function write(
  handle: FileHandle,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<SpooledFile> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let isUtf8 = true;
  for await (const chunk of chunks) {
    hash.update(chunk);
    isUtf8 &&= decodes(decoder, chunk);
    await handle.write(chunk, 0, chunk.length, size).catch(refuse);
    size += chunk.length;
  }
  // A letter may be cut short by the end.
  isUtf8 &&= decodes(decoder);
  return { descriptor: handle.fd, size, digest: hash.digest('hex'), isUtf8 };
}

/** The next chunk of a text; its end without one. */
function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

function refuse(cause: unknown): never {
  throw new Refusal('PASSERELLE_OCCUPEE', { detail: 'Le disque ne peut pas recevoir ce fichier.', cause });
}

const CHUNK_BYTES = 65_536;

/** The bytes of a file from its beginning, some at a time. Streams of Node would close what another holds. */
export async function* readChunks({ descriptor, size }: SpooledFile): AsyncGenerator<Buffer> {
  for (let at = 0; at < size;) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, size - at));
    const { bytesRead } = await promisify(read)(descriptor, chunk, 0, chunk.length, at);
    refuseShort(bytesRead);
    yield chunk.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** All of a file: for a thread of its own, where the format cannot be read otherwise. */
export function readWhole({ descriptor, size }: SpooledFile): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  for (let at = 0; at < size;) {
    const bytesRead = readSync(descriptor, bytes, at, size - at, at);
    refuseShort(bytesRead);
    at += bytesRead;
  }
  return bytes;
}

function refuseShort(bytesRead: number): void {
  if (bytesRead === 0) throw new Error('A file on the disk is shorter than what was written of it');
}
