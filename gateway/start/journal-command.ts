import { count } from '@palier/fichiers/count';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { readDataEnvironment } from '@palier/runtime/environment';
import { StartupError } from '@palier/runtime/errors';
import { holdsJournal } from '@palier/runtime/level/verify-level-journal';
import type { SubgraphDefinition } from '@palier/runtime/subgraph';
import { LEVELS } from './house/levels.ts';
import { READINGS, readReceipts, type Report } from './commands/journal/readings.ts';
import { openTarget } from './commands/journal/target.ts';
import { locateLevel } from './commands/locate-level.ts';
import { defineProof } from './commands/define-proof.ts';
import { type Terminal, writeLines } from './commands/run-command.ts';

/** `npm run journal -- verifier | rejouer`: reads the journals of the levels from their first act; writes nothing there. */
const HELP = `Usage : npm run journal -- verifier|rejouer [PALIER] [--cles DOSSIER] [--recu FICHIER] [--vers BASE]

  verifier         relit chaque journal, et dit quel acte a été changé, retiré, déplacé ou ajouté
  rejouer          rejoue les actes depuis une base vide, et dit en quoi les tables diffèrent de ce qu’ils donnent
  PALIER           msss, sante-quebec ou etablissements ; tous sans lui
  --cles DOSSIER   où sont les clés publiques, fichiers « *.pub » ; PALIER_CLES, ou le dossier « cles » des données
  --recu FICHIER   des reçus, contre lesquels « verifier » tient le journal aussi
  --vers BASE      où « rejouer » laisse ce qu’il a rebâti : un dossier neuf, ou l’adresse (postgres://…) d’une base vide
  --aide           cette page

La base est celle de DATABASE_URL, de l’adresse du palier (DATABASE_URL_MSSS…), ou du dossier PALIER_DOSSIER (.palier), que nul autre programme n’ouvre alors.
Code de sortie : 0 si tout tient, 1 sinon, 2 si l’appel est mauvais ou si rien n’a pu être lu.
`;

interface Given {
  readonly cles?: string | undefined;
  readonly recu?: string | undefined;
  readonly vers?: string | undefined;
}

export const JOURNAL = defineProof({
  name: 'journal',
  help: () => HELP,
  options: { cles: { type: 'string' }, recu: { type: 'string' }, vers: { type: 'string' } },
  failed: 'La lecture n’a pas pu finir : rien n’est dit de ce qui n’a pas été lu.',
  denied:
    'Cet utilisateur ne peut lire le journal : prenez l’adresse du palier, ou de qui administre la base.',
  prove: readJournals,
});

async function readJournals(
  { variables, stdout }: Terminal,
  [verb = '', name, ...more]: readonly string[],
  { cles, recu, vers }: Given,
): Promise<number> {
  const reading = Object.hasOwn(READINGS, verb) ? READINGS[verb] : undefined;
  const levels = LEVELS.filter(
    (level) => level.niveau && (name === undefined || [level.name, level.niveau as string].includes(name)),
  );
  if (reading === undefined || levels.length === 0 || more.length > 0)
    throw new StartupError('Cet appel n’est pas compris : « npm run journal -- --aide » dit comment.');
  if (recu !== undefined && verb !== 'verifier')
    throw new StartupError('« --recu » ne va qu’avec « verifier » : rejouer ne tient rien contre des reçus.');
  if (vers !== undefined && verb !== 'rejouer')
    throw new StartupError('« --vers » ne va qu’avec « rejouer » : vérifier ne rebâtit rien.');
  const recus = recu === undefined ? undefined : readReceipts(recu, levels);
  const target = vers === undefined ? undefined : await openTarget(vers, levels);
  const tally = { found: 0, missing: 0, faults: 0 };
  try {
    for (const definition of levels) {
      const { location, keysFolder } = readDataEnvironment(variables, definition.name);
      const report = await readLevel(location, definition, (database) =>
        reading(database, definition, { keysFolder: cles ?? keysFolder, recus, target }),
      );
      if (typeof report === 'string') {
        writeLines(stdout, [`${definition.name} : son journal n’est pas là ; rien n’en est vérifié.`]);
        // A folder may be of one level alone; a base where its journal should be has lost it.
        if (report === 'NO_JOURNAL') tally.missing += 1;
        continue;
      }
      tally.found += 1;
      tally.faults += report.faults.length;
      sayReport(stdout, definition.name, report);
    }
  } finally {
    await target?.database.close();
  }
  const { location, keysFolder } = readDataEnvironment(variables, levels[0]?.name);
  if (tally.found === 0)
    throw new StartupError(`${sayPlace(location)} ne contient le journal d’aucun palier demandé.`);
  if (target !== undefined)
    writeLines(stdout, [`Pour le servir : ${target.served} PALIER_CLES=${cles ?? keysFolder}`]);
  return tally.faults + tally.missing > 0 ? 1 : 0;
}

/** @returns `NO_JOURNAL` when the base does not hold it, and `NO_FOLDER` when there is none of this level: nothing is born here */
async function readLevel(
  location: DatabaseLocation,
  { name, level }: SubgraphDefinition,
  read: (database: Database) => Promise<Report>,
): Promise<Report | 'NO_FOLDER' | 'NO_JOURNAL'> {
  const place = locateLevel(location, name);
  if (place === undefined) return 'NO_FOLDER';
  const database = await openDatabase(place);
  try {
    return (await holdsJournal(database.kysely, level)) ? await read(database) : 'NO_JOURNAL';
  } finally {
    await database.close();
  }
}

function sayPlace(location: DatabaseLocation): string {
  return location.kind === 'folder' ? location.folder : 'Cette base';
}

function sayReport(
  stdout: Terminal['stdout'],
  name: string,
  { read, faults, untold = 0, remarks = [] }: Report,
): void {
  const total = faults.length + untold;
  const outcome = total === 0 ? 'tout tient' : count(total, 'faute');
  const others = untold === 0 ? [] : [`et ${count(untold, 'autre faute')}`];
  const lines = [...faults, ...others, ...remarks].map((line) => `  ${line}`);
  writeLines(stdout, [`${name} : ${read} ; ${outcome}.`, ...lines]);
}
