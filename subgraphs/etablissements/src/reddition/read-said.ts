import type { Kysely } from 'kysely';
import type { LigneRedditionTable } from '../../tables/reddition.table.ts';
import type { Tables } from '../tables.ts';
import { findLignesOf } from './reddition-acts.queries.ts';

/** What a version says of some measures, each as one text: the same text is the same thing said. */
export async function readSaid(
  database: Kysely<Tables>,
  reddition: string,
  mesures: readonly string[],
): Promise<Map<string, string>> {
  const rows = await findLignesOf(database, reddition, mesures);
  return new Map(rows.map(({ mesure_id, ...said }) => [mesure_id, sayFigures(said)]));
}

type Figures = Pick<LigneRedditionTable, 'valeur' | 'numerateur' | 'denominateur'> & {
  readonly statut: string;
};

/** Twin of `figuresOf`. */
export const sayFigures = ({ valeur, numerateur, denominateur, statut }: Figures): string =>
  JSON.stringify([valeur, numerateur, denominateur, valeur === null ? statut : null]);
