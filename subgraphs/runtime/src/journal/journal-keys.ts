import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { LEVEL_NAMES } from '@palier/calls/level-names';
import { StartupError } from '../base/errors.ts';
import { syncFolder } from '../base/sync-folder.ts';
import type { CodePalier } from '../vocabulary/paliers.ts';
import { JOURNAL_ORIGINS } from './checkpoint.ts';
import {
  createPrivate,
  createSigner,
  type NoteSigner,
  type NoteVerifier,
  parsePublicKey,
  type PrivateKey,
} from './signed-note.ts';

/** The keys that journals are signed with: a level signs with its own, and recognizes the others by their public ones. */
export interface JournalKeys {
  /** Made the first time. Raises StartupError when it cannot be read or made. */
  signerOf(niveau: CodePalier): NoteSigner;
  /** The public keys known now, of all levels: one that starts later makes its own then. */
  publics(): readonly NoteVerifier[];
}

/** Keys that live as long as the program: for tests, and for a database that is in memory. */
export function createEphemeralKeys(): JournalKeys {
  const signers = new Map<CodePalier, NoteSigner>();
  return {
    signerOf(niveau) {
      const known = signers.get(niveau) ?? createSigner(JOURNAL_ORIGINS[niveau], createPrivate());
      signers.set(niveau, known);
      return known;
    },
    publics: () => [...signers.values()].flatMap(({ publicKey }) => parsePublicKey(publicKey) ?? []),
  };
}

const fileName = (niveau: CodePalier): string => LEVEL_NAMES[niveau].service;

/** The keys of a folder: `<level>.json` is private, its owner's alone; `<level>.pub` is for anyone who verifies. */
export function openKeyFolder(folder: string): JournalKeys {
  const signers = new Map<CodePalier, NoteSigner>();
  return {
    signerOf(niveau) {
      const known = signers.get(niveau) ?? openSigner(folder, niveau);
      signers.set(niveau, known);
      return known;
    },
    publics: () =>
      (Object.keys(JOURNAL_ORIGINS) as CodePalier[]).flatMap((niveau) => readPublic(folder, niveau) ?? []),
  };
}

/** Whether a level has made its key in a folder. */
export const holdsPrivateKey = (folder: string, niveau: CodePalier): boolean =>
  existsSync(privatePath(folder, niveau));

const privatePath = (folder: string, niveau: CodePalier): string => join(folder, `${fileName(niveau)}.json`);

const publicPath = (folder: string, niveau: CodePalier): string => join(folder, `${fileName(niveau)}.pub`);

function openSigner(folder: string, niveau: CodePalier): NoteSigner {
  const path = privatePath(folder, niveau);
  const text = orSay(
    (why) =>
      `La clé privée qui signe le journal, ${path}, ne peut être lue ou faite (${why}). Rien n’a été changé.`,
    () => {
      if (!existsSync(path)) makePrivate(folder, path);
      return readPrivate(path);
    },
  );
  const signer = toSigner(niveau, text, path);
  const published = publicPath(folder, niveau);
  orSay(
    (why) =>
      `La clé publique ${published} ne peut être écrite (${why}) : il y faut cette ligne, « ${signer.publicKey} ».`,
    () => publish(published, `${signer.publicKey}\n`),
  );
  return signer;
}

/** What the system refuses is said of the file that it refused. */
function orSay<Value>(say: (why: string) => string, work: () => Value): Value {
  try {
    return work();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw new StartupError(say(code), { cause });
  }
}

const isShared = (path: string): boolean => (statSync(path).mode & 0o077) !== 0;

function readPrivate(path: string): string {
  if (isShared(path))
    throw new StartupError(
      `La clé privée ${path} est accessible à d’autres : « chmod 600 ${path} » la protège.`,
    );
  return readFileSync(path, 'utf8');
}

function toSigner(niveau: CodePalier, text: string, path: string): NoteSigner {
  try {
    return createSigner(JOURNAL_ORIGINS[niveau], JSON.parse(text) as PrivateKey);
  } catch (cause) {
    const fault = text.trim() === '' ? 'est vide' : 'n’est pas une clé Ed25519';
    throw new StartupError(
      `La clé privée qui signe le journal, ${path}, ${fault}. Rien n’a été changé. Rétablissez-en une copie ; s’il n’y en a pas, supprimez ce fichier et redémarrez : ce palier en fera une autre, à donner aux deux autres.`,
      { cause },
    );
  }
}

/** Whole or not at all, and once: of two programs that start at once, the second finds the key of the first. */
function makePrivate(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const making = `${path}.${randomUUID()}`;
  try {
    writeFileSync(making, `${JSON.stringify(createPrivate())}\n`, { mode: 0o600, flag: 'wx', flush: true });
    if (isShared(making))
      throw new StartupError(
        `Le système de fichiers de ${folder} ne garde pas les droits d’un fichier : d’autres y liraient la clé privée. Rien n’a été changé. Mettez les clés sur un disque qui les garde : PALIER_CLES dit où.`,
      );
    putOnce(making, path);
    syncFolder(folder);
  } finally {
    rmSync(making, { force: true });
  }
}

/** What a file system says that gives a file one name only. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
]);

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** The file that was put there first stays. */
function putOnce(file: string, path: string): void {
  try {
    linkSync(file, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (!NO_LINKS.has(codeOf(error))) throw error;
    putAlone(file, path);
  }
}

/** A folder is made once, whatever the file system: whoever makes this one is alone to put the file there. */
function putAlone(file: string, path: string): void {
  const turn = `${path}.verrou`;
  try {
    mkdirSync(turn);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    waitFor(path, turn);
    return;
  }
  try {
    if (!existsSync(path)) renameSync(file, path);
  } finally {
    rmdirSync(turn);
  }
}

function waitFor(path: string, turn: string): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; !existsSync(path); waited += LOOK_MS) {
    if (waited >= LONGEST_TURN_MS)
      throw new StartupError(
        `Un autre programme fait la clé privée ${path}, ou s’est arrêté en la faisant. Rien n’a été changé. Si aucun ne tourne, supprimez le dossier ${turn} et redémarrez.`,
      );
    Atomics.wait(clock, 0, 0, LOOK_MS);
  }
}

const LOOK_MS = 50;
const LONGEST_TURN_MS = 2_000;

/** A folder that nobody may write will do, once it holds what it must. */
function publish(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8').trim() !== text.trim()) writeFileSync(path, text);
}

function readPublic(folder: string, niveau: CodePalier): NoteVerifier | undefined {
  const path = publicPath(folder, niveau);
  return existsSync(path) ? parsePublicKey(readFileSync(path, 'utf8').trim()) : undefined;
}

/**
 * The public keys of a folder, for who verifies: every file « *.pub », one key a line, so that former ones can be kept there.
 * Raises StartupError when there is none, or for a line that is not a key.
 */
export function readPublicKeys(folder: string): readonly NoteVerifier[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.pub')) : [];
  const keys = files.sort().flatMap((file) => readKeyLines(join(folder, file)));
  if (keys.length === 0)
    throw new StartupError(
      `Aucune clé publique (*.pub) dans ${folder} : « --cles DOSSIER » dit où elles sont.`,
    );
  return keys;
}

function readKeyLines(path: string): NoteVerifier[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const key = parsePublicKey(line);
      if (key === undefined) throw new StartupError(`${path} : « ${line} » n’est pas une clé publique.`);
      return key;
    });
}
