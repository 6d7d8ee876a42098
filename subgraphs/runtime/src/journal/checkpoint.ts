import { LEVEL_NAMES } from '@palier/calls/level-names';
import type { CodePalier } from '../vocabulary/paliers.ts';

/** What a journal came to: how many acts it has, and the root of their tree (C2SP `tlog-checkpoint`). */
export interface Checkpoint {
  /** Name of the log, which is that of who signs it. */
  readonly origin: string;
  readonly size: number;
  /** In hexadecimal. */
  readonly root: string;
}

/** The log of each level, by the level. */
export const JOURNAL_ORIGINS: Readonly<Record<CodePalier, string>> = {
  MSSS: `palier/${LEVEL_NAMES.MSSS.service}`,
  SANTE_QUEBEC: `palier/${LEVEL_NAMES.SANTE_QUEBEC.service}`,
  ETABLISSEMENT: `palier/${LEVEL_NAMES.ETABLISSEMENT.service}`,
};

const DECIMAL = /^(0|[1-9]\d{0,15})$/;

export const writeCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\n`;

/** @returns undefined for what is not a checkpoint, written as `writeCheckpoint` writes it */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', encoded = ''] = text.split('\n');
  if (!DECIMAL.test(size)) return undefined;
  const root = Buffer.from(encoded, 'base64').toString('hex');
  const checkpoint = { origin, size: Number(size), root };
  return root.length === 64 && writeCheckpoint(checkpoint) === text ? checkpoint : undefined;
}
