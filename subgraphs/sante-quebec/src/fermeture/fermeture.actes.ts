import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { PreparationPerimee, RefusActe } from '@palier/runtime/acts/refus';
import { lastDayToSubmit } from '@palier/runtime/last-day';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { loadOpenCampagne } from '../campagne/open-campagne.ts';
import { findExceptionsByCampagnes } from '../exception-campagne/exception-campagne.queries.ts';
import type { Tables } from '../tables.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';
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
  check: async (database, { contenu, inscritLe, motif }) => {
    const campagne = await loadOpenCampagne(database, contenu.campagne);
    if (motif === null) await refuseTakingDays(database, campagne, toLocalDay(inscritLe));
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

/** Raises ACTE_REFUSE where days were given to submit, and are not over: they are taken back only by saying why. */
async function refuseTakingDays(
  database: Kysely<Tables>,
  { code, cloture }: CampagneTable,
  today: string,
): Promise<void> {
  const given = new Map(
    (await findExceptionsByCampagnes(database, [code])).map((one) => [one.etablissement_code, one.jusqu_au]),
  );
  const last = lastDayToSubmit(cloture, [...given.values()].toSorted());
  if (last === null || last < today) return;
  throw new RefusActe({
    regle: { code: 'FERMER_AVANT_CLOTURE_EN_LE_DISANT', origine: 'INFERENCE' },
    motif:
      last === cloture
        ? `La campagne ${code} reçoit jusqu’à sa clôture, le ${last} : la fermer reprendrait des jours donnés.`
        : `Une exception laisse jusqu’au ${last} pour soumettre dans la campagne ${code} : la fermer reprendrait des jours accordés.`,
    remede: 'Fermez-la après ce jour, ou dites pourquoi elle se ferme avant (motif).',
  });
}

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
