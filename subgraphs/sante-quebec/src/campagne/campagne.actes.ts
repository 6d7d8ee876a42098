import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { RefusActe } from '@palier/runtime/acts/refus';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import { findCanevasByCodes } from '../canevas/canevas.queries.ts';
import { findCampagnesByCodes, insertCampagne } from './campagne.queries.ts';

/** What compares days is not asked of one that there is not. */
const jour = z.iso.date({ abort: true });

const ouverture = z
  .strictObject({
    code: z.string(),
    nom: z.string().trim().min(1).max(200),
    exercice: z.string(),
    canevas: z.string(),
    periodes: z.array(z.string()),
    echeanceRecommandee: jour.nullable(),
    echeance: jour.nullable(),
    cloture: jour.nullable(),
  })
  .refine(({ echeanceRecommandee, echeance, cloture }) => inOrder([echeanceRecommandee, echeance, cloture]), {
    path: ['echeance'],
    error: 'l’échéance recommandée précède l’échéance, qui précède la clôture',
  });

const inOrder = (dates: readonly (string | null)[]): boolean => {
  const given = dates.filter((date) => date !== null);
  return given.every((date, index) => index === 0 || given[index - 1]! <= date);
};

/** Santé Québec opens a campagne on one of its canevas (mandate S4). */
export const ouvrirCampagne: ActeDefinition<z.infer<typeof ouverture>, Tables> = {
  nature: 'ouvrirCampagne',
  version: 1,
  contenu: ouverture,
  check: async (database, { contenu }) => {
    const [known] = await findCampagnesByCodes(database, [contenu.code]);
    if (known !== undefined)
      throw new RefusActe({
        regle: { code: 'CAMPAGNE_UNIQUE', origine: 'INFERENCE' },
        motif: `La campagne ${contenu.code} est déjà ouverte.`,
        remede: 'Donnez un autre code, par exemple le même suivi de « -2 ».',
      });
    const [canevas] = await findCanevasByCodes(database, [contenu.canevas]);
    if (canevas?.exercice !== contenu.exercice)
      throw new RefusActe({
        regle: { code: 'CANEVAS_DE_L_EXERCICE', origine: 'INFERENCE' },
        motif:
          canevas === undefined
            ? `Le canevas ${contenu.canevas} n’est pas publié.`
            : `Le canevas ${contenu.canevas} est celui de l’exercice ${canevas.exercice}.`,
        remede: 'Publiez-en un pour cet exercice (publierCanevas), ou nommez celui qui l’est.',
      });
    refuseBeforeExercice(contenu);
  },
  apply: (database, acte) => insertCampagne(database, acte.contenu, acte.inscritLe, provenanceOf(acte)),
};

/** Raises ACTE_REFUSE for a day by which nobody could have measured anything yet. */
function refuseBeforeExercice({
  exercice,
  echeanceRecommandee,
  echeance,
  cloture,
}: z.infer<typeof ouverture>): void {
  const first = `${exercice.slice(0, 4)}-04-01`;
  const before = [echeanceRecommandee, echeance, cloture].filter((day) => day != null && day < first);
  if (before.length > 0)
    throw new RefusActe({
      regle: { code: 'ECHEANCES_DE_L_EXERCICE', origine: 'INFERENCE' },
      motif: `L’exercice ${exercice} commence le ${first} : rien n’est à rendre le ${before[0]}.`,
      remede: 'Donnez des jours qui suivent ce qui est à mesurer, ou n’en donnez pas.',
    });
}
