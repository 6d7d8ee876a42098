import { mkdtemp, readdir, readFile, rm, stat, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGatewayEnvironment } from '@palier/gateway/environment';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCommand, startProgram } from '../program.ts';
import { bearer, openProtectedGateway, PROTECTED_QUERY } from './protected-gateway.ts';

let folder: string;
let keys: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-jeton-'));
  keys = join(folder, 'clés de l’essai');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  readonly exit: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `npm run jeton -- …` does. */
async function jeton(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const program = startProgram('gateway/start/jeton.ts', { args, env });
  return { exit: await program.ended, stdout: program.wrote(), stderr: program.said() };
}

/** As a shell reads the line. */
async function readLine(line: string): Promise<Readonly<Record<string, string>>> {
  const shell = startCommand(['/bin/sh', '-c', `${line} env -0`]);
  await shell.ended;
  return Object.fromEntries(
    shell
      .wrote()
      .split('\0')
      .filter((pair) => pair.startsWith('PALIER_'))
      .map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]),
  );
}

it('gives a token, and the line with which a gateway believes it', async () => {
  const args = [
    '--dossier',
    keys,
    '--sujet',
    'ana',
    '--palier',
    'ETABLISSEMENT',
    '--etablissement',
    '11045168',
  ];
  const { exit, stdout } = await jeton([
    ...args,
    '--scopes',
    'stats, read:note',
    '--politiques',
    'adult',
    '--duree',
    '15m',
  ]);
  const [token = '', , line = ''] = stdout.split('\n');
  expect(exit).toBe(0);
  const { exp = 0, iat = 0, ...claims } = decodeJwt(token);
  expect(claims).toEqual({
    iss: 'palier-developpement',
    aud: 'palier',
    sub: 'ana',
    palier: 'ETABLISSEMENT',
    etablissement: '11045168',
    scope: 'stats read:note',
    policies: ['adult'],
  });
  expect(exp - iat).toBe(900);
  const { settings } = readGatewayEnvironment(await readLine(line));
  const gateway = await openProtectedGateway({ identity: settings.identity });
  expect((await gateway.ask('{ stats { count } me { age } }', bearer(token))).body).toEqual({
    data: { stats: { count: 1 }, me: { age: 40 } },
  });
  // A later token is of the same keys.
  const later = await jeton(['--dossier', keys]);
  expect((await gateway.ask(PROTECTED_QUERY, bearer(later.stdout.split('\n')[0] ?? ''))).status).toBe(200);
  await gateway.gateway.stop();
});

it('keeps its private key to its owner, and out of any commit', async () => {
  expect(await readdir(keys)).toEqual(['.gitignore', 'cle-privee.json', 'jwks.json']);
  expect((await stat(join(keys, 'cle-privee.json'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(keys, '.gitignore'), 'utf8')).toBe('*\n');
  expect(await readFile(join(keys, 'jwks.json'), 'utf8')).not.toContain('"d"');
  await chmod(join(keys, 'cle-privee.json'), 0o644);
  const { exit, stderr } = await jeton(['--dossier', keys]);
  expect([exit, stderr]).toEqual([1, expect.stringContaining('est accessible à d’autres')]);
});

it.each([
  ['--palier n’a pas une valeur acceptée : MSSS', ['--palier', 'MINISTRE']],
  ['--etablissement n’a pas une valeur acceptée', ['--etablissement', ' ']],
  ['--duree vaut « 2d »', ['--duree', '2d']],
  ['« --sujet » demande une valeur', ['--sujet']],
  ['« --portees » n’est pas une option', ['--portees', 'lecture']],
])('says what is wrong: %s', async (said, args) => {
  const { exit, stdout, stderr } = await jeton(['--dossier', join(folder, 'jamais'), ...args]);
  expect([exit, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(new RegExp(`^${said}.*\\n$`));
  expect(await readdir(folder)).not.toContain('jamais');
});

it('gives nothing in production', async () => {
  const { exit, stdout, stderr } = await jeton(['--dossier', join(folder, 'jamais')], {
    NODE_ENV: 'production',
  });
  expect([exit, stdout]).toEqual([1, '']);
  expect(stderr).toContain('en production');
  expect(await readdir(folder)).not.toContain('jamais');
});

it('says how to use it', async () => {
  const { exit, stdout } = await jeton(['--aide']);
  expect(exit).toBe(0);
  for (const flag of ['sujet', 'palier', 'etablissement', 'scopes', 'politiques', 'duree', 'dossier'])
    expect(stdout).toContain(`--${flag} `);
});
