import { type Cell, type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { doFileTask, type FileReading, type FileTask } from './file-task.ts';
import type { FileFormat } from '@palier/fichiers/file-row';
import { markFautes } from '../marks.ts';
import { withSpooled } from '@palier/fichiers/spool';
import { readParts, readTexts } from '@palier/fichiers/testing/read-parts';
import type { Demande } from '../demande/demande.ts';
import { DEMANDE } from '../testing/demande.ts';
import { withCell } from '../testing/cell.ts';

const HEADER = 'territoire;exigence;volet;periode;valeur;statut;numerateur;denominateur;unite;canevas';
const P12 = '2026-2027-P12';
const P13 = '2026-2027-P13';

const csv = (...rows: readonly string[]): Buffer => Buffer.from([HEADER, ...rows].join('\n'));

const judge = (bytes: Uint8Array, format: FileFormat, mostTold = Infinity) =>
  withSpooled(inPieces(bytes), (file) =>
    doFileTask({ kind: 'JUGER', file, format, demande: DEMANDE, mostTold }),
  );

/** As a body comes: cut anywhere, within a letter too. */
function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}

async function read(bytes: Uint8Array, format: FileFormat = 'CSV', mostTold?: number): Promise<FileReading> {
  const outcome = await judge(bytes, format, mostTold);
  if ('code' in outcome) throw new Error(`${outcome.code} : ${outcome.message}`);
  return outcome.result as FileReading;
}

async function make(task: FileTask): Promise<Uint8Array> {
  const outcome = await doFileTask(task);
  if ('code' in outcome) throw new Error(outcome.message);
  return outcome.result as Uint8Array;
}

const refusalOf = async (bytes: Uint8Array, format: FileFormat = 'CSV') => judge(bytes, format);

type Fautes = Parameters<typeof markFautes>[1]['fautes'];
const mark = (bytes: Uint8Array, format: FileFormat, fautes: Fautes): Promise<Uint8Array> =>
  withSpooled([bytes], (file) => make({ kind: 'MARQUER', ...markFautes({ file, format }, { fautes }) }));

const codesOf = ({ fautes }: FileReading) =>
  fautes.told.map(({ code, ligne, colonne, cellule, lue }) => [code, ligne, colonne, cellule, lue]);

const ROW = `01111;A-P5:AAOR;;${P12};2,5;;;`;

describe('a CSV file', () => {
  it.each([
    ['UTF-8', csv(`01111;A-G7:AAOR;par téléphone;${P12};3;`)],
    [
      'UTF-8 with its mark',
      Buffer.concat([Buffer.from('\uFEFF'), csv(`01111;A-G7:AAOR;par téléphone;${P12};3;`)]),
    ],
    [
      'Windows-1252 that only its last letters tell from UTF-8',
      Buffer.from(
        [
          HEADER,
          `01111;A-G7:AAOR;par telephone;${P12};3;`,
          ...Array.from({ length: 9_000 }, () => ';;;;;;;;;'),
          ';;é;;;',
        ].join('\r\n'),
        'latin1',
      ),
    ],
    ['Windows-1252', Buffer.from([HEADER, `01111;A-G7:AAOR;par téléphone;${P12};3;`].join('\r\n'), 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${HEADER}\n01111;A-G7:AAOR;par téléphone;${P12};3;`, 'utf16le')],
    [
      'commas',
      Buffer.from(`territoire,exigence,volet,periode,valeur\n01111,A-G7:AAOR,par téléphone,${P12},"3,0"`),
    ],
    [
      'tabs',
      Buffer.from(`Territoire\tExigence\tVolet\tPériode\tValeur\n01111\ta-g7:aaor\tPar telephone\t${P12}\t3`),
    ],
    ['its separator said', Buffer.from(`sep=;\r\n${HEADER}\r\n01111;A-G7:AAOR;par téléphone;${P12};3;`)],
  ])('in %s is read', async (_what, bytes) => {
    const { mesures, fautes } = await read(bytes);
    expect(fautes.told).toEqual([]);
    expect(mesures).toMatchObject([
      {
        territoire: '01111',
        exigence: 'A-G7:AAOR',
        volet: 'par téléphone',
        periode: P12,
        valeur: 3,
        statut: null,
      },
    ]);
  });

  it('tells five things apart: a value, zero, a statut, nothing, and what is taken back', async () => {
    const { mesures, difference, fautes } = await read(
      csv(
        `01111;A-P5:AAOR;;${P12};;retirer;;`,
        `01111;A-P5:AAOR;;${P13};0;;;`,
        `01121;A-P5:AAOR;;${P12};;Aucun cas;;`,
        `01121;A-P5:AAOR;;${P13};;;;`,
        `01121;A-G7:AAOR;en personne;${P13};10;;30;3`,
      ),
    );
    expect(fautes.told).toEqual([]);
    expect(mesures.map(({ valeur, statut, estRetiree }) => [valeur, statut, estRetiree])).toEqual([
      [null, null, true],
      [0, null, false],
      [null, 'AUCUN_CAS', false],
      [10, null, false],
    ]);
    expect(difference.map(({ nature, ligne }) => [nature, ligne])).toEqual([
      ['RETIREE', 2],
      ['CREEE', 3],
      ['CREEE', 4],
      ['CREEE', 6],
    ]);
  });

  it('says what changes of what the draft holds', async () => {
    const changed = await read(csv(ROW));
    expect(changed.difference).toMatchObject([
      { nature: 'CHANGEE', avant: { valeur: 2 }, apres: { valeur: 2.5 } },
    ]);
    const same = await read(csv(`01111;A-P5:AAOR;;${P12};2;;;`));
    expect(same.difference).toMatchObject([{ nature: 'INCHANGEE' }]);
  });

  it('keeps the justification of the draft where the file has no such column, and takes away what it empties', async () => {
    const presentes = DEMANDE.presentes.map((ligne) => ({ ...ligne, justification: 'Panne' }));
    const demande = { ...DEMANDE, presentes };
    const readOn = async (header: string, row: string): Promise<FileReading> => {
      const bytes = Buffer.from(`${header}\n${row}`);
      const outcome = await withSpooled([bytes], (file) =>
        doFileTask({ kind: 'JUGER', file, format: 'CSV', demande, mostTold: Infinity }),
      );
      return ('result' in outcome ? outcome.result : undefined) as FileReading;
    };
    const columns = 'territoire;exigence;periode;valeur';
    const without = await readOn(columns, `01111;A-P5:AAOR;${P12};3`);
    expect(without.difference).toMatchObject([
      { nature: 'CHANGEE', apres: { valeur: 3, justification: 'Panne' } },
    ]);
    expect((await readOn(columns, `01111;A-P5:AAOR;${P12};2`)).difference).toMatchObject([
      { nature: 'INCHANGEE' },
    ]);
    // What is written of a figure may repeat it.
    const suppressed = await readOn(`${columns};statut`, `01111;A-P5:AAOR;${P12};;SUPPRIMEE`);
    expect(suppressed.difference).toMatchObject([
      { nature: 'CHANGEE', apres: { statut: 'SUPPRIMEE', justification: null } },
    ]);
    const emptied = await readOn(`${columns};justification`, `01111;A-P5:AAOR;${P12};2;`);
    expect(emptied.difference).toMatchObject([{ nature: 'CHANGEE', apres: { justification: null } }]);
  });

  it('says that a line sent as it was leaves what another campagne published since, and one justified otherwise does not', async () => {
    const contradiction = 'Ce qui est publié est autre.';
    const presentes = DEMANDE.presentes.map((ligne) => ({ ...ligne, contradiction }));
    const remarksOf = async (row: string) => {
      const file = Buffer.from(`${HEADER};justification\n${row}`);
      const outcome = await withSpooled([file], (spooled) =>
        doFileTask({
          kind: 'JUGER',
          file: spooled,
          format: 'CSV',
          demande: { ...DEMANDE, presentes },
          mostTold: Infinity,
        }),
      );
      return 'result' in outcome ? (outcome.result as FileReading).remarques.told : undefined;
    };
    const remarked = (said: RegExp) => [
      {
        code: 'PUBLIEE_AUTREMENT',
        cellule: 'E2',
        lue: '2',
        compris: expect.stringMatching(said) as string,
      },
    ];
    expect(await remarksOf(`01111;A-P5:AAOR;;${P12};2;;;;;;`)).toMatchObject(
      remarked(/ce qui est publié le reste\. Ce qui est publié est autre\.$/),
    );
    expect(await remarksOf(`01111;A-P5:AAOR;;${P12};2;;;;;;Panne`)).toMatchObject(
      remarked(/dite de nouveau, et prendra .* Ce qui est publié est autre\.$/),
    );
    expect(await remarksOf(`01111;A-P5:AAOR;;${P12};4;;;;;;`)).toEqual([]);
  });

  it('says what to do of a justification that stays where the value was emptied', async () => {
    const reading = await read(Buffer.from(`${HEADER};justification\n01111;A-P5:AAOR;;${P12};;;;;;;Panne`));
    expect(reading.fautes.told).toMatchObject([
      {
        code: 'VALEUR_MANQUANTE',
        cellule: 'E2',
        attendu: expect.stringContaining('justification') as string,
        remede: expect.stringMatching(/videz aussi la justification.*RETIRER/) as string,
      },
    ]);
  });

  describe('of a territory that passed to another établissement', () => {
    const demande = {
      ...DEMANDE,
      presentes: DEMANDE.presentes.map((ligne) => ({ ...ligne, territoire: '02111' })),
    };
    const readOn = async (row: string): Promise<FileReading> => {
      const outcome = await withSpooled([csv(row)], (file) =>
        doFileTask({ kind: 'JUGER', file, format: 'CSV', demande, mostTold: Infinity }),
      );
      return ('result' in outcome ? outcome.result : undefined) as FileReading;
    };

    it('takes out what the draft holds, and says nothing else of it', async () => {
      const taken = await readOn(`2111;A-P5:AAOR;;${P12};;RETIRER;;`);
      expect(taken.fautes.told).toEqual([]);
      expect(taken.difference).toMatchObject([{ nature: 'RETIREE', territoire: '02111' }]);
      expect((await readOn(`02111;A-P5:AAOR;;${P12};3;;;`)).fautes.told).toMatchObject([
        { code: 'TERRITOIRE_INCONNU', cellule: 'A2', remede: expect.stringContaining('RETIRER') as string },
      ]);
    });

    it('gives no row to a period that has not begun, says so, and shows what is to be taken out of it', async () => {
      const early = { ...DEMANDE, commencees: [P12] };
      const ligne = { ...DEMANDE.presentes[0]!, periode: P13, mesure: `${P13}:01111:A-P5:AAOR` };
      const modele = async (given: Demande, format: 'CSV' | 'XLSX') =>
        make({ kind: 'MODELE', demande: given, dernieres: [], format });
      const rows = async (given: Demande) =>
        Buffer.from(await modele(given, 'CSV'))
          .toString()
          .split('\r\n')
          .filter((row) => row.includes(P13));
      expect(await rows(DEMANDE)).toHaveLength(8);
      expect(await rows(early)).toEqual([]);
      expect(await rows({ ...early, presentes: [ligne] })).toEqual([
        expect.stringMatching(/^01111;Kamouraska : période à venir, RETIRER;.*;;;;;/) as string,
      ]);
      expect(readTexts(readParts(await modele(early, 'XLSX'))).join('\n')).toMatch(
        new RegExp(`Sans ligne encore.*: ${P13}\\.`),
      );
      // Of no row, there is no range.
      const none = readParts(await modele({ ...DEMANDE, commencees: [], presentes: [] }, 'XLSX'));
      expect(none.get('xl/worksheets/sheet1.xml')).not.toContain('dataValidation');
    });

    it('shows in the modele what is to be taken out, and gives nothing as it is', async () => {
      const bytes = await make({ kind: 'MODELE', demande, dernieres: [], format: 'CSV' });
      const rows = Buffer.from(bytes).toString().split('\r\n');
      expect(rows.filter((row) => row.startsWith('02111'))).toEqual([
        expect.stringMatching(/RETIRER.*;A-P5:AAOR;Délai;;2026-2027-P12;h;;;;;;/) as string,
      ]);
      const back = await withSpooled([bytes], (file) =>
        doFileTask({ kind: 'JUGER', file, format: 'CSV', demande, mostTold: Infinity }),
      );
      expect(back).toMatchObject({ result: { mesures: [], fautes: { parCode: { AUCUNE_MESURE: 1 } } } });
    });
  });

  it('gives back the zeros that a spreadsheet took, and says so', async () => {
    const { mesures, remarques } = await read(csv(`1111;A-P5:AAOR;;${P12};2,5;;;`));
    expect(mesures).toMatchObject([{ territoire: '01111' }]);
    expect(remarques.told).toMatchObject([{ code: 'ZEROS_RETABLIS', lue: '1111', cellule: 'A2' }]);
  });

  it('tells all its faults at once, each by its line, its column and its cell', async () => {
    const reading = await read(
      csv(
        `99999;A-P5:AAOR;;${P12};1;;;`,
        `01111;A-P7:AAOR;;${P12};1;;;`,
        `01111;A-G7:AAOR;;${P12};1;;;`,
        `01111;A-P5:AAOR;;2026-2027-P09;1;;;`,
        `01111;A-P5:AAOR;;${P12};12 %;;;`,
        `01111;A-P5:AAOR;;${P13};-1 %;;;`,
        `01121;A-P5:AAOR;;${P12};1;AUCUN_CAS;;`,
        `01121;A-P5:AAOR;;${P13};1;;3;`,
        `01121;A-G7:AAOR;en personne;${P12};1;;3;0`,
        `01121;A-G7:AAOR;en personne;${P13};1;;;;min`,
        `01121;A-G7:AAOR;par téléphone;${P12};;rien;;`,
        `01121;A-G7:AAOR;par téléphone;${P13};;;1;2`,
        `;;;;4;;;`,
        `01111;A-G7:AAOR;en personne;${P12};1;;;;;2026-2027-V1`,
        `01111;A-G7:AAOR;en personne;${P13};1;;;;;2026-2027-V1`,
      ),
    );
    expect(codesOf(reading)).toEqual([
      ['TERRITOIRE_INCONNU', 2, 'territoire', 'A2', '99999'],
      ['EXIGENCE_NON_DEMANDEE', 3, 'exigence', 'B3', 'A-P7:AAOR'],
      ['VOLET_NON_DEMANDE', 4, 'volet', 'C4', null],
      ['PERIODE_NON_DEMANDEE', 5, 'periode', 'D5', '2026-2027-P09'],
      ['POURCENTAGE_INATTENDU', 6, 'valeur', 'E6', '12 %'],
      ['POURCENTAGE_INATTENDU', 7, 'valeur', 'E7', '-1 %'],
      ['VALEUR_ET_STATUT', 8, 'statut', 'F8', 'AUCUN_CAS'],
      ['FRACTION_INCOMPLETE', 9, 'denominateur', 'H9', null],
      ['UNITE_DIFFERENTE', 11, 'unite', 'I11', 'min'],
      ['STATUT_INCONNU', 12, 'statut', 'F12', 'rien'],
      ['VALEUR_MANQUANTE', 13, 'valeur', 'E13', null],
      ['CODE_MANQUANT', 14, 'territoire', 'A14', null],
      ['CODE_MANQUANT', 14, 'exigence', 'B14', null],
      ['CODE_MANQUANT', 14, 'periode', 'D14', null],
      ['CANEVAS_DIFFERENT', 15, 'canevas', 'J15', '2026-2027-V1'],
    ]);
    expect(reading.fautes.told.every(({ attendu, remede }) => attendu !== '' && remede !== '')).toBe(true);
  });

  it.each(
    ['AUCUN_CAS', 'NON_DISPONIBLE', 'SUPPRIMEE'].flatMap((statut) =>
      [`2;${statut};;`, `;${statut};2;`, `;${statut};;2`, `;${statut};2;5`].map((said) => [said]),
    ),
  )('refuses a figure beside what stands for it: %s', async (said) => {
    const reading = await read(csv(`01111;A-P5:AAOR;;${P12};${said}`));
    expect(codesOf(reading).map(([code]) => code)).toContain('VALEUR_ET_STATUT');
    expect(reading.mesures).toEqual([]);
  });

  it('tells, with all the others, what no act would keep of a cell', async () => {
    const reading = await read(
      Buffer.from(
        [
          `${HEADER};justification`,
          `01111;A-P5:AAOR;;${P12};0,0000000000001;;;;;`,
          `01111;A-P5:AAOR;;${P13};1e15;;;;;`,
          `01121;A-P5:AAOR;;${P12};3;;1000000000000000;2;;`,
          `01121;A-P5:AAOR;;${P13};3;;;;;;\u200b`,
          `01121;A-G7:AAOR;en personne;${P13};3;;;;;;${'x'.repeat(2_001)}`,
          `99999;A-P5:AAOR;;${P12};1;;;;;;`,
        ].join('\n'),
      ),
    );
    expect(codesOf(reading).map(([code, ligne, , cellule, lue]) => [code, ligne, cellule, lue])).toEqual([
      ['NOMBRE_HORS_BORNES', 2, 'E2', '0,0000000000001'],
      ['NOMBRE_ILLISIBLE', 3, 'E3', '1e15'],
      ['NOMBRE_HORS_BORNES', 4, 'G4', '1000000000000000'],
      ['TEXTE_ILLISIBLE', 5, 'K5', 'U+200B'],
      ['JUSTIFICATION_TROP_LONGUE', 6, 'K6', `${'x'.repeat(79)}…`],
      ['TERRITOIRE_INCONNU', 7, 'A7', '99999'],
    ]);
    expect(reading.mesures).toEqual([]);
  });

  it('gives what is asked once an exercice at its thirteenth period alone, and takes it back at any', async () => {
    const { fautes, mesures } = await read(
      csv(
        `01111;A-P9:AAOR;;${P12};1;;;`,
        `01121;A-P9:AAOR;;${P12};;RETIRER;;`,
        `01121;A-P9:AAOR;;${P13};1;;;`,
      ),
    );
    expect(fautes.told).toMatchObject([
      { code: 'PERIODE_NON_DEMANDEE', cellule: 'D2', remede: expect.stringContaining(P13) as string },
    ]);
    expect(mesures.map(({ ligne }) => ligne)).toEqual([3, 4]);
  });

  it('refuses a measure given twice, by the line of the first', async () => {
    const { fautes } = await read(csv(ROW, `1111;A-P5:AAOR;;${P12};9;;;`));
    expect(fautes.told).toMatchObject([
      { code: 'MESURE_REPETEE', ligne: 3, remede: expect.stringContaining('ligne 2') as string },
    ]);
  });

  it('refuses columns that are unknown, missing or repeated', async () => {
    const { fautes, mesures } = await read(
      Buffer.from(`territoire;exigence;exigence;numerat;valeur\n01111;A-P5:AAOR;;;1`),
    );
    expect(mesures).toEqual([]);
    expect(fautes.told).toMatchObject([
      { code: 'COLONNE_REPETEE', cellule: 'C1' },
      {
        code: 'COLONNE_INCONNUE',
        cellule: 'D1',
        remede: expect.stringContaining('« numerateur »') as string,
      },
      { code: 'COLONNE_MANQUANTE', colonne: 'periode' },
    ]);
  });

  it('says when a decimal comma cuts a line', async () => {
    const { fautes } = await read(
      Buffer.from(`territoire,exigence,periode,valeur\n01111,A-P5:AAOR,${P12},2,5`),
    );
    expect(fautes.told).toMatchObject([{ code: 'LIGNE_DEBORDEE', ligne: 2, cellule: 'E2', lue: '5' }]);
  });

  const WITH_REASON = 'territoire,exigence,periode,valeur,numerateur,denominateur,justification';
  it.each([
    ['and the row ends by an empty cell', `01111,A-P5:AAOR,${P12},12,5,,,`, 1],
    ['and moves a fraction', `01111,A-P5:AAOR,${P12},0,95,19,20,`, 1],
    ['into what would be a justification', `01111,A-P5:AAOR,${P12},0,95,19,20`, 1],
    ['not between quotation marks', `01111,A-P5:AAOR,${P12},"0,95",19,20,Panne`, 0],
    ['not in a whole row', `01111,A-P5:AAOR,${P12},12,,,`, 0],
  ])('says when a decimal comma cuts a line, %s', async (_what, row, count) => {
    const { fautes, mesures } = await read(Buffer.from(`${WITH_REASON}\n${row}`));
    expect([fautes.parCode['LIGNE_DEBORDEE'] ?? 0, mesures.length]).toEqual([count, 1 - count]);
  });

  it.each([
    ['libelle', `01111,A-P5:AAOR,${P12},2,5`, 1],
    ['nom_territoire', `01111,A-P5:AAOR,${P12},2,5`, 1],
    ['libelle', `01111,A-P5:AAOR,${P12},2,5 %`, 1],
    ['libelle,justification', `01111,A-P5:AAOR,${P12},2,5`, 1],
    ['libelle', `01111,A-P5:AAOR,${P12},"2,5",Délai de 5 jours`, 0],
  ])('says when a decimal comma cuts a line before %s: %s', async (after, row, count) => {
    const { fautes, mesures } = await read(
      Buffer.from(`territoire,exigence,periode,valeur,${after}\n${row}`),
    );
    expect([fautes.parCode['LIGNE_DEBORDEE'] ?? 0, mesures.length]).toEqual([count, 1 - count]);
  });

  it('takes no longer row for a cut one where semicolons part cells', async () => {
    const { fautes } = await read(
      Buffer.from(`territoire;exigence;periode;valeur\n01111;A-P5:AAOR;${P12};2,5;;`),
    );
    expect(fautes.total).toBe(0);
  });

  it('counts lines of the file when a cell holds several', async () => {
    const { fautes } = await read(
      Buffer.from(
        `territoire;exigence;periode;valeur;nom_territoire\n01111;A-P5:AAOR;${P12};1;"deux\nlignes"\n99999;A-P5:AAOR;${P12};1;`,
      ),
    );
    expect(fautes.told).toMatchObject([{ ligne: 4, cellule: 'A3' }]);
  });

  it('tells all the faults, or the first ones and how many more there are', async () => {
    const wrong = csv(...Array.from({ length: 6_000 }, () => `99999;A-P5:AAOR;;${P12};1;;;`));
    for (const [mostTold, told] of [
      [Infinity, 6_000],
      [5_000, 5_000],
    ] as const) {
      const { fautes } = await read(wrong, 'CSV', mostTold);
      expect(fautes.told).toHaveLength(told);
      expect(fautes.total).toBe(6_000);
      expect(fautes.parCode).toEqual({ TERRITOIRE_INCONNU: 6_000 });
    }
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'AUCUNE_MESURE'],
    ['no measure', csv(`01111;A-P5:AAOR;;${P12};;;;`), 'AUCUNE_MESURE'],
  ])('that gives %s is refused', async (_what, bytes, code) => {
    expect((await read(bytes)).fautes.told).toMatchObject([{ code }]);
  });

  it.each([
    ['cells that hold nothing', ';'.repeat(200_000)],
    ['a text', `01111;${'x'.repeat(70_000)}`],
    ['a text between quotes', `01111;"${'x'.repeat(70_000)}"`],
  ])('whose line is too long for %s says so, and of which line', async (_what, line) => {
    expect(await refusalOf(csv(ROW, line))).toMatchObject({
      code: 'FICHIER_TROP_GRAND',
      message: expect.stringMatching(/^La ligne 3 a plus de 65536 caractères/) as string,
    });
  });

  it('whose quote is open for many lines says so', async () => {
    const bytes = csv(ROW, '"01111;A', ...Array.from({ length: 9_000 }, () => ROW));
    expect(await refusalOf(bytes)).toMatchObject({
      code: 'FICHIER_ILLISIBLE',
      message: expect.stringContaining('guillemet') as string,
    });
  });

  it('that is no text, has an open quote or too many lines cannot be read', async () => {
    expect(await refusalOf(Buffer.from('a\0b'))).toMatchObject({ code: 'FICHIER_ILLISIBLE' });
    expect(await refusalOf(csv('"01111;A'))).toMatchObject({
      code: 'FICHIER_ILLISIBLE',
      message: expect.stringContaining('ligne 2') as string,
    });
    expect(await refusalOf(Buffer.from(`${HEADER}${'\n'.repeat(60_003)}`))).toMatchObject({
      code: 'FICHIER_TROP_GRAND',
    });
  });
});

const COLUMNS = ['territoire', 'exigence', 'volet', 'periode', 'valeur', 'statut'];

const workbook = (rows: CellValue[][], cells?: Map<string, Partial<Cell>>): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Mesures', rows: [COLUMNS, ...rows], ...(cells && { cells }) }] });

describe('a workbook', () => {
  it('is read, its formulas by their values, which is said', async () => {
    const bytes = await workbook(
      [
        [1111, 'A-P5:AAOR', null, P12, 2.5, null],
        ['01121', 'A-P5:AAOR', null, P12, 3, null],
      ],
      new Map([['2,4', { value: 3, formula: '1+2', formulaResult: 3 }]]),
    );
    const { mesures, remarques, fautes } = await read(bytes, 'XLSX');
    expect(fautes.told).toEqual([]);
    expect(mesures).toMatchObject([
      { territoire: '01111', valeur: 2.5 },
      { territoire: '01121', valeur: 3 },
    ]);
    expect(remarques.told).toMatchObject([
      { code: 'ZEROS_RETABLIS', cellule: 'A2' },
      { code: 'FORMULE_LUE', cellule: 'E3', lue: '=1+2' },
    ]);
  });

  it('does not lose what was never computed, nor take a percentage or a date for a number', async () => {
    const bytes = await workbook(
      [
        ['01111', 'A-P5:AAOR', null, P12, null, null],
        ['01121', 'A-P5:AAOR', null, P12, 0.95, null],
        ['01121', 'A-P5:AAOR', null, P13, new Date('2026-04-01'), null],
      ],
      new Map<string, Partial<Cell>>([
        ['1,4', { value: null, formula: 'Z1*2' }],
        ['2,4', { value: 0.95, style: { numFmt: '0%' } }],
      ]),
    );
    expect(codesOf(await read(bytes, 'XLSX'))).toEqual([
      ['FORMULE_SANS_VALEUR', 2, 'valeur', 'E2', null],
      ['POURCENTAGE_INATTENDU', 3, 'valeur', 'E3', '0.95'],
      ['DATE_INATTENDUE', 4, 'valeur', 'E4', '2026-04-01'],
    ]);
  });

  it('comes back with its faulty cells coloured and commented, and clean once they are mended', async () => {
    const bytes = await workbook([['99999', 'A-P5:AAOR', null, P12, 1, null]]);
    const { fautes } = await read(bytes, 'XLSX');
    const marked = await mark(bytes, 'XLSX', fautes);
    const [sheet, listed] = (await readXlsx(marked, { readStyles: true })).sheets;
    expect(sheet?.cells?.get('1,0')).toMatchObject({
      value: '99999',
      style: { fill: { fgColor: { rgb: 'FFC7CE' } } },
      comment: { author: 'Palier', text: expect.stringContaining('01111') as string },
    });
    expect(listed?.name).toBe('Fautes');
    expect(listed?.rows[1]?.slice(0, 3)).toEqual([2, 'territoire', 'A2']);

    const none = { told: [], total: 0 };
    const again = await mark(marked, 'XLSX', none);
    const [clean] = (await readXlsx(again, { readStyles: true })).sheets;
    expect(clean?.rows[1]?.[0]).toBe('99999');
    expect(clean?.cells?.get('1,0')?.comment).toBeUndefined();
    expect(clean?.cells?.get('1,0')?.style?.fill).toBeUndefined();
  });

  it('keeps what its author said: comments, and sheets whatever their names', async () => {
    const said = { author: 'Luc', text: 'À vérifier' };
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Mesures',
          rows: [COLUMNS, ['99999', 'A-P5:AAOR', null, P12, 1, null]],
          cells: new Map<string, Partial<Cell>>([
            ['1,0', { value: '99999', comment: said }],
            ['1,4', { value: 1, comment: said }],
          ]),
        },
        { name: 'Fautes', rows: [['Ligne', 'ce que Luc en pense']] },
      ],
    });
    const { fautes } = await read(bytes, 'XLSX');
    // Looked at twice: the marks of the first look are the only ones that go.
    const marked = await mark(await mark(bytes, 'XLSX', fautes), 'XLSX', fautes);
    const { sheets } = await readXlsx(marked, { readStyles: true });
    expect(sheets.map(({ name }) => name)).toEqual(['Mesures', 'Fautes', 'Fautes (Palier)']);
    expect(sheets[1]?.rows).toEqual([['Ligne', 'ce que Luc en pense']]);
    const [faulty, fine] = ['1,0', '1,4'].map((key) => sheets[0]?.cells?.get(key)?.comment);
    expect(fine).toEqual(said);
    expect(faulty?.author).toBe('Luc');
    expect(faulty?.text.split('— Palier —')).toEqual([
      'À vérifier\n\n',
      expect.stringContaining('Territoire') as string,
    ]);

    const clean = await mark(marked, 'XLSX', { told: [], total: 0 });
    const [sheet] = (await readXlsx(clean, { readStyles: true })).sheets;
    expect(sheet?.cells?.get('1,0')?.comment).toEqual(said);
    expect(sheet?.cells?.get('1,0')?.style?.fill).toBeUndefined();
  });

  it('is made of a CSV file that has faults', async () => {
    const bytes = csv(`99999;A-P5:AAOR;;${P12};1;;;`, ROW);
    const { fautes } = await read(bytes);
    const marked = await mark(bytes, 'CSV', fautes);
    const [sheet] = (await readXlsx(marked, { readStyles: true })).sheets;
    expect(sheet?.rows[2]?.slice(0, 5)).toEqual(['01111', 'A-P5:AAOR', null, P12, '2,5']);
    expect(sheet?.cells?.get('1,0')?.comment?.text).toContain('Territoire');
  });

  it.each([
    ['says its separator', 'sep=;'],
    ['begins with an empty line', ''],
  ])('made of a CSV file that %s keeps its codes as text, beneath its header', async (_what, first) => {
    const bytes = Buffer.concat([Buffer.from(`${first}\n`), csv(`99999;A-P5:AAOR;;${P12};1;;;`)]);
    const { fautes } = await read(bytes);
    const [sheet] = (await readXlsx(await mark(bytes, 'CSV', fautes), { readStyles: true })).sheets;
    expect(sheet?.freezePane).toMatchObject({ rows: 2 });
    expect(sheet?.columns).toHaveLength(HEADER.split(';').length);
    expect(sheet?.cells?.get('2,0')?.comment?.text).toContain('Territoire');
  });

  it('to fill has territories, periods, last values, drop-downs, locked cells and its canevas, in its own XML', async () => {
    const at = { territoire: '01111', exigence: 'A-P5:AAOR', volet: null, estFictive: false };
    const dernieres = [
      { ...at, periode: '2025-2026-P13', valeur: 2.5, statut: 'PUBLIEE' },
      { ...at, periode: P12, valeur: null, statut: 'SUPPRIMEE' },
    ];
    const bytes = await make({ kind: 'MODELE', demande: DEMANDE, dernieres, format: 'XLSX' });
    const parts = readParts(bytes);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const texts = readTexts(parts);
    const cells = new Map(
      [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
        ([, ref = '', attributes = '', inner = '']) => {
          const [, held = ''] = /<(?:v|t)[^>]*>(.*?)<\//s.exec(inner) ?? [];
          const style = Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0);
          return [ref, { held: attributes.includes('t="s"') ? texts[Number(held)] : held, style }];
        },
      ),
    );
    const columnOf = (letters: string): unknown[] =>
      [...cells].flatMap(([ref, { held }]) => (ref.replace(/\d+/, '') === letters ? [held] : []));
    // Two territories, three cells at two periods and one at the last one.
    expect(columnOf('A')).toHaveLength(1 + 2 * (3 * 2 + 1));
    expect(new Set(columnOf('A'))).toEqual(new Set(['territoire', '01111', '01121']));
    expect(new Set(columnOf('F'))).toEqual(new Set(['periode', P12, P13]));
    expect(new Set(columnOf('M'))).toEqual(new Set(['canevas', '2026-2027-V2']));
    // Beside the cell to fill, what was published before its own period; and the draft's own value in it.
    const row = [...cells].filter(([, { held }]) => held === 'A-P5:AAOR').map(([ref]) => ref.slice(1));
    expect(row.slice(0, 2).map((line) => [cells.get(`H${line}`)?.held, cells.get(`I${line}`)?.held])).toEqual(
      [
        ['2,5 (2025-2026-P13)', '2'],
        [`SUPPRIMEE (${P12})`, ''],
      ],
    );
    const styles = [
      ...(/<cellXfs.*?<\/cellXfs>/s.exec(parts.get('xl/styles.xml') ?? '')?.[0] ?? '').matchAll(
        /<xf\b.*?(?:\/>|<\/xf>)/gs,
      ),
    ];
    const open = [...cells]
      .filter(([, { style }]) => styles[style]?.[0].includes('locked="0"'))
      .map(([ref]) => ref.replace(/\d+/, ''));
    expect([...new Set(open)].sort()).toEqual(['I', 'J', 'K', 'L', 'N']);
    expect(sheet).toMatch(/<sheetProtection [^>]*sheet="1"/);
    expect(sheet).toMatch(
      /<dataValidation [^>]*type="list"[^>]*sqref="J2:J15"|<dataValidation [^>]*sqref="J2:J15"[^>]*type="list"/,
    );
    expect(sheet).toContain('AUCUN_CAS,NON_DISPONIBLE,SUPPRIMEE');
    expect(texts.join('\n')).toContain('aucun cas qui se mesure : AUCUN_CAS');
    // Sent back as it is, the recalled values are no measures: the draft's own alone is said again.
    const back = await withSpooled([bytes], (file) =>
      doFileTask({ kind: 'JUGER', file, format: 'XLSX', demande: DEMANDE, mostTold: Infinity }),
    );
    expect(back).toMatchObject({
      result: { mesures: [{ territoire: '01111', valeur: 2 }], fautes: { total: 0 } },
    });
  });

  it.each([
    ['the last row of a spreadsheet', 1_048_575, 0],
    ['its last column', 1_999, 16_383],
    ['both', 1_048_575, 16_383],
  ])(
    'whose sheet was given a style as far as %s is as large as what it holds',
    async (_what, row, column) => {
      const bytes = withCell(await workbook([['99999', 'A-P5:AAOR', null, P12, 1, null]]), row, column, '');
      const { fautes, lignes } = await read(bytes, 'XLSX');
      expect([lignes, fautes.parCode]).toEqual([1, { TERRITOIRE_INCONNU: 1 }]);
      const [sheet] = (await readXlsx(await mark(bytes, 'XLSX', fautes), { readStyles: true })).sheets;
      expect(sheet?.rows).toHaveLength(2);
      expect(sheet?.cells?.get('1,0')?.comment?.text).toContain('Territoire');
    },
  );

  it.each([
    [60_001, 0, 'A60002'],
    [4, 300, 'KO5'],
  ])('that holds something beyond what is read is refused by its cell', async (row, column, cellule) => {
    const sent = await workbook([['01111', 'A-P5:AAOR', null, P12, 1, null]]);
    const far = withCell(withCell(sent, row, column, '<v>7</v>'), 1_048_575, 16_383, '');
    expect(await refusalOf(far, 'XLSX')).toMatchObject({
      code: 'FICHIER_TROP_GRAND',
      message: expect.stringContaining(cellule) as string,
    });
  });

  it('whose cells are merged says which, and loses none of them without a word', async () => {
    const rows: CellValue[][] = [
      ['01111', 'A-P5:AAOR', null, P12, 3, null],
      ['01121', 'A-P5:AAOR', null, P12, null, null],
      ['01121', 'A-P5:AAOR', null, P13, 4, null],
    ];
    const merges = [
      { startRow: 1, startCol: 4, endRow: 2, endCol: 4 },
      // What nobody reads may be merged.
      { startRow: 1, startCol: 6, endRow: 3, endCol: 6 },
    ];
    const names = [...COLUMNS, 'nom_territoire'];
    const bytes = await writeXlsx({ sheets: [{ name: 'Mesures', rows: [names, ...rows], merges }] });
    const { fautes } = await read(bytes, 'XLSX');
    expect(fautes.told).toMatchObject([
      {
        code: 'CELLULES_FUSIONNEES',
        ligne: 2,
        cellule: 'E2',
        lue: '3',
        attendu: expect.stringContaining('E2:E3') as string,
        remede: expect.stringContaining('Défusionnez') as string,
      },
    ]);
  });

  it.each([
    ['is no archive', Buffer.from('territoire;valeur')],
    ['is an archive cut short', Buffer.from('PK\u0003\u0004rien du tout')],
  ])('that %s cannot be read', async (_what, bytes) => {
    expect(await refusalOf(bytes, 'XLSX')).toMatchObject({ code: 'FICHIER_ILLISIBLE' });
  });

  it('that says to be far larger once inflated is not inflated', async () => {
    const bytes = Buffer.from(await workbook([['01111', 'A-P5:AAOR', null, P12, 1, null]]));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0x7fffffff, entry + 24);
    expect(await refusalOf(bytes, 'XLSX')).toMatchObject({ code: 'FICHIER_TROP_GRAND' });
  });
});
