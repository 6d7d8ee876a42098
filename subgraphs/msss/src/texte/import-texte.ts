import { tablesOf } from '@palier/runtime/tables-of';
import type { Kysely } from 'kysely';
import type { TexteAttenduTable } from '../../tables/texte.table.ts';
import type { Tables } from '../tables.ts';
import { cutInLines, digestLines, listWords, toLines } from './text-lines.ts';
import { findTexteImporte, listTextesAttendus, replaceTexte } from './texte.queries.ts';

/** What is counted of a text, and what tells it from any other. */
export interface TextMeasure {
  readonly lignes: number;
  readonly mots: number;
  readonly empreinte: string;
}

/** What became of a text that somebody gave. */
export type TexteOutcome =
  | {
      readonly etat: 'IMPORTE' | 'REMPLACE' | 'DEJA_IMPORTE';
      readonly attendu: TextMeasure;
      readonly coupe: Coupe;
    }
  | { readonly etat: 'DOCUMENT_INCONNU'; readonly connus: readonly string[] }
  | {
      readonly etat: 'AUTRE_TEXTE';
      readonly attendu: TextMeasure;
      readonly recu: TextMeasure;
      /** The first line that has not as many words as the one expected; nothing when each has. */
      readonly ligne: number | undefined;
    };

/** Whether the lines are those of the file, or the words of the file cut in the lines that the citations count. */
type Coupe = 'CELLE_DU_FICHIER' | 'CELLE_DES_CITATIONS';

/**
 * Keeps the lines of the text of a document, when it is the one that the citations expect. `database` is that of the whole, in a
 * transaction.
 */
export async function importTexte(
  database: Kysely<unknown>,
  document: string,
  text: string,
): Promise<TexteOutcome> {
  const tables = tablesOf<Tables>(database, 'msss');
  const expected = await listTextesAttendus(tables);
  const row = expected.find(({ document_code }) => document_code === document);
  if (row === undefined)
    return { etat: 'DOCUMENT_INCONNU', connus: expected.map(({ document_code }) => document_code) };
  const attendu = { lignes: row.nombre_lignes, mots: row.nombre_mots, empreinte: row.empreinte };
  const given = toLines(text);
  const found = findExpected(given, row);
  if (found === undefined)
    return { etat: 'AUTRE_TEXTE', attendu, recu: measureLines(given), ligne: findOther(given, row) };
  const before = await findTexteImporte(tables, document);
  if (before?.empreinte === row.empreinte) return { etat: 'DEJA_IMPORTE', attendu, coupe: found.coupe };
  await replaceTexte(tables, document, { empreinte: row.empreinte, lignes: found.lignes });
  return { etat: before === undefined ? 'IMPORTE' : 'REMPLACE', attendu, coupe: found.coupe };
}

const measureLines = (lignes: readonly string[]): TextMeasure => ({
  lignes: lignes.length,
  mots: lignes.reduce((sum, line) => sum + listWords(line).length, 0),
  empreinte: digestLines(lignes),
});

/**
 * The lines that the citations count: those given, or the same words cut as they are. Both are proved by the digest, which
 * holds every word and where lines end.
 */
function findExpected(
  given: readonly string[],
  { empreinte, mots_par_ligne }: TexteAttenduTable,
): { readonly lignes: readonly string[]; readonly coupe: Coupe } | undefined {
  if (digestLines(given) === empreinte) return { lignes: given, coupe: 'CELLE_DU_FICHIER' };
  const lignes = cutInLines(given.flatMap(listWords), mots_par_ligne);
  return lignes !== undefined && digestLines(lignes) === empreinte
    ? { lignes, coupe: 'CELLE_DES_CITATIONS' }
    : undefined;
}

function findOther(given: readonly string[], { mots_par_ligne }: TexteAttenduTable): number | undefined {
  const longest = Math.max(given.length, mots_par_ligne.length);
  for (let index = 0; index < longest; index += 1) {
    const line = given[index];
    if ((line === undefined ? undefined : listWords(line).length) !== mots_par_ligne[index]) return index + 1;
  }
  return undefined;
}
