import { type Rows, loadBirth, readJson } from '@palier/runtime/birth';
import { applyDemonstration } from '@palier/runtime/demonstration';
import type { SubgraphSettings } from '@palier/runtime/subgraph';
import type { Kysely } from 'kysely';
import { demonstration } from './demonstration/demonstration.ts';

/** Loads what this level knows at birth: which exigences it measures. All the rest is entered by people, or made up to demonstrate. */
export async function load(database: Kysely<unknown>, settings: SubgraphSettings): Promise<void> {
  await loadBirth(database, 'etablissements', {
    exigence_mesuree: readJson<Rows>(new URL('../data/exigences-mesurees.json', import.meta.url)),
  });
  await applyDemonstration(database, 'etablissements', demonstration, settings);
}
