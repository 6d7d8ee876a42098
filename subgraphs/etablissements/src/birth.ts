import { type Birth, type Rows, loadBirth, readJson } from '@palier/runtime/birth';
import type { Kysely } from 'kysely';

const DATA = new URL('../data/', import.meta.url);

/**
 * Loads what this level knows at birth: which exigences it measures, and what it keeps of what the other levels publish. All
 * the rest is entered by people, or made up to demonstrate.
 */
export async function load(database: Kysely<unknown>): Promise<void> {
  await loadBirth(database, 'etablissements', readBirth, DATA);
}

const readBirth = (): Birth => ({
  exigence_mesuree: readData('exigences-mesurees.json'),
  territoire_servi: readData('territoires.json'),
  borne_verdict: readData('bornes-verdict.json'),
});

function readData(file: string): Rows {
  return readJson<Rows>(new URL(file, DATA));
}
