import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

const COLUMNS = [
  'code',
  'titre',
  'emetteur',
  'destinataire',
  'date',
  'statut',
  'portee',
  'note',
  'provenance',
] as const;

export function listDocuments(database: Kysely<Tables>) {
  return database.selectFrom('document').select(COLUMNS).orderBy('code').execute();
}

export function findDocumentsByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('document').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}
