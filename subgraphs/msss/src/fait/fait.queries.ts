import { anyOf } from '@palier/runtime/database';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * What is cited in the lines of each section, in their order. Of what begins on one line, what is named there comes first, a
 * wider passage before what it holds, then what is said there, as the sentence goes.
 */
export function findFaitsBySections(database: Kysely<Tables>, codes: readonly string[]) {
  return database
    .selectFrom('section_document')
    .innerJoin('fait', (join) =>
      join
        .onRef('fait.document_code', '=', 'section_document.document_code')
        .onRef('fait.premiere_ligne', '>=', 'section_document.premiere_ligne')
        .onRef('fait.premiere_ligne', '<=', 'section_document.derniere_ligne'),
    )
    .innerJoin('recherche', (join) =>
      join.onRef('recherche.type', '=', 'fait.type').onRef('recherche.code', '=', 'fait.code'),
    )
    .select([
      'section_document.code as lue_code',
      'fait.type',
      'fait.code',
      'recherche.titre',
      'recherche.texte',
      'fait.section_code',
    ])
    .select(({ fn }) => fn.coalesce('fait.provenance', 'recherche.provenance').as('provenance'))
    .where('section_document.code', '=', anyOf(codes))
    .orderBy('fait.premiere_ligne')
    .orderBy((eb) =>
      eb
        .case()
        .when('fait.type', '=', 'Enonce')
        .then(eb.ref('fait.derniere_ligne'))
        .else(eb.neg(eb.ref('fait.derniere_ligne')))
        .end(),
    )
    .orderBy('fait.type')
    .orderBy('fait.code')
    .execute();
}
