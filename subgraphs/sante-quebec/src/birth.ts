import { type Birth, type Rows, loadBirth, readJson } from '@palier/runtime/birth';
import type { Kysely } from 'kysely';

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

/** Loads what Santé Québec's level knows at birth. */
export async function load(database: Kysely<unknown>): Promise<void> {
  await loadBirth(database, LEVEL, readBirth, DATA);
}

function readBirth(): Birth {
  const tables = Object.entries(FILES).map(([table, file]) => [table, readJson<Rows>(new URL(file, DATA))]);
  return Object.fromEntries(tables) as Birth;
}
