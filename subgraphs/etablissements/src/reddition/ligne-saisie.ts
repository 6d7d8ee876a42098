import { z } from 'zod';

/** A figure that is counted or measured: past these bounds it is a slip, and no longer written whole. */
const figure = z
  .number()
  .refine((given) => Math.abs(given) < 1e15 && (given === 0 || Math.abs(given) >= 1e-9), {
    error:
      'un nombre d’au plus quinze chiffres avant la virgule, et d’au moins 0,000000001 s’il n’est pas nul',
  })
  .nullable();

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
    numerateur: figure,
    denominateur: figure,
    statut: z.enum(['PROVISOIRE', 'NON_DISPONIBLE', 'SUPPRIMEE', 'AUCUN_CAS']),
    /** Why it is as it is, for the rules that ask. */
    justification: z.string().max(2_000).optional(),
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
