import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { RefusActe } from '@palier/runtime/acts/refus';
import { lastDayOf, PERIODES_PAR_EXERCICE, periodeCode } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import { findCanevasByCodes, listExpectedCells } from '../canevas/canevas.queries.ts';
import { isLastPeriode } from '../consolidation/tally.ts';
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
  check: async (database, { contenu, inscritLe }) => {
    const [known] = await findCampagnesByCodes(database, [contenu.code]);
    if (known !== undefined)
      throw new RefusActe({
        regle: { code: 'CAMPAGNE_UNIQUE', origine: 'INFERENCE' },
        motif: `La campagne ${contenu.code} existe déjà : ${sayState(known.fermee_le)}.`,
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
    await refuseAskingNothing(database, contenu);
    refuseDays(contenu, toLocalDay(inscritLe));
  },
  apply: (database, acte) => insertCampagne(database, acte.contenu, acte.inscritLe, provenanceOf(acte)),
};

const sayState = (fermeeLe: string | null): string =>
  fermeeLe === null ? 'elle est ouverte' : `elle est fermée depuis le ${toLocalDay(toInstant(fermeeLe))}`;

/** Raises ACTE_REFUSE where all that the canevas asks is asked at the thirteenth period, which is not. */
async function refuseAskingNothing(
  database: Kysely<Tables>,
  { canevas, exercice, periodes }: z.infer<typeof ouverture>,
): Promise<void> {
  if (periodes.length === 0 || periodes.some(isLastPeriode)) return;
  const cells = await listExpectedCells(database, canevas);
  if (cells.some(({ frequence }) => frequence !== 'EXERCICE')) return;
  const last = periodeCode(exercice, PERIODES_PAR_EXERCICE);
  throw new RefusActe({
    regle: { code: 'DEMANDER_CE_QUI_SE_MESURE', origine: 'INFERENCE' },
    motif: `Ce que le canevas ${canevas} demande se mesure une fois par exercice, à la treizième période : de celles qui sont nommées (${periodes.join(', ')}), rien ne serait à rendre.`,
    remede: `Nommez aussi ${last}, ou un canevas de ce qui se mesure à chaque période.`,
  });
}

/** Raises ACTE_REFUSE for a day by which nobody can have answered: it makes a debt that cannot be paid. */
function refuseDays(
  { exercice, periodes, echeanceRecommandee, echeance, cloture }: z.infer<typeof ouverture>,
  today: string,
): void {
  // The earliest: they follow each other.
  const [first] = [echeanceRecommandee, echeance, cloture].filter((day) => day !== null);
  if (first === undefined) return;
  const last = periodes.toSorted().at(-1) ?? periodeCode(exercice, PERIODES_PAR_EXERCICE);
  const end = lastDayOf(last);
  if (first < end)
    throw new RefusActe({
      regle: { code: 'ECHEANCES_DE_L_EXERCICE', origine: 'INFERENCE' },
      motif: `La dernière période demandée, ${last}, finit le ${end} (vingt-huit jours chacune, la dernière jusqu’au 31 mars : une inférence) : tout n’est pas mesuré le ${first}.`,
      remede: `Donnez des jours à partir du ${end}, demandez des périodes qui finissent plus tôt, ou ne donnez pas de jours.`,
    });
  if (first < today)
    throw new RefusActe({
      regle: { code: 'ECHEANCES_A_VENIR', origine: 'INFERENCE' },
      motif: `Le ${first} est passé : personne n’aurait le temps de répondre.`,
      remede: `Donnez des jours à partir du ${today}, ou n’en donnez pas.`,
    });
}
