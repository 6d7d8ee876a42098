import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { PreparationPerimee } from '@palier/runtime/acts/refus';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { loadOpenCampagne } from '../campagne/open-campagne.ts';
import type { Tables } from '../tables.ts';
import { closeCampagne } from './fermeture.queries.ts';
import { loadExamensOfCampagne, toRaison } from './list-retenues.ts';

const fermeture = z.strictObject({
  campagne: z.string(),
  retenues: z.array(
    z.strictObject({
      etablissement: z.string(),
      reddition: z.string().nullable(),
      raison: z.enum(['CONSOLIDEE', 'EXAMEN_NON_TERMINE', 'AUCUNE_VERSION_VALIDE']),
    }),
  ),
});

/** The campagne ends: the last valid version of each établissement is retained, and it is said which and why. */
export const fermerCampagne: ActeDefinition<z.infer<typeof fermeture>, Tables> = {
  nature: 'fermerCampagne',
  version: 1,
  contenu: fermeture,
  check: async (database, { contenu }) => {
    await loadOpenCampagne(database, contenu.campagne);
    await refuseExaminedSince(database, contenu);
  },
  apply: (database, acte) =>
    closeCampagne(
      database,
      acte.contenu.campagne,
      acte.inscritLe,
      acte.contenu.retenues.map(({ etablissement, reddition, raison }) => ({
        campagne_code: acte.contenu.campagne,
        etablissement_code: etablissement,
        reddition_id: reddition,
        raison,
        provenance: provenanceOf(acte),
      })),
    ),
};

/** What a closing retains was read before it is written: an examination may have come between, and it is then read again. */
async function refuseExaminedSince(
  database: Kysely<Tables>,
  { campagne, retenues }: z.infer<typeof fermeture>,
): Promise<void> {
  if (retenues.length === 0) return;
  const examens = await loadExamensOfCampagne(database, campagne);
  const changed = retenues.flatMap(({ reddition, raison }) =>
    reddition === null || toRaison(examens.get(reddition)) === raison ? [] : [reddition],
  );
  if (changed.length > 0)
    throw new PreparationPerimee({
      regle: { code: 'RETENIR_CE_QUI_EST_VALIDE', origine: 'INFERENCE' },
      motif: `Des versions ont été examinées pendant que la campagne ${campagne} se fermait : ${changed.join(', ')}.`,
      remede: 'Redemandez la fermeture : elle en tiendra compte.',
    });
}
