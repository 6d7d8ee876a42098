import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, extname } from 'node:path';
import { FileFault } from '@palier/fichiers/file-row';
import { msss } from '@palier/msss';
import {
  type FichierLu,
  type ImportFait,
  type ImportKind,
  type TerritoireConnu,
  importRows,
  listTerritoiresConnus,
  tryImport,
} from '@palier/msss/importation';
import { count } from '@palier/fichiers/count';
import type { FichierRead } from '@palier/officiels/releve';
import { StartupError } from '@palier/runtime/errors';
import type { ImportCommand } from '../import-command.ts';
import { readImportFile } from '../read-import-file.ts';
import { showProgress } from './show-progress.ts';
import { sayReleve } from './say-releve.ts';

/** What a file is read with. */
interface Reading {
  readonly territoires: ReadonlyMap<string, TerritoireConnu>;
  /** Told how many lines were read. */
  readonly progress: (lines: number) => void;
}

/** What is read of a file, and of those that stand beside it under the same name. */
interface OfficialFile {
  readonly bytes: Uint8Array;
  /** By their endings, « .shp »; those that are not there are not in it. */
  readonly beside: ReadonlyMap<string, Uint8Array>;
}

interface OfficialCommand<Ligne, Changement> {
  readonly usage: string;
  readonly summary: string;
  readonly kind: ImportKind<readonly Ligne[], Changement>;
  /** Endings of the files that are read too when they stand beside it. */
  readonly beside?: readonly string[];
  readonly read: (file: OfficialFile, reading: Reading) => Promise<FichierRead<Ligne>>;
}

const LONGEST_NAME = 128;

/** A subcommand that imports an official file: reads it whole, tells all its faults, and writes nothing unless it has none. */
export function defineOfficialCommand<Ligne, Changement>({
  usage,
  summary,
  kind,
  beside = [],
  read,
}: OfficialCommand<Ligne, Changement>): ImportCommand {
  return {
    usage,
    summary,
    options: { par: 'qui importe, tel que l’acte le dira ; sans elle, le nom du compte du système' },
    async run({ args: [path, ...more], options, essai, act, say }) {
      if (path === undefined || more.length > 0)
        throw new StartupError(`Un fichier est attendu : « npm run import -- ${usage} ».`);
      const file = { bytes: readImportFile(path), beside: readBeside(path, beside) };
      return act(msss, authorOf(options['par']), async (context) => {
        const territoires = await listTerritoiresConnus(context);
        const progress = showProgress(process.stderr);
        const { lignes, releve } = await readOrRefuse(path, () =>
          read(file, { territoires, progress: progress.tell }),
        ).finally(progress.end);
        say(sayReleve(path, releve));
        if (releve.fautes.total > 0) return 1;
        const asked = { kind, fichier: toFichier(path, file), lignes };
        say(sayFait(path, await (essai ? tryImport(context, asked) : importRows(context, asked))));
        return 0;
      });
    },
  };
}

function authorOf(par: string | undefined): string {
  const name = (par ?? accountName()).trim();
  if (name === '' || name.length > LONGEST_NAME)
    throw new StartupError(`--par : un nom de 1 à ${LONGEST_NAME} caractères est attendu.`);
  return name;
}

/** A container may run as a number that has no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** « limites.dbf », with « limites.shp » or « limites.SHP ». */
function readBeside(path: string, endings: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const stem = path.slice(0, path.length - extname(path).length);
  return new Map(
    endings.flatMap((ending) => {
      const found = [ending, ending.toUpperCase()].find((one) => existsSync(stem + one));
      return found === undefined ? [] : [[ending, readImportFile(stem + found)] as const];
    }),
  );
}

/** Several files are one: their digest is that of their bytes one after the other. */
function toFichier(path: string, { bytes, beside }: OfficialFile): FichierLu {
  const all = [bytes, ...beside.values()];
  const hash = createHash('sha256');
  for (const one of all) hash.update(one);
  return {
    nom: [basename(path), ...beside.keys()].join(', '),
    octets: all.reduce((sum, one) => sum + one.byteLength, 0),
    empreinte: hash.digest('hex'),
  };
}

async function readOrRefuse<Value>(path: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new StartupError(`${path} : ${error.message} Rien n’a été importé.`);
  }
}

function sayFait(path: string, fait: ImportFait): string {
  if (fait.etat === 'DEJA_IMPORTE')
    return `${path} est déjà importé : par ${fait.par}, le ${fait.le} (acte ${fait.acte}, version ${fait.version}). Rien n’a changé.`;
  const { lues, creees, changees, inchangees, retirees } = fait.comptes;
  const counts = `${count(lues, 'ligne lue')} : ${count(creees, 'créée')}, ${count(changees, 'changée')}, ${count(inchangees, 'inchangée')}, ${count(retirees, 'retirée')}.`;
  return fait.etat === 'ESSAI'
    ? `${counts}\nEssai : rien n’a été écrit.`
    : `${counts}\nImporté : version ${fait.version}, acte ${fait.acte} du journal du ministère.`;
}
