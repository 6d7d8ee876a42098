import { anyOf } from '@palier/runtime/database';
import { EMPTY_WORDS } from '@palier/runtime/list-mots';
import type { PageBounds } from '@palier/runtime/list';
import { countOf } from '@palier/runtime/narrowing';
import type { Question } from '@palier/runtime/read-question';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.ts';
import type { RechercheDemandee } from './parse-recherche.ts';
import { type Requete, toRequete } from './to-requete.ts';
import { toMarque } from './to-vecteur.ts';

export interface RechercheChoice extends RechercheDemandee {
  /** The types kept; all of them when undefined. */
  readonly types: readonly string[] | undefined;
}

const EXACT_CODE = 20;
const PARENT_CODE = 10;
const CODE_PREFIX = 5;
/** The title is what was typed; or holds all of it, and then for how much of the title that is. */
const SAME_TITLE = 2;
const WHOLE_TITLE = 1.5;
/** What a word as it was typed adds to what any of its forms is worth. */
const AS_TYPED = 0.25;
/** What is said in the place of what was typed is worth less. */
const AS_SYNONYM = 0.5;
/** How many times more is worth what answers the question. */
const ANSWERS = 3;
/** How much of the words must be there when nothing holds them all. */
const ENOUGH = 2 / 3;
/** What holds them all comes first: what any other is worth beside it. */
const BESIDE_ALL = 0.001;

export function listResultats(database: Kysely<Tables>, choice: RechercheChoice, page: PageBounds) {
  return classer(database, choice)
    .selectFrom('classe')
    .innerJoin('recherche', (join) =>
      join.onRef('recherche.type', '=', 'classe.type').onRef('recherche.code', '=', 'classe.code'),
    )
    .select([
      'recherche.type',
      'recherche.code',
      'recherche.titre',
      'recherche.texte',
      'recherche.provenance',
      'classe.rang',
      'classe.complet',
      'classe.cle',
    ])
    .$if(page.afterKey !== undefined, (query) =>
      query.where(sql<boolean>`classe.cle > ${page.afterKey ?? ''} collate "C"`),
    )
    .orderBy(sql`classe.cle collate "C"`)
    .limit(page.limit)
    .execute();
}

export function countResultats(database: Kysely<Tables>, choice: RechercheChoice): Promise<number> {
  return countOf(classer(database, choice).selectFrom('classe'));
}

/** How many results hold every word; where none does, the ranks, from 1, of the terms that no result holds, nor anything where there is none. */
export async function findMissed(database: Kysely<Tables>, choice: RechercheChoice) {
  const { formes } = toRequete(choice.termes);
  const rows = await classer(database, choice)
    .selectFrom((query) =>
      query
        .selectFrom('classe')
        .select(sql<number>`(count(*) filter (where complet))::int`.as('complets'))
        .as('compte'),
    )
    .leftJoin(
      sql<{ forme: string; rang: number }>`unnest(${[...formes]}::tsquery[]) with ordinality`.as<'f'>(
        sql`f(forme, rang)`,
      ),
      (join) =>
        join.on('complets', '=', 0).on(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('recherche')
                .select('code')
                .where(
                  sql<boolean>`vecteur @@ forme and (not exists (select from classe)
                    or (recherche.type, recherche.code) in (select type, code from classe))`,
                ),
            ),
          ),
        ),
    )
    .select(['complets', sql<number | null>`rang::int`.as('rang')])
    .orderBy('rang')
    .execute();
  return { complets: rows[0]?.complets ?? 0, absents: rows.flatMap(({ rang }) => rang ?? []) };
}

/** What type has a thing of this code; null when nothing has it. */
export async function findTypeOfCode(database: Kysely<Tables>, code: string): Promise<string | null> {
  const row = await database
    .selectFrom('recherche')
    .select('type')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.type ?? null;
}

/**
 * Rows that hold every word, or nearly when none does, those whose whole title is among the words, and those whose code was
 * typed; the best have the smallest key. A word as it was typed counts more than another of its forms.
 */
function classer(database: Kysely<Tables>, { normalise, code, termes, question, types }: RechercheChoice) {
  const { formes, ...requete } = toRequete(termes);
  const nombre = termes.flatMap(({ mots }) => mots).length;
  return database
    .with('trouve', (query) =>
      query
        .selectFrom('recherche')
        .innerJoin(sql<{ forme: string }>`unnest(${[...formes]}::tsquery[])`.as<'f'>(sql`f(forme)`), (join) =>
          join.on(sql<boolean>`vecteur @@ forme`),
        )
        .select(['type', 'code', sql<number>`count(*)`.as('nombre')])
        .groupBy(['type', 'code']),
    )
    .with('note', (query) =>
      query
        .selectFrom('recherche')
        .innerJoin('trouve', (join) =>
          join.onRef('trouve.type', '=', 'recherche.type').onRef('trouve.code', '=', 'recherche.code'),
        )
        .select([
          'recherche.type',
          'recherche.code',
          sql<number>`${rankByWords(normalise, nombre, requete)} * ${rankByQuestion(question)}
            * case when nombre < ${formes.length} and (select max(nombre) from trouve) = ${formes.length} then ${BESIDE_ALL}::float8 else 1 end`.as(
            'rang',
          ),
          sql<boolean>`nombre = ${formes.length}`.as('complet'),
        ])
        .where(
          sql<boolean>`nombre = (select max(nombre) from trouve) and nombre >= ${Math.ceil(termes.length * ENOUGH)}
            or string_to_array(titre_normalise, ' ') <@ ${[...normalise.split(' '), ...EMPTY_WORDS]}::text[]`,
        )
        .unionAll(
          query
            .selectFrom('recherche')
            .select(['type', 'code', rankByCode(code.normalise).as('rang'), sql<boolean>`true`.as('complet')])
            .where(sql<boolean>`${rankByCode(code.normalise)} > 0`)
            .$if(code.types !== undefined, (found) => found.where('type', '=', anyOf(code.types ?? []))),
        ),
    )
    .with('classe', (query) =>
      query
        .selectFrom('note')
        .select([
          'type',
          'code',
          sql<number>`sum(rang)::float8`.as('rang'),
          sql<boolean>`bool_or(complet)`.as('complet'),
        ])
        .select(
          sql<string>`lpad((1000000000 - round(sum(rang) * 1000000))::bigint::text, 10, '0') || ':' || type || ':' || code`.as(
            'cle',
          ),
        )
        .$if(types !== undefined, (found) => found.where('type', '=', anyOf(types ?? [])))
        .groupBy(['type', 'code']),
    );
}

/** A long text is not worth more for being long; a title that says just what was typed comes first. */
function rankByWords(
  normalise: string,
  nombre: number,
  { exactes, toutes, synonymes, titre }: Omit<Requete, 'formes'>,
) {
  return sql<number>`(
    ts_rank(vecteur, ${toutes}::tsquery, 1) + ts_rank(vecteur, ${exactes}::tsquery, 1) * ${AS_TYPED}::float8
    + ts_rank(vecteur, ${synonymes}::tsquery, 1) * ${AS_SYNONYM}::float8
    + case when titre_normalise = ${normalise} then ${SAME_TITLE}::float8 else 0 end
    + case when vecteur @@ ${titre}::tsquery
      then ${WHOLE_TITLE * nombre}::float8 / cardinality(string_to_array(titre_normalise, ' ')) else 0 end
  ) * poids`;
}

const rankByQuestion = (question: Question | undefined) =>
  question === undefined
    ? sql<number>`1`
    : sql<number>`case when vecteur @@ ${toMarque(question)}::tsquery then ${ANSWERS}::float8 else 1 end`;

/** « A-P11 », or « ap11 », is itself, then stands above « A-P11:INFO_SOCIAL »; the first digits of a unit's code bring what it holds. */
function rankByCode(normalise: string) {
  const digits = /^\d+$/.test(normalise) ? normalise : ' ';
  return sql<number>`case
    when replace(code_normalise, ' ', '') = ${normalise.replaceAll(' ', '')} then ${EXACT_CODE}::float8
    when starts_with(code_normalise, ${`${normalise} `}) then ${PARENT_CODE}::float8
    when starts_with(code_normalise, ${digits}) then ${CODE_PREFIX}::float8
    else 0 end`;
}
