import { type Birth, type Rows, loadBirth, readJson } from '@palier/runtime/birth';
import { applyDemonstration } from '@palier/runtime/demonstration';
import type { SubgraphSettings } from '@palier/runtime/subgraph';
import type { Kysely } from 'kysely';
import { demonstration } from './demonstration/demonstration.ts';

const LEVEL = 'sante_quebec';

const DATA = new URL('../data/', import.meta.url);

/** The data files, in an order that respects the references between tables. */
const FILES = {
  etablissement: 'etablissements.json',
  responsabilite_territoire: 'responsabilites-territoires.json',
  indicateur: 'indicateurs.json',
  indicateur_exigence: 'indicateur-exigences.json',
  indicateur_refuse: 'indicateurs-refuses.json',
  outil: 'outils.json',
  levier_national: 'leviers-nationaux.json',
  regle_initiale: 'regles-validation.json',
} as const;

/** Loads what Santé Québec's level knows at birth, and its demonstration campagne when the settings ask for it. */
export async function load(database: Kysely<unknown>, settings: SubgraphSettings): Promise<void> {
  await loadBirth(database, LEVEL, readBirth, DATA);
  await applyDemonstration(database, LEVEL, demonstration, settings);
}

function readBirth(): Birth {
  const tables = Object.entries(FILES).map(([table, file]) => [table, readJson<Rows>(new URL(file, DATA))]);
  return Object.fromEntries(tables) as Birth;
}
