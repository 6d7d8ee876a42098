import { type CitedTable, listCitedRows } from '@palier/runtime/cited-rows';
import { tablesOf } from '@palier/runtime/tables-of';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { digestLines } from '../texte/text-lines.ts';
import { listLignes, listTextesAttendus } from '../texte/texte.queries.ts';
import { listEnoncesOfStandards } from './citation.queries.ts';
import { listFacts } from './list-facts.ts';
import { type CitationFault, type TextIndex, indexText, verifyCitation } from './verify-citations.ts';

/** The texts that citations are held against. */
export interface ImportedTexts {
  /** By the codes of their documents. */
  readonly indexes: ReadonlyMap<string, TextIndex>;
  /** Codes of documents whose text was not imported. */
  readonly absents: readonly string[];
  /** Codes of documents whose lines are no longer those that were imported, or that the citations count. */
  readonly changes: readonly string[];
  /** What each standard says, by its code: citations of cells depend on it. */
  readonly standards: ReadonlyMap<string, string>;
}

/** What became of the citations of a level. */
export interface CitationReport {
  readonly verifiees: number;
  /** Citations of texts that are not there. */
  readonly sansTexte: number;
  readonly fautes: readonly CitationFault[];
}

/** Tables that only repeat what the others say, and where. */
const REPEATED = ['fait', 'dependance', 'recherche'];

/** Reads the texts imported in the base of the ministry. */
export async function readTexts(database: Kysely<unknown>): Promise<ImportedTexts> {
  const tables = tablesOf<Tables>(database, 'msss');
  const indexes = new Map<string, TextIndex>();
  const absents: string[] = [];
  const changes: string[] = [];
  for (const { document_code, empreinte } of await listTextesAttendus(tables)) {
    const lines = (await listLignes(tables, document_code)).map(({ texte }) => texte);
    if (lines.length === 0) absents.push(document_code);
    else if (digestLines(lines) === empreinte) indexes.set(document_code, indexText(lines));
    else changes.push(document_code);
  }
  const rows = await listEnoncesOfStandards(tables);
  return { indexes, absents, changes, standards: new Map(rows.map(({ code, enonce }) => [code, enonce])) };
}

/** Holds each citation of the rows of a level against the lines it names. */
export async function verifyLevelCitations(
  database: Kysely<unknown>,
  level: string,
  texts: ImportedTexts,
): Promise<CitationReport> {
  return verifyTables(await listCitedRows(database, level, REPEATED), texts);
}

function verifyTables(tables: readonly CitedTable[], { indexes, standards }: ImportedTexts): CitationReport {
  const facts = tables.flatMap((table) => listFacts(table, standards));
  const held = facts.filter(({ document }) => indexes.has(document));
  const fautes = held.flatMap((fact) => verifyCitation(fact, indexes.get(fact.document)!) ?? []);
  return { verifiees: held.length, sansTexte: facts.length - held.length, fautes };
}
