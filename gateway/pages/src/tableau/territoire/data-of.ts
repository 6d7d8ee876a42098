import type { Choices } from '../choices/choices.ts';
import type { DataOf } from '../shown/figure.tsx';

/** The figures of a series: each période, measured or not, and what each source makes of those that are. */
export function dataOfSerie(
  territoire: string,
  { exigence, campagne, volet }: Choices,
  of: Pick<DataOf, 'name' | 'au'> = {},
): readonly DataOf[] {
  const asked = { territoire, exigence: exigence.code };
  const nameOf = (name: string): string => [of.name, name].filter((part) => part !== undefined).join(', ');
  return [
    {
      ...of,
      operation: 'serie-territoire',
      variables: { ...asked, exercice: campagne.exercice, volet: volet ?? undefined },
      name: nameOf('chaque période'),
    },
    {
      ...of,
      operation: 'tableau-serie',
      variables: { ...asked, campagne: campagne.code },
      table: 'territoireClsc.mesures.nodes.verdict.parSource',
      name: nameOf('selon chaque source'),
    },
  ];
}

/** The figures of a territory in a campagne, of which a view shows one table. */
export const dataOfTerritoire = (
  {
    territoire,
    campagne,
    table,
  }: { readonly territoire: string; readonly campagne: string | undefined; readonly table: string },
  of: Pick<DataOf, 'name' | 'au'> = {},
): DataOf => ({
  ...of,
  operation: 'tableau-territoire',
  variables: { code: territoire, campagne },
  table: `territoireClsc.${table}`,
});
