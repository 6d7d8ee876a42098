import type { AskGraph } from '@palier/runtime/ask-graph';
import { groupedByKey } from '@palier/runtime/loader';
import type { Kysely } from 'kysely';
import { askVersions } from '../fermeture/ask-versions.ts';
import { findRetenuesByCampagnes } from '../fermeture/fermeture.queries.ts';
import type { Tables } from '../tables.ts';
import { askMesuresSans, type MesureSans, type PublishedMeasure } from './ask-levels.ts';

/**
 * What the versions that a closing retained say, where what is published is of a later one: sent back, or submitted while it closed.
 * By territory; nothing before a closing.
 */
export async function askRetained(
  database: Kysely<Tables>,
  graph: AskGraph,
  campagne: string,
): Promise<ReadonlyMap<string, readonly MesureSans[]>> {
  const retenues = await findRetenuesByCampagnes(database, [campagne]);
  const last = new Map(retenues.map((row) => [row.etablissement_code, versionOf(row.reddition_id)]));
  const apart: string[] = [];
  if (last.size > 0)
    for await (const { id, version, etat, etablissement } of askVersions(graph, campagne))
      if (etat === 'SOUMISE' && version > (last.get(etablissement?.code ?? '') ?? Infinity)) apart.push(id);
  const said = await askMesuresSans(graph, apart.sort());
  const territoires = [...new Set(said.map(({ territoire }) => territoire))];
  const groups = groupedByKey(territoires, said, ({ territoire }) => territoire);
  return new Map(territoires.map((one, index) => [one, groups[index] ?? []]));
}

/** « 2026-2027:11045119:V2 » is 2; where none is retained, every version comes after. */
const versionOf = (reddition: string | null): number => Number(reddition?.split(':V').at(-1) ?? 0);

/** What is published, but for what the retained versions say otherwise, or do not say. */
export function retain(
  measures: readonly PublishedMeasure[],
  retained: ReadonlyMap<string, readonly MesureSans[]>,
): readonly PublishedMeasure[] {
  const instead = new Map([...retained.values()].flat().map((one) => [one.id, one]));
  if (instead.size === 0) return measures;
  return [
    ...measures.filter(({ id }) => !instead.has(id)),
    ...[...instead.values()].flatMap(({ statut, ...said }) =>
      statut === null ? [] : [toMeasure({ ...said, statut })],
    ),
  ];
}

const toMeasure = ({
  territoire,
  exigence,
  periode,
  origine,
  ...said
}: MesureSans & { readonly statut: string }): PublishedMeasure => ({
  ...said,
  version: 1,
  periode: { code: periode },
  territoire: { code: territoire },
  exigence: { code: exigence },
  provenance: { origine },
});
