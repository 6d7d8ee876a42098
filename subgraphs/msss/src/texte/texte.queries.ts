import { insertRows } from '@palier/runtime/birth';
import { anyOf } from '@palier/runtime/database';
import { tablesOf } from '@palier/runtime/tables-of';
import type { Kysely } from 'kysely';
import type { TexteAttenduTable } from '../../tables/texte.table.ts';
import type { Tables } from '../tables.ts';

/** What the citations expect of each text, and the digest of the one imported, if there is one. */
export function findTextesByDocuments(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('texte_attendu')
    .leftJoin('texte_importe', 'texte_importe.document_code', 'texte_attendu.document_code')
    .select([
      'texte_attendu.document_code',
      'texte_attendu.nombre_lignes',
      'texte_attendu.nombre_mots',
      'texte_attendu.empreinte',
      'texte_importe.empreinte as empreinte_importee',
    ])
    .where('texte_attendu.document_code', '=', anyOf(codes))
    .execute();
}

export function listTextesAttendus(database: Kysely<Tables>): Promise<TexteAttenduTable[]> {
  return database.selectFrom('texte_attendu').selectAll().orderBy('document_code').execute();
}

export function findTexteImporte(database: Kysely<Tables>, document: string) {
  return database
    .selectFrom('texte_importe')
    .select('empreinte')
    .where('document_code', '=', document)
    .executeTakeFirst();
}

/** The lines of texts that are still those that the citations expect, by their keys, « 004:778 ». */
export function findLignesByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('ligne_texte')
    .innerJoin('texte_importe', 'texte_importe.document_code', 'ligne_texte.document_code')
    .innerJoin('texte_attendu', (join) =>
      join
        .onRef('texte_attendu.document_code', '=', 'texte_importe.document_code')
        .onRef('texte_attendu.empreinte', '=', 'texte_importe.empreinte'),
    )
    .select(['ligne_texte.code', 'ligne_texte.texte'])
    .where('ligne_texte.code', '=', anyOf(codes))
    .execute();
}

/** All the lines of a text, in their order. */
export function listLignes(database: Kysely<Tables>, document: string) {
  return database
    .selectFrom('ligne_texte')
    .select('texte')
    .where('document_code', '=', document)
    .orderBy('numero')
    .execute();
}

/** Puts a text in the place of the one that was there. */
export async function replaceTexte(
  database: Kysely<Tables>,
  document: string,
  { empreinte, lignes }: { readonly empreinte: string; readonly lignes: readonly string[] },
): Promise<void> {
  await database.deleteFrom('ligne_texte').where('document_code', '=', document).execute();
  await database
    .insertInto('texte_importe')
    .values({ document_code: document, empreinte })
    .onConflict((conflict) => conflict.column('document_code').doUpdateSet({ empreinte }))
    .execute();
  const rows = lignes.map((texte, index) => ({
    code: `${document}:${index + 1}`,
    document_code: document,
    numero: index + 1,
    texte,
  }));
  await insertRows(tablesOf<unknown>(database), 'msss', 'ligne_texte', rows);
}
