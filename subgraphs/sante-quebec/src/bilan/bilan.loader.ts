import { toInstant } from '@palier/runtime/instant';
import { defineLoader } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { type BilanTerritoireTable, type ConsolidationTable, findBilans } from './bilan.queries.ts';
import type { BilanExigence, BilanIndicateurValue, BilanValue, CompteValue } from './bilan.type.ts';

interface BilanKey {
  readonly campagne: string;
  readonly territoire: string;
}

type BilanRow = BilanTerritoireTable & ConsolidationTable;

/** The bilan of each territory for each campagne; null while the campagne is not consolidated. */
export const bilanLoader = defineLoader<BilanKey, BilanValue | null>(async ({ database }: Reading, keys) => {
  const campagnes = [...new Set(keys.map(({ campagne }) => campagne))];
  const rows = await findBilans(
    database,
    campagnes,
    keys.map(({ territoire }) => territoire),
  );
  const groups = groupBy(rows, (row) => nameOf(row.campagne_code, row.territoire_code));
  return keys.map(({ campagne, territoire }) => toBilan(groups.get(nameOf(campagne, territoire)) ?? []));
});

function nameOf(campagne: string, territoire: string): string {
  return `${campagne}/${territoire}`;
}

function toBilan(rows: readonly BilanRow[]): BilanValue | null {
  const [first] = rows;
  if (first === undefined) return null;
  return {
    campagneCode: first.campagne_code,
    ...sumUp(rows),
    parIndicateur: [...groupBy(rows, (row) => row.indicateur_code)].map(toBilanIndicateur),
    consolideLe: toInstant(first.consolide_le),
    source: first.source,
    version: first.version,
    provenance: toProvenance(first.provenance),
  };
}

function toBilanIndicateur([indicateurCode, rows]: [string, readonly BilanRow[]]): BilanIndicateurValue {
  return { indicateurCode, ...sumUp(rows), parExigence: rows.map(toBilanExigence) };
}

function toBilanExigence(row: BilanRow): BilanExigence {
  return {
    ...sumUp([row]),
    exigence: { code: row.exigence_code },
    volet: row.volet === '' ? null : row.volet,
  };
}

function sumUp(rows: readonly BilanRow[]): CompteValue {
  const sum = (countOf: (row: BilanRow) => number): number =>
    rows.reduce((total, row) => total + countOf(row), 0);
  return {
    conformes: sum((row) => row.conformes),
    nonConformes: sum((row) => row.non_conformes),
    indetermines: sum((row) => row.indetermines),
    sansVerdict: sum((row) => row.sans_verdict),
    absents: sum((row) => row.absents),
  };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
