import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { PreparationPerimee, RefusActe } from '@palier/runtime/acts/refus';
import { toInstant } from '@palier/runtime/instant';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { loadWrittenCampagne } from '../campagne/open-campagne.ts';
import { findConsolidation } from '../consolidation/consolidation.queries.ts';
import { UNE_SEULE_LECTURE } from '../consolidation/publication.queries.ts';
import type { Tables } from '../tables.ts';
import { findTransmissionsByCampagnes, insertTransmission } from './transmission.queries.ts';

/** Nobody chose which bilans are transmitted: what changed while they were made is counted, and they are made again. */
export const changedMeanwhile = (campagne: string): PreparationPerimee =>
  new PreparationPerimee({
    regle: UNE_SEULE_LECTURE,
    motif: `Ce que comptent les bilans de la campagne ${campagne} a changé pendant qu’ils se consolidaient.`,
    remede: 'Redemandez la transmission : elle en tiendra compte.',
  });

const transmission = z.strictObject({
  campagne: z.string(),
  /** Of the bilans, as they are consolidated for it; null as long as it is not asked, when nobody knows what they will be. */
  version: z.string().nullable(),
});

export type BilansTransmis = z.infer<typeof transmission>;

export const findLastTransmission = async (database: Kysely<Tables>, campagne: string) =>
  (await findTransmissionsByCampagnes(database, [campagne])).at(-1);

/** Raises ACTE_REFUSE for bilans that the ministry has: they are of the version that was transmitted last. */
export function refuseTransmitted(
  campagne: string,
  last: Awaited<ReturnType<typeof findLastTransmission>>,
  version: string | undefined,
): void {
  if (last === undefined || last.version !== version) return;
  throw new RefusActe({
    regle: { code: 'TRANSMETTRE_CE_QUI_A_CHANGE', origine: 'INFERENCE' },
    motif: `Ces bilans de la campagne ${campagne} ont déjà été transmis le ${toLocalDay(toInstant(last.transmise_le))}, et rien de ce qu’ils comptent n’a changé depuis.`,
    remede: 'Le ministère les a : transmettez-les de nouveau quand une mesure aura changé.',
  });
}

/** The bilans of a campagne go to the ministry, as they are consolidated. */
export const transmettreBilan: ActeDefinition<BilansTransmis, Tables> = {
  nature: 'transmettreBilan',
  version: 1,
  contenu: transmission,
  check: async (database, { contenu: { campagne, version } }) => {
    const { fermee_le } = await loadWrittenCampagne(database, campagne);
    if (version === null) return;
    const made = await findConsolidation(database, campagne);
    // Closed since they were made, they would be made once more after they were transmitted.
    if (made?.version !== version || (fermee_le !== null && !made.fermee)) throw changedMeanwhile(campagne);
    refuseTransmitted(campagne, await findLastTransmission(database, campagne), version);
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
