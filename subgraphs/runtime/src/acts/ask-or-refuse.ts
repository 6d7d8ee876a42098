import { PalierError } from '../base/errors.ts';
import type { LevelJournal } from '../journal/level-journal.ts';

/** Asks the graph what another level holds, to judge an act. Raises GRAPHE_INDISPONIBLE: the act may be asked again. */
export async function askOrRefuse<Data>(
  { graph }: LevelJournal,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  if (graph === undefined)
    throw new PalierError(
      'GRAPHE_INDISPONIBLE',
      'L’adresse du graphe n’est pas donnée à ce palier (PALIER_GRAPHE).',
    );
  try {
    return (await graph(query, variables)) as Data;
  } catch (error) {
    process.stderr.write(
      `${JSON.stringify({ level: 'warn', message: `Graphe consulté en vain : ${(error as Error).message}` })}\n`,
    );
    throw new PalierError(
      'GRAPHE_INDISPONIBLE',
      'Rien n’a été inscrit : redemandez l’acte sous la même clé.',
    );
  }
}
