// A door of its own: what it imports declares GraphQL types, which need this first.
import 'reflect-metadata';
import { createHash, createHmac } from 'node:crypto';
import type { AskGraph } from '@palier/runtime/ask-graph';
import { lastEndedPeriode, listPeriodes } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Database } from '@palier/runtime/database';
import { tablesOf } from '@palier/runtime/tables-of';
import type { Kysely } from 'kysely';
import { findCampagnesByCodes } from '../campagne/campagne.queries.ts';
import { listExpectedCells } from '../canevas/canevas.queries.ts';
import { listOwingTerritoires, listTerritoireCodes } from '../etablissement/etablissement.queries.ts';
import type { Tables } from '../tables.ts';
import {
  NO_MEASURE,
  askComposition,
  askEmpreintes,
  askExigences,
  askMeasures,
  askSuppressed,
  notKnown,
  refuseFewer,
} from './ask-levels.ts';
import { askRetained } from './ask-retained.ts';
import {
  findConsolidation,
  findReleves,
  noteClosed,
  openSecret,
  saveReleves,
  withholdVerdicts,
} from './consolidation.queries.ts';
import { type CountedBy, countTerritoires } from './count-territoires.ts';
import { publishConsolidation } from './publication.queries.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';
import type { CompositionTable } from '../../tables/consolidation.table.ts';

export interface ConsolidationRequest {
  readonly database: Pick<Database, 'kysely'>;
  readonly graph: AskGraph;
  readonly now: () => Date;
}

/** INCHANGEE: the figures read are those already consolidated. */
export type Consolidation =
  | { readonly etat: 'INCHANGEE'; readonly campagne: string; readonly version: string }
  | {
      readonly etat: 'CONSOLIDEE';
      readonly campagne: string;
      readonly version: string;
      readonly mesures: number;
      /** Whether nothing changed while it was counted: what is counted was then published together. */
      readonly isSettled: boolean;
    };

const SOURCE = 'mesures des établissements, lues par le graphe';

/** Territories read before what was counted of them is written: what a run that is cut off may have to read again. */
const BATCH = 24;

/**
 * Consolidates a campagne (mandate S4): reads the measures of the établissements, the thresholds and the units of the ministry
 * through the graph, judges them, and replaces the campagne's bilans in one transaction. Can be run again at any time: what
 * was counted of a territory whose measures did not change is not read again, whether the run that counted it ended or was
 * cut off; and a run that is cut off leaves the former bilans whole. Nothing is made of a campagne that is not there.
 */
export async function consolidateCampagne({
  database,
  graph,
  now,
  campagne: code,
}: ConsolidationRequest & { readonly campagne: string }): Promise<Consolidation | undefined> {
  const tables = tablesOf<Tables>(database.kysely, 'sante_quebec');
  const [campagne] = await findCampagnesByCodes(tables, [code]);
  if (campagne === undefined) return undefined;
  // Both are known before the measures are: what changes meanwhile makes the next run consolidate again.
  const fermee = campagne.fermee_le !== null;
  const basis = await askBasis(tables, graph, campagne, now());
  const version = versionOf(basis, await openSecret(tables));
  const outcome = { campagne: campagne.code, version };
  const known = await findConsolidation(tables, campagne.code);
  if (known?.version === version && known.withheld !== true) {
    if (fermee) await noteClosed(tables, campagne.code, version);
    return { etat: 'INCHANGEE', ...outcome };
  }
  const mesures = await countChanged(tables, graph, basis);
  const isSettled =
    fingerprint([...(await askEmpreintes(graph, campagne.exercice))]) === fingerprint([...basis.empreintes]);
  await publishConsolidation(
    tables,
    {
      campagne_code: campagne.code,
      source: SOURCE,
      version,
      consolide_le: now().toISOString(),
      // Closed, it stands once nothing changed while it was counted.
      fermee: fermee && isSettled,
    },
    {
      releves: basis.wanted,
      composition: basis.composition,
      isDemonstration: campagne.provenance.origine === 'DEMONSTRATION',
      note: 'comptes faits par Palier sur les mesures publiées par les établissements ; les verdicts sont déduits',
    },
  );
  // What was suppressed before it was written had nothing to withhold.
  await withholdVerdicts(tables, outcome, await askSuppressed(graph, campagne.exercice));
  return { etat: 'CONSOLIDEE', ...outcome, mesures, isSettled };
}

/** The version that the bilans of a campagne would have, were they consolidated now: nothing is counted, nor written. */
export async function findVersionToCome(
  database: Kysely<Tables>,
  graph: AskGraph,
  code: string,
): Promise<string | undefined> {
  const [campagne] = await findCampagnesByCodes(database, [code]);
  if (campagne === undefined) return undefined;
  return versionOf(await askBasis(database, graph, campagne, new Date()), await openSecret(database));
}

/** All that the bilans of a campagne are made of, but for the measures themselves. */
interface Basis extends CountedBy {
  readonly territoires: readonly string[];
  readonly composition: readonly Omit<CompositionTable, 'campagne_code'>[];
  /** What each territory is to be counted from: it changes when what would be counted of it does. */
  readonly wanted: ReadonlyMap<string, string>;
}

async function askBasis(
  tables: Kysely<Tables>,
  graph: AskGraph,
  campagne: CampagneTable,
  now: Date,
): Promise<Basis> {
  const periodes = campagne.periodes.length === 0 ? listPeriodes(campagne.exercice) : campagne.periodes;
  const until = campagne.fermee_le === null ? now.toISOString() : toInstant(campagne.fermee_le);
  const finie = lastEndedPeriode(toLocalDay(until));
  const territoires = await listTerritoireCodes(tables);
  const owing = new Set(await listOwingTerritoires(tables));
  const cells = await listExpectedCells(tables, campagne.canevas_code);
  const empreintes = await askEmpreintes(graph, campagne.exercice);
  const exigences = await askExigences(graph, [...new Set(cells.map(({ exigence }) => exigence))]);
  const composition = await askUnits(graph, territoires);
  const retained = await askRetained(tables, graph, campagne.code);
  const rules = fingerprint([
    ...[RULES, cells, periodes, periodes.filter((periode) => periode <= finie)],
    // Once it is closed, nothing more is asked of those that had not ended.
    ...[campagne.fermee_le !== null && periodes.some((periode) => periode > finie), [...exigences.values()]],
  ]);
  const wanted = new Map(
    territoires.map((one) => [
      one,
      fingerprint(
        [rules, owing.has(one), empreintes.get(one) ?? NO_MEASURE, retained.get(one)].filter(
          (said) => said !== undefined,
        ),
      ),
    ]),
  );
  return {
    campagne,
    periodes,
    finie,
    territoires,
    owing,
    cells,
    empreintes,
    exigences,
    retained,
    composition,
    wanted,
  };
}

/** Read by all, and but for the figures that are suppressed since, made of what all read: without a secret, they would be found by trying. */
const versionOf = ({ wanted, composition }: Basis, secret: string): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([[...wanted], composition]))
    .digest('hex');

/** Counts the territories that were not yet counted from what they are to be. @returns how many measures were read */
async function countChanged(tables: Kysely<Tables>, graph: AskGraph, basis: Basis): Promise<number> {
  const { campagne, territoires, empreintes, wanted } = basis;
  const known = new Map(
    (await findReleves(tables, campagne.code)).map((row) => [row.territoire_code, row.empreinte]),
  );
  const changed = territoires.filter((one) => known.get(one) !== wanted.get(one));
  let mesures = 0;
  for (let start = 0; start < changed.length; start += BATCH) {
    const batch = changed.slice(start, start + BATCH);
    const measures = await askMeasures(graph, campagne.exercice, batch);
    mesures += measures.length;
    const releves = countTerritoires(batch, measures, basis);
    for (const { territoire_code, mesures: read } of releves)
      refuseFewer(territoire_code, read, empreintes.get(territoire_code)?.nombre ?? 0);
    await saveReleves(
      tables,
      releves.map((row) => ({ ...row, empreinte: wanted.get(row.territoire_code) ?? '' })),
    );
  }
  return mesures;
}

/** Changes when the same measures are no longer counted the same. */
const RULES = 7;

/** The units of each territory that Santé Québec knows. Raises when the ministry does not know one of them. */
async function askUnits(
  graph: AskGraph,
  territoires: readonly string[],
): Promise<Omit<CompositionTable, 'campagne_code'>[]> {
  const composition = await askComposition(graph);
  return territoires.map((territoire_code) => {
    const units = composition.get(territoire_code);
    if (units === undefined) throw notKnown(`Le ministère ne connaît pas le territoire ${territoire_code}.`);
    return {
      territoire_code,
      rls: units.reseauLocal?.code ?? null,
      rts: units.reseauTerritorial?.code ?? null,
      rss: units.region?.code ?? null,
      ruisss: units.ruisss?.code ?? null,
    };
  });
}

/** Of all that the counts depend on: a corrected threshold changes a bilan as much as a corrected measure does. */
function fingerprint(read: unknown): string {
  return createHash('sha256').update(JSON.stringify(read)).digest('hex');
}
