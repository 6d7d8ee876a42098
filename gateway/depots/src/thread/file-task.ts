import type { Column } from '../judge/columns.ts';
import { compare, type DifferenceCell } from '../judge/compare.ts';
import type { Demande } from '../demande/demande.ts';
import type { Faute, Remarque } from '../judge/faute.ts';
import { FileFault, type FileFormat } from '@palier/fichiers/file-row';
import { judgeFile } from '../judge/judge-file.ts';
import type { MesureLue } from '../judge/judge-row.ts';
import { type MarkRequest, markWorkbook } from '../workbook/mark-workbook.ts';
import { rowsOf } from './rows-of.ts';
import type { SpooledFile } from '@palier/fichiers/spool';
import { type ModeleRequest, writeModele } from '../workbook/write-modele.ts';

/** What is done of a file, on a thread of its own. */
export type FileTask =
  | {
      readonly kind: 'JUGER';
      readonly file: SpooledFile;
      readonly format: FileFormat;
      readonly demande: Demande;
      /** How many faults, and remarks, are told one by one. */
      readonly mostTold: number;
    }
  | ({ readonly kind: 'MARQUER' } & MarkRequest)
  | ({ readonly kind: 'MODELE' } & ModeleRequest);

/** What was found, as it goes from thread to thread. */
export interface Found<Finding> {
  readonly told: readonly Finding[];
  readonly total: number;
  readonly parCode: Readonly<Record<string, number>>;
}

export interface FileReading {
  readonly mesures: readonly MesureLue[];
  readonly difference: readonly DifferenceCell[];
  readonly fautes: Found<Faute>;
  readonly remarques: Found<Remarque>;
  readonly mostTold: number;
  readonly lignes: number;
  /** Where each column is, from 0. */
  readonly colonnes: Readonly<Partial<Record<Column, number>>>;
  /** Why rules could not be asked of the rows that can be read, when others cannot. */
  readonly reglesNonLues?: string;
}

export interface FileResults {
  readonly JUGER: FileReading;
  readonly MARQUER: Uint8Array;
  readonly MODELE: Uint8Array;
}

export type FileOutcome =
  | { readonly result: FileResults[FileTask['kind']] }
  | { readonly code: FileFault['code']; readonly message: string };

/** Does a task; what cannot be read is an outcome like another. */
export async function doFileTask(task: FileTask): Promise<FileOutcome> {
  try {
    return { result: await perform(task) };
  } catch (error) {
    if (error instanceof FileFault) return { code: error.code, message: error.message };
    throw error;
  }
}

function perform(task: FileTask): Promise<FileResults[FileTask['kind']]> {
  if (task.kind === 'MARQUER') return markWorkbook(task);
  if (task.kind === 'MODELE') return writeModele(task);
  return read(task);
}

async function read({
  file,
  format,
  demande,
  mostTold,
}: Extract<FileTask, { kind: 'JUGER' }>): Promise<FileReading> {
  const { mesures, fautes, remarques, lignes, colonnes } = await judgeFile(
    rowsOf(file, format),
    format,
    demande,
    mostTold,
  );
  return {
    mesures,
    difference: compare(mesures, demande),
    fautes: { told: fautes.told, total: fautes.total, parCode: fautes.parCode },
    remarques: { told: remarques.told, total: remarques.total, parCode: remarques.parCode },
    mostTold,
    lignes,
    colonnes,
  };
}
