import { toInstant } from '@palier/runtime/instant';
import { defineLoader } from '@palier/runtime/loader';
import { type ProvenanceValue, toProvenance } from '@palier/runtime/provenance';
import type { Reading } from '../tables.ts';
import { findBilans, findBilansOfUnites } from './bilan.queries.ts';
import type {
  BilanExigenceValue,
  BilanIndicateurValue,
  BilanValue,
  CompteValue,
  UniteAsked,
} from './bilan.type.ts';
import type { BilanTerritoireTable } from '../../tables/bilan.table.ts';
import type { ConsolidationTable } from '../../tables/consolidation.table.ts';

interface BilanKey {
  readonly campagne: string;
  readonly territoire: string;
}

type BilanRow = Omit<BilanTerritoireTable, 'supprimees' | 'comptees'> & Omit<ConsolidationTable, 'fermee'>;

/** The bilan of each territory for each campagne; null while the campagne is not consolidated. */
export const bilanLoader = defineLoader<BilanKey, BilanValue | null>(async ({ database }: Reading, keys) => {
  const campagnes = [...new Set(keys.map(({ campagne }) => campagne))];
  const rows = await findBilans(
    database,
    campagnes,
    keys.map(({ territoire }) => territoire),
  );
  const groups = groupBy(rows, (row) => nameOf(row.campagne_code, row.territoire_code));
  return keys.map(({ campagne, territoire }) =>
    toBilanTerritoire(groups.get(nameOf(campagne, territoire)) ?? []),
  );
});

/** The bilans of one campagne, each with the code of its territory, in the order of their first rows. */
export function toBilansByTerritoire(
  rows: readonly BilanRow[],
): (readonly [territoire: string, bilan: BilanValue])[] {
  return [...groupBy(rows, (row) => row.territoire_code)].flatMap(([territoire, own]) => {
    const bilan = toBilanTerritoire(own);
    return bilan === null ? [] : [[territoire, bilan] as const];
  });
}

const toBilanTerritoire = (rows: readonly BilanRow[]): BilanValue | null =>
  toBilan(rows, { unite: null, territoires: 1, sansMesure: rows.some(isMeasured) ? 0 : 1 });

const isMeasured = (row: BilanRow): boolean =>
  row.conformes + row.non_conformes + row.indetermines + row.sans_verdict > 0;

/** The bilan of each unit, its territories summed up as they were composed when the campagne was consolidated. */
export const bilanUniteLoader = defineLoader<UniteAsked, BilanValue | null>(
  async ({ database }: Reading, asked) => {
    const groups = groupBy(await findBilansOfUnites(database, asked), ({ rank }) => String(rank));
    return asked.map((unite, index) => {
      const own = groups.get(String(index + 1)) ?? [];
      const [first] = own;
      return toBilan(own, {
        unite,
        territoires: first?.territoires ?? 0,
        sansMesure: first?.territoires_sans_mesure ?? 0,
      });
    });
  },
);

function nameOf(campagne: string, territoire: string): string {
  return `${campagne}/${territoire}`;
}

interface Extent {
  /** Of which unit it is the sum; null for a territory. */
  readonly unite: UniteAsked | null;
  readonly territoires: number;
  readonly sansMesure: number;
}

function toBilan(rows: readonly BilanRow[], { unite, territoires, sansMesure }: Extent): BilanValue | null {
  const [first] = rows;
  if (first === undefined) return null;
  const provenance = toProvenance(first.provenance);
  const groups = groupBy(rows, (row) => row.indicateur_code);
  return {
    campagneCode: first.campagne_code,
    de: unite === null ? ['territoire_code', first.territoire_code] : [unite.sorte.toLowerCase(), unite.code],
    ...sumUp(rows, provenance),
    territoires,
    territoiresSansMesure: sansMesure,
    parIndicateur: [...groups].map(([code, group]) => toBilanIndicateur(code, group, provenance, unite)),
    consolideLe: toInstant(first.consolide_le),
    source: first.source,
    version: first.version,
  };
}

function toBilanIndicateur(
  indicateurCode: string,
  rows: readonly BilanRow[],
  provenance: ProvenanceValue,
  unite: UniteAsked | null,
): BilanIndicateurValue {
  const parExigence = rows.map((row) => toBilanExigence(row, provenance, unite));
  return { indicateurCode, ...sumUp(rows, provenance), parExigence };
}

function toBilanExigence(
  row: BilanRow,
  provenance: ProvenanceValue,
  unite: UniteAsked | null,
): BilanExigenceValue {
  return {
    unite,
    key: {
      campagne: row.campagne_code,
      territoire: row.territoire_code,
      exigence: row.exigence_code,
      volet: row.volet,
    },
    ...sumUp([row], provenance),
    exigence: { code: row.exigence_code },
    volet: row.volet === '' ? null : row.volet,
  };
}

function sumUp(rows: readonly BilanRow[], provenance: ProvenanceValue): CompteValue {
  const sum = (countOf: (row: BilanRow) => number): number =>
    rows.reduce((total, row) => total + countOf(row), 0);
  return {
    conformes: sum((row) => row.conformes),
    nonConformes: sum((row) => row.non_conformes),
    indetermines: sum((row) => row.indetermines),
    sansVerdict: sum((row) => row.sans_verdict),
    absents: sum((row) => row.absents),
    attendues: sum((row) => row.attendues),
    verdictsReserves: rows.some((row) => row.verdicts_reserves),
    provenance,
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
