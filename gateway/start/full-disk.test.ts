import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCommand } from '@palier/test/program';

const canMount = spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'palier-disque-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ALL_IN_ONE = `${process.execPath} gateway/start/start.mjs gateway/start/all-in-one.ts`;

/** What the whole of Palier says of a disk too small for it: at its first start, at the next, and what is left there. */
async function startTwiceOn(size: string): Promise<{
  readonly first: string;
  readonly next: string;
  readonly left: string;
}> {
  const script = `mount -t tmpfs -o size=${size} tmpfs ${root}
    ${ALL_IN_ONE} > /dev/null; echo "sortie $?" >&2; echo -- >&2
    ${ALL_IN_ONE} > /dev/null; echo "sortie $?" >&2; echo -- >&2; ls ${root}/d >&2`;
  const program = startCommand(['unshare', '-Urm', '--kill-child', 'sh', '-c', script], {
    env: { PORT: '0', PALIER_DOSSIER: join(root, 'd'), PALIER_LOG_LEVEL: 'error' },
  });
  await program.ended;
  // Without the lines of the log, which say that what was prepared does not fit either.
  const said = program.said().replaceAll(/^\{.*\n/gm, '');
  const [first = '', next = '', left = ''] = said.split('--\n');
  return { first: first.trim(), next: next.trim(), left: left.trim() };
}

describe.runIf(canMount)('a disk that is full', () => {
  it.each([
    ['30m', /Le dossier de données … ne s’ouvre pas : le disque est plein \(ENOSPC\)/],
    // Whose level it is depends on what each writes at its birth.
    ['54m', /Les données du palier [a-z_]+ n’ont pas pu être préparées : le disque est plein \(ENOSPC\)/],
  ])('is said as a full disk at each start, on one of %s', async (size, said) => {
    const { first, next } = await startTwiceOn(size);
    for (const line of [first, next]) expect(line).toMatch(/^[^\n]*\nsortie 1$/);
    expect(first.replace(join(root, 'd'), '…')).toMatch(said);
    // What the first left of its log of writes decides whether the next one opens the folder.
    expect(next).toMatch(/le disque est plein \(ENOSPC\)\. (Rien n’y a été effacé\. )?Libérez de la place/);
  });
});
