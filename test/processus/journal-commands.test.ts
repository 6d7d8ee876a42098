import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@palier/runtime/database';
import { openKeyFolder } from '@palier/runtime/journal/journal-keys';
import { openForTest, someoneOf } from '@palier/runtime/testing';
import { santeQuebec } from '@palier/sante-quebec';
import { JOURNAL } from '@palier/start/journal-command';
import { VERIFIER } from '@palier/start/verifier-command';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../level-tables.ts';
import { runCommandHere, runCommandProgram } from '../terminal.ts';

/** The commands that read journals, called as anyone calls them, on the folder of one level that did three acts. */
const folder = mkdtempSync(join(tmpdir(), 'palier-journal-'));
const location = { kind: 'folder', folder: join(folder, 'sante-quebec') } as const;
const keysFolder = join(folder, 'cles');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ACTE = `niveau numero natureActe versionContenu auteur motif cle origine inscritLe contenu feuille
  recu { niveau numero empreinte racine preuve signature }`;
const PUBLIER = `mutation ($cle: ID!, $exercice: ID!) {
  publierCanevas(cle: $cle, exercice: $exercice, indicateurs: ["I-A-P5"], motif: "essai") { acte { ${ACTE} } canevas { code } } }`;

interface Fields {
  [name: string]: unknown;
}
interface Answer {
  readonly publierCanevas: { readonly acte: Fields & { readonly recu: Fields } };
}

let answer: Answer;
let listed: unknown;
beforeAll(async () => {
  const keys = openKeyFolder(keysFolder);
  // The ministry, seen through the graph: the only exigence that is asked has an object.
  const graph = () => Promise.resolve({ e0: { statut: 'FIXE' } });
  const level = await openForTest(santeQuebec, { demonstration: 'CHARGEE' }, location, { keys, graph });
  const marie = someoneOf('SANTE_QUEBEC', { subject: 'marie' });
  for (const exercice of ['2031-2032', '2032-2033', '2033-2034'])
    answer = await level.data<Answer>(PUBLIER, { cle: exercice, exercice }, marie);
  listed = await level.data(`{ journalSanteQuebec(first: 10) { nodes { ${ACTE} } } }`);
  await level.close();
});

const COMMANDS = { journal: JOURNAL, verifier: VERIFIER };
const USUAL = { PALIER_DOSSIER: folder };

const run = (
  name: keyof typeof COMMANDS,
  args: readonly string[],
  env: Readonly<Record<string, string>> = USUAL,
) => runCommandHere(COMMANDS[name], { args, env });
const runProgram = (name: keyof typeof COMMANDS, args: readonly string[]) =>
  runCommandProgram(`gateway/start/${name}.ts`, { args, env: USUAL });

const write = (value: unknown, name = 'recu.json'): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

describe('npm run verifier', () => {
  it.each([
    ['the receipt alone', () => answer.publierCanevas.acte.recu, 'non vérifié : le fichier'],
    ['what a mutation answered', () => ({ data: answer }), 'publierCanevas, par marie'],
  ])('holds %s', async (_what, file, told) => {
    const { exit, stdout, stderr } = await run('verifier', [write(file())]);
    expect(stderr).toBe('');
    expect(stdout).toContain('Acte 3 du palier SANTE_QUEBEC : le reçu tient.');
    expect(stdout).toContain('palier/sante-quebec, 3 actes au point de contrôle');
    expect(stdout).toContain('contresigné par  personne encore');
    expect(stdout).toContain(told);
    expect(exit).toBe(0);
  });

  it('holds each receipt that a journal answered, and says the one that was altered', async () => {
    const right = await runProgram('verifier', [write(listed)]);
    expect(right.exit).toBe(0);
    expect(right.stdout.match(/le reçu tient\./g)).toHaveLength(3);
    const altered = JSON.stringify(listed)
      .replace('2032-2033-V1', '2032-2033-V2')
      .replace('"cle":"2032-2033"', '"cle":"autre"');
    const wrong = await runProgram('verifier', [write(altered)]);
    expect(wrong.exit).toBe(1);
    expect(wrong.stdout.match(/le reçu tient\./g)).toHaveLength(2);
    expect(wrong.stdout).toContain(
      'Acte 2 du palier SANTE_QUEBEC : le reçu ne tient pas. « cle » vaut "autre"',
    );
  });

  it.each([
    ['a file that is not there', () => [join(folder, 'rien.json')], 'ne peut être lu (ENOENT)'],
    ['what is not JSON', () => [write('{', 'faux.json')], 'n’est pas du JSON'],
    ['no file', () => [], 'Un fichier est attendu'],
    ['an option that does not exist', () => ['--clefs', folder], 'Cette option n’existe pas'],
    ['a folder without keys', () => [write({ recu: {} }), '--cles', location.folder], 'Aucune clé publique'],
  ])('refuses %s as a bad call', async (_what, args, told) => {
    const { exit, stderr } = await run('verifier', args());
    expect(stderr).toContain(told);
    expect(exit).toBe(2);
  });

  it('shows what a forged receipt holds, and says nothing in its words', async () => {
    const recu = { ...answer.publierCanevas.acte.recu };
    const forged = [
      { ...recu, numero: '3 du palier MSSS : le reçu tient.\n  journal  palier/msss\nActe 8' },
      { ...recu, signature: `palier/msss\n\u001b[2J le reçu tient.\n${String(recu['signature'])}` },
    ];
    for (const one of forged) {
      const { exit, stdout } = await run('verifier', [write(one)]);
      expect(stdout).not.toMatch(/^[^\n]*: le reçu tient\.$/m);
      expect(stdout).not.toContain('\u001b');
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      expect(exit).toBe(1);
    }
  });

  it('proves nothing of a file without receipt', async () => {
    expect(await run('verifier', [write({ data: { recu: null } })])).toMatchObject({ exit: 1 });
  });
});

const NOT_THERE = 'son journal n’est pas là ; rien n’en est vérifié.';

describe('npm run journal', () => {
  it('verifies and plays again a journal that nobody altered', async () => {
    expect(await runProgram('journal', ['verifier'])).toEqual({
      exit: 0,
      stdout: `msss : ${NOT_THERE}
sante-quebec : 3 actes, 3 points de contrôle, 0 contresignature ; tout tient.
etablissements : ${NOT_THERE}
`,
      stderr: '',
    });
    const { exit, stdout } = await run('journal', ['rejouer', 'sante-quebec']);
    expect(stdout).toMatch(
      /^sante-quebec : 3 actes rejoués, \d+ tables et \d+ lignes comparées ; tout tient\.\n$/,
    );
    expect(exit).toBe(0);
  });

  it('says how many receipts it held a journal against', async () => {
    const { exit, stdout } = await run('journal', ['verifier', '--recu', write(answer)]);
    expect(stdout).toContain(
      'sante-quebec : 3 actes, 3 points de contrôle, 0 contresignature, 1 reçu ; tout tient.',
    );
    expect(exit).toBe(0);
  });

  it.each([
    ['without one', ['verifier'], () => ({}), 'ne contient aucun reçu d’un palier : rien n’est prouvé.'],
    [
      'of another level alone',
      ['verifier', 'msss'],
      () => answer,
      'ne contient aucun reçu du palier msss : rien n’est prouvé.',
    ],
    ['to play acts again', ['rejouer'], () => answer, '« --recu » ne va qu’avec « verifier »'],
  ])('refuses a file of receipts %s', async (_what, args, file, told) => {
    const { exit, stdout, stderr } = await run('journal', [...args, '--recu', write(file())]);
    expect(stderr).toContain(told);
    expect([exit, stdout]).toEqual([2, '']);
  });

  it.each([
    ['a verb that does not exist', ['effacer'], 'Cet appel n’est pas compris'],
    ['a level that does not exist', ['verifier', 'crsss'], 'Cet appel n’est pas compris'],
    ['a level that is not there', ['verifier', 'msss'], 'ne contient le journal d’aucun palier demandé'],
  ])('refuses %s as a bad call', async (_what, args, told) => {
    const { exit, stderr } = await run('journal', args);
    expect(stderr).toContain(told);
    expect(exit).toBe(2);
  });

  it('rebuilds a level where it is asked to, whole, and nowhere that holds anything', async () => {
    const vers = join(folder, 'rebati');
    const rebuilt = await run('journal', ['rejouer', 'sante-quebec', '--vers', vers]);
    expect([rebuilt.exit, rebuilt.stderr]).toEqual([0, '']);
    expect(rebuilt.stdout).toContain(`ce palier est rebâti dans ${vers}, tel que les actes le font`);
    expect(rebuilt.stdout).toContain(`PALIER_DOSSIER=${vers} PALIER_CLES=${keysFolder}`);

    const place = { kind: 'folder', folder: vers } as const;
    expect(await readTables(place, 'sante_quebec')).toEqual(await readTables(location, 'sante_quebec'));
    const env = { PALIER_DOSSIER: vers, PALIER_CLES: keysFolder };
    for (const verb of ['verifier', 'rejouer'])
      expect(
        (
          await run(
            'journal',
            [verb, 'sante-quebec', '--recu', write(answer)].slice(0, verb === 'verifier' ? 4 : 2),
            env,
          )
        ).stdout,
      ).toContain('tout tient');
    const level = await openForTest(santeQuebec, { demonstration: 'CHARGEE' }, place, {
      keys: openKeyFolder(keysFolder),
      graph: () => Promise.resolve({ e0: { statut: 'FIXE' } }),
    });
    expect(await level.data(`{ journalSanteQuebec(first: 10) { nodes { ${ACTE} } } }`)).toEqual(listed);
    const { inscritLe } = answer.publierCanevas.acte;
    const read = '{ canevas { totalCount } }';
    const before = new Date(Date.parse(String(inscritLe)) - 1).toISOString();
    const counts = [
      await level.data(read, {}, undefined, before),
      await level.data(read, {}, undefined, String(inscritLe)),
    ];
    await level.close();
    expect(counts).toEqual([{ canevas: { totalCount: 3 } }, { canevas: { totalCount: 4 } }]);

    const full = await run('journal', ['rejouer', 'sante-quebec', '--vers', vers]);
    expect(full.stderr).toContain('n’est pas vide : elle tient déjà le palier sante-quebec');
    const foreign = await runProgram('journal', ['rejouer', 'sante-quebec', '--vers', keysFolder]);
    expect(foreign.stderr).toContain(`${keysFolder} n’est pas vide, et n’est pas une base de Palier.`);
    const verified = await run('journal', ['verifier', '--vers', join(folder, 'autre')]);
    expect(verified.stderr).toContain('« --vers » ne va qu’avec « rejouer »');
    expect([full.exit, foreign.exit, verified.exit]).toEqual([2, 2, 2]);
  });

  it('says which act was altered, which row is not what the acts give, and a key that the base alone knows', async () => {
    const database = await openDatabase(location);
    await database.kysely.transaction().execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction);
      await sql`update sante_quebec.journal set motif = 'autre' where numero = 2`.execute(transaction);
      await sql`update sante_quebec.canevas set version = 7 where exercice = '2033-2034'`.execute(
        transaction,
      );
    });
    await database.close();
    const strangers = join(folder, 'autres-cles');
    mkdirSync(strangers);
    openKeyFolder(strangers).signerOf('MSSS');

    const verified = await run('journal', ['verifier', 'SANTE_QUEBEC', '--cles', strangers]);
    expect(verified.stdout).toContain('L’acte 2 (publierCanevas) a été changé');
    expect(verified.stdout).toContain(
      'une clé n’est connue que de la base elle-même, et prouve moins : palier/sante-quebec+',
    );
    expect(verified.stdout).not.toContain('La signature');
    expect(verified.exit).toBe(1);
    const replayed = await run('journal', ['rejouer']);
    expect(replayed.stdout).toContain(
      'Table canevas, ligne ["2033-2034-V1"] : version vaut 7 dans la base, et 1 par les actes.',
    );
    expect(replayed.exit).toBe(1);
  });
});
