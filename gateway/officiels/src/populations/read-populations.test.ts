import { expect, it } from 'vitest';
import { HEADER, rowOf, writeWorkbook } from '../testing/workbook.ts';
import { readPopulations } from './read-populations.ts';

const KNOWN = new Set(['01111', '06112']);
const keys = (
  code: unknown = '01111',
  { annee = 2021, sexe = 'Total', statut = 'r', nature = 'Estimation', niveau = 'CLSC' }: Row = {},
): unknown[] => [niveau, code, 'Kamouraska', annee, nature, statut, sexe];

interface Row {
  readonly annee?: unknown;
  readonly sexe?: string;
  readonly statut?: string;
  readonly nature?: string;
  readonly niveau?: string;
}

const read = async (rows: readonly (readonly unknown[])[], header?: readonly unknown[]) =>
  readPopulations(await writeWorkbook(rows, header), KNOWN);

/** The faults as « line code column ». */
const faultsOf = async (rows: readonly (readonly unknown[])[], header?: readonly unknown[]) =>
  (await read(rows, header)).releve.fautes.told.map(
    ({ ligne, code, colonne }) => `${ligne} ${code} ${colonne}`,
  );

it('reads each territory, year and sex, under the titles of the published sheet', async () => {
  const { lignes, releve } = await read([
    rowOf(keys(), 20),
    rowOf(keys('01111', { sexe: 'Féminin' }), 11),
    rowOf(keys('01111', { sexe: 'Masculin' }), 9),
    rowOf(keys('06112', { annee: 2031, nature: 'Projection', statut: '' }), 3),
    rowOf(keys('011', { niveau: 'RTS' }), 20),
  ]);
  expect(releve.fautes.told).toEqual([]);
  expect(lignes.map(({ ages, ...ligne }) => ({ ...ligne, ages: ages.length }))).toEqual([
    {
      ligne: 6,
      territoire: '01111',
      annee: 2021,
      sexe: 'TOTAL',
      nature: 'ESTIMATION',
      statut: 'REVISE',
      nombre: 1820,
      ages: 91,
    },
    {
      ligne: 7,
      territoire: '01111',
      annee: 2021,
      sexe: 'FEMININ',
      nature: 'ESTIMATION',
      statut: 'REVISE',
      nombre: 1001,
      ages: 91,
    },
    {
      ligne: 8,
      territoire: '01111',
      annee: 2021,
      sexe: 'MASCULIN',
      nature: 'ESTIMATION',
      statut: 'REVISE',
      nombre: 819,
      ages: 91,
    },
    {
      ligne: 9,
      territoire: '06112',
      annee: 2031,
      sexe: 'TOTAL',
      nature: 'PROJECTION',
      statut: null,
      nombre: 273,
      ages: 91,
    },
  ]);
  expect(releve.remarques.told.map(({ code, lue }) => `${code} ${lue}`)).toEqual([
    'AUTRE_NIVEAU 1 ligne',
    'ANNEE_INCOMPLETE 2021',
    'ANNEE_INCOMPLETE 2031',
  ]);
});

it('says of a year which sex has no row', async () => {
  const sexes = ['Total', 'Masculin'].flatMap((sexe) =>
    ['01111', '06112'].map((code) => rowOf(keys(code, { sexe }), sexe === 'Total' ? 2 : 1)),
  );
  const { releve } = await read(sexes);
  expect(releve.remarques.told.map(({ compris }) => compris)).toEqual([
    'sur 2 territoires, 2 (TOTAL), 0 (FEMININ), 2 (MASCULIN) ; les autres gardent ce qui en est connu',
  ]);
  const { releve: total } = await read(['01111', '06112'].map((code) => rowOf(keys(code), 2)));
  expect(total.remarques.total).toBe(0);
});

it('names a column that is not there as the published file does', async () => {
  const header = HEADER.filter((column) => column !== 'Année' && column !== '90 ans ou plus');
  const { releve } = await read([rowOf(keys(), 1)], header);
  expect(releve.fautes.told.map(({ attendu }) => attendu)).toEqual([
    'une colonne « Année »',
    'une colonne « 90 ans ou plus »',
  ]);
});

it('gives back the zeros that a spreadsheet took, and reads spaces of every kind', async () => {
  const { lignes, releve } = await read([rowOf(keys(1111, { annee: '\u00a02021 ' }), 1)]);
  expect(lignes.map(({ territoire, annee }) => [territoire, annee])).toEqual([['01111', 2021]]);
  expect(releve.remarques.told[0]).toMatchObject({ code: 'ZEROS_RETABLIS', lue: '1111', compris: '01111' });
});

it('tells all the faults of a file at once, by line', async () => {
  const broken = rowOf(keys(), 5);
  broken[7] = 99;
  broken[9] = -3;
  expect(
    await faultsOf([
      broken,
      rowOf(keys('09999'), 1),
      rowOf(keys('abc', { annee: 1800, sexe: 'Autre', statut: 'x', nature: 'Recensement' }), 1),
      rowOf(keys('06112'), 1),
      rowOf(keys('06112'), 1),
      rowOf(keys('06112', { niveau: 'MRC' }), 1),
    ]),
  ).toEqual([
    '6 NOMBRE_NEGATIF 1',
    '7 TERRITOIRE_INCONNU Code du territoire',
    '8 CODE_ILLISIBLE Code du territoire',
    '8 VALEUR_INCONNUE Année',
    '8 VALEUR_INCONNUE Sexe',
    '8 VALEUR_INCONNUE Type de données',
    '8 VALEUR_INCONNUE Statut',
    '11 VALEUR_INCONNUE Niveau géographique',
    '10 LIGNE_REPETEE null',
  ]);
});

it('refuses a total that is not the sum of its ages, nor of both sexes', async () => {
  const total = rowOf(keys(), 5);
  total[7] = 400;
  expect(await faultsOf([total])).toEqual(['6 TOTAL_FAUX Tous les âges']);
  const uneven = [
    rowOf(keys(), 20),
    rowOf(keys('01111', { sexe: 'Féminin' }), 10),
    rowOf(keys('01111', { sexe: 'Masculin' }), 9),
  ];
  expect(await faultsOf(uneven)).toEqual(['6 TOTAL_FAUX Moins un an']);
});

it('refuses a sheet without its columns, without rows, and what is no workbook', async () => {
  expect(
    await faultsOf(
      [],
      HEADER.filter((name) => name !== 'Année'),
    ),
  ).toEqual(['5 COLONNE_MANQUANTE null']);
  expect(await faultsOf([])).toEqual(['null AUCUNE_LIGNE null']);
  await expect(readPopulations(new Uint8Array([80, 75, 1, 2]), KNOWN)).rejects.toThrow(
    'pas un classeur .xlsx',
  );
});
