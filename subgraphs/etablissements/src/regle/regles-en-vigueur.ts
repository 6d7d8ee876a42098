import { RefusActe } from '@palier/runtime/acts/refus';
import { type ReadRegle, readRegle } from '@palier/runtime/regles/judge-mesure';
import { ExpressionFault } from '@palier/runtime/regles/read-tokens';
import type { RegleEnVigueur } from '@palier/runtime/regles/regle';

/** A rule as Santé Québec gives it. */
export interface RegleLue extends Omit<RegleEnVigueur, 'exigences' | 'fondement'> {
  readonly codesExigences: readonly string[];
  readonly fondement: {
    readonly origine: string;
    readonly document: { readonly code: string } | null;
    readonly lignes: string | null;
  };
}

/** What is asked of a rule to judge by it. */
export const REGLE_FIELDS =
  'id code version nom severite expression message remede unites codesExigences fondement { origine document { code } lignes }';

/** The rules that Santé Québec has in force, ready to judge. Raises ACTE_REFUSE for one that this program does not read. */
export const readRegles = (regles: readonly (RegleLue | null)[]): ReadRegle[] =>
  regles.filter((regle) => regle !== null).map((regle) => readOne(toRegle(regle)));

function readOne(regle: RegleEnVigueur): ReadRegle {
  try {
    return readRegle(regle);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    throw new RefusActe({
      regle: { code: 'REGLE_ILLISIBLE', origine: 'INFERENCE' },
      motif: `La règle ${regle.id} est écrite dans un langage plus récent que ce palier : il ne peut pas juger par elle.`,
      remede: 'Mettez ce palier à jour, ou demandez à Santé Québec de retirer la règle.',
    });
  }
}

const toRegle = ({ codesExigences, fondement, ...regle }: RegleLue): RegleEnVigueur => ({
  ...regle,
  exigences: codesExigences,
  fondement:
    fondement.document === null
      ? fondement.origine
      : `${fondement.origine} (${[fondement.document.code, fondement.lignes].filter(Boolean).join(', ')})`,
});
