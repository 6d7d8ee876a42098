import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeyFolder } from './key-folder.ts';

describe('the development keys of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palier-jetons-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same for programs that start at once', async () => {
    const opened = await Promise.all(Array.from({ length: 4 }, () => openKeyFolder(folder)));
    const { privateJwk } = await openKeyFolder(folder);
    for (const each of opened) expect(each.privateJwk).toEqual(privateJwk);
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'cle-privee.json', 'jwks.json']);
  });

  it('are only read once they are there', async () => {
    const { jwksPath } = await openKeyFolder(folder);
    const before = new Date('2026-01-01T00:00:00Z');
    utimesSync(jwksPath, before, before);
    await openKeyFolder(folder);
    expect(statSync(jwksPath).mtime).toEqual(before);
  });

  it('say what to do of a private one that is empty', async () => {
    const path = join(folder, 'cle-privee.json');
    writeFileSync(path, '', { mode: 0o600 });
    await expect(openKeyFolder(folder)).rejects.toThrow(
      `${path} n’est pas une clé faite par « npm run jeton » : supprimez-la pour en faire une autre.`,
    );
  });
});
