import { groupedByKey } from '@palier/runtime/loader';
import type { ExpectedCell } from '../canevas/canevas.queries.ts';
import {
  type Empreinte,
  NO_MEASURE,
  type PublishedMeasure,
  type StatedExigence,
  type Suppressed,
} from './ask-levels.ts';
import { type Tally, tally } from './tally.ts';
import type { BilanTerritoireTable } from '../../tables/bilan.table.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';
import type { ReleveTable } from '../../tables/consolidation.table.ts';

/** What measures are counted by. */
export interface CountedBy {
  readonly campagne: CampagneTable;
  /** The territories of which an account is owed. */
  readonly owing: ReadonlySet<string>;
  readonly cells: readonly ExpectedCell[];
  readonly exigences: ReadonlyMap<string, StatedExigence>;
  readonly empreintes: ReadonlyMap<string, Empreinte>;
}

/** What is counted of each territory, of all its measures. */
export function countTerritoires(
  territoires: readonly string[],
  measures: readonly PublishedMeasure[],
  { campagne, owing, cells, exigences, empreintes }: CountedBy,
): Omit<ReleveTable, 'empreinte'>[] {
  const counted = tally({ territoires, owing, cells, periodes: campagne.periodes, measures, exigences });
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
