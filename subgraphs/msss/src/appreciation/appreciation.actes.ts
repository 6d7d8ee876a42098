import type { ActeDefinition } from '@palier/runtime/journal/acte';
import { provenanceOf } from '@palier/runtime/acts/provenance-of';
import { RefusActe, VersionPerimee } from '@palier/runtime/acts/refus';
import { toLocalDay } from '@palier/runtime/local-day';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import { findCurrentVersion, insertAppreciation } from './appreciation.queries.ts';

const contenu = z.strictObject({
  campagne: z.string(),
  /** The one that this act makes: one more than the current one. */
  version: z.int().min(1),
  /** What Santé Québec transmitted last, when the act was judged; null when it had transmitted nothing, which refuses it. */
  transmission: z.strictObject({ version: z.string(), transmiseLe: z.iso.datetime() }).nullable(),
  texte: z
    .string()
    .trim()
    .min(1)
    .max(10_000)
    .refine((text) => !text.includes('\u0000'), { error: 'un caractère nul n’est pas du texte' }),
  /** Day of the appreciation; null for that of the act. */
  jour: z.iso.date().nullable(),
});

export type Appreciation = z.infer<typeof contenu>;

/** The ministry says what it thinks of the bilans of a campagne, once they were transmitted to it (mandate M6, inferred). */
export const apprecierBilan: ActeDefinition<Appreciation, Tables> = {
  nature: 'apprecierBilan',
  version: 1,
  contenu,
  saidAs: { jour: 'date' },
  check: async (database, { contenu: { campagne, version, transmission, jour }, inscritLe }) => {
    if (transmission === null)
      throw new RefusActe({
        regle: { code: 'APPRECIER_CE_QUI_EST_TRANSMIS', origine: 'INFERENCE' },
        motif: `Santé Québec n’a pas transmis les bilans de la campagne ${campagne}.`,
        remede: 'Attendez qu’elle les transmette (transmettreBilan).',
      });
    const [first, last] = [toLocalDay(transmission.transmiseLe), toLocalDay(inscritLe)];
    if (jour !== null && (jour < first || jour > last))
      throw new RefusActe({
        regle: { code: 'APPRECIER_APRES_TRANSMISSION', origine: 'INFERENCE' },
        motif:
          jour > last
            ? `date : le ${jour} est à venir, et une appréciation est d’un jour venu.`
            : `date : les bilans ont été transmis le ${first} ; une appréciation datée du ${jour} ne peut pas être d’eux.`,
        remede: `Donnez ${first === last ? `le ${first}` : `un jour du ${first} au ${last}`}, ou aucun jour : ce sera celui de l’acte.`,
      });
    const current = await findCurrentVersion(database, campagne);
    if (current !== version - 1) throw new VersionPerimee(version - 1, current);
  },
  apply: async (database, acte) => {
    const { campagne, version, transmission, texte, jour } = acte.contenu;
    if (transmission === null) throw new TypeError('an appreciation without a transmission');
    await insertAppreciation(database, {
      acte: acte.numero,
      campagne_code: campagne,
      version,
      texte,
      jour: jour ?? toLocalDay(acte.inscritLe),
      version_bilans: transmission.version,
      transmise_le: transmission.transmiseLe,
      appreciee_le: acte.inscritLe,
      provenance: provenanceOf(acte),
    });
  },
};
