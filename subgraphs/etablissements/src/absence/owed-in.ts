import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';

/** What narrows a list: the column, and its value when it was given. */
interface Narrowed {
  readonly column: string;
  readonly value: string | null;
}

/**
 * Nunavik and the Cree territory: their régions, whose codes begin those of all that they hold. Section 3.2.3 of document 004
 * gives its mandates to the établissements territoriaux of Santé Québec, and who leads there is none of them, as far as is
 * known: from memory, no official table says so.
 */
const OUTSIDE_MANDATES: ReadonlySet<string> = new Set(['17', '18']);

export const HORS_MANDATS = nothingOwed(
  'Rien n’est déclaré pour ce territoire. Les mandats de 004 (3.2.3) obligent les établissements territoriaux de Santé Québec, et aucun ne dirige ce territoire nordique (de mémoire, non vérifié) : aucun texte n’y oblige personne.',
);

const SELON_CATEGORIE = nothingOwed(
  'Rien n’est déclaré pour cet établissement. Les mandats de 004 (3.2.3) n’obligent que les établissements territoriaux de Santé Québec, et cette liste ne sait pas s’il en est un : `etablissement` le dit (`categorie`).',
);

const TRIEE = nothingOwed(
  'Rien de ce qui est déclaré n’a l’état, le verdict ou le moment demandés, et aucun texte n’exige qu’il y en ait : sans ce filtre, la liste dit ce qui manque, et qui le doit.',
);

/** The columns that say how what was declared is, or when: nobody owes that it be so. */
const ETATS: ReadonlySet<string> = new Set(['etat', 'statut', 'verdict', 'soumise_le']);

/** The columns of a territory, or of what holds some: RLS, RTS, région. */
const LIEUX = /^(territoire|rls|rts|rss)_code/;

/** The absence of a list as it holds for what the list was narrowed to: nobody owes what the mandates do not reach, nor that what is declared be of a state. */
export function owedIn(absence: AbsenceValue, narrowed: readonly Narrowed[]): AbsenceValue {
  if (absence.doitRepondre === null) return absence;
  if (narrowed.some(({ column, value }) => ETATS.has(column) && value !== null)) return TRIEE;
  if (narrowed.some(({ column, value }) => LIEUX.test(column) && isOutsideMandates(value)))
    return HORS_MANDATS;
  if (narrowed.some(({ column, value }) => column === 'etablissement_code' && value !== null))
    return SELON_CATEGORIE;
  return absence;
}

export function isOutsideMandates(lieu: string | null): boolean {
  return lieu !== null && OUTSIDE_MANDATES.has(lieu.slice(0, 2));
}
