import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kill, type Program, startNode, until } from '@palier/test/program';
import { StartupError } from '../../base/errors.ts';
import { lockFolder } from './folder-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palier-verrou-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HOLD = `const { lockFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
  await lockFolder(process.argv[1]).then(() => console.log('tenu'), (fault) => console.log(fault.message));
  process.once('disconnect', () => process.exit());`;

/** Another process that takes the lock, or says why not, and stays; `within` is the command that runs it. */
async function holdElsewhere(within: readonly string[] = []): Promise<{ holder: Program; said: string }> {
  const holder = startNode(['--import', 'tsx', '-e', HOLD, folder], { within });
  await until(holder, () => holder.wrote().endsWith('\n'));
  return { holder, said: holder.wrote().trim() };
}

/** Numbers processes from 1, names the machine otherwise, and sees no network: what a container is. */
const CONTAINER = ['unshare', '-Urpfn', '--uts', '--mount-proc', '--kill-child'];
const canContain = spawnSync('unshare', [...CONTAINER.slice(1), 'true']).status === 0;

describe('the lock of a data folder', () => {
  it('refuses a second holder with one French line that names the first', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(StartupError);
    await expect(lockFolder(folder)).rejects.toThrow(`le processus ${process.pid}.`);
    release();
  });

  it('refuses another process, and is free as soon as that one is killed', async () => {
    const { holder, said } = await holdElsewhere();
    expect(said).toBe('tenu');
    await expect(lockFolder(folder)).rejects.toThrow(`le processus ${holder.child.pid}.`);
    await kill(holder);
    (await lockFolder(folder))();
  });

  it.runIf(canContain)('holds between containers, where processes have the same numbers', async () => {
    const { said } = await holdElsewhere(CONTAINER);
    expect(said).toBe('tenu');
    await expect(lockFolder(folder)).rejects.toThrow('est déjà ouvert par le processus 1');
    expect((await holdElsewhere(CONTAINER)).said).toContain('est déjà ouvert par le processus 1');
  });

  it('waits for a holder that is ending', async () => {
    const release = await lockFolder(folder);
    // Before the next try, whatever else the machine does.
    setTimeout(release, 1);
    (await lockFolder(folder))();
  });

  it.each([
    ['nothing', ''],
    ['the number of a program that runs', '1'],
    ['our own number', String(process.pid)],
    ['a number nobody has', '999999999'],
    ['a holder of this machine', JSON.stringify({ processus: process.ppid, machine: hostname() })],
    ['a holder of another machine', JSON.stringify({ processus: 1, machine: 'un-conteneur' })],
    ['half a line', '{"processus": 1'],
    ['no text', '\u0000\u0000\u0000'],
  ])('is free when its file holds %s and no process holds it', async (_, text) => {
    writeFileSync(join(folder, 'verrou'), text);
    (await lockFolder(folder))();
  });

  it('keeps the lock of the next holder when it is released twice', async () => {
    const first = await lockFolder(folder);
    first();
    const second = await lockFolder(folder);
    first();
    await expect(lockFolder(folder)).rejects.toThrow(StartupError);
    second();
  });

  it('is for its owner alone', async () => {
    (await lockFolder(folder))();
    expect(statSync(join(folder, 'verrou')).mode & 0o777).toBe(0o600);
  });
});
