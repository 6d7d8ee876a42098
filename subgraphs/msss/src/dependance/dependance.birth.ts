import type { Birth, Rows } from '@palier/runtime/birth';
import { MANDAT_STANDARDS } from '../exigence/regles-de-lecture.ts';
import { nameEntite } from '../recherche/recherche.birth.ts';
import { listTexts } from '../recherche/sources.ts';

type Row = Rows[number];
type Entite = NonNullable<ReturnType<typeof nameEntite>>;

/** Columns that name other things by their codes. What a thing is part of does not depend on it. */
const NAMES = /^(?!parent_code$|section_code$).+_codes?$|^(?:mandats|standards|orientations|paliers)$/;

/** Tables whose rows say more of a thing of another. */
const OF_ANOTHER: Readonly<Record<string, (row: Row) => Entite>> = {
  obligation: ({ code }) => ({ type: 'Element', code: String(code) }),
};

/** What each thing of this level leans on: what it names by its code, what it refers to, the documents that it cites, and what a conflict is about. */
export function toDependanceRows(birth: Birth): Rows {
  const things = new Map<string, Entite>();
  for (const [table, rows] of Object.entries(birth))
    for (const row of rows) {
      const entite = nameEntite(table, row);
      if (entite !== undefined) things.set(entite.code, entite);
    }
  const found = new Map<string, Row>();
  const note = (sur: Entite | undefined, entite: Entite): void => {
    if (sur === undefined || (sur.type === entite.type && sur.code === entite.code)) return;
    found.set(`${sur.type} ${sur.code} ${entite.type} ${entite.code}`, {
      sur_type: sur.type,
      sur_code: sur.code,
      ...entite,
    });
  };
  for (const [table, rows] of Object.entries(birth))
    for (const row of rows) {
      const entite = OF_ANOTHER[table]?.(row) ?? nameEntite(table, row);
      if (entite === undefined || table === 'section_document') continue;
      for (const code of [...listNamed(row), ...(table === 'exigence' ? [MANDAT_STANDARDS] : [])])
        note(things.get(code), entite);
    }
  for (const { code, ecart_code } of birth['ecart_touche'] ?? [])
    note(things.get(String(code)), { type: 'Ecart', code: String(ecart_code) });
  return [...found.values()];
}

function listNamed(row: Row): string[] {
  return Object.entries(row).flatMap(([column, value]) => {
    if (column.startsWith('provenance')) return listDocuments(value);
    if (column === 'renvois') return listReferred(value);
    return NAMES.test(column) ? listTexts(value) : [];
  });
}

const listDocuments = (value: unknown): string[] =>
  [value].flat().flatMap((citation) => (citation as { readonly document?: string } | null)?.document ?? []);

const listReferred = (value: unknown): string[] =>
  ((value ?? []) as readonly { readonly code: string }[]).map(({ code }) => code);
