import { type Rows, loadBirth, readJson } from '@palier/runtime/birth';
import type { Kysely } from 'kysely';

/** The data files, in an order that respects the references between tables. */
const FILES = {
  document: 'documents.json',
  unite: 'unites.json',
  territoire_clsc: 'territoires-clsc.json',
  population: 'populations.json',
} as const;

/** Loads what the ministry's level knows at birth: the texts, the standards and the territories, each row with its citation. */
export function load(database: Kysely<unknown>): Promise<void> {
  const birth = Object.entries(FILES).map(([table, file]) => [
    table,
    readJson<Rows>(new URL(`../data/${file}`, import.meta.url)),
  ]);
  return loadBirth(database, 'msss', Object.fromEntries(birth) as Record<string, Rows>);
}
