import { toInstant } from '@palier/runtime/instant';
import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { PreparationPerimee, RefusActe, VersionPerimee } from '@palier/runtime/acts/refus';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import { findCanevasByCodes } from '../canevas/canevas.queries.ts';
import {
  closeCampagne,
  findCampagnesByCodes,
  findExceptionsByCampagnes,
  findTransmissionsByCampagnes,
  insertCampagne,
  insertException,
  insertTransmission,
} from './campagne.queries.ts';
import { findConsolidation } from '../consolidation/consolidation.queries.ts';
import { UNE_SEULE_LECTURE } from '../consolidation/publication.queries.ts';
import { loadExamensOfCampagne, toRaison } from './closing.ts';
import { loadOpenCampagne, loadWrittenCampagne } from './open-campagne.ts';

const code = z.string();
/** What compares days is not asked of one that there is not. */
const jour = z.iso.date({ abort: true });

const ouverture = z
  .strictObject({
    code,
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

const exception = z.strictObject({
  campagne: code,
  etablissement: z.string(),
  /** Among those given to the établissement, from 1, where its author said which one it replaces. */
  version: z.int().min(1).optional(),
  jusquAu: jour,
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

const fermeture = z.strictObject({
  campagne: code,
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

/** Nobody chose which bilans are transmitted: what changed while they were made is counted, and they are made again. */
export const changedMeanwhile = (campagne: string): PreparationPerimee =>
  new PreparationPerimee({
    regle: UNE_SEULE_LECTURE,
    motif: `Ce que comptent les bilans de la campagne ${campagne} a changé pendant qu’ils se consolidaient.`,
    remede: 'Redemandez la transmission : elle en tiendra compte.',
  });

const transmission = z.strictObject({
  campagne: code,
  /** Of the bilans, as they are consolidated for it; null as long as it is not asked, when nobody knows what they will be. */
  version: z.string().nullable(),
});

/** The bilans of a campagne go to the ministry, as they are consolidated. */
export const transmettreBilan: ActeDefinition<z.infer<typeof transmission>, Tables> = {
  nature: 'transmettreBilan',
  version: 1,
  contenu: transmission,
  check: async (database, { contenu: { campagne, version } }) => {
    const { fermee_le } = await loadWrittenCampagne(database, campagne);
    if (version === null) return;
    const made = await findConsolidation(database, campagne);
    // Closed since they were made, they would be made once more after they were transmitted.
    if (made?.version !== version || (fermee_le !== null && !made.fermee)) throw changedMeanwhile(campagne);
    const last = (await findTransmissionsByCampagnes(database, [campagne])).at(-1);
    if (last?.version === version)
      throw new RefusActe({
        regle: { code: 'TRANSMETTRE_CE_QUI_A_CHANGE', origine: 'INFERENCE' },
        motif: `Ces bilans de la campagne ${campagne} ont déjà été transmis le ${toLocalDay(toInstant(last.transmise_le))}, et rien de ce qu’ils comptent n’a changé depuis.`,
        remede: 'Le ministère les a : transmettez-les de nouveau quand une mesure aura changé.',
      });
  },
  apply: async (database, acte) => {
    const { campagne, version } = acte.contenu;
    if (version === null) throw new TypeError('a transmission without bilans');
    await insertTransmission(database, {
      acte: acte.numero,
      campagne_code: campagne,
      version,
      transmise_le: acte.inscritLe,
      provenance: provenanceOf(acte),
    });
  },
};
