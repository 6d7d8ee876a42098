import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartupError } from './errors.ts';
import { lockFolder } from './folder-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-verrou-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('refuses a second holder with one French line that names the first', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(StartupError);
    await expect(lockFolder(folder)).rejects.toThrow(`processus ${process.pid}`);
    release();
  });

  it('waits for a holder that is ending', async () => {
    const release = await lockFolder(folder);
    setTimeout(release, 200);
    (await lockFolder(folder))();
  });

  it('takes over the lock of a process that died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(join(folder, 'verrou'), String(pid));
    (await lockFolder(folder))();
    expect(existsSync(join(folder, 'verrou'))).toBe(false);
  });

  it('takes over a lock left by an earlier life with the same process number', async () => {
    writeFileSync(join(folder, 'verrou'), String(process.pid));
    (await lockFolder(folder))();
  });

  it('keeps the lock of another process when it is released twice', async () => {
    const first = await lockFolder(folder);
    first();
    const second = await lockFolder(folder);
    first();
    expect(existsSync(join(folder, 'verrou'))).toBe(true);
    second();
  });
});
