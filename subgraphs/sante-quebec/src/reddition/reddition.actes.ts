import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { RefusActe } from '@palier/runtime/acts/refus';
import { lastDayToSubmit } from '@palier/runtime/last-day';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { findExceptionsByCampagnes } from '../exception-campagne/exception-campagne.queries.ts';
import { loadOpenCampagne } from '../campagne/open-campagne.ts';
import type { Tables } from '../tables.ts';
import { findExamensByRedditions, findWithheldCellules, insertExamen } from './reddition.queries.ts';

/** The version that is examined, as the établissement holds it when the act is judged. */
const examined = {
  reddition: z.string(),
  campagne: z.string(),
  etablissement: z.string(),
  version: z.int().min(1),
};

const retour = z.strictObject({
  ...examined,
  cellules: z
    .array(
      z.strictObject({
        mesure: z.string(),
        motif: z.string().trim().min(1).max(2_000),
        attendu: z.string().trim().min(1).max(2_000),
      }),
    )
    .min(1)
    .superRefine((cellules, { addIssue }) => {
      const seen = new Set<string>();
      for (const [rank, { mesure }] of cellules.entries()) {
        if (seen.has(mesure))
          addIssue({ code: 'custom', path: [rank, 'mesure'], message: `${mesure} est retournée deux fois` });
        seen.add(mesure);
      }
    }),
});

/** A version goes back, cell by cell: why, and what is expected of each. The rest of it stands. */
export const retournerReddition: ActeDefinition<z.infer<typeof retour>, Tables> = {
  nature: 'retournerReddition',
  version: 1,
  contenu: retour,
  reserve: 'Retour d’une mesure dont le chiffre est retenu pour protéger les personnes.',
  isOf: ({ etablissement }) => etablissement,
  findReserved: async (level, actes) => {
    const redditions = actes.map(({ contenu: { reddition } }) => reddition);
    const withheld = new Set(
      (await findWithheldCellules(level, redditions)).map(({ reddition_id }) => reddition_id),
    );
    return redditions.map((reddition) => withheld.has(reddition));
  },
  check: async (database, { contenu, inscritLe }) => {
    await refuseExamined(database, contenu.reddition);
    await refuseUnanswerable(database, contenu, toLocalDay(inscritLe));
  },
  apply: (database, acte) => {
    const { reddition, campagne, etablissement, version, cellules } = acte.contenu;
    return insertExamen(
      database,
      {
        reddition_id: reddition,
        statut: 'RETOURNEE',
        motifs: [...new Set(cellules.map(({ motif }) => motif))],
        examine_le: acte.inscritLe,
        provenance: provenanceOf(acte),
        campagne_code: campagne,
        etablissement_code: etablissement,
        version,
      },
      cellules.map(({ mesure, motif, attendu }) => ({
        reddition_id: reddition,
        mesure_id: mesure,
        motif,
        attendu,
      })),
    );
  },
};

/** Raises ACTE_REFUSE where no version could answer: the campagne is closed, or the last day to submit has passed. */
async function refuseUnanswerable(
  database: Kysely<Tables>,
  { campagne, etablissement }: Pick<z.infer<typeof retour>, 'campagne' | 'etablissement'>,
  today: string,
): Promise<void> {
  const { cloture } = await loadOpenCampagne(database, campagne);
  const exceptions = await findExceptionsByCampagnes(database, [campagne]);
  const given = exceptions.flatMap((one) => (one.etablissement_code === etablissement ? one.jusqu_au : []));
  const jusquAu = lastDayToSubmit(cloture, given);
  if (jusquAu === null || today <= jusquAu) return;
  throw new RefusActe({
    regle: { code: 'RETOURNER_AVANT_CLOTURE', origine: 'INFERENCE' },
    motif: `Le dernier jour pour soumettre était le ${jusquAu} : l’établissement ne pourrait pas répondre à ce retour.`,
    remede: 'Accordez-lui d’abord une exception (accorderException), ou consolidez la version.',
  });
}

const consolidation = z.strictObject(examined);

/** A version is accepted: a closing retains it as such. The bilans count what is published, accepted or not. */
export const consoliderReddition: ActeDefinition<z.infer<typeof consolidation>, Tables> = {
  nature: 'consoliderReddition',
  version: 1,
  contenu: consolidation,
  check: (database, { contenu }) => refuseExamined(database, contenu.reddition),
  apply: (database, acte) =>
    insertExamen(
      database,
      {
        reddition_id: acte.contenu.reddition,
        statut: 'CONSOLIDEE',
        motifs: [],
        examine_le: acte.inscritLe,
        provenance: provenanceOf(acte),
        campagne_code: acte.contenu.campagne,
        etablissement_code: acte.contenu.etablissement,
        version: acte.contenu.version,
      },
      [],
    ),
};

async function refuseExamined(database: Kysely<Tables>, reddition: string): Promise<void> {
  const [examen] = await findExamensByRedditions(database, [reddition]);
  if (examen !== undefined)
    throw new RefusActe({
      regle: { code: 'UN_EXAMEN_PAR_VERSION', origine: 'INFERENCE' },
      motif: `Cette version a déjà été examinée (${examen.statut}).`,
      remede: 'Une nouvelle version de l’établissement sera examinée à son tour.',
    });
}
