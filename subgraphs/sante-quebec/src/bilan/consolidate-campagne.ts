// A door of its own: what it imports declares GraphQL types, which need this first.
import 'reflect-metadata';
import { createHash, createHmac } from 'node:crypto';
import type { AskGraph } from '@palier/runtime/ask-graph';
import type { Database } from '@palier/runtime/database';
import { PalierError } from '@palier/runtime/errors';
import { groupedByKey } from '@palier/runtime/loader';
import { tablesOf } from '@palier/runtime/tables-of';
import { findCampagnesByCodes } from '../campagne/campagne.queries.ts';
import { type ExpectedCell, listExpectedCells } from '../canevas/canevas.queries.ts';
import { listOwingTerritoires, listTerritoireCodes } from '../etablissement/etablissement.queries.ts';
import type { Tables } from '../tables.ts';
import {
  findConsolidation,
  findReleves,
  listCampagnesDue,
  listCampagnesStanding,
  noteClosed,
  openSecret,
  publishConsolidation,
  saveReleves,
  withholdVerdicts,
} from './bilan.queries.ts';
import {
  type Empreinte,
  NO_MEASURE,
  type PublishedMeasure,
  type StatedExigence,
  type Suppressed,
  readComposition,
  readEmpreintes,
  readExigences,
  readMeasures,
  readSuppressed,
  refuseFewer,
} from './read-graph.ts';
import { type Tally, tally } from './tally.ts';
import type { BilanTerritoireTable, CompositionTable, ReleveTable } from '../../tables/bilan.table.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';

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

/** What became of a campagne whose bilans were looked at. */
export type ConsolidationOutcome =
  | Consolidation
  /** Cells of bilans that stand tell their verdicts no more: a figure that they counted is suppressed since. */
  | { readonly etat: 'RESERVEE'; readonly campagne: string; readonly cases: number };

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
  const territoires = await listTerritoireCodes(tables);
  const owing = new Set(await listOwingTerritoires(tables));
  const cells = await listExpectedCells(tables, campagne.canevas_code);
  // Both are known before the measures are: what changes meanwhile makes the next run consolidate again.
  const fermee = campagne.fermee_le !== null;
  const empreintes = await readEmpreintes(graph, campagne.exercice);
  const exigences = await readExigences(graph, [...new Set(cells.map(({ exigence }) => exigence))]);
  const composition = await readUnits(graph, territoires);
  const rules = fingerprint([RULES, cells, campagne.periodes, [...exigences.values()]]);
  const wanted = new Map(
    territoires.map((one) => [one, fingerprint([rules, owing.has(one), empreintes.get(one) ?? NO_MEASURE])]),
  );
  // Read by all, and but for the figures that are suppressed since, made of what all read: without a secret, they would be found by trying.
  const version = createHmac('sha256', await openSecret(tables))
    .update(JSON.stringify([[...wanted], composition]))
    .digest('hex');
  const outcome = { campagne: campagne.code, version };
  if ((await findConsolidation(tables, campagne.code))?.version === version) {
    if (fermee) await noteClosed(tables, campagne.code, version);
    return { etat: 'INCHANGEE', ...outcome };
  }
  const known = new Map(
    (await findReleves(tables, campagne.code)).map((row) => [row.territoire_code, row.empreinte]),
  );
  const changed = territoires.filter((one) => known.get(one) !== wanted.get(one));
  let mesures = 0;
  for (let start = 0; start < changed.length; start += BATCH) {
    const batch = changed.slice(start, start + BATCH);
    const measures = await readMeasures(graph, campagne.exercice, batch);
    mesures += measures.length;
    const releves = toReleves({
      campagne,
      territoires: batch,
      owing,
      cells,
      measures,
      exigences,
      empreintes,
    });
    for (const { territoire_code, mesures: read } of releves)
      refuseFewer(territoire_code, read, empreintes.get(territoire_code)?.nombre ?? 0);
    await saveReleves(
      tables,
      releves.map((row) => ({ ...row, empreinte: wanted.get(row.territoire_code) ?? '' })),
    );
  }
  const isSettled =
    fingerprint([...(await readEmpreintes(graph, campagne.exercice))]) === fingerprint([...empreintes]);
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
      releves: wanted,
      composition,
      isDemonstration: campagne.provenance.origine === 'DEMONSTRATION',
      note: 'comptes faits par Palier sur les mesures publiées par les établissements ; les verdicts sont déduits',
    },
  );
  return { etat: 'CONSOLIDEE', ...outcome, mesures, isSettled };
}

export interface DueOutcome {
  readonly outcomes: readonly ConsolidationOutcome[];
  /** What stopped the consolidation of some campagnes: the bilans that they had stay. */
  readonly failures: readonly { readonly campagne: string; readonly error: unknown }[];
}

/**
 * Each campagne whose bilans may still change: open, or not consolidated since it is closed. The current one comes first; one that
 * fails keeps none of the others from it. Those that stand tell no more the verdict of a figure that is suppressed since.
 */
export async function consolidateDue(request: ConsolidationRequest): Promise<DueOutcome> {
  const tables = tablesOf<Tables>(request.database.kysely, 'sante_quebec');
  const outcomes: ConsolidationOutcome[] = [];
  const failures: { campagne: string; error: unknown }[] = [];
  for (const { code: campagne } of await listCampagnesDue(tables))
    try {
      const outcome = await consolidateCampagne({ ...request, campagne });
      if (outcome !== undefined) outcomes.push(outcome);
    } catch (error) {
      failures.push({ campagne, error });
    }
  for (const { code: campagne, exercice } of await listCampagnesStanding(tables))
    try {
      const cases = await withholdVerdicts(tables, campagne, await readSuppressed(request.graph, exercice));
      if (cases > 0) outcomes.push({ etat: 'RESERVEE', campagne, cases });
    } catch (error) {
      failures.push({ campagne, error });
    }
  return { outcomes, failures };
}

/** Changes when the same measures are no longer counted the same. */
const RULES = 6;

/** The units of each territory that Santé Québec knows. Raises when the ministry does not know one of them. */
async function readUnits(
  graph: AskGraph,
  territoires: readonly string[],
): Promise<Omit<CompositionTable, 'campagne_code'>[]> {
  const composition = await readComposition(graph);
  return territoires.map((territoire_code) => {
    const units = composition.get(territoire_code);
    if (units === undefined)
      throw new PalierError(
        'CONTENU_INVALIDE',
        `Le ministère ne connaît pas le territoire ${territoire_code}.`,
      );
    return {
      territoire_code,
      rls: units.reseauLocal?.code ?? null,
      rts: units.reseauTerritorial?.code ?? null,
      rss: units.region?.code ?? null,
      ruisss: units.ruisss?.code ?? null,
    };
  });
}

interface Counted {
  readonly campagne: CampagneTable;
  readonly territoires: readonly string[];
  readonly owing: ReadonlySet<string>;
  readonly cells: readonly ExpectedCell[];
  readonly measures: readonly PublishedMeasure[];
  readonly exigences: ReadonlyMap<string, StatedExigence>;
  readonly empreintes: ReadonlyMap<string, Empreinte>;
}

function toReleves({
  campagne,
  territoires,
  measures,
  empreintes,
  ...rest
}: Counted): Omit<ReleveTable, 'empreinte'>[] {
  const counted = tally({ territoires, measures, periodes: campagne.periodes, ...rest });
  const tallies = groupedByKey(territoires, counted, ({ territoire }) => territoire);
  const read = groupedByKey(territoires, measures, ({ territoire }) => territoire?.code ?? '');
  return territoires.map((territoire_code, index) => {
    const own = tallies[index] ?? [];
    const { supprimees } = empreintes.get(territoire_code) ?? NO_MEASURE;
    return {
      campagne_code: campagne.code,
      territoire_code,
      mesures: read[index]?.length ?? 0,
      fictif: own.some(({ fictif }) => fictif),
      comptes: own.map((counts) => toRow(campagne.code, counts, supprimees)),
    };
  });
}

/** Of all that the counts depend on: a corrected threshold changes a bilan as much as a corrected measure does. */
function fingerprint(read: unknown): string {
  return createHash('sha256').update(JSON.stringify(read)).digest('hex');
}

function toRow(
  campagne: string,
  { territoire, cell, ...counts }: Tally,
  suppressed: readonly Suppressed[],
): BilanTerritoireTable {
  return {
    campagne_code: campagne,
    territoire_code: territoire,
    exigence_code: cell.exigence,
    volet: cell.volet,
    indicateur_code: cell.indicateur,
    conformes: counts.conformes,
    non_conformes: counts.nonConformes,
    indetermines: counts.indetermines,
    sans_verdict: counts.sansVerdict,
    absents: counts.absents,
    supprimees: suppressed
      .filter(({ exigence, volet }) => exigence === cell.exigence && (volet ?? '') === cell.volet)
      .map(({ periode }) => periode)
      .sort(),
    comptees: counts.comptees.toSorted(),
    verdicts_reserves: false,
  };
}
