import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { etablissements } from '@palier/etablissements';
import { act } from '@palier/runtime/acts/act';
import { openDatabase } from '@palier/runtime/database';
import { openKeyFolder } from '@palier/runtime/journal/journal-keys';
import { openForTest, someoneOf } from '@palier/runtime/testing';
import { santeQuebec } from '@palier/sante-quebec';
import { JOURNAL } from '@palier/start/journal-command';
import { VERIFIER } from '@palier/start/verifier-command';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../level-tables.ts';
import { inDatabaseOf, NO_SERVER, openBeside } from '../postgres.ts';
import { runCommandHere, runCommandProgram } from '../terminal.ts';
import { planEtablissement } from './plan-acts.ts';
import { openPreparedBase, type PreparedBase } from './roles-place.ts';

/** `npm run journal` and `npm run verifier` on a PostgreSQL server, by who administers it and under the role of the level. */
const ACTES = 12;
const opened = await openPreparedBase();
if (opened === undefined) it.skip(`the journal commands on a server: ${NO_SERVER}`);
else describe('on a server', () => onServer(opened));

function onServer(base: PreparedBase): void {
  const folder = mkdtempSync(join(tmpdir(), 'palier-cles-'));
  const PALIER_CLES = join(folder, 'cles');
  let answer: object;

  beforeAll(async () => {
    const level = await openForTest(
      santeQuebec,
      { demonstration: 'ABSENTE' },
      base.locations['sante-quebec'],
      { keys: openKeyFolder(PALIER_CLES), graph: () => Promise.resolve({ e0: { statut: 'FIXE' } }) },
    );
    for (const exercice of ['2031-2032', '2032-2033'])
      answer = await level.data(
        `mutation ($exercice: ID!) { publierCanevas(cle: $exercice, exercice: $exercice, indicateurs: ["I-A-P5"]) {
          acte { niveau numero natureActe contenu feuille recu { niveau numero empreinte racine preuve signature } } } }`,
        { exercice },
        someoneOf('SANTE_QUEBEC', { subject: 'marie' }),
      );
    await level.close();
    await actAsEtablissement();
  });
  /** Measures entered, published and taken back, under the role of the level. */
  async function actAsEtablissement(): Promise<void> {
    const database = await openDatabase(base.locations['etablissements']!);
    const keys = openKeyFolder(PALIER_CLES);
    const opened = await etablissements.open(database, { demonstration: 'ABSENTE' }, { keys });
    const { etablissement, next } = planEtablissement(1);
    const luc = someoneOf('ETABLISSEMENT', { subject: 'luc', etablissement: etablissement! });
    let rank = 0;
    for (let count = 1; count <= ACTES; count += 1) {
      // As drawn from a table: the same each time.
      const { nature, contenu } = next(() => [0.1, 0.6, 0.3, 0.9, 0.5][(rank += 1) % 5]!);
      const definition = etablissements.actes.find((one) => one.nature === nature)!;
      await act(opened.createContext(luc), {
        definition,
        cle: `acte-${count}`,
        asked: contenu,
        prepare: () => contenu,
      });
    }
    await database.close();
  }
  afterAll(async () => {
    await base.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const COMMANDS = { journal: JOURNAL, verifier: VERIFIER };
  type Name = keyof typeof COMMANDS;
  const callOf = (args: readonly string[], env: Record<string, string>) => ({
    args,
    env: { PALIER_CLES, ...env },
  });
  const run = (name: Name, args: readonly string[], env: Record<string, string>) =>
    runCommandHere(COMMANDS[name], callOf(args, env));
  const runProgram = (name: Name, args: readonly string[], env: Record<string, string>) =>
    runCommandProgram(`gateway/start/${name}.ts`, callOf(args, env));
  const asAdmin = { DATABASE_URL: base.own.url };
  const asLevel = { DATABASE_URL_SANTE_QUEBEC: base.urlOf('sante-quebec') };

  it('a journal is verified, and played again to the same tables', async () => {
    for (const env of [asAdmin, asLevel]) {
      expect(await runProgram('journal', ['verifier', 'sante-quebec'], env)).toMatchObject({
        exit: 0,
        stdout: 'sante-quebec : 2 actes, 2 points de contrôle, 0 contresignature ; tout tient.\n',
      });
      const { exit, stdout } = await run('journal', ['rejouer', 'sante-quebec'], env);
      expect(stdout).toMatch(
        /^sante-quebec : 2 actes rejoués, \d+ tables et \d+ lignes comparées ; tout tient\.\n$/,
      );
      expect(exit).toBe(0);
    }
  });

  it('the three journals are read at once by who administers', async () => {
    const { exit, stdout } = await run('journal', ['verifier'], asAdmin);
    expect(stdout.match(/tout tient/g)).toHaveLength(3);
    expect(exit).toBe(0);
  });

  it('a level whose address is not given is asked for, and read by no other way', async () => {
    const { exit, stderr } = await run('journal', ['verifier'], asLevel);
    expect(stderr).toContain('Le palier msss n’a pas d’adresse : donnez DATABASE_URL_MSSS.');
    expect(exit).toBe(2);
  });

  it('a receipt is checked without the server', async () => {
    const file = join(folder, 'recu.json');
    writeFileSync(file, JSON.stringify(answer));
    const { exit, stdout } = await run('verifier', [file], {});
    expect(stdout).toContain('Acte 2 du palier SANTE_QUEBEC : le reçu tient.');
    expect(stdout).toContain('contenu conforme');
    expect(exit).toBe(0);
  });

  it('acts that are no more there are told by the receipts given, and by what another level saw', async () => {
    const file = join(folder, 'recu.json');
    writeFileSync(file, JSON.stringify(answer));
    const kept = ['journal', 'journal_point', 'journal_noeud'].map((table) => `sante_quebec.${table}`);
    await base.own.admin(`set session_replication_role = replica;
      ${kept.map((table) => `create table ${table}_garde as table ${table};`).join('')}
      delete from sante_quebec.journal where numero = 2;
      delete from sante_quebec.journal_point where taille = 2;
      delete from sante_quebec.journal_noeud;`);
    expect(await run('journal', ['verifier', 'sante-quebec'], asAdmin)).toMatchObject({ exit: 0 });
    const held = await run('journal', ['verifier', 'sante-quebec', '--recu', file], asLevel);
    expect(held.stdout).toContain('D’après le reçu de l’acte 2, ce journal a compté 2 actes, et il en a 1');
    await base.own.admin(`set session_replication_role = replica;
      insert into msss.journal_temoin values ('palier/sante-quebec', 2, repeat('0', 64), now());`);
    const seen = await run('journal', ['verifier', 'sante-quebec'], asAdmin);
    expect(seen.stdout).toContain('D’après ce qu’en a vu msss, ce journal a compté 2 actes');
    expect([held.exit, seen.exit]).toEqual([1, 1]);
    await base.own.admin(`set session_replication_role = replica;
      delete from msss.journal_temoin;
      ${kept.map((table) => `truncate ${table}; insert into ${table} table ${table}_garde; drop table ${table}_garde;`).join('')}`);
    expect(await run('journal', ['verifier', '--recu', file], asAdmin)).toMatchObject({ exit: 0 });
  });

  it('each level is rebuilt in an empty base, byte for byte, and served from there once roles are prepared', async () => {
    const empty = await openBeside(base.own.url);
    const vers = (url: string) => run('journal', ['rejouer', '--vers', url], asAdmin);
    try {
      const refused = [await vers(base.own.url), await vers(inDatabaseOf(empty.url, base.urlOf('msss')))];
      expect(refused.map(({ stderr }) => stderr)).toEqual([
        expect.stringContaining('elle tient déjà le palier msss'),
        expect.stringContaining('n’a pas le droit de créer un schéma dans la base donnée'),
      ]);
      expect(refused.map(({ exit }) => exit)).toEqual([2, 2]);

      const { exit, stdout, stderr } = await vers(empty.url);
      expect([exit, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`etablissements : ${ACTES} actes rejoués`);
      expect(stdout).toContain('Pour le servir : « npm run base »');
      for (const { level } of base.grants) {
        const [made, kept] = [
          await readTables({ kind: 'server', url: empty.url }, level),
          await readTables({ kind: 'server', url: base.own.url }, level),
        ];
        expect(made).toEqual(kept);
      }

      await base.prepareAt(empty.url);
      const served = { DATABASE_URL_SANTE_QUEBEC: inDatabaseOf(empty.url, base.urlOf('sante-quebec')) };
      for (const verb of ['verifier', 'rejouer'])
        expect((await run('journal', [verb, 'sante-quebec'], served)).stdout).toContain('tout tient');
    } finally {
      await empty.close();
    }
  });

  it('what somebody with all the rights changed is said, act by act and row by row', async () => {
    await base.own.admin(`set session_replication_role = replica;
      update sante_quebec.journal set motif = 'autre' where numero = 1;
      update sante_quebec.canevas set version = 7 where exercice = '2032-2033';
      insert into sante_quebec.canevas (code, version, exercice, nature, provenance, connu_depuis)
        select code || 'x', 9, exercice, nature, provenance, connu_depuis from sante_quebec.canevas where version = 7`);
    const verified = await run('journal', ['verifier', 'sante-quebec'], asLevel);
    expect(verified.stdout).toContain('L’acte 1 (publierCanevas) a été changé');
    expect(verified.exit).toBe(1);
    const replayed = await run('journal', ['rejouer', 'sante-quebec'], asLevel);
    expect(replayed.stdout).toContain('version vaut 7 dans la base, et 1 par les actes');
    expect(replayed.stdout).toContain('la base l’a, et aucun acte ne la donne');
    expect(replayed.exit).toBe(1);
  });
}
