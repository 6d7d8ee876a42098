import type { Kysely, KyselyPlugin } from 'kysely';

/** What answering took so far. */
export interface Measure {
  /** SQL statements that were answered. */
  statements: number;
  /** Rows these gave. */
  rows: number;
}

/** The same database, whose statements are counted. Others that use it meanwhile are not. */
export function withMeasure<Tables>(database: Kysely<Tables>, measure: Measure): Kysely<Tables> {
  const count: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      measure.statements += 1;
      measure.rows += result.rows.length;
      return Promise.resolve(result);
    },
  };
  return database.withPlugin(count);
}

/** Asked by `palier-mesure: 1`, told under the same name: `sql=3, lignes=40`. */
export const MEASURE_HEADER = 'palier-mesure';

export const sayMeasure = ({ statements, rows }: Measure): string => `sql=${statements}, lignes=${rows}`;
