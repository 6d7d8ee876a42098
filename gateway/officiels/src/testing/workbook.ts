import { writeXlsx } from 'hucre/xlsx';
import { LAST_AGE } from '../populations/columns.ts';

/** The header of the published sheet « Âge ». */
export const HEADER: readonly string[] = [
  'Niveau géographique',
  'Code du territoire',
  'Territoire',
  'Année',
  'Type de données',
  'Statut',
  'Sexe',
  'Tous les âges',
  'Moins un an',
  ...Array.from({ length: LAST_AGE - 1 }, (_, index) => String(index + 1)),
  '90 ans ou plus',
];

/** One row of the sheet, made of a first part of its own and as many persons at each age. */
export function rowOf(keys: readonly unknown[], persons: number): unknown[] {
  return [...keys, persons * (LAST_AGE + 1), ...Array.from({ length: LAST_AGE + 1 }, () => persons)];
}

/** A workbook as the ministry publishes it: four rows of titles, then the header and its rows. */
export const writeWorkbook = (
  rows: readonly (readonly unknown[])[],
  header: readonly unknown[] = HEADER,
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      { name: 'Lisez-moi', rows: [['Estimations et projections']] },
      {
        name: 'Âge',
        rows: [['Populations'], [], ['MSSS et ISQ'], [], header, ...rows] as never,
      },
    ],
  });
