import { holdsPostgres } from '@palier/runtime/data-folder';
import { type Database, type DatabaseLocation, openDatabase } from '@palier/runtime/database';
import { StartupError } from '@palier/runtime/errors';
import { sayStartupFault } from '@palier/runtime/serve';
import { askGraphAt, type GraphAddress } from '@palier/runtime/ask-graph';
import { consolidateCampagne } from './consolidation/consolidate-campagne.ts';
import { type DueOutcome, consolidateDue } from './consolidation/consolidate-due.ts';
import { sayDue } from './consolidation/say-outcome.ts';
import { readConsolidationEnvironment } from './environment.ts';

/** `npm run consolider -- [campagne]`: Santé Québec makes the bilans of a campagne from what the graph says; without one, all that are due. */
try {
  const { location, graph } = readConsolidationEnvironment(process.env);
  refuseMissingFolder(location);
  const database = await openDatabase(location);
  try {
    const due = await consolidate(database, graph, process.argv[2]);
    process.stderr.write(`${sayDue(due)}\n`);
    if (due.failures.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
} catch (error) {
  process.stderr.write(`${sayStartupFault(error)}\n`);
  process.exitCode = 1;
}

async function consolidate(
  database: Database,
  graph: GraphAddress,
  campagne: string | undefined,
): Promise<DueOutcome> {
  const request = { database, graph: askGraphAt(graph), now: () => new Date() };
  try {
    if (!campagne) return await consolidateDue(request);
    const outcome = await consolidateCampagne({ ...request, campagne });
    if (outcome !== undefined) return { outcomes: [outcome], failures: [] };
  } catch (error) {
    throw new StartupError(sayFault(error));
  }
  throw new StartupError(`La campagne « ${campagne} » n’existe pas.`);
}

/** No birth happens here: a folder that is not there is another one than the subgraph's. */
function refuseMissingFolder(location: DatabaseLocation): void {
  if (location.kind !== 'folder' || holdsPostgres(location.folder)) return;
  throw new StartupError(
    `${location.folder} ne contient pas la base de Santé Québec. Quand tout est dans un seul processus (npm start), la consolidation se fait d’elle-même au démarrage et après chaque version publiée ; sinon donnez DATABASE_URL ou PALIER_DOSSIER.`,
  );
}

function sayFault(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === '3F000' || code === '42P01')
    return 'Cette base n’a pas encore les tables de Santé Québec : démarrez d’abord son sous-graphe.';
  return `La consolidation a échoué : ${String(message)}`;
}
