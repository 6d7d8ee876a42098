import { expect, it } from 'vitest';
import { refuseOtherTotals } from './refuse-other-totals.ts';

const said = (sexe: 'TOTAL' | 'FEMININ' | 'MASCULIN', ages: readonly number[]) => ({
  territoire: '01111',
  annee: 2021,
  sexe,
  ages,
});

it('what an import before said of the other sex is counted in the total that is given', () => {
  const known = ({ sexe }: { readonly sexe: string }) => (sexe === 'MASCULIN' ? [4, 5] : undefined);
  const women = said('FEMININ', [1, 2]);
  expect(() => refuseOtherTotals([said('TOTAL', [5, 7]), women], known)).not.toThrow();
  expect(() => refuseOtherTotals([said('TOTAL', [5, 8]), women], known)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('01111 en 2021. Importez un fichier') as string,
      extensions: expect.objectContaining({
        code: 'CONTENU_INVALIDE',
        regle: 'TOTAL_DES_DEUX_SEXES',
        remede: expect.any(String) as string,
      }) as object,
    }),
  );
});
