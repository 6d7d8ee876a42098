// A door of its own: what it imports declares GraphQL types, which need this first.
import 'reflect-metadata';
import { createHash } from 'node:crypto';
import type { Database } from '@palier/runtime/database';
import type { ProvenanceRow } from '@palier/runtime/provenance';
import type { Kysely } from 'kysely';
import {
  type CampagneTable,
  findCampagnesByCodes,
  findCurrentCampagne,
} from '../campagne/campagne.queries.ts';
import { listExpectedCells } from '../canevas/canevas.queries.ts';
import { listTerritoireCodes } from '../etablissement/etablissement.queries.ts';
import type { Tables } from '../tables.ts';
import {
  type BilanTerritoireTable,
  findConsolidationVersion,
  replaceConsolidation,
} from './bilan.queries.ts';
import {
  type PublishedMeasure,
  type QueryGraph,
  readEmpreinte,
  readExigences,
  readMeasures,
} from './read-graph.ts';
import { type Tally, tally } from './tally.ts';

export interface ConsolidationRequest {
  readonly database: Pick<Database, 'kysely'>;
  readonly graph: QueryGraph;
  readonly now: () => Date;
  /** The code of a campagne; the current one without it. */
  readonly campagne?: string;
}

/** SANS_CAMPAGNE: there is none such. INCHANGEE: the figures read are those already consolidated. */
export type ConsolidationOutcome =
  | { readonly etat: 'SANS_CAMPAGNE' }
  | {
      readonly etat: 'INCHANGEE';
      readonly campagne: string;
      readonly version: string;
    }
  | {
      readonly etat: 'CONSOLIDEE';
      readonly campagne: string;
      readonly version: string;
      readonly mesures: number;
    };

const SOURCE = 'mesures des établissements, lues par le graphe';

/**
 * Consolidates a campagne (mandate S4): reads the measures of the établissements and the thresholds of the ministry
 * through the graph, judges them, and replaces the campagne's bilans in one transaction. Can be run again at any time:
 * nothing is written when nothing changed, and a run that is cut off leaves the former bilans whole.
 */
export async function consolidateCampagne({
  database,
  graph,
  now,
  campagne: code,
}: ConsolidationRequest): Promise<ConsolidationOutcome> {
  const tables = database.kysely.withSchema('sante_quebec') as unknown as Kysely<Tables>;
  const campagne = await findCampagne(tables, code);
  if (campagne === undefined) return { etat: 'SANS_CAMPAGNE' };
  const territoires = await listTerritoireCodes(tables);
  const cells = await listExpectedCells(tables, campagne.canevas_code);
  // Read before the measures: one that changes meanwhile makes the next run consolidate again.
  const empreinte = await readEmpreinte(graph, campagne.code);
  const exigences = await readExigences(graph, [...new Set(cells.map(({ exigence }) => exigence))]);
  const version = fingerprint([territoires, cells, [...exigences.values()], empreinte]);
  const outcome = { campagne: campagne.code, version };
  if ((await findConsolidationVersion(tables, campagne.code)) === version)
    return { etat: 'INCHANGEE', ...outcome };
  const measures = await readMeasures(graph, campagne.code);
  const tallies = tally({ territoires, cells, measures, exigences });
  await replaceConsolidation(
    tables,
    {
      campagne_code: campagne.code,
      source: SOURCE,
      version,
      consolide_le: now().toISOString(),
      provenance: provenanceOf(campagne, measures),
    },
    tallies.map((counts) => toRow(campagne.code, counts)),
  );
  return { etat: 'CONSOLIDEE', ...outcome, mesures: measures.length };
}

async function findCampagne(
  database: Kysely<Tables>,
  code: string | undefined,
): Promise<CampagneTable | undefined> {
  return code === undefined
    ? findCurrentCampagne(database)
    : (await findCampagnesByCodes(database, [code]))[0];
}

/** Of all that the counts depend on: a corrected threshold changes a bilan as much as a corrected measure does. */
function fingerprint(read: unknown): string {
  return createHash('sha256').update(JSON.stringify(read)).digest('hex');
}

/** One made-up measure is enough for the whole to be a demonstration. */
function provenanceOf(campagne: CampagneTable, measures: readonly PublishedMeasure[]): ProvenanceRow {
  const isDemonstration =
    campagne.provenance.origine === 'DEMONSTRATION' ||
    measures.some(({ provenance }) => provenance.origine === 'DEMONSTRATION');
  return {
    origine: isDemonstration ? 'DEMONSTRATION' : 'SAISIE',
    note: 'comptes faits par Palier sur les mesures publiées par les établissements ; les verdicts sont déduits',
  };
}

function toRow(campagne: string, counts: Tally): BilanTerritoireTable {
  return {
    campagne_code: campagne,
    territoire_code: counts.territoire,
    exigence_code: counts.cell.exigence,
    volet: counts.cell.volet,
    indicateur_code: counts.cell.indicateur,
    conformes: counts.conformes,
    non_conformes: counts.nonConformes,
    indetermines: counts.indetermines,
    sans_verdict: counts.sansVerdict,
    absents: counts.absents,
  };
}
