import { toInstant } from '@palier/runtime/instant';
import { RefusActe } from '@palier/runtime/acts/refus';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { findCampagnesByCodes } from './campagne.queries.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';

/** Raises what refuses an act on a campagne that nobody opened. */
export async function loadWrittenCampagne(database: Kysely<Tables>, code: string): Promise<CampagneTable> {
  const [campagne] = await findCampagnesByCodes(database, [code]);
  if (campagne !== undefined) return campagne;
  throw new RefusActe({
    regle: { code: 'CAMPAGNE_OUVERTE', origine: 'INFERENCE' },
    motif: `La campagne ${code} n’existe pas.`,
    remede: '« campagnes » les énumère ; « ouvrirCampagne » en ouvre une.',
  });
}

/** Raises what refuses an act on a campagne that is not open. */
export async function loadOpenCampagne(database: Kysely<Tables>, code: string): Promise<CampagneTable> {
  const campagne = await loadWrittenCampagne(database, code);
  if (campagne.fermee_le === null) return campagne;
  throw new RefusActe({
    regle: { code: 'CAMPAGNE_OUVERTE', origine: 'INFERENCE' },
    motif: `La campagne ${code} est fermée depuis le ${toLocalDay(toInstant(campagne.fermee_le))}.`,
    remede: 'Agissez dans une campagne ouverte.',
  });
}
