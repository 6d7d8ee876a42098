import { defineReading } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { type ClassementChoice, listMesuresOfTerritoires } from './classement.queries.ts';
import { toMesure } from './mesure.loader.ts';
import type { Candidate } from './rank-territoires.ts';
import type { MesureTable } from '../../tables/mesure.table.ts';

export type { ClassementChoice };

/** The territories chosen, each with what it would be ranked by, and the campagne that this is asked of. */
export const readCandidates = defineReading(
  async ({ database }: Reading, choice: ClassementChoice): Promise<(Candidate & AskedOf)[]> =>
    (await listMesuresOfTerritoires(database, choice)).map(
      ({ territoire, demandee, demandee_est_sienne, ...row }) => ({
        territoire,
        mesure: row.id === null ? null : toMesure(row as MesureTable),
        isOfCampagne: demandee_est_sienne === true,
        campagne: demandee,
      }),
    ),
);

interface AskedOf {
  readonly campagne: string | null;
}
