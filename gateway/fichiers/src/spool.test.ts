import { createHash } from 'node:crypto';
import { fstatSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readChunks, readWhole, withSpooled } from './spool.ts';

/** Whether the file that a descriptor named is still held; another may have its number since. */
function isHeld(descriptor: number, ino: number): boolean {
  try {
    return fstatSync(descriptor).ino === ino;
  } catch {
    return false;
  }
}

const CONTENT = Buffer.from('é'.repeat(100_000));

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it('keeps a file on the disk, whole, without a name, while it is worked on', async () => {
  const [descriptor, ino] = await withSpooled(cut(CONTENT, 4_097), async (file) => {
    expect(file).toMatchObject({
      size: CONTENT.length,
      digest: createHash('sha256').update(CONTENT).digest('hex'),
      isUtf8: true,
    });
    expect(fstatSync(file.descriptor).nlink).toBe(0);
    const read: Buffer[] = [];
    for await (const chunk of readChunks(file)) read.push(chunk);
    expect(read.length).toBeGreaterThan(1);
    expect(Buffer.concat(read).equals(CONTENT)).toBe(true);
    // As often as it is wanted.
    expect(Buffer.from(readWhole(file)).equals(CONTENT)).toBe(true);
    return [file.descriptor, fstatSync(file.descriptor).ino] as const;
  });
  expect(isHeld(descriptor, ino)).toBe(false);
});

it.each([
  ['a letter of Windows-1252 at its very end', Buffer.from('abc\u00e9', 'latin1'), false],
  ['a letter cut short by its end', CONTENT.subarray(0, 5), false],
  ['nothing', Buffer.alloc(0), true],
])('knows whether it is UTF-8: with %s', async (_what, bytes, isUtf8) => {
  await withSpooled([bytes], async (file) => {
    expect(file.isUtf8).toBe(isUtf8);
    expect(Buffer.from(readWhole(file)).equals(bytes)).toBe(true);
    for await (const chunk of readChunks(file)) expect(chunk.equals(bytes)).toBe(true);
  });
});

it('lets go of a file whose sending fails, or whose work does', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield CONTENT;
    await Promise.reject(new Error('cut off'));
  }
  await expect(withSpooled(failing(), () => Promise.resolve('done'))).rejects.toThrow('cut off');
  let [descriptor, ino] = [-1, -1];
  const work = withSpooled([CONTENT], (file) => {
    [descriptor, ino] = [file.descriptor, fstatSync(file.descriptor).ino];
    return Promise.reject(new Error('no'));
  });
  await expect(work).rejects.toThrow('no');
  expect(isHeld(descriptor, ino)).toBe(false);
});
