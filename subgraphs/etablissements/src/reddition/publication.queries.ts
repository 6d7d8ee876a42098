import { lastSaidFirst, type PastRow, selectPast } from '@palier/runtime/data/remembered-tables';
import { anyOf } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import {
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import { figuresOf } from '../mesure/figures.queries.ts';
import { SANS_VALEUR } from '../mesure/mesure.queries.ts';
import type { StatutFigure } from '../mesure/mesure-enums.ts';
import { SAID_COLUMNS } from '../../tables/mesure.table.ts';
import type { Tables } from '../tables.ts';

interface Publication {
  readonly reddition: string;
  readonly saisieLe: string;
  readonly provenance: ProvenanceRow;
  /**
   * Which of the versions that stand publishes a measure that several say: the one that said it last, a line that is carried over
   * being as old as what it repeats; or, of the acts of before, the same by instants alone, or the one submitted last.
   */
  readonly par: 'DITE' | 'DITE_AU' | 'SOUMISE';
  /**
   * Whether what was known of a measure counts: its versions go on from the last that it had, and the campagne for which it was made
   * up keeps it, and what another établissement said since in the same campagne stands; by the acts of before, one that was no more
   * began again at 1, that campagne lost it, and the last version submitted stood.
   */
  readonly histoire: boolean;
}

type Settling = Omit<Publication, 'reddition'>;

/**
 * The measures become those of a submitted version, but for some: new ones as they are, changed ones revised and of the next
 * version. What did not change is not touched, but for the campagne, which it serves from now on.
 */
async function publishLignes(
  database: Kysely<Tables>,
  { reddition, ...rest }: Publication,
  except: readonly string[],
): Promise<void> {
  const lignes = database
    .selectFrom('ligne_reddition as ligne')
    .innerJoin('reddition', 'reddition.id', 'ligne.reddition_id')
    .selectAll('ligne')
    .select('reddition.campagne')
    .where('ligne.reddition_id', '=', reddition)
    .$if(except.length > 0, (query) =>
      query.where('ligne.mesure_id', '<>', sql<string>`all(${[...except]}::text[])`),
    );
  await publish(database, sql`${lignes}`, rest);
}

/** What publishes a measure: a line of a version, and the campagne of that version. */
async function publish(
  database: Kysely<Tables>,
  lignes: RawBuilder<unknown>,
  { saisieLe, provenance, histoire }: Settling,
): Promise<void> {
  type Ligne = Tables['ligne_reddition'] & { readonly campagne: string };
  const before = selectPast(database, 'mesure')
    .select(({ fn }) => fn.max('past.version').as('version'))
    .where('past.id', '=', sql.ref<string>('ligne.mesure_id'))
    .$if(!histoire, (query) => query.where(sql<boolean>`false`));
  await database
    .insertInto('mesure')
    .columns(['id', 'campagne', ...SAID_COLUMNS, 'version', 'saisie_le', 'etablissement_code', 'provenance'])
    .expression((builder) =>
      builder
        .selectFrom(sql<Ligne>`${lignes}`.as('ligne'))
        .innerJoinLateral(before.as('before'), (join) => join.onTrue())
        .select([
          'ligne.mesure_id as id',
          'ligne.campagne',
          'ligne.periode',
          'ligne.territoire_code',
          'ligne.exigence_code',
          'ligne.volet',
          'ligne.unite',
          'ligne.valeur',
          'ligne.numerateur',
          'ligne.denominateur',
          sql<StatutFigure>`case when ligne.statut = 'PROVISOIRE' and before.version is not null then 'REVISEE' else ligne.statut end`.as(
            'statut',
          ),
          sql<number>`coalesce(before.version, 0) + 1`.as('version'),
          sql<string>`${saisieLe}::timestamptz`.as('saisie_le'),
          'ligne.etablissement_code',
          sql<ProvenanceRow>`${JSON.stringify(provenance)}::jsonb`.as('provenance'),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(({ ref }) => ({
          aussi: sql`case when ${serves} then mesure.aussi else mesure.aussi || excluded.campagne end`,
          valeur: ref('excluded.valeur'),
          numerateur: ref('excluded.numerateur'),
          denominateur: ref('excluded.denominateur'),
          statut: ifDiffers(
            sql`case excluded.statut when 'PROVISOIRE' then 'REVISEE' else excluded.statut end`,
            'statut',
          ),
          version: sql`mesure.version + (${differs})::int`,
          saisie_le: ifDiffers(sql`excluded.saisie_le`, 'saisie_le'),
          etablissement_code: ifDiffers(sql`excluded.etablissement_code`, 'etablissement_code'),
          provenance: ifDiffers(sql`excluded.provenance`, 'provenance'),
        }))
        .where(sql<boolean>`${differs} or not ${serves}`),
    )
    .execute();
}

/** Whether a measure says something else than it did. */
const differs = sql<boolean>`(${figuresOf('mesure')} is distinct from ${figuresOf('excluded')})`;

/** Whether the measure is already of the campagne that publishes it. */
const serves = sql<boolean>`(mesure.campagne = excluded.campagne or excluded.campagne = any(mesure.aussi))`;

const ifDiffers = <Value>(value: RawBuilder<unknown>, column: string): RawBuilder<Value> =>
  sql<Value>`case when ${differs} then ${value} else ${sql.ref(`mesure.${column}`)} end`;

/**
 * A version is submitted: its measures are what it says, but for what another said since of a line that it carries over; what it
 * says no more is that of another campagne, or is no more.
 */
export async function publishVersion(database: Kysely<Tables>, publication: Publication): Promise<void> {
  const { reddition, ...rest } = publication;
  const elsewhere = [
    ...(await listDropped(database, reddition)),
    ...(rest.par !== 'SOUMISE' ? await listSaidSince(database, publication) : []),
  ];
  if (elsewhere.length > 0) await settle(database, elsewhere, rest);
  await publishLignes(database, publication, elsewhere);
}

/** The measures that the versions before said, and that this one does not. */
async function listDropped(database: Kysely<Tables>, reddition: string): Promise<string[]> {
  const rows = await database
    .selectFrom('reddition as latest')
    .innerJoin('reddition as former', (join) =>
      join
        .onRef('former.etablissement_code', '=', 'latest.etablissement_code')
        .onRef('former.campagne', '=', 'latest.campagne')
        .onRef('former.version', '<', 'latest.version')
        .on('former.etat', '=', 'SOUMISE'),
    )
    .innerJoin('ligne_reddition as line', 'line.reddition_id', 'former.id')
    .where('latest.id', '=', reddition)
    .where('line.mesure_id', 'not in', ({ selectFrom }) =>
      selectFrom('ligne_reddition as kept')
        .select('kept.mesure_id')
        .where('kept.reddition_id', '=', reddition),
    )
    .select('line.mesure_id')
    .distinct()
    .execute();
  return rows.map(({ mesure_id }) => mesure_id);
}

/** The measures of a version that another campagne, or another établissement, said last; by the acts of before, another campagne. */
async function listSaidSince(
  database: Kysely<Tables>,
  { reddition, par, histoire }: Publication,
): Promise<string[]> {
  const shared = database
    .selectFrom('ligne_reddition as own')
    .innerJoin('reddition as version', 'version.id', 'own.reddition_id')
    .innerJoin('ligne_reddition as other', 'other.mesure_id', 'own.mesure_id')
    .innerJoin('reddition as elsewhere', 'elsewhere.id', 'other.reddition_id')
    .where('own.reddition_id', '=', reddition)
    // Most lines say the same in each: who said it last changes nothing of them.
    .where(sql<boolean>`${figuresOf('own')} is distinct from ${figuresOf('other')}`)
    .where('elsewhere.etat', '=', 'SOUMISE')
    .where(
      // A territory may have passed from one établissement to another: both said it in the same campagne.
      histoire
        ? sql<boolean>`(elsewhere.campagne, elsewhere.etablissement_code) <> (version.campagne, version.etablissement_code)`
        : sql<boolean>`elsewhere.campagne <> version.campagne`,
    )
    .select('own.mesure_id');
  const rows = await database
    .selectFrom(publishing(database, par).where('ligne.mesure_id', 'in', shared).as('last'))
    .select('mesure_id')
    .where('reddition_id', '<>', reddition)
    .execute();
  return rows.map(({ mesure_id }) => mesure_id);
}

/**
 * A version is withdrawn: each of its measures, and of those of the version that stands again, if it is said, is that of the version
 * that stands and says it, or is no more.
 */
export async function restoreMesures(
  database: Kysely<Tables>,
  { reddition, retablit, ...rest }: Publication & { readonly retablit: string | null },
): Promise<void> {
  const lignes = await database
    .selectFrom('ligne_reddition')
    .select('mesure_id')
    .distinct()
    .where('reddition_id', 'in', retablit === null ? [reddition] : [reddition, retablit])
    .execute();
  await settle(
    database,
    lignes.map(({ mesure_id }) => mesure_id),
    rest,
  );
}

/** A campagne that a measure serves, and since when. */
interface Served {
  readonly mesure_id: string;
  readonly campagne: string;
  readonly depuis: string;
}

/** Each of these measures is what the version that publishes it says, in whatever campagne, or what was made up before any, or is no more. */
async function settle(database: Kysely<Tables>, mesures: readonly string[], rest: Settling): Promise<void> {
  const ids = anyOf(mesures);
  const carrying = submitted(database).where('ligne.mesure_id', '=', ids);
  const said = carrying.where(stands).select('ligne.mesure_id');
  if (rest.par !== 'SOUMISE') await restoreMadeUp(database, mesures);
  await database
    .deleteFrom('mesure')
    .where('id', '=', ids)
    .where('id', 'not in', said)
    .$if(rest.par !== 'SOUMISE', (query) => query.where('etablissement_code', 'is not', null))
    .execute();
  // In the order in which the campagnes came to publish it.
  const served = carrying
    .select(['ligne.mesure_id', 'reddition.campagne'])
    .select(({ fn }) => fn.min('reddition.soumise_le').as('depuis'))
    .groupBy(['ligne.mesure_id', 'reddition.campagne'])
    .having((builder) => sql<boolean>`bool_or(${stands(builder)})`);
  const made = madeUp(database, ids)
    .select(['past.id as mesure_id', 'past.campagne'])
    .select(sql<string>`'-infinity'::timestamptz`.as('depuis'));
  const each = rest.histoire ? sql<Served>`((${served}) union all (${made}))` : sql<Served>`(${served})`;
  const campagnes = database
    .selectFrom(
      database
        .selectFrom(each.as('each'))
        .select(['each.mesure_id', 'each.campagne'])
        .select(({ fn }) => fn.min('each.depuis').as('depuis'))
        .groupBy(['each.mesure_id', 'each.campagne'])
        .as('served'),
    )
    .select('mesure_id')
    .select(sql<string[]>`array_agg(campagne order by depuis, campagne)`.as('campagnes'))
    .groupBy('mesure_id');
  await database
    .updateTable('mesure')
    .from(campagnes.as('now'))
    .set({ campagne: sql`now.campagnes[1]`, aussi: sql`now.campagnes[2:]` })
    .whereRef('mesure.id', '=', 'now.mesure_id')
    .where(
      sql<boolean>`(mesure.campagne, mesure.aussi) is distinct from (now.campagnes[1], now.campagnes[2:])`,
    )
    .execute();
  await publish(database, sql`${publishing(database, rest.par).where('ligne.mesure_id', '=', ids)}`, rest);
}

const LAST_SAID_FIRST = sql.raw(lastSaidFirst('past'));

/** What each of these measures was last, as it was made up: no version had said it. */
export const madeUp = (database: Kysely<Tables>, ids: RawBuilder<string>) =>
  selectPast(database, 'mesure')
    .distinctOn('past.id')
    .where('past.id', '=', ids)
    .where('past.etablissement_code', 'is', null)
    .where(sql<boolean>`past.aussi = '{}'`)
    .orderBy('past.id')
    .orderBy(LAST_SAID_FIRST);

/** What was made up, and that no version says any more, is as it was before one did. */
async function restoreMadeUp(database: Kysely<Tables>, mesures: readonly string[]): Promise<void> {
  const ids = anyOf(mesures);
  await database
    .updateTable('mesure')
    .from(sql<PastRow<Tables['mesure']>>`(${madeUp(database, ids).selectAll()})`.as('past'))
    .set(({ ref }) => ({
      campagne: ref('past.campagne'),
      aussi: ref('past.aussi'),
      valeur: ref('past.valeur'),
      numerateur: ref('past.numerateur'),
      denominateur: ref('past.denominateur'),
      statut: ref('past.statut'),
      version: sql`mesure.version + (mesure.etablissement_code is not null)::int`,
      saisie_le: ref('past.saisie_le'),
      etablissement_code: null,
      provenance: ref('past.provenance'),
    }))
    .whereRef('mesure.id', '=', 'past.id')
    .where(
      'mesure.id',
      'not in',
      submitted(database).where('ligne.mesure_id', '=', ids).where(stands).select('ligne.mesure_id'),
    )
    .execute();
}

interface Disclosing {
  readonly etablissement: string;
  readonly campagne: string;
  /** What ceases to stand: that version, for the one before, or all those of the campagne, for the draft. */
  readonly instead: { readonly of: string } | { readonly draft: string };
}

/**
 * The measures that are suppressed, or were when they ceased to be, and that would be published otherwise: without the version that
 * stands, or by the draft, which takes them out.
 */
export async function findDisclosed(
  database: Kysely<Tables>,
  { etablissement, campagne, instead }: Disclosing,
): Promise<string[]> {
  const [former, draft] = 'of' in instead ? [2, ''] : [1, instead.draft];
  const left: Left = (name) =>
    'of' in instead
      ? sql<boolean>`${sql.ref(`${name}.id`)} <> ${instead.of}`
      : sql<boolean>`(${sql.ref(`${name}.etablissement_code`)}, ${sql.ref(`${name}.campagne`)}) <> (${etablissement}, ${campagne})`;
  const now = database
    .selectFrom('mesure')
    .select('mesure.statut')
    .where('mesure.id', '=', sql.ref<string>('touched.mesure_id'))
    .where('mesure.statut', 'not in', SANS_VALEUR);
  const then = selectPast(database, 'mesure')
    .select('past.statut')
    .where('past.id', '=', sql.ref<string>('touched.mesure_id'))
    .where('past.statut', 'not in', SANS_VALEUR)
    .orderBy(LAST_SAID_FIRST)
    .limit(1);
  const suppressed = database
    .selectFrom('ligne_reddition as touched')
    .select('touched.mesure_id')
    // What the version that stands says, and what the one before would say again.
    .where('touched.reddition_id', 'in', ({ selectFrom }) =>
      selectFrom('reddition as version')
        .select('version.id')
        .where('version.etablissement_code', '=', etablissement)
        .where('version.campagne', '=', campagne)
        .where('version.etat', '=', 'SOUMISE')
        .orderBy('version.version', 'desc')
        .limit(former),
    )
    .where('touched.mesure_id', 'not in', ({ selectFrom }) =>
      selectFrom('ligne_reddition as kept').select('kept.mesure_id').where('kept.reddition_id', '=', draft),
    )
    .where(sql<boolean>`coalesce(${now}, ${then}) = 'SUPPRIMEE'`);
  const rows = await database
    .selectFrom(publishing(database, 'DITE', left).where('ligne.mesure_id', 'in', suppressed).as('last'))
    .select('mesure_id')
    .where('statut', '<>', 'SUPPRIMEE')
    .orderBy('mesure_id')
    .execute();
  return rows.map(({ mesure_id }) => mesure_id);
}

/** Which of the versions that were submitted are looked at, by the name that each is given. */
export type Left = (name: string) => RawBuilder<boolean>;
const ALL: Left = () => sql<boolean>`true`;

/** The lines of the versions that were submitted, and not withdrawn. */
const submitted = (database: Kysely<Tables>) =>
  database
    .selectFrom('ligne_reddition as ligne')
    .innerJoin('reddition', 'reddition.id', 'ligne.reddition_id')
    .where('reddition.etat', '=', 'SOUMISE');

/** The line that publishes each measure, of those of the versions that stand: in a campagne, the one submitted last. */
export const publishing = (database: Kysely<Tables>, par: Publication['par'], left = ALL) =>
  submitted(database)
    .where(left('reddition'))
    .where(standsAs('reddition', left))
    .distinctOn('ligne.mesure_id')
    .selectAll('ligne')
    .select('reddition.campagne')
    .orderBy('ligne.mesure_id')
    .$if(par === 'DITE', (query) =>
      query.orderBy(saidSince('soumise_par'), 'desc').orderBy('reddition.soumise_par', 'desc'),
    )
    .$if(par === 'DITE_AU', (query) => query.orderBy(saidSince('soumise_le'), 'desc'))
    .$if(par !== 'DITE', (query) =>
      query
        .orderBy('reddition.soumise_le', 'desc')
        .orderBy('reddition.version', 'desc')
        .orderBy('reddition.campagne'),
    );

/** Since when a line is said: by the first of the versions that carry it, for each entry has a provenance of its own. */
const saidSince =
  (column: 'soumise_par' | 'soumise_le') =>
  ({ selectFrom }: ExpressionBuilder<Tables & { ligne: Tables['ligne_reddition'] }, 'ligne'>) =>
    selectFrom('ligne_reddition as same')
      .innerJoin('reddition as first', 'first.id', 'same.reddition_id')
      .select(({ fn }) => fn.min(`first.${column}`).as('depuis'))
      .whereRef('same.mesure_id', '=', 'ligne.mesure_id')
      .whereRef('same.provenance', '=', 'ligne.provenance')
      .where('first.etat', '=', 'SOUMISE');

type Builder = Pick<ExpressionBuilder<Tables, never>, 'not' | 'exists' | 'selectFrom'>;

/** Whether a line, by its name, is as a version that was submitted says it: it was not entered since. */
export const isCarried =
  (name: string) =>
  ({ exists, selectFrom }: Pick<Builder, 'exists' | 'selectFrom'>): Expression<SqlBool> =>
    exists(
      selectFrom('ligne_reddition as carried')
        .innerJoin('reddition as former', 'former.id', 'carried.reddition_id')
        .select('carried.id')
        .where('carried.mesure_id', '=', sql.ref<string>(`${name}.mesure_id`))
        .where('carried.provenance', '=', sql.ref<ProvenanceRow>(`${name}.provenance`))
        .where('former.etat', '=', 'SOUMISE'),
    );

/** Whether a line leaves its place to what is published: another said it since. */
export const cedes =
  (name: string) =>
  (builder: Pick<ExpressionBuilder<Tables, never>, 'and' | 'exists' | 'selectFrom'>): Expression<SqlBool> =>
    builder.and([
      isCarried(name)(builder),
      builder.exists(
        builder
          .selectFrom('mesure as published')
          .select('published.id')
          .where('published.id', '=', sql.ref<string>(`${name}.mesure_id`))
          .where(sql<boolean>`${figuresOf('published')} is distinct from ${figuresOf(name)}`),
      ),
    ]);

/** Whether no version submitted later takes the place of the one that is named so. */
export const standsAs =
  (name: string, left = ALL) =>
  ({ not, exists, selectFrom }: Builder): Expression<SqlBool> =>
    not(
      exists(
        selectFrom('reddition as later')
          .select('later.id')
          .where('later.etablissement_code', '=', sql.ref<string>(`${name}.etablissement_code`))
          .where('later.campagne', '=', sql.ref<string>(`${name}.campagne`))
          .where('later.version', '>', sql.ref<number>(`${name}.version`))
          .where('later.etat', '=', 'SOUMISE')
          .where(left('later')),
      ),
    );
export const stands = standsAs('reddition');
