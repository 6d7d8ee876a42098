import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { RefusActe, VersionPerimee } from '@palier/runtime/acts/refus';
import { toLocalDay } from '@palier/runtime/local-day';
import { z } from 'zod';
import { loadOpenCampagne } from '../campagne/open-campagne.ts';
import type { Tables } from '../tables.ts';
import { findExceptionsByCampagnes, insertException } from './exception-campagne.queries.ts';

const exception = z.strictObject({
  campagne: z.string(),
  etablissement: z.string(),
  /** Among those given to the établissement, from 1, where its author said which one it replaces. */
  version: z.int().min(1).optional(),
  /** What compares days is not asked of one that there is not. */
  jusquAu: z.iso.date({ abort: true }),
  motif: z.string().min(1),
});

/** More time, for one établissement, after the closing of a campagne. */
export const accorderException: ActeDefinition<z.infer<typeof exception>, Tables> = {
  nature: 'accorderException',
  version: 1,
  contenu: exception,
  check: async (database, { contenu, inscritLe }) => {
    const { cloture } = await loadOpenCampagne(database, contenu.campagne);
    if (cloture === null || contenu.jusquAu <= cloture)
      throw new RefusActe({
        regle: { code: 'EXCEPTION_APRES_CLOTURE', origine: 'INFERENCE' },
        motif:
          cloture === null
            ? `La campagne ${contenu.campagne} n’a pas de clôture : rien n’empêche de soumettre.`
            : `La clôture est le ${cloture} : une exception va au-delà.`,
        remede: 'Donnez un jour qui suit la clôture.',
      });
    const today = toLocalDay(inscritLe);
    if (contenu.jusquAu < today)
      throw new RefusActe({
        regle: { code: 'EXCEPTION_A_VENIR', origine: 'INFERENCE' },
        motif: `Le ${contenu.jusquAu} est passé : l’établissement n’aurait plus le temps de soumettre.`,
        remede: `Donnez un jour à partir du ${today}.`,
      });
    const { version, etablissement } = contenu;
    const given = (await findExceptionsByCampagnes(database, [contenu.campagne])).filter(
      (one) => one.etablissement_code === etablissement,
    );
    if (version !== undefined && version !== given.length + 1)
      throw new VersionPerimee(version - 1, given.length);
    const promised = given.at(-1)?.jusqu_au ?? '';
    if (version === undefined && contenu.jusquAu < promised)
      throw new RefusActe({
        regle: { code: 'ABREGER_EN_LE_DISANT', origine: 'INFERENCE' },
        motif: `L’établissement ${etablissement} a déjà jusqu’au ${promised} : le ${contenu.jusquAu} lui reprendrait des jours accordés.`,
        remede: `Donnez un jour plus tardif, ou, si c’est voulu, nommez l’exception que vous abrégez par « versionAttendue: ${given.length} ».`,
      });
  },
  apply: (database, acte) =>
    insertException(database, {
      acte: acte.numero,
      campagne_code: acte.contenu.campagne,
      etablissement_code: acte.contenu.etablissement,
      jusqu_au: acte.contenu.jusquAu,
      motif: acte.contenu.motif,
      accordee_le: acte.inscritLe,
      provenance: provenanceOf(acte),
    }),
};
