import { isKeptFigure, KEPT_FIGURE, LONGEST_JUSTIFICATION } from '@palier/calls/entered';
import { z } from 'zod';

const figure = z.number().refine(isKeptFigure, { error: KEPT_FIGURE }).nullable();

/** What is entered of one measure. */
export const ligneSaisie = z
  .strictObject({
    mesure: z.string(),
    periode: z.string(),
    territoire: z.string(),
    exigence: z.string(),
    volet: z.string().nullable(),
    unite: z.string(),
    valeur: figure,
    /** Acts of before could give a fraction beside what stands for a value: nothing is made of it. */
    numerateur: figure,
    denominateur: figure,
    statut: z.enum(['PROVISOIRE', 'NON_DISPONIBLE', 'SUPPRIMEE', 'AUCUN_CAS']),
    /** Why it is as it is, for the rules that ask. */
    justification: z.string().max(LONGEST_JUSTIFICATION).optional(),
  })
  .refine(({ valeur, statut }) => (valeur === null) === (statut !== 'PROVISOIRE'), {
    path: ['valeur'],
    error: 'une valeur, ou ce qui en tient lieu (AUCUN_CAS, NON_DISPONIBLE, SUPPRIMEE), et jamais les deux',
  })
  .refine(({ numerateur, denominateur }) => (numerateur === null) === (denominateur === null), {
    path: ['denominateur'],
    error: 'un numérateur va avec un dénominateur',
  });

export type LigneSaisie = z.infer<typeof ligneSaisie>;
