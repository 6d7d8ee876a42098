import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { msss } from '@palier/msss';
import { DEGREES, LIMITES, writeDbf, writeShp } from '@palier/officiels/testing-shapes';
import { rowOf, writeWorkbook } from '@palier/officiels/testing-workbook';
import { ETABLISSEMENTS, INSTALLATIONS, MISSIONS } from '@palier/officiels/m02-columns';
import type { Subgraph } from '@palier/runtime/subgraph';
import { type SubgraphUnderTest, openForTest, someoneOf } from '@palier/runtime/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OwnDatabase, openOwnDatabase } from '@palier/test/postgres';
import { COMMANDS } from '../../../import-command.ts';
import type { ImportCall } from '../import-command.ts';

const SETTINGS = { demonstration: 'CHARGEE' } as const;

/** Embedded, and on the Postgres server when there is one. */
const ENGINES = ['PGlite', ...(process.env['DATABASE_URL'] ? ['PostgreSQL'] : [])];

describe.each(ENGINES)('official files, on %s', (engine) => {
  let level: SubgraphUnderTest;
  let subgraph: Subgraph;
  let folder: string;
  let said: string[];
  let server: OwnDatabase | undefined;

  beforeAll(async () => {
    server = engine === 'PostgreSQL' ? await openOwnDatabase() : undefined;
    level = await openForTest(msss, SETTINGS, server && { kind: 'server', url: server.url });
    subgraph = await msss.open(level.database, SETTINGS);
    folder = mkdtempSync(join(tmpdir(), 'officiels-'));
  });
  beforeEach(() => {
    said = [];
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await level.close();
    await server?.close();
  });

  const runImport = (name: string, file: string, content: Uint8Array | string, essai = false) => {
    const path = join(folder, file);
    writeFileSync(path, content);
    const call: Partial<ImportCall> = {
      args: [path],
      options: { par: 'marie' },
      essai,
      act: (_, subject, use) => use(subgraph.createContext(someoneOf('MSSS', { subject }))),
      say: (lines) => void said.push(lines),
    };
    return COMMANDS[name]!.run(call as ImportCall);
  };

  const populationOf = (annee: number, persons: number, nature = 'Estimation') =>
    rowOf(['CLSC', '01111', 'Kamouraska', annee, nature, 'p', 'Total'], persons);

  const POPULATIONS = `{ territoireClsc(code: "01111") {
  population { annee nombre provenance { origine section } versions { nombre } }
  en2021: population(annee: 2021) { nombre statut desaccords { nombre provenance { section } } }
  populationsDetaillees(annee: 2022) { totalCount nodes { nombre sexe groupes { ageMin ageMax nombre } versions { nombre parAge } } }
} }`;

  interface Populations {
    readonly territoireClsc: {
      readonly population: { readonly annee: number; readonly nombre: number; readonly versions: unknown[] };
      readonly en2021: unknown;
      readonly populationsDetaillees: {
        readonly totalCount: number;
        readonly nodes: readonly {
          readonly nombre: number;
          readonly groupes: readonly unknown[];
          readonly versions: readonly unknown[];
        }[];
      };
    };
  }

  it('imports populations beside those of birth, and keeps what was known', async () => {
    const file = await writeWorkbook([
      populationOf(2021, 231),
      populationOf(2022, 232),
      populationOf(2041, 240, 'Projection'),
    ]);
    expect(await runImport('populations', 'p.xlsx', file, true)).toBe(0);
    expect(said.join('\n')).toContain(
      '3 créées, 0 changée, 0 inchangée, 0 retirée.\nEssai : rien n’a été écrit.',
    );
    const before = await level.data<Populations>(POPULATIONS);
    expect(before.territoireClsc.population).toMatchObject({ annee: 2021, nombre: 20931 });

    expect(await runImport('populations', 'p.xlsx', file)).toBe(0);
    const after = await level.data<Populations>(POPULATIONS);
    expect(after.territoireClsc).toMatchObject({
      population: {
        annee: 2022,
        nombre: 21112,
        provenance: { origine: 'TABLE_OFFICIELLE', section: 'p.xlsx' },
        versions: [{ nombre: 21112 }],
      },
      en2021: {
        nombre: 21021,
        statut: 'PROVISOIRE',
        desaccords: [{ nombre: 20931, provenance: { section: 'pop_ref 2023' } }],
      },
      populationsDetaillees: { totalCount: 1, nodes: [{ nombre: 21112, sexe: 'TOTAL' }] },
    });
    expect(after.territoireClsc.populationsDetaillees.nodes[0]?.groupes).toHaveLength(19);
    expect(after.territoireClsc.populationsDetaillees.nodes[0]?.groupes.at(-1)).toEqual({
      ageMin: 90,
      ageMax: null,
      nombre: 232,
    });

    said = [];
    expect(await runImport('populations', 'p.xlsx', file)).toBe(0);
    expect(said.join('\n')).toMatch(/déjà importé : par marie.*Rien n’a changé/);

    const { imports } = await level.data<{ imports: { nodes: { importeLe: string }[] } }>(
      '{ imports { nodes { importeLe } } }',
    );
    const revised = await writeWorkbook([populationOf(2021, 231), populationOf(2022, 233)]);
    expect(await runImport('populations', 'q.xlsx', revised)).toBe(0);
    expect(said.join('\n')).toContain('2 lignes lues : 0 créée, 1 changée, 1 inchangée, 0 retirée.');
    const now = await level.data<Populations>(POPULATIONS);
    expect(now.territoireClsc.population.nombre).toBe(21203);
    expect(now.territoireClsc.populationsDetaillees.nodes[0]?.versions).toMatchObject([
      { nombre: 21203 },
      { nombre: 21112 },
    ]);
    const then = await level.data<Populations>(POPULATIONS, {}, undefined, imports.nodes[0]!.importeLe);
    expect(then.territoireClsc.population.nombre).toBe(21112);
  });

  it('writes no total beside sexes that an import before gave, and that no more make it', async () => {
    const ofSex = (sexe: string, persons: number) =>
      rowOf(['CLSC', '01111', 'Kamouraska', 2042, 'Projection', '', sexe], persons);
    const all = (women: number, men: number) => [
      ofSex('Total', women + men),
      ofSex('Féminin', women),
      ofSex('Masculin', men),
    ];
    const ask = (rows: unknown[][], name: string) =>
      writeWorkbook(rows).then((file) => runImport('populations', name, file));
    const totalIn2042 = async () =>
      (
        await level.data<{
          territoireClsc: { populationsDetaillees: { nodes: { sexe: string; nombre: number }[] } };
        }>(
          '{ territoireClsc(code: "01111") { populationsDetaillees(annee: 2042) { nodes { sexe nombre } } } }',
        )
      ).territoireClsc.populationsDetaillees.nodes.find(({ sexe }) => sexe === 'TOTAL')?.nombre;
    expect(await ask(all(3, 2), 's1.xlsx')).toBe(0);
    await expect(ask([ofSex('Total', 6)], 's2.xlsx')).rejects.toThrow(/somme des deux sexes.*01111 en 2042/);
    await expect(ask([ofSex('Féminin', 4)], 's3.xlsx')).rejects.toThrow(/01111 en 2042/);
    expect(await totalIn2042()).toBe(5 * 91);
    expect(await ask([ofSex('Total', 5)], 's4.xlsx')).toBe(0);
    expect(await ask(all(4, 2), 's5.xlsx')).toBe(0);
    expect(await totalIn2042()).toBe(6 * 91);
  });

  const COLUMNS = Object.keys(INSTALLATIONS.kinds);
  const csvOf = (...rows: readonly Readonly<Record<string, string>>[]): string =>
    `\uFEFF${[COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ' '))]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\r\n')}\r\n`;

  const installation = (code: string, more: Readonly<Record<string, string>> = {}) => ({
    INSTAL_COD: code,
    INSTAL_NOM: `Point de service ${code}`,
    ETAB_CODE: '11045119',
    RSS_CODE: '01',
    RLS_CODE: '0111',
    CLSC_CODE: '01111',
    STATUT_COD: '1',
    CLSC: 'Oui',
    CHSLD: 'Non',
    DATE_OUVER: '2015/04/01',
    LATITUDE: '47.3718',
    LONGITUDE: '-70,0262',
    ...more,
  });

  const REGISTER = `{
  territoireClsc(code: "01111") { installationsPubliees { totalCount nodes { code nom missions missionsNonDites latitude longitude dateOuverture statut } } }
  retirees: installationsPubliees(retires: true) { nodes { code retireLe } }
  installationPubliee(code: "51221010") { nom versions { nom connuJusqua } }
}`;

  it('imports the register whole: what it gives no more is withdrawn and kept, and what it gives again comes back', async () => {
    expect(
      await runImport(
        'installations',
        'i.csv',
        csvOf(installation('51221010'), installation('51221028', { CLSC_CODE: '1111' })),
      ),
    ).toBe(0);
    expect(said.join('\n')).toContain('ZEROS_RETABLIS');
    expect(await level.data(REGISTER)).toMatchObject({
      territoireClsc: {
        installationsPubliees: {
          totalCount: 2,
          nodes: [
            {
              code: '51221010',
              missions: ['CLSC'],
              missionsNonDites: MISSIONS.filter((mission) => !['CLSC', 'CHSLD'].includes(mission)),
              latitude: 47.3718,
              longitude: -70.0262,
              dateOuverture: '2015-04-01',
              statut: 'PUBLIC',
            },
            { code: '51221028' },
          ],
        },
      },
      retirees: { nodes: [] },
    });
    said = [];
    const renamed = csvOf(installation('51221010', { INSTAL_NOM: 'CLSC de La Pocatière' }));
    expect(await runImport('installations', 'i2.csv', renamed)).toBe(0);
    expect(said.join('\n')).toContain('0 créée, 1 changée, 0 inchangée, 1 retirée.');
    expect(await level.data(REGISTER)).toMatchObject({
      territoireClsc: { installationsPubliees: { totalCount: 1 } },
      retirees: {
        nodes: [{ code: '51221028', retireLe: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }],
      },
      installationPubliee: {
        nom: 'CLSC de La Pocatière',
        versions: [{ nom: 'CLSC de La Pocatière' }, { nom: 'Point de service 51221010' }],
      },
    });
  });

  it('writes nothing of a file that has a fault, and tells them all', async () => {
    const file = csvOf(
      installation('51229999', { CLSC_CODE: '09999', DATE_OUVER: '2015-02-31' }),
      installation('51229999', { LATITUDE: '91', CHSLD: 'peut-être' }),
    );
    expect(await runImport('installations', 'f.csv', file)).toBe(1);
    expect(said.join('\n')).toContain('5 fautes');
    for (const code of [
      'TERRITOIRE_INCONNU',
      'DATE_ILLISIBLE',
      'NOMBRE_ILLISIBLE',
      'VALEUR_INCONNUE',
      'LIGNE_REPETEE',
    ])
      expect(said.join('\n')).toContain(code);
    expect(await level.data('{ installationPubliee(code: "51229999") { code } }')).toEqual({
      installationPubliee: null,
    });
  });

  it.each([2, 14, COLUMNS.length - 1])(
    'refuses a file whose last row is cut after %i cells',
    async (kept) => {
      const whole = csvOf(installation('51229998'), installation('51229999'));
      const cut = whole
        .trimEnd()
        .split('","')
        .slice(0, kept - COLUMNS.length);
      expect(await runImport('installations', 'cut.csv', `${cut.join('","')}"`)).toBe(1);
      expect(said.join('\n')).toContain('cut.csv : 1 faute (LIGNE_COUPEE 1). Rien n’a été importé.');
      expect(said.join('\n')).toContain(
        `ligne 3 : LIGNE_COUPEE ; lu : « ${kept} cellules » ; attendu : ${COLUMNS.length} cellules`,
      );
    },
  );

  const POSTAUX = 'code_postal;clsc_code;nom\nG0R1Z0;01111;';

  it.each(['Kamouraska; Est', 'Kamouraska;;Est'])(
    'refuses a row whose text holds an unquoted separator: %s',
    async (nom) => {
      expect(await runImport('codes-postaux', 'long.csv', `${POSTAUX}${nom}\n`)).toBe(1);
      expect(said.join('\n')).toContain('long.csv : 1 faute (LIGNE_DEBORDEE 1). Rien n’a été importé.');
    },
  );

  it('takes what ends a header or a row for no column', async () => {
    const file = `${POSTAUX.replace('nom', 'nom;')}Kamouraska\nG0R1Z1;01111;Kamouraska;;\n`;
    expect(await runImport('codes-postaux', 'ended.csv', file, true)).toBe(0);
    expect(said.join('\n')).toContain('2 créées');
  });

  it('names a column that is missing as the published file does', async () => {
    const file = csvOf(installation('51229999')).replace('"CLSC_CODE"', '"CLSC"');
    expect(await runImport('installations', 'h.csv', file)).toBe(1);
    expect(said.join('\n')).toContain('attendu : une colonne « CLSC_CODE »');
  });

  it('refuses a file of two encodings, and names the line', async () => {
    const file = Buffer.concat([
      Buffer.from(csvOf(installation('51229998', { INSTAL_NOM: 'Point d’accès été n°' }))),
      Buffer.from('"51229999","Été"\r\n', 'latin1'),
    ]);
    await expect(runImport('installations', 'm.csv', file)).rejects.toThrow(
      /m\.csv : Deux codages sont mêlés.*ligne 3.*Rien n’a été importé/,
    );
  });

  const POSTAL = `{ territoireParCodePostal(code: "g0r 1z0") {
  code territoires { code } absence { motif } importation { importePar version }
} }`;

  it('answers which territories a postal code reaches, or why it cannot', async () => {
    expect(await level.data(POSTAL)).toMatchObject({
      territoireParCodePostal: {
        territoires: [],
        absence: { motif: expect.stringContaining('n’a pas été importée') as string },
        importation: null,
      },
    });
    const file = 'code_postal;clsc_code\nG0R 1Z0;01111\nG0R1Z0;01121\nG0R 2A0;1121\n';
    expect(await runImport('codes-postaux', 'c.csv', file)).toBe(0);
    expect(await level.data(POSTAL)).toEqual({
      territoireParCodePostal: {
        code: 'G0R1Z0',
        territoires: [{ code: '01111' }, { code: '01121' }],
        absence: null,
        importation: { importePar: 'marie', version: 1 },
      },
    });
    expect(await runImport('codes-postaux', 'c2.csv', 'code_postal,clsc_code\nG0R2A0,01121\n')).toBe(0);
    expect(await level.data(POSTAL)).toMatchObject({
      territoireParCodePostal: {
        territoires: [],
        absence: { motif: expect.stringContaining('G0R1Z0') as string },
      },
    });
    const { errors } = await level.execute('{ territoireParCodePostal(code: "12345") { code } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CODE_INVALIDE' });
  });

  it('takes a file of a finer grain than the territory: a pair that comes again is counted, and no fault', async () => {
    const file =
      'code_postal,clsc_code,municipalite\nG0R1Z0,01111,Kamouraska\nG0R 1Z0,01111,Saint-Pascal\nG0R1Z1,01111,Kamouraska\n';
    expect(await runImport('codes-postaux', 'fin.csv', file, true)).toBe(0);
    expect(said.join('\n')).toContain(
      'ligne 3 : COUPLE_REPETE ; lu : « G0R1Z0, 01111 » ; compris : la même chose qu’à la ligne 2.',
    );
  });

  it('tells every import, by whom, of which file, and by which act, real though the level holds the demonstration', async () => {
    const { imports } = await level.data<{ imports: { totalCount: number; nodes: unknown[] } }>(
      `{ imports(sorte: CODES_POSTAUX) { totalCount nodes {
      sorte version fichier empreinte importePar comptes { lues creees retirees inchangees } acte { natureActe origine recu { numero } }
    } } }`,
    );
    expect(imports.totalCount).toBe(2);
    expect(imports.nodes[0]).toMatchObject({
      sorte: 'CODES_POSTAUX',
      version: 2,
      fichier: 'c2.csv',
      empreinte: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      importePar: 'marie',
      comptes: { lues: 1, creees: 0, retirees: 2, inchangees: 1 },
      acte: { natureActe: 'importerCodesPostaux', origine: 'SAISIE', recu: { numero: 9 } },
    });
  });

  const LIMITE = `{ territoireClsc(code: "01111") { nom limitePubliee {
  nom etiquette reseauLocalCode reseauTerritorialCode version superficieKm2 retireLe
  desaccords { colonne publie connu } contour { geojson nombrePoints } absenceContour { motif } versions { nom connuJusqua }
  provenance { origine section note }
} } }`;

  interface Limite {
    readonly territoireClsc: { readonly limitePubliee: Readonly<Record<string, unknown>> | null };
  }

  const recordOf = (code: string, nom: string): string[] =>
    LIMITES.map(
      ([column]) =>
        ({
          CLSC_code: code,
          CLSC_nom: nom,
          RLS_code: '0111',
          RTS_code: '011',
          RSS_code: '01',
          RUIS_code: '1',
          Etiquette: '',
          Version: '2024-07-15',
          Shape_Leng: '',
          Shape_Area: '2500000000',
        })[column],
    );

  it('imports boundaries: what the file publishes beside what the graph says, outlines when shapes are given', async () => {
    expect(await level.data<Limite>(LIMITE)).toMatchObject({ territoireClsc: { limitePubliee: null } });
    const table = writeDbf(LIMITES, [recordOf('01111', 'Kamouraska'), recordOf('01121', 'Inventé')]);
    expect(await runImport('limites', 'l.dbf', table, true)).toBe(0);
    expect(said.join('\n')).toMatch(/ligne 2, « CLSC_nom » : NOM_DIFFERENT ; lu : « Inventé »/);
    expect(said.join('\n')).toContain(
      'le fichier n’a pas 164 des 166 territoires du graphe : 01131 « Témiscouata », 01141 « Les Basques »',
    );
    expect(said.join('\n')).toContain('SANS_CONTOUR');
    expect(said.join('\n')).toContain('2 créées, 0 changée, 0 inchangée, 0 retirée.\nEssai');
    expect(await level.data<Limite>(LIMITE)).toMatchObject({ territoireClsc: { limitePubliee: null } });

    expect(await runImport('limites', 'l.dbf', table)).toBe(0);
    const bare = await level.data<Limite>(LIMITE);
    expect(bare.territoireClsc.limitePubliee).toMatchObject({
      nom: 'Kamouraska',
      etiquette: null,
      reseauLocalCode: '0111',
      reseauTerritorialCode: '011',
      version: '2024-07-15',
      superficieKm2: 2500,
      desaccords: [],
      contour: null,
      absenceContour: { motif: expect.stringContaining('sans ses formes') as string },
      provenance: { origine: 'TABLE_OFFICIELLE', section: 'l.dbf' },
    });
    const square = (x: number): [number, number][] => [
      [x, 47],
      [x, 47.5],
      [x + 0.5, 47.5],
      [x + 0.5, 47],
      [x, 47],
    ];
    writeFileSync(join(folder, 'm.SHP'), writeShp([[square(-70)], [square(-69)]]));
    writeFileSync(join(folder, 'm.prj'), DEGREES);
    const renamed = writeDbf(LIMITES, [recordOf('01111', 'Le Kamouraska'), recordOf('01131', 'Rimouski')]);
    expect(await runImport('limites', 'm.dbf', renamed)).toBe(0);
    expect(said.join('\n')).toContain('2 lignes lues : 1 créée, 1 changée, 0 inchangée, 1 retirée.');
    const { territoireClsc } = await level.data<Limite & { territoireClsc: { nom: string } }>(LIMITE);
    expect(territoireClsc.nom).toBe('Kamouraska');
    expect(territoireClsc.limitePubliee).toMatchObject({
      nom: 'Le Kamouraska',
      desaccords: [{ colonne: 'CLSC_nom', publie: 'Le Kamouraska', connu: 'Kamouraska' }],
      contour: {
        geojson: JSON.stringify({ type: 'MultiPolygon', coordinates: [[square(-70)]] }),
        nombrePoints: 5,
      },
      absenceContour: null,
      versions: [{ nom: 'Le Kamouraska', connuJusqua: null }, { nom: 'Kamouraska' }],
      provenance: { section: 'm.dbf, .shp, .prj' },
    });
    expect(
      await level.data('{ territoireClsc(code: "01121") { limitePubliee { nom retireLe } } }'),
    ).toMatchObject({
      territoireClsc: {
        limitePubliee: { nom: 'Inventé', retireLe: expect.stringMatching(/^\d{4}-/) as string },
      },
    });
    said = [];
    expect(await runImport('limites', 'm.dbf', renamed)).toBe(0);
    expect(said.join('\n')).toContain('déjà importé');
    writeFileSync(join(folder, 'm.prj'), 'PROJCS["inconnue"]');
    await expect(runImport('limites', 'm.dbf', renamed)).rejects.toThrow('n’est pas lue');
  });

  it('reads the boundaries of many territories in one statement, and their outlines in another', async () => {
    const statements = await level.statementsOf(() =>
      level.data('{ territoiresClsc { nodes { code limitePubliee { nom contour { geojson } } } } }'),
    );
    expect(statements.filter((text) => text.includes('limite_publiee'))).toHaveLength(2);
  });

  it('reads populations of birth and of a file in one statement', async () => {
    const statements = await level.statementsOf(() =>
      level.data(
        '{ territoiresClsc { nodes { population { nombre } populations { annee desaccords { nombre } } } } }',
      ),
    );
    expect(statements.filter((text) => text.includes('"msss"."population'))).toHaveLength(1);
  });

  it('imports the établissements of the register', async () => {
    const columns = Object.keys(ETABLISSEMENTS.kinds);
    const row = columns.map(
      (column) => ({ ETAB_CODE: '11045119', ETAB_NOM: 'Inventé', STATUT_COD: '1' })[column] ?? ' ',
    );
    expect(await runImport('etablissements', 'e.csv', `${columns.join(',')}\n${row.join(',')}\n`)).toBe(0);
    expect(
      await level.data('{ etablissementsPublies { nodes { code nom statut provenance { origine } } } }'),
    ).toEqual({
      etablissementsPublies: {
        nodes: [
          { code: '11045119', nom: 'Inventé', statut: 'PUBLIC', provenance: { origine: 'TABLE_OFFICIELLE' } },
        ],
      },
    });
  });
});
