import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { msss } from '@palier/msss';
import { LIMITES, writeDbf } from '@palier/officiels/testing-shapes';
import { openDatabase } from '@palier/runtime/database';
import { openKeyFolder } from '@palier/runtime/journal/journal-keys';
import { openForTest } from '@palier/runtime/testing';
import { IMPORT } from '@palier/start/import-command';
import { PREPARED } from '@palier/start/prepared-birth';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandHere, runCommandProgram } from '../terminal.ts';

/** `npm run import`, as whoever runs Palier calls it, on the folder of a ministry’s level that was born. */
const folder = mkdtempSync(join(tmpdir(), 'palier-import-'));
const location = { kind: 'folder', folder: join(folder, 'msss'), prepared: PREPARED } as const;
const keysFolder = join(folder, 'cles');
const openMsss = () =>
  openForTest(msss, { demonstration: 'CHARGEE' }, location, { keys: openKeyFolder(keysFolder) });
beforeAll(async () => {
  await (await openMsss()).close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const callOf = (args: readonly string[]) => ({ args, env: { PALIER_DOSSIER: folder } });
const run = (...args: readonly string[]) => runCommandHere(IMPORT, callOf(args));
const runProgram = (...args: readonly string[]) => runCommandProgram('gateway/start/import.ts', callOf(args));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

interface Imports {
  readonly imports: { readonly nodes: readonly Readonly<Record<string, unknown>>[] };
}

/** Opened between two runs: a folder is one program’s. */
async function listImports(): Promise<Imports['imports']['nodes']> {
  const level = await openMsss();
  const { imports } = await level
    .data<Imports>('{ imports { nodes { sorte version fichier empreinte importePar comptes { creees } } } }')
    .finally(() => level.close());
  return imports.nodes;
}

/** The same, of the tables alone: what each text gives. */
async function inTables<Row>(...texts: readonly string[]): Promise<readonly (readonly Row[])[]> {
  const database = await openDatabase(location);
  try {
    const given: Row[][] = [];
    for (const text of texts) given.push((await sql.raw<Row>(text).execute(database.kysely)).rows);
    return given;
  } finally {
    await database.close();
  }
}

const IMPORTS = 'select 1 from msss.importation';

describe('npm run import', () => {
  it('describes its subcommands, and refuses what it does not know', async () => {
    const help = await run('--aide');
    expect(help).toMatchObject({ exit: 0, stderr: '' });
    for (const name of [
      'texte',
      'verifier',
      'populations',
      'installations',
      'etablissements',
      'codes-postaux',
      'limites',
    ])
      expect(help.stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(await run()).toMatchObject({ exit: 1, stdout: '', stderr: help.stdout });
    expect(await runProgram('personnes')).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/^« personnes » n’est pas une sous-commande\./) as string,
    });
    expect(await run('limites', '--force')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('Usage : npm run import -- limites FICHIER.dbf') as string,
    });
  });

  it('tells what keeps it from reading a file, and brings nothing in', async () => {
    const told = async (...args: readonly string[]) => {
      const { exit, stdout, stderr } = await run(...args);
      expect([exit, stdout]).toEqual([1, '']);
      return stderr;
    };
    expect(await told('codes-postaux')).toContain('Un fichier est attendu');
    expect(await told('codes-postaux', join(folder, 'absent.csv'))).toContain('il n’existe pas');
    expect(await told('limites', write('faux.dbf', 'pas une table'))).toContain(
      'Ce n’est pas une table dBase (.dbf).',
    );
    const path = write('bons.csv', 'code_postal,clsc_code\nG0R1Z0,01111\n');
    expect(await told('codes-postaux', path, '--par', ' ')).toContain('--par : un nom de 1 à 128 caractères');
  });

  it('tells every fault of a file by its line, and writes nothing', async () => {
    const path = write('fautes.csv', 'code_postal,clsc_code\nG0R1Z0,09999\nD0R1Z0,01111\n');
    const { exit, stdout } = await run('codes-postaux', path);
    expect(exit).toBe(1);
    expect(stdout).toContain(
      'fautes.csv : 2 fautes (TERRITOIRE_INCONNU 1, CODE_ILLISIBLE 1). Rien n’a été importé.',
    );
    expect(stdout).toMatch(/^ {2}ligne 2, « clsc_code » : TERRITOIRE_INCONNU ; lu : « 09999 »/m);
    expect(stdout).toMatch(/^ {2}ligne 3, « code_postal » : CODE_ILLISIBLE ; lu : « D0R1Z0 »/m);
    expect(await inTables(IMPORTS)).toEqual([[]]);
  });

  it('tries, imports, and knows the same file again', async () => {
    const path = write('codes.csv', 'code_postal,clsc_code\nG0R1Z0,01111\nG0R1Z0,01121\n');
    const essai = await run('codes-postaux', path, '--essai');
    expect(essai).toMatchObject({ exit: 0, stderr: '' });
    expect(essai.stdout).toMatch(
      /codes\.csv : aucune faute\.\n2 lignes lues : 2 créées, 0 changée, 0 inchangée, 0 retirée\.\nEssai : rien n’a été écrit\.\n$/,
    );
    expect(await inTables(IMPORTS)).toEqual([[]]);
    const done = await runProgram('codes-postaux', path, '--par', 'registre');
    expect(done).toMatchObject({ exit: 0, stderr: '' });
    expect(done.stdout).toMatch(/Importé : version 1, acte 1 du journal du ministère\.\n$/);
    const again = await run('codes-postaux', path, '--par', 'quelqu’un d’autre');
    expect(again).toMatchObject({ exit: 0, stderr: '' });
    expect(again.stdout).toMatch(
      /est déjà importé : par registre, le .* \(acte 1, version 1\)\. Rien n’a changé\.\n$/,
    );
    expect(await listImports()).toEqual([
      {
        sorte: 'CODES_POSTAUX',
        version: 1,
        fichier: 'codes.csv',
        empreinte: digestOf(path),
        importePar: 'registre',
        comptes: { creees: 2 },
      },
    ]);
  });

  it('tries nothing on tables of a former version: that would write them', async () => {
    const path = write('essai.csv', 'code_postal,clsc_code\nG0R1Z0,01111\n');
    const LAST = 'where name = (select max(name) from msss.kysely_migration)';
    const [removed] = await inTables<{ name: string; timestamp: string }>(
      `delete from msss.kysely_migration ${LAST} returning name, timestamp`,
    );
    const { name, timestamp } = removed![0]!;
    const { exit, stderr } = await run('codes-postaux', path, '--essai');
    expect([exit, stderr]).toEqual([1, expect.stringContaining('version plus ancienne')]);
    const [written] = await inTables(
      `select 1 from msss.kysely_migration where name = '${name}'`,
      `insert into msss.kysely_migration values ('${name}', '${timestamp}')`,
    );
    expect(written).toEqual([]);
    expect(await run('codes-postaux', path, '--essai')).toMatchObject({ exit: 0 });
  });

  it('signs by the key of the level, and makes none', async () => {
    const path = write('autres.csv', 'code_postal,clsc_code\nG0R1Z1,01111\n');
    renameSync(keysFolder, `${keysFolder}-ailleurs`);
    for (const more of [[], ['--essai']])
      expect(await run('codes-postaux', path, ...more)).toMatchObject({
        exit: 1,
        stderr: expect.stringMatching(
          /n’a pas la clé qui signe le journal du palier msss.*PALIER_CLES/,
        ) as string,
      });
    expect(existsSync(keysFolder)).toBe(false);
    renameSync(`${keysFolder}-ailleurs`, keysFolder);
    expect(await inTables(IMPORTS)).toEqual([[expect.anything()]]);
  });

  it('imports a table of boundaries, and says what differs', async () => {
    const said: Readonly<Record<string, string>> = { CLSC_code: '01111', CLSC_nom: 'Ailleurs' };
    const path = write('limites.dbf', writeDbf(LIMITES, [LIMITES.map(([column]) => said[column] ?? '')]));
    const { exit, stdout } = await run('limites', path, '--par', 'registre');
    expect(exit).toBe(0);
    expect(stdout).toContain(
      'NOM_DIFFERENT ; lu : « Ailleurs » ; compris : gardé tel quel ; le graphe nomme « Kamouraska »',
    );
    expect(stdout).toContain('Importé : version 1, acte 2 du journal du ministère.');
  });
});
