import { randomBytes } from 'node:crypto';
import { BASE } from '@palier/start/base-command';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reservePorts } from '../ports.ts';
import { NO_SERVER, type OwnDatabase, openOwnDatabase } from '../postgres.ts';
import { runCommandHere, runCommandProgram } from '../terminal.ts';

const run = (env: Readonly<Record<string, string>>, args: readonly string[] = []) =>
  runCommandHere(BASE, { env, args });
const runProgram = (env: Readonly<Record<string, string>>, args: readonly string[] = []) =>
  runCommandProgram('gateway/start/base.ts', { env, args });

describe('npm run base', () => {
  it.each([
    ['no server', {}, 'DATABASE_URL manque'],
    ['an address of something else', { DATABASE_URL: 'mysql://h/x' }, 'n’est pas une adresse PostgreSQL'],
    ['a level that does not exist', { PALIER_ROLES: 'crsss=a' }, '« crsss=a » n’est pas « palier=rôle »'],
    ['a name that no role has', { PALIER_ROLES: 'msss=A-b' }, '« A-b » n’est pas un nom de rôle'],
    ['one role for two', { PALIER_ROLES: 'msss=un,sante-quebec=un' }, 'le même rôle à deux paliers'],
  ])('refuses %s as a bad call, and tells every fault at once', async (_what, variables, told) => {
    const { exit, stderr } = await run(variables);
    expect(stderr).toContain(told);
    expect(exit).toBe(2);
  });

  it('refuses an option that does not exist, and explains itself', async () => {
    expect(await runProgram({}, ['--tout'])).toMatchObject({ exit: 2 });
    expect((await run({}, ['--aide'])).stdout).toContain('Usage : npm run base');
  });

  it('says which server does not answer, without its password', async () => {
    const { exit, stderr } = await run({
      DATABASE_URL: `postgres://qui:secret@127.0.0.1:${await reservePorts()}/x`,
    });
    expect(stderr).toContain('La base de données ne s’ouvre pas : rien n’écoute à cette adresse.');
    expect(stderr).not.toContain('secret');
    expect(exit).toBe(1);
  });
});

const own = await openOwnDatabase();
if (own === undefined) it.skip(`npm run base on a server: ${NO_SERVER}`);
else describe('npm run base on a server', () => onServer(own));

function onServer(database: OwnDatabase): void {
  const suffix = randomBytes(4).toString('hex');
  const roles = ['m', 's', 'e', 'tiers'].map((name) => `commande_${name}_${suffix}`);
  const PALIER_ROLES = `msss=${roles[0]},sante-quebec=${roles[1]},etablissements=${roles[2]}`;
  beforeAll(() => database.admin(`create role ${roles[3]} login password 'tiers'`));
  afterAll(() => database.close(roles));

  it('says what it made, and the second time that it was there', async () => {
    const first = await runProgram({ DATABASE_URL: database.url, PALIER_ROLES });
    expect(first.stderr.replace(/^Les programmes de Palier se construisent.*\n/m, '')).toBe('');
    expect(first.exit).toBe(0);
    expect(first.stdout).toContain(`Schéma sante_quebec : prêt. Rôle ${roles[1]} : créé.`);
    expect(first.stdout).toMatch(/\d+ tables où ses actes n’écrivent que les lignes de leur établissement/);
    expect(first.stdout).toContain('sans mot de passe');
    const second = await run({ DATABASE_URL: database.url, PALIER_ROLES });
    expect(second.exit).toBe(0);
    expect(second.stdout).toBe(
      first.stdout.replaceAll(': créé.', ': déjà là.').replace(/^commande_.*sans mot de passe.*\n/m, ''),
    );
  });

  it('says that who asks does not administer the server', async () => {
    const { exit, stderr } = await run({ DATABASE_URL: database.urlAs(roles[3]!, 'tiers'), PALIER_ROLES });
    expect(stderr).toMatch(/n’administre pas cette base|n’en a pas le droit/);
    expect(exit).toBe(1);
  });
}
