import { ERRORS } from '@palier/gateway/errors/errors';
import type { Answer } from '@palier/gateway/http/mount';
import { type DifferenceCell, NATURES, type NatureDifference } from './judge/compare.ts';
import type { Demande } from './demande/demande.ts';
import type { Saisi } from './saisie/saisir.ts';
import { MOST_TOLD } from '@palier/fichiers/findings';
import { type CodeFaute, type Faute, FAUTES, remarkOf, titleOf } from './judge/faute.ts';
import { type AnswerFormat, CONTENT_TYPES } from './file-format.ts';
import type { FileFormat } from '@palier/fichiers/file-row';
import type { FileReading } from './thread/file-task.ts';
import type { WorkOnFile } from './thread/file-thread.ts';
import { sayFaute } from './judge/judge-file.ts';
import type { SpooledFile } from '@palier/fichiers/spool';
import { ADDED } from './workbook/added-sheets.ts';
import { listDifference, listFautes, markFautes, markRemarques } from './marks.ts';
import { writeFrenchCsv } from '@palier/fichiers/french-csv';

interface FaultsAsked {
  readonly reading: FileReading;
  readonly format: FileFormat;
  readonly wanted: AnswerFormat;
  readonly file: SpooledFile;
  readonly requestId: string;
  readonly workOnFile: WorkOnFile;
}

/** Every fault of a file, as JSON, as CSV, or as the file itself with its faulty cells marked. */
export async function answerFaults(asked: FaultsAsked): Promise<Answer> {
  const { reading, format, wanted, file, workOnFile } = asked;
  const { status } = ERRORS.FICHIER_REFUSE;
  if (wanted === 'CSV') return answer(status, 'CSV', toFaultsCsv(reading), 'fautes.csv');
  if (wanted === 'XLSX') {
    const marked = await workOnFile({ kind: 'MARQUER', ...markFautes({ file, format }, reading) });
    return answer(status, 'XLSX', Buffer.from(marked), 'mesures-a-corriger.xlsx');
  }
  return answer(status, 'JSON', JSON.stringify(toFaultsJson(asked)));
}

function toFaultsJson({ reading, requestId }: FaultsAsked) {
  const { fautes, remarques, lignes } = reading;
  const { message } = ERRORS.FICHIER_REFUSE;
  return {
    errors: [
      {
        message: `${message} ${sayCount(fautes)}`,
        extensions: { code: 'FICHIER_REFUSE', retryable: false, compte: fautes.total, requestId },
      },
    ],
    lignes,
    parCode: toParCode(fautes),
    fautes: fautes.told.map((faute) => ({ ...faute, message: sayFaute(faute) })),
    fautesNonDites: fautes.total - fautes.told.length,
    ...(reading.reglesNonLues !== undefined && { reglesNonLues: reading.reglesNonLues }),
    ...toRemarks(remarques),
  };
}

function toParCode({ told, parCode }: FileReading['fautes']) {
  const titles = new Map(told.map((faute: Faute) => [faute.code, titleOf(faute)]));
  return Object.entries(parCode).map(([code, nombre]) => ({
    code,
    faute: titles.get(code) ?? FAUTES[code as CodeFaute],
    nombre,
  }));
}

function sayCount({ total, told }: FileReading['fautes']): string {
  if (total === 1) return 'Il y en a une, dite ci-après.';
  if (told.length === total) return `Il y en a ${total}, dites ci-après.`;
  return `Il y en a ${total}, dont les ${told.length} premières sont dites ci-après ; en CSV, ou dans le classeur marqué (« accept »), elles le sont toutes.`;
}

const toFaultsCsv = (reading: FileReading): string =>
  writeFrenchCsv([
    ['ligne', 'colonne', 'cellule', 'code', 'faute', 'lu', 'attendu', 'remede'],
    ...listFautes(reading).map(({ where, code, said }) => [...where, code, ...said]),
  ]);

interface DepotTold {
  readonly demande: Demande;
  readonly fichier: Readonly<Record<string, unknown>>;
  readonly reading: FileReading;
  readonly wanted: AnswerFormat;
  readonly file: SpooledFile;
  readonly format: FileFormat;
  readonly workOnFile: WorkOnFile;
  /** Nothing for a trial. */
  readonly fait: ({ readonly cle: string } & Omit<Saisi['saisirMesures'], 'constats'>) | undefined;
}

/** What a file changes, and the act that did it; as a workbook, the file itself with what is remarked of it. */
export async function answerDepot(told: DepotTold): Promise<Answer> {
  const { demande, fichier, reading, wanted, fait } = told;
  if (wanted === 'XLSX') {
    const { file, format, workOnFile } = told;
    const difference = listDifference(reading.difference);
    const request = markRemarques({ file, format }, reading.remarques, difference);
    const marked = await workOnFile({ kind: 'MARQUER', ...request });
    return answer(200, 'XLSX', Buffer.from(marked), 'mesures-relues.xlsx');
  }
  if (wanted === 'CSV')
    return answer(
      200,
      'CSV',
      writeFrenchCsv([ADDED.Différence, ...listDifference(reading.difference)]),
      'difference.csv',
    );
  return answer(
    200,
    'JSON',
    JSON.stringify({
      essai: fait === undefined,
      campagne: demande.campagne.code,
      canevas: demande.campagne.canevas,
      etablissement: demande.etablissement.code,
      fichier,
      difference: toDifference(reading.difference),
      ...toRemarks(reading.remarques),
      ...fait,
    }),
  );
}

const LIST_NAMES: Readonly<Record<NatureDifference, string>> = {
  CREEE: 'creees',
  CHANGEE: 'changees',
  INCHANGEE: 'inchangees',
  RETIREE: 'retirees',
};

function toDifference(difference: readonly DifferenceCell[]) {
  return Object.fromEntries(
    NATURES.map((nature) => {
      const cells = difference.filter((cell) => cell.nature === nature);
      const told = cells.slice(0, MOST_TOLD);
      return [LIST_NAMES[nature], { nombre: cells.length, cellules: told }];
    }),
  );
}

const toRemarks = ({ told, total }: FileReading['remarques']) => ({
  remarques: told.map((remarque) => ({ ...remarque, remarque: remarkOf(remarque) })),
  remarquesNonDites: total - told.length,
});

export function answerModele(demande: Demande, format: FileFormat, bytes: Uint8Array): Answer {
  const name = `mesures-${demande.campagne.code}-${demande.etablissement.code}.${format.toLowerCase()}`;
  return answer(200, format, Buffer.from(bytes), name);
}

/** What is said of an établissement's own is kept by nobody on the way. */
function answer(status: number, format: AnswerFormat, body: string | Buffer, file?: string): Answer {
  return {
    status,
    headers: {
      'content-type': CONTENT_TYPES[format],
      'cache-control': 'no-store',
      ...(file !== undefined && { 'content-disposition': `attachment; filename="${file}"` }),
    },
    body,
  };
}
