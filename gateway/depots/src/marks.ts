import type { DifferenceCell } from './judge/compare.ts';
import { DITE } from './demande/demande.ts';
import { type Faute, type Remarque, remarkOf, titleOf } from './judge/faute.ts';
import type { FileFormat } from '@palier/fichiers/file-row';
import type { FileReading, Found } from './thread/file-task.ts';
import type { AddedSheet, MarkRequest } from './workbook/mark-workbook.ts';
import type { SpooledFile } from '@palier/fichiers/spool';

interface Sent {
  readonly file: SpooledFile;
  readonly format: FileFormat;
}

/** What is said of a refused file. */
export interface Refused {
  readonly fautes: Pick<Found<Faute>, 'told' | 'total'>;
  readonly reglesNonLues?: FileReading['reglesNonLues'];
}

/** Its faults row by row, how many more there are, and why rules were not asked: where, the code, then what is said. */
export function listFautes({ fautes, reglesNonLues }: Refused) {
  const more = fautes.total - fautes.told.length;
  return [
    ...fautes.told.map((faute) => ({
      where: [faute.ligne, faute.colonne, faute.cellule],
      code: faute.code,
      said: [titleOf(faute), faute.lue, faute.attendu, faute.remede],
    })),
    ...(more > 0 ? [alone(`Et ${more} autres fautes.`)] : []),
    ...(reglesNonLues === undefined ? [] : [alone(`Les règles n’ont pas pu être lues : ${reglesNonLues}`)]),
  ];
}

const alone = (said: string) => ({
  where: [null, null, null],
  code: null,
  said: [said, null, null, null],
});

/** A file with its faulty cells marked, and a sheet that lists its faults. A fault of a whole line marks its first cell. */
export const markFautes = (sent: Sent, { fautes, reglesNonLues }: Refused): MarkRequest => ({
  ...sent,
  ton: 'FAUTE',
  marques: fautes.told.map((faute) => ({
    cellule: faute.cellule,
    texte: `${titleOf(faute)}. Attendu : ${faute.attendu}. ${faute.remede}`,
  })),
  feuilles: [
    {
      nom: 'Fautes',
      lignes: listFautes({ fautes, reglesNonLues }).map(({ where, said }) => [...where, ...said]),
    },
  ],
});

/** A file without a fault: its remarked cells marked, a sheet that lists them, another that says what it changes in the draft. */
export const markRemarques = (
  sent: Sent,
  remarques: Found<Remarque>,
  difference: AddedSheet['lignes'],
): MarkRequest => ({
  ...sent,
  ton: 'REMARQUE',
  marques: remarques.told.map((remarque) => ({
    cellule: remarque.cellule,
    texte: `${remarkOf(remarque)} : ${remarque.compris}`,
  })),
  feuilles: [
    { nom: 'Différence', lignes: difference },
    {
      nom: 'Remarques',
      lignes: [
        ...remarques.told.map((remarque) => [
          remarque.ligne,
          remarque.colonne,
          remarque.cellule,
          remarkOf(remarque),
          remarque.lue,
          remarque.compris,
        ]),
        ...sayMore(remarques.total - remarques.told.length),
      ],
    },
  ],
});

const sayMore = (more: number): (string | null)[][] =>
  more > 0 ? [[null, null, null, `Et ${more} autres remarques.`, null, null]] : [];

/** What a file changes in the draft, under the header of its sheet. */
export const listDifference = (difference: readonly DifferenceCell[]): (string | number | null)[][] =>
  difference.map(({ nature, ligne, territoire, exigence, volet, periode, avant, apres }) => [
    nature,
    ligne,
    territoire,
    exigence,
    volet,
    periode,
    ...DITE.map((name) => avant?.[name] ?? null),
    ...DITE.map((name) => apres?.[name] ?? null),
  ]);
