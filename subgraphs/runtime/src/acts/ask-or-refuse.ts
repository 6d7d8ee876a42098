import { GraphRefused, PalierError } from '../base/errors.ts';
import { log } from '../base/log.ts';
import { GraphClosed, GraphRefusal } from '../calls/ask-graph.ts';
import type { LevelJournal } from '../journal/level-journal.ts';

/**
 * Asks the graph what another level holds, to judge an act. Raises GRAPHE_INDISPONIBLE when nobody answers in time, or not
 * entirely: the act may be asked again; GRAPHE_FERME for what only who runs this level can mend. What the graph refuses of what
 * was asked is raised under its own code.
 */
export async function askOrRefuse<Data>(
  { graph }: LevelJournal,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  if (graph === undefined)
    throw new PalierError(
      'GRAPHE_FERME',
      'Rien n’a été inscrit. L’adresse du graphe n’est pas donnée à ce palier (PALIER_GRAPHE).',
    );
  try {
    return (await graph(query, variables)) as Data;
  } catch (error) {
    const refused = refusedOfAsked(error);
    if (refused !== undefined) throw refused;
    const { message } = error as Error;
    log('warn', `Graphe consulté en vain : ${message}`);
    if (error instanceof GraphClosed)
      throw new PalierError('GRAPHE_FERME', `Rien n’a été inscrit. ${message}`);
    throw new PalierError(
      'GRAPHE_INDISPONIBLE',
      'Rien n’a été inscrit : redemandez l’acte sous la même clé.',
    );
  }
}

/** What would be refused again; undefined of what may be answered later, of one error among others too. */
function refusedOfAsked(error: unknown): GraphRefused | undefined {
  if (!(error instanceof GraphRefusal)) return undefined;
  const isLasting = error.errors.every(
    ({ extensions: { code, retryable } = {} }) => typeof code === 'string' && retryable !== true,
  );
  const [first] = error.errors;
  if (!isLasting || first === undefined) return undefined;
  return new GraphRefused(first.message, String(first.extensions?.['code']));
}
