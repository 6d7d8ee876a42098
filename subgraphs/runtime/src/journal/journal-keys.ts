import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEVEL_NAMES } from '@palier/calls/level-names';
import { StartupError } from '../base/errors.ts';
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

function openSigner(folder: string, niveau: CodePalier): NoteSigner {
  const path = privatePath(folder, niveau);
  try {
    const signer = createSigner(JOURNAL_ORIGINS[niveau], readPrivate(path) ?? makePrivate(folder, path));
    writeFileSync(join(folder, `${fileName(niveau)}.pub`), `${signer.publicKey}\n`);
    return signer;
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `La clé qui signe le journal, ${path}, ne peut être lue ou faite (${(error as NodeJS.ErrnoException).code ?? 'elle n’est pas une clé Ed25519'}). Rien n’a été changé.`,
    );
  }
}

function readPrivate(path: string): PrivateKey | undefined {
  if (!existsSync(path)) return undefined;
  if ((statSync(path).mode & 0o077) !== 0)
    throw new StartupError(
      `La clé privée ${path} est accessible à d’autres : « chmod 600 ${path} » la protège.`,
    );
  return JSON.parse(readFileSync(path, 'utf8')) as PrivateKey;
}

function makePrivate(folder: string, path: string): PrivateKey {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = createPrivate();
  // Two programs that start at once must not each make one: the second finds the first's.
  writeFileSync(path, `${JSON.stringify(key)}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

function readPublic(folder: string, niveau: CodePalier): NoteVerifier | undefined {
  const path = join(folder, `${fileName(niveau)}.pub`);
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
