import { count } from '@palier/fichiers/count';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { readDataEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import { checkReceipt, findReceipts, type FoundReceipt } from '@palier/runtime/journal/check-receipts';
import { readPublicKeys } from '@palier/runtime/journal/journal-keys';
import { findSettings, replayJournal } from '@palier/runtime/level/replay-journal';
import {
  holdsJournal,
  type KnownPoint,
  verifyLevelJournal,
} from '@palier/runtime/level/verify-level-journal';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';
import { LEVELS } from './house/levels.ts';
import { locateLevel } from './commands/locate-level.ts';
import { readJson } from './commands/read-json.ts';
import { readArguments, runCommand, writeLines } from './commands/run-command.ts';

/** `npm run journal -- verifier | rejouer`: reads the journals of the levels from their first act; writes nothing. */
const HELP = `Usage : npm run journal -- verifier|rejouer [PALIER] [--cles DOSSIER] [--recu FICHIER]

  verifier         relit chaque journal, et dit quel acte a été changé, retiré, déplacé ou ajouté
  rejouer          rejoue les actes depuis une base vide, et dit en quoi les tables diffèrent de ce qu’ils donnent
  PALIER           msss, sante-quebec ou etablissements ; tous sans lui
  --cles DOSSIER   où sont les clés publiques, fichiers « *.pub » ; PALIER_CLES, ou le dossier « cles » des données
  --recu FICHIER   des reçus, contre lesquels « verifier » tient le journal aussi
  --aide           cette page

La base est celle de DATABASE_URL, de l’adresse du palier (DATABASE_URL_MSSS…), ou du dossier PALIER_DOSSIER (.palier), que nul autre programme n’ouvre alors.
Code de sortie : 0 si tout tient, 1 sinon, 2 si l’appel est mauvais ou si rien n’a pu être lu.
`;

/** What a reading says of one level: what it read, and its faults. */
interface Report {
  readonly read: string;
  readonly faults: readonly string[];
  readonly remarks?: readonly string[];
}

/** What a reading is made with. */
interface Means {
  readonly keysFolder: string;
  /** Receipts of the levels that are read, and the file that they come from. */
  readonly recus: Receipts | undefined;
}

interface Receipts {
  readonly file: string;
  readonly found: readonly FoundReceipt[];
}

type Reading = (database: Database, definition: SubgraphDefinition, means: Means) => Promise<Report>;

const READINGS: Readonly<Record<string, Reading>> = {
  verifier: async ({ kysely }, definition, { keysFolder, recus }) => {
    const keys = readPublicKeys(keysFolder);
    const known = recus === undefined ? [] : readKnown(recus, definition, keys);
    const { actes, points, contresignatures, fautes, keptKeys } = await verifyLevelJournal(
      kysely,
      definition,
      keys,
      known,
    );
    const read = [
      count(actes, 'acte'),
      `${count(points, 'point')} de contrôle`,
      count(contresignatures, 'contresignature'),
      ...(recus === undefined ? [] : [count(known.length, 'reçu')]),
    ];
    return {
      read: read.join(', '),
      faults: fautes,
      remarks: keptKeys.map(
        (key) => `une clé n’est connue que de la base elle-même, et prouve moins : ${key}`,
      ),
    };
  },
  rejouer: async ({ kysely }, definition) => {
    const settings = await findSettings(kysely, definition.level);
    const { actes, tables, lignes, fautes } = await replayJournal({ source: kysely, definition, settings });
    const compared = `${count(tables, 'table')} et ${count(lignes, 'ligne comparée')}`;
    return { read: `${count(actes, 'acte rejoué')}, ${compared}`, faults: fautes };
  },
};

/** The receipts of a file. Raises a `StartupError` where none is of a level that is read: nothing would be held against it. */
function readReceipts(file: string, levels: readonly SubgraphDefinition[]): Receipts {
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

const WORDS = {
  failed: 'La lecture n’a pas pu finir : rien n’est dit de ce qui n’a pas été lu.',
  denied:
    'Cet utilisateur ne peut lire le journal : prenez l’adresse du palier, ou de qui administre la base.',
};

const OPTIONS = { cles: { type: 'string' }, recu: { type: 'string' } } as const;
const REFUSED = 'Cette option n’existe pas : « npm run journal -- --aide » les donne.';

await runCommand({
  words: WORDS,
  failedCode: 2,
  run: (args) => {
    const { values, positionals } = readArguments(
      args,
      OPTIONS,
      (cause) => new StartupError(REFUSED, { cause }),
    );
    return values.aide ? HELP : readJournals(positionals, values);
  },
});

async function readJournals(
  [verb = '', name, ...more]: readonly string[],
  { cles, recu }: { readonly cles?: string | undefined; readonly recu?: string | undefined },
): Promise<number> {
  const reading = Object.hasOwn(READINGS, verb) ? READINGS[verb] : undefined;
  const levels = LEVELS.filter(
    (level) => level.niveau && (name === undefined || [level.name, level.niveau as string].includes(name)),
  );
  if (reading === undefined || levels.length === 0 || more.length > 0)
    throw new StartupError('Cet appel n’est pas compris : « npm run journal -- --aide » dit comment.');
  if (recu !== undefined && verb !== 'verifier')
    throw new StartupError('« --recu » ne va qu’avec « verifier » : rejouer ne tient rien contre des reçus.');
  const recus = recu === undefined ? undefined : readReceipts(recu, levels);
  let place = '';
  let found = 0;
  let missing = 0;
  let faults = 0;
  for (const definition of levels) {
    const { location, keysFolder } = readDataEnvironment(process.env, definition.name);
    place = sayPlace(location);
    const report = await readLevel(location, definition, (database) =>
      reading(database, definition, { keysFolder: cles ?? keysFolder, recus }),
    );
    if (report === undefined || report === 'NO_FOLDER') {
      writeLines(process.stdout, [`${definition.name} : son journal n’est pas là ; rien n’en est vérifié.`]);
      // A folder may be of one level alone; a base where its journal should be has lost it.
      if (report === undefined) missing += 1;
      continue;
    }
    found += 1;
    faults += report.faults.length;
    sayReport(definition.name, report);
  }
  if (found === 0) throw new StartupError(`${place} ne contient le journal d’aucun palier demandé.`);
  return faults + missing > 0 ? 1 : 0;
}

/** @returns nothing when the base does not hold the journal, and `NO_FOLDER` when there is none of this level: nothing is born here */
async function readLevel(
  location: DatabaseLocation,
  { name, level }: SubgraphDefinition,
  read: (database: Database) => Promise<Report>,
): Promise<Report | 'NO_FOLDER' | undefined> {
  const place = locateLevel(location, name);
  if (place === undefined) return 'NO_FOLDER';
  const database = await openDatabase(place);
  try {
    return (await holdsJournal(database.kysely, level)) ? await read(database) : undefined;
  } finally {
    await database.close();
  }
}

function sayPlace(location: DatabaseLocation): string {
  return location.kind === 'folder' ? location.folder : 'Cette base';
}

function sayReport(name: string, { read, faults, remarks = [] }: Report): void {
  const outcome =
    faults.length === 0 ? 'tout tient' : `${faults.length} faute${faults.length > 1 ? 's' : ''}`;
  const lines = [...faults, ...remarks].map((line) => `  ${line}`);
  writeLines(process.stdout, [`${name} : ${read} ; ${outcome}.`, ...lines]);
}
