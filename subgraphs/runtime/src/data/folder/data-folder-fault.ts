import { StartupError } from '../../base/errors.ts';
import { EngineBroken } from '../postgres/postgres-thread.ts';
import type { EngineFault } from '../postgres/postgres-messages.ts';

/** Refusals of the system, by code: what is wrong, and what to do. */
const REFUSALS: Readonly<Record<string, readonly [fault: string, remedy: string]>> = {
  ENOSPC: ['le disque est plein', 'Libérez de la place, puis redémarrez'],
  EDQUOT: ['le quota de disque est atteint', 'Libérez de la place, puis redémarrez'],
  EROFS: ['le disque est en lecture seule', 'Rendez-le modifiable, puis redémarrez'],
  EACCES: ['ce compte n’a pas le droit d’y écrire', 'Donnez-lui ce droit'],
  EPERM: ['ce compte n’a pas le droit d’y écrire', 'Donnez-lui ce droit'],
  EIO: ['le disque ne se lit ou ne s’écrit plus', 'Vérifiez le disque, et rétablissez une copie'],
  EMFILE: ['trop de fichiers sont ouverts', 'Relevez la limite du système, puis redémarrez'],
  ENFILE: ['trop de fichiers sont ouverts', 'Relevez la limite du système, puis redémarrez'],
};

/** What Postgres says in its own words when it does not start, what that means, and what to do where a copy would be no help. */
const ENGINE_WORDS: readonly (readonly [words: RegExp, fault: string, remedy?: string])[] = [
  [/control file|pg_control/, 'le fichier postgres/global/pg_control manque ou est abîmé'],
  [/checkpoint record|pg_wal/, 'le journal de Postgres (postgres/pg_wal) manque ou est abîmé'],
  [
    /incompatible|initialized by|PG_VERSION/,
    'ses fichiers sont d’une autre version de PostgreSQL',
    'Ouvrez-le avec la version de Palier qui l’a écrit, ou choisissez un autre dossier avec PALIER_DOSSIER',
  ],
  [/invalid page|checksum/, 'une page de ses fichiers est abîmée'],
  [/could not (?:open|read) file|No such file/, 'un fichier de Postgres manque ou ne se lit pas'],
];

/** The SQLSTATE of a server whose disk is full. */
const DISK_FULL = '53100';

const UNTOUCHED = 'Rien n’y a été effacé';
const REMEDY = 'Rétablissez-en une copie, ou choisissez un autre dossier avec PALIER_DOSSIER';

/** What stops a start on a data folder, as one French line: what is wrong, and what to do. */
export function sayFolderFault(folder: string, error: unknown): StartupError {
  if (error instanceof StartupError) return error;
  const [fault, remedy] = explain(toEngineFault(error));
  return new StartupError(
    `Le dossier de données ${folder} ne s’ouvre pas : ${fault}. ${UNTOUCHED}. ${remedy}.`,
    { cause: error },
  );
}

/** A state of the folder that is not opened, for a reason seen from outside. */
export function refuseFolder(folder: string, fault: string, remedy: string = REMEDY): StartupError {
  return new StartupError(
    `Le dossier de données ${folder} ne s’ouvre pas : ${fault}. ${UNTOUCHED}. ${remedy}.`,
  );
}

/** Why the folder itself cannot be had. */
export function sayFolderUnusable(folder: string, error: unknown): StartupError {
  if (error instanceof StartupError) return error;
  const { code } = error as NodeJS.ErrnoException;
  const [fault, remedy] = REFUSALS[code ?? ''] ?? [undefined, 'Choisissez-en un autre avec PALIER_DOSSIER'];
  const why = [fault, code].filter(Boolean).join(', ');
  return new StartupError(
    `Le dossier de données ${folder} ne peut pas être créé ou écrit (${why}). ${remedy}.`,
    { cause: error },
  );
}

/** What is said when the engine stops in the middle of its work. */
export function sayEngineStopped(fault: EngineFault): string {
  const [why, remedy] = explain(fault);
  return `La base de données embarquée s’est arrêtée : ${why}. Ce qui avait été confirmé est sur le disque. ${remedy}.`;
}

/** What the system refused while a statement failed, and what to do; nothing when it refused nothing. */
export function sayRefusal(error: unknown): string | undefined {
  const { refusal, code } = error as { readonly refusal?: string; readonly code?: unknown };
  const cause = refusal ?? (code === DISK_FULL ? 'ENOSPC' : '');
  const [fault, remedy] = REFUSALS[cause] ?? [];
  return fault && `${fault} (${cause}). ${remedy}.`;
}

function toEngineFault(error: unknown): EngineFault {
  if (error instanceof EngineBroken) return error.fault;
  const { code, message } = error as NodeJS.ErrnoException;
  return { code, words: [message] };
}

function explain({ code, words }: EngineFault): readonly [fault: string, remedy: string] {
  const refusal = REFUSALS[code ?? ''];
  if (refusal !== undefined) return [`${refusal[0]} (${code})`, refusal[1]];
  const text = words.join('\n');
  const [, known, remedy = REMEDY] = ENGINE_WORDS.find(([pattern]) => pattern.test(text)) ?? [];
  const last = lastWords(words);
  return [[known, last && `« ${last} »`].filter(Boolean).join(', ') || 'sans dire pourquoi', remedy];
}

/** The gravest line, without its date: what comes after it is noise of the engine that stops. */
function lastWords(words: readonly string[]): string {
  const gravest = words.find((line) => /\b(?:PANIC|FATAL)\b/.test(line)) ?? words.at(-1) ?? '';
  return (gravest.split('\n', 1)[0] ?? '').replace(/^.*\b(?:PANIC|FATAL|ERROR):\s*/, '');
}
