import { count } from '@palier/fichiers/count';
import type { Database } from '@palier/runtime/database';
import { StartupError } from '@palier/runtime/errors';
import { checkReceipt, findReceipts, type FoundReceipt } from '@palier/runtime/journal/check-receipts';
import { readPublicKeys } from '@palier/runtime/journal/journal-keys';
import { rebuildLevel } from '@palier/runtime/level/rebuild-level';
import { findSettings, replayJournal, type ReplayVerdict } from '@palier/runtime/level/replay-journal';
import { type KnownPoint, verifyLevelJournal } from '@palier/runtime/level/verify-level-journal';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';
import { readJson } from '../read-json.ts';
import type { Target } from './target.ts';

/** What a reading says of one level: what it read, and its faults. */
export interface Report {
  readonly read: string;
  readonly faults: readonly string[];
  /** How many faults are not among these. */
  readonly untold?: number;
  readonly remarks?: readonly string[];
}

/** What a reading is made with. */
interface Means {
  readonly keysFolder: string;
  /** Receipts of the levels that are read, and the file that they come from. */
  readonly recus: Receipts | undefined;
  /** Where the levels are rebuilt; nowhere without it. */
  readonly target: Target | undefined;
}

export interface Receipts {
  readonly file: string;
  readonly found: readonly FoundReceipt[];
}

/** The level of a journal, and the base that keeps it. */
type Reading = (database: Database, definition: SubgraphDefinition, means: Means) => Promise<Report>;

/** By the words that ask for them. */
export const READINGS: Readonly<Record<string, Reading>> = { verifier: verify, rejouer: replay };

async function verify(
  { kysely }: Database,
  definition: SubgraphDefinition,
  { keysFolder, recus }: Means,
): Promise<Report> {
  const keys = readPublicKeys(keysFolder);
  const known = recus === undefined ? [] : readKnown(recus, definition, keys);
  const verdict = await verifyLevelJournal(kysely, definition, keys, known);
  const read = [
    count(verdict.actes, 'acte'),
    `${count(verdict.points, 'point')} de contrôle`,
    count(verdict.contresignatures, 'contresignature'),
    ...(recus === undefined ? [] : [count(known.length, 'reçu')]),
  ];
  return {
    read: read.join(', '),
    faults: verdict.fautes,
    untold: verdict.autresFautes,
    remarks: verdict.keptKeys.map(
      (key) => `une clé n’est connue que de la base elle-même, et prouve moins : ${key}`,
    ),
  };
}

async function replay(
  { kysely }: Database,
  definition: SubgraphDefinition,
  { target }: Means,
): Promise<Report> {
  const settings = await findSettings(kysely, definition.level);
  const options = { source: kysely, definition, settings };
  if (target === undefined) return sayReplay(await replayJournal(options));
  const { isRebuilt, ...verdict } = await rebuildLevel(target.database.kysely, options);
  const outcome = isRebuilt
    ? `ce palier est rebâti dans ${target.name}, tel que les actes le font`
    : `rien de ce palier n’est laissé dans ${target.name}`;
  const remarks =
    target.isServer && settings.demonstration === 'CHARGEE' ? [outcome, MADE_UP_ON_A_SERVER] : [outcome];
  return { ...sayReplay(verdict), remarks };
}

const MADE_UP_ON_A_SERVER =
  'il tient la démonstration, que nul ne sert d’un serveur : « npm run base » l’en retire, ou refuse là où des gens ont agi sur elle';

function sayReplay({ actes, tables, lignes, fautes }: ReplayVerdict): Report {
  const compared = `${count(tables, 'table')} et ${count(lignes, 'ligne comparée')}`;
  return { read: `${count(actes, 'acte rejoué')}, ${compared}`, faults: fautes };
}

/** The receipts of a file. Raises a `StartupError` where none is of a level that is read: nothing would be held against it. */
export function readReceipts(file: string, levels: readonly SubgraphDefinition[]): Receipts {
  const found = findReceipts(readJson(file)).filter(({ recu }) =>
    levels.some(({ niveau }) => niveau === recu['niveau']),
  );
  if (found.length === 0)
    throw new StartupError(
      `${file} ne contient aucun reçu ${levels.length > 1 ? 'd’un palier' : `du palier ${levels[0]?.name ?? ''}`} : rien n’est prouvé.`,
    );
  return { file, found };
}

/** What receipts say that a journal came to. Raises a `StartupError` for one that does not hold. */
function readKnown(
  { file, found }: Receipts,
  { niveau }: SubgraphDefinition,
  keys: ReturnType<typeof readPublicKeys>,
): KnownPoint[] {
  return found.flatMap((one) => {
    if (one.recu['niveau'] !== niveau) return [];
    const check = checkReceipt(one, keys);
    if ('fault' in check) throw new StartupError(`${file} : un reçu ne tient pas. ${check.fault}`);
    const { numero, racine } = one.recu;
    return { par: `le reçu de l’acte ${String(numero)}`, taille: check.size, racine: String(racine) };
  });
}
