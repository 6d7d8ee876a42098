import { type RawBuilder, sql } from 'kysely';

/**
 * What a measure, or a line, says: alike, two of them say the same thing. How settled a value is does not make it another; what
 * stands for one does. Twin of `sayFigures`.
 */
export const figuresOf = (alias: string): RawBuilder<unknown> => {
  const [valeur, numerateur, denominateur, statut] = ['valeur', 'numerateur', 'denominateur', 'statut'].map(
    (column) => sql.ref(`${alias}.${column}`),
  );
  return sql`(${valeur}, ${numerateur}, ${denominateur}, case when ${valeur} is null then ${statut} end)`;
};
