import type { Birth, Rows } from '@palier/runtime/birth';
import { nameEntite } from '../recherche/recherche.birth.ts';
import { readRanges } from './read-ranges.ts';

type Row = Rows[number];

interface Section {
  readonly code: string;
  readonly document_code: string;
  readonly premiere_ligne: number;
  readonly derniere_ligne: number;
}

interface Citation {
  readonly origine?: string;
  readonly document?: string;
  readonly lignes?: string;
}

/** Where each thing is cited, from every citation of every row that is something in the graph. */
export function toFaitRows(birth: Birth): Rows {
  const sections = groupSections((birth['section_document'] ?? []) as unknown as readonly Section[]);
  const places = new Map<string, Row>();
  for (const [table, rows] of Object.entries(birth))
    for (const row of rows) {
      const entite = nameCited(table, row);
      if (entite === undefined) continue;
      for (const citation of listCitations(row))
        for (const place of listPlaces(citation, sections.get(citation.document ?? '') ?? [])) {
          const key = `${place.document_code} ${place.premiere_ligne} ${entite.type} ${entite.code}`;
          // What is said where the thing itself is said has its citation.
          const provenance = citation === row['provenance'] && table !== 'assertion' ? null : toRow(citation);
          if (!places.has(key)) places.set(key, { ...place, ...entite, provenance });
        }
    }
  return [...places.values()];
}

function groupSections(sections: readonly Section[]): ReadonlyMap<string, Section[]> {
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    const group = groups.get(section.document_code);
    if (group === undefined) groups.set(section.document_code, [section]);
    else group.push(section);
  }
  return groups;
}

/** What an assertion says is said of its exigence; a section is where things are said. */
function nameCited(table: string, row: Row): ReturnType<typeof nameEntite> {
  if (table === 'assertion') return { type: 'Exigence', code: String(row['exigence_code']) };
  return table === 'section_document' ? undefined : nameEntite(table, row);
}

/** Every column that says where something of a row is said. */
function listCitations(row: Row): Citation[] {
  return Object.entries(row)
    .filter(([column]) => column.startsWith('provenance'))
    .flatMap(([, value]) => [value].flat() as (Citation | null)[])
    .filter((citation) => citation !== null);
}

function toRow(citation: Citation): Citation {
  return { origine: 'TEXTE', ...citation };
}

function listPlaces({ document, lignes = '' }: Citation, sections: readonly Section[]) {
  return readRanges(lignes).flatMap(([premiere_ligne, derniere_ligne]) => {
    const section = findSmallest(sections, premiere_ligne);
    return section === undefined
      ? []
      : [{ document_code: document, premiere_ligne, derniere_ligne, section_code: section.code }];
  });
}

/** Sections are in the order of the document, each before those it holds: the last one that holds the line is the smallest. */
function findSmallest(sections: readonly Section[], ligne: number): Section | undefined {
  return sections.findLast(
    ({ premiere_ligne, derniere_ligne }) => ligne >= premiere_ligne && ligne <= derniere_ligne,
  );
}
