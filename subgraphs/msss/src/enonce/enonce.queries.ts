import { anyOf } from '@palier/runtime/database';
import { inBounds } from '@palier/runtime/in-bounds';
import type { PageBounds } from '@palier/runtime/list';
import { countOf, whereGiven } from '@palier/runtime/narrowing';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { NatureEnonce, StatutEnonce } from './enonce-enums.ts';

/** Which statements: each criterion given narrows the list. */
export interface EnoncesChoice {
  readonly document?: string | null;
  /** With those it holds. */
  readonly section?: string | null;
  readonly nature?: NatureEnonce | null;
  readonly statut?: StatutEnonce | null;
  readonly theme?: string | null;
  readonly orientation?: string | null;
  readonly porteur?: string | null;
  /** What each word must be found by. */
  readonly formes?: readonly string[] | null;
}

const COLUMNS = [
  'code',
  'document_code',
  'section_code',
  'nature',
  'statut',
  'groupe',
  'theme',
  'orientation_code',
  'enonce',
  'precisions',
  'porteur',
  'voix',
  'competence',
  'loi',
  'article',
  'reference_code',
  'provenance',
] as const;

export function findEnoncesByCodes(database: Kysely<Tables>, codes: readonly string[]) {
  return database.selectFrom('enonce').select(COLUMNS).where('code', '=', anyOf(codes)).execute();
}

export function listEnonces(database: Kysely<Tables>, choice: EnoncesChoice, bounds: PageBounds) {
  return inBounds(chosen(database, choice).select(COLUMNS), bounds, sql.ref('code')).execute();
}

export function countEnonces(database: Kysely<Tables>, choice: EnoncesChoice): Promise<number> {
  return countOf(chosen(database, choice));
}

/** What is proposed, and was heard, under each orientation of the proposed policy. */
export function findEnoncesByOrientations(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('enonce')
    .select(COLUMNS)
    .where('orientation_code', '=', anyOf(codes))
    .orderBy('code')
    .execute();
}

/** What is said of the consultation as a whole: neither under an orientation, nor among what it recommends. */
export function listEnoncesOfConsultation(database: Kysely<Tables>) {
  return database
    .selectFrom('enonce')
    .select(COLUMNS)
    .where('document_code', '=', '001')
    .where('orientation_code', 'is', null)
    .where('statut', '!=', 'RECOMMANDATION')
    .orderBy('code')
    .execute();
}

/** The statements of each section, with those of the sections it holds. */
export function findEnoncesBySections(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('section_document as asked')
    .innerJoin('section_document as own', (join) =>
      join
        .onRef('own.document_code', '=', 'asked.document_code')
        .onRef('own.premiere_ligne', '>=', 'asked.premiere_ligne')
        .onRef('own.derniere_ligne', '<=', 'asked.derniere_ligne'),
    )
    .innerJoin('enonce', 'enonce.section_code', 'own.code')
    .select(COLUMNS.map((column) => `enonce.${column}` as const))
    .select('asked.code as asked_code')
    .where('asked.code', '=', anyOf(codes))
    .orderBy('enonce.code')
    .execute();
}

const VALUES = { porteur: 'porteur', theme: 'theme' } as const;

/** Whether some statement has this value in a column that no other table lists. */
export async function hasEnonceWith(
  database: Kysely<Tables>,
  column: keyof typeof VALUES,
  value: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('enonce')
    .select('code')
    .where(VALUES[column], '=', value)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function chosen(database: Kysely<Tables>, choice: EnoncesChoice) {
  const { document, section, nature, statut, theme, orientation, porteur, formes } = choice;
  return database
    .selectFrom('enonce')
    .$call((enonces) => whereGiven(enonces, { document_code: document }))
    .$if(section != null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('section_document as own')
            .innerJoin('section_document as asked', 'asked.document_code', 'own.document_code')
            .select('own.code')
            .whereRef('own.code', '=', 'enonce.section_code')
            .where('asked.code', '=', section ?? '')
            .whereRef('own.premiere_ligne', '>=', 'asked.premiere_ligne')
            .whereRef('own.derniere_ligne', '<=', 'asked.derniere_ligne'),
        ),
      ),
    )
    .$call((enonces) =>
      whereGiven(enonces, { nature, statut, theme, orientation_code: orientation, porteur }),
    )
    .$if(formes != null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('recherche')
            .select('recherche.code')
            .where('recherche.type', '=', 'Enonce')
            .whereRef('recherche.code', '=', 'enonce.code')
            .where(sql<boolean>`vecteur @@ all (${[...(formes ?? [])]}::tsquery[])`),
        ),
      ),
    );
}
