import { groupedByKey } from '@palier/runtime/loader';
import type { ExpectedCell } from '../canevas/canevas.queries.ts';
import {
  type Empreinte,
  type MesureSans,
  NO_MEASURE,
  type PublishedMeasure,
  type StatedExigence,
  type Suppressed,
} from './ask-levels.ts';
import { retain } from './ask-retained.ts';
import { type Tally, tally } from './tally.ts';
import type { BilanTerritoireTable } from '../../tables/bilan.table.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';
import type { ReleveTable } from '../../tables/consolidation.table.ts';

/** What measures are counted by. */
export interface CountedBy {
  readonly campagne: CampagneTable;
  /** What it asks for, and the last of all periods that is over: on that day, or when it was closed. */
  readonly periodes: readonly string[];
  readonly finie: string;
  /** The territories of which an account is owed. */
  readonly owing: ReadonlySet<string>;
  readonly cells: readonly ExpectedCell[];
  readonly exigences: ReadonlyMap<string, StatedExigence>;
  readonly empreintes: ReadonlyMap<string, Empreinte>;
  /** What the versions that a closing retained say, by territory. */
  readonly retained: ReadonlyMap<string, readonly MesureSans[]>;
}

/** What is counted of each territory, of all its measures. */
export function countTerritoires(
  territoires: readonly string[],
  measures: readonly PublishedMeasure[],
  { campagne, periodes, finie, owing, cells, exigences, empreintes, retained }: CountedBy,
): Omit<ReleveTable, 'empreinte'>[] {
  const instead = new Map(territoires.map((one) => [one, retained.get(one) ?? []]));
  const counted = tally({
    territoires,
    owing,
    cells,
    exigences,
    periodes,
    finie,
    measures: retain(measures, instead),
  });
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
      comptes: own.map((counts) => toRow(campagne, counts, supprimees)),
    };
  });
}

function toRow(
  { code, fermee_le }: CampagneTable,
  { territoire, cell, ...counts }: Tally,
  suppressed: readonly Suppressed[],
): BilanTerritoireTable {
  return {
    campagne_code: code,
    territoire_code: territoire,
    exigence_code: cell.exigence,
    volet: cell.volet,
    indicateur_code: cell.indicateur,
    conformes: counts.conformes,
    non_conformes: counts.nonConformes,
    indetermines: counts.indetermines,
    sans_verdict: counts.sansVerdict,
    absents: counts.absents,
    // Closed, it asks nothing more.
    attendues: fermee_le === null ? counts.attendues : 0,
    supprimees: suppressed
      .filter(({ exigence, volet }) => exigence === cell.exigence && (volet ?? '') === cell.volet)
      .map(({ periode }) => periode)
      .sort(),
    comptees: counts.comptees.toSorted(),
    verdicts_reserves: false,
  };
}
