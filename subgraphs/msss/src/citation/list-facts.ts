import type { CitedTable } from '@palier/runtime/cited-rows';
import { readRanges } from '../fait/read-ranges.ts';

/** A fact and one of its citations. */
export interface CitedFact {
  /** Where it is kept: « standard A-P5 ». */
  readonly nom: string;
  readonly document: string;
  /** « L12-15, L20 ». */
  readonly lignes: string;
  /** First and last line of each range. */
  readonly ranges: readonly (readonly [number, number])[];
  /** What the fact says that these lines are to hold. */
  readonly dit: string;
  /** Whether other citations hold the rest of what it says. */
  readonly isPart: boolean;
}

type Row = CitedTable['rows'][number];

interface Citation {
  readonly origine?: string | null;
  readonly document?: string | null;
  readonly lignes?: string | null;
}

/** Columns that name, place or sort a fact, in words of ours. */
const SORTS =
  /(^|_)(code|rang|ordre|poids|vecteur|serie|gravite|genre|liste|nature|statut|litteral|theme|groupe|sous_groupe|voix|unite|comparateur|source)$|^(provenance|connu_)/;
/** A value of a list of ours, and no word of a text. */
const LISTED = /^[A-Z_0-9]+$/;
const LINES = /\bL\d+(?:-\d+)?/g;

/** What the rows of a table say with a citation. What is deduced, or cites no lines, is left out. */
export function listFacts(
  { name, key, rows }: CitedTable,
  standards: ReadonlyMap<string, string>,
): CitedFact[] {
  return rows.flatMap((row) => {
    const nom = [name, ...key.map((column) => String(row[column]))].join(' ');
    const own = Object.entries(row).flatMap(([column, value]) => listTexts(column, value));
    const dit = [...own, ...sayStandard(name, row, standards)];
    return listCitations(row).flatMap(({ origine, document, lignes, isPart }) => {
      if (!document || !lignes || origine === 'INFERENCE') return [];
      const ranges = readRanges(lignes);
      return [{ nom, document, lignes, ranges, dit: keepNear(dit, ranges), isPart }];
    });
  });
}

/** A cell says of its standard what a source says of it. */
function sayStandard(table: string, row: Row, standards: ReadonlyMap<string, string>): string[] {
  const exigence = table === 'exigence' ? row['code'] : row['exigence_code'];
  const said = typeof exigence === 'string' ? standards.get(exigence.split(':')[0] ?? '') : undefined;
  return said === undefined ? [] : [said];
}

/** The citation of the whole comes first; where there are several, each holds a part. */
function listCitations(row: Row): (Citation & { readonly isPart: boolean })[] {
  return Object.entries(row)
    .filter(([column]) => column.startsWith('provenance'))
    .flatMap(([column, value]) =>
      ([value].flat() as (Citation | null)[])
        .filter((citation) => citation !== null)
        .map((citation) => ({ ...citation, isPart: column !== 'provenance' })),
    );
}

/** The texts and numbers that a value holds, at any depth. */
function listTexts(name: string, value: unknown): string[] {
  if (SORTS.test(name)) return [];
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'string') return LISTED.test(value) ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, held]) => listTexts(inner, held));
}

/** Where texts name lines, the sentences that name these; all that is said when none does. */
function keepNear(texts: readonly string[], ranges: CitedFact['ranges']): string {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.;:])\s+/));
  const near = sentences.filter((sentence) =>
    readRanges(sentence).some(([first, last]) => ranges.some(([from, to]) => first <= to && last >= from)),
  );
  return (near.length === 0 ? texts : near).join(' ; ').replaceAll(LINES, ' ');
}
