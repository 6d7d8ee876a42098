import { defineReading } from '@palier/runtime/loader';
import type { Reading } from '../tables.ts';
import { type ClassementChoice, listMesuresOfTerritoires } from './classement.queries.ts';
import { toMesure } from './mesure.loader.ts';
import type { Candidate } from './rank-territoires.ts';
import type { MesureTable } from '../../tables/mesure.table.ts';

export type { ClassementChoice };

/** The territories chosen, each with what it would be ranked by. */
export const readCandidates = defineReading(
  async ({ database }: Reading, choice: ClassementChoice): Promise<Candidate[]> =>
    (await listMesuresOfTerritoires(database, choice)).map(({ territoire, est_demandee, ...row }) => ({
      territoire,
      mesure: row.id === null ? null : toMesure(row as MesureTable),
      isOfCampagne: est_demandee === true,
    })),
);
