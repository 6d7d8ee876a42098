import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import type { Context } from '../tables.ts';
import { type LieuxWanted, listOwing, type Owing, whyNothingThere } from './owed-there.loader.ts';
import { type MomentWanted, whyNothingThen } from './owed-then.ts';

/** What a list was narrowed to; what is null or left out narrows nothing. */
export interface Wanted extends LieuxWanted, MomentWanted {
  /** Of what sort or how what was declared must be, or when it came. */
  readonly etat?: string | null;
}

const TRIEE = nothingOwed(
  'Rien de ce qui est déclaré n’a la sorte, l’état, le verdict ou le moment demandés, et aucun texte n’exige qu’il y en ait : sans ce filtre, la liste dit ce qui manque, et qui le doit.',
);

/**
 * The absence of a list as it holds for what the list was narrowed to. A debt stands only where all of this can be at once, in
 * a place that the mandates reach, and, of measures and accounts, where a period that is over was asked: by what this level
 * knows of the others. What it does not know, it says nobody owes, and who can tell.
 */
export function owedIn(
  context: Context,
  absence: AbsenceValue,
  wanted: Wanted,
  by: Owing = 'TERRITOIRE',
): Awaitable<AbsenceValue> {
  if (absence.doitRepondre === null) return absence;
  if (wanted.etat != null) return TRIEE;
  return chain(
    whyNothingThere(context, wanted, by),
    (nowhere) =>
      nowhere ??
      chain(
        whyNothingThen(context, wanted, () => listOwing(context, wanted, by)),
        (notThen): AbsenceValue => notThen ?? absence,
      ),
  );
}
