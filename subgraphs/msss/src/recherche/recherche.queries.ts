import type { ProvenanceRow } from '@palier/runtime/provenance';
import { type Kysely, sql } from 'kysely';
import type { Generated } from 'kysely';
import type { Tables } from '../tables.ts';
import type { RechercheDemandee } from './parse-recherche.ts';

export interface RechercheTable {
  type: string;
  code: string;
  titre: string;
  texte: string;
  /** What the rank is multiplied by. */
  poids: number;
  code_normalise: string;
  titre_normalise: string;
  texte_normalise: string;
  provenance: ProvenanceRow;
  vecteur: Generated<string>;
}

export interface RechercheChoix extends RechercheDemandee {
  /** The types kept; all of them when undefined. */
  readonly types: readonly string[] | undefined;
}

const EXACT_CODE = 20;
const PARENT_CODE = 10;
const CODE_PREFIX = 5;

export function listResultats(
  database: Kysely<Tables>,
  choix: RechercheChoix,
  page: { readonly afterKey: string | undefined; readonly limit: number },
) {
  return classer(database, choix)
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
      'classe.cle',
    ])
    .$if(page.afterKey !== undefined, (query) =>
      query.where(sql<boolean>`classe.cle > ${page.afterKey ?? ''} collate "C"`),
    )
    .orderBy(sql`classe.cle collate "C"`)
    .limit(page.limit)
    .execute();
}

export async function countResultats(database: Kysely<Tables>, choix: RechercheChoix): Promise<number> {
  const { count } = await classer(database, choix)
    .selectFrom('classe')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Rows that hold every word (the empty words of French aside), or whose code was typed; the best have the smallest key. */
function classer(database: Kysely<Tables>, { normalise, mots, types }: RechercheChoix) {
  return database
    .with(
      (cte) => cte('mot').materialized(),
      (query) =>
        query
          .selectFrom(sql<{ mot: string }>`unnest(${[...mots]}::text[])`.as<'m'>(sql`m(mot)`))
          .select(
            sql<string>`to_tsquery('simple', mot || ':*') || to_tsquery('french', mot || ':*')`.as('requete'),
          )
          .where(sql<boolean>`ts_lexize('french_stem', mot) is distinct from '{}'`),
    )
    .with('trouve', (query) =>
      query
        .selectFrom('recherche')
        .innerJoin('mot', (join) => join.on(sql<boolean>`vecteur @@ requete`))
        .select(['type', 'code', sql<number>`sum(ts_rank(vecteur, requete)) * poids`.as('rang')])
        .groupBy(['type', 'code'])
        .having(
          ({ fn, selectFrom }) =>
            sql<boolean>`${fn.countAll()} = ${selectFrom('mot').select((mot) => mot.fn.countAll().as('count'))}`,
        )
        .unionAll(
          query
            .selectFrom('recherche')
            .select(['type', 'code', rankByCode(normalise).as('rang')])
            .where(sql<boolean>`${rankByCode(normalise)} > 0`),
        ),
    )
    .with('classe', (query) =>
      query
        .selectFrom('trouve')
        .select(['type', 'code', sql<number>`sum(rang)::float8`.as('rang')])
        .select(
          sql<string>`lpad((1000000000 - round(sum(rang) * 1000000))::bigint::text, 10, '0') || ':' || type || ':' || code`.as(
            'cle',
          ),
        )
        .$if(types !== undefined, (found) =>
          found.where('type', '=', sql<string>`any(${[...(types ?? [])]}::text[])`),
        )
        .groupBy(['type', 'code']),
    );
}

/** « A-P11 » is itself, then stands above « A-P11:INFO_SOCIAL »; the first digits of a unit's code bring what it holds. */
function rankByCode(normalise: string) {
  const digits = /^\d+$/.test(normalise) ? normalise : ' ';
  return sql<number>`case
    when code_normalise = ${normalise} then ${EXACT_CODE}::float8
    when starts_with(code_normalise, ${`${normalise} `}) then ${PARENT_CODE}::float8
    when starts_with(code_normalise, ${digits}) then ${CODE_PREFIX}::float8
    else 0 end`;
}
