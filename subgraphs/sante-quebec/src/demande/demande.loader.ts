import type { CelluleDemandee, DemandeCampagne } from '@palier/runtime/demande-campagne.type';
import { listPeriodes } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, defineReading, groupedByKey } from '@palier/runtime/loader';
import { findCellsByCanevas } from '../canevas/canevas.queries.ts';
import { listAllCampagnes } from '../campagne/campagne.queries.ts';
import { findExceptionsByCampagnes } from '../exception-campagne/exception-campagne.queries.ts';
import {
  findEtablissementsByCodes,
  findResponsabilitesByEtablissements,
} from '../etablissement/etablissement.queries.ts';
import { findCellulesByRedditions, findExamensByEtablissements } from '../reddition/reddition.queries.ts';
import type { Reading } from '../tables.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';
import type { CelluleRetourneeTable, ExamenTable } from '../../tables/reddition.table.ts';

/** What a campagne asks of anybody, read once for all the établissements. */
export interface AskedByCampagne {
  readonly campagne: CampagneTable & { readonly rang: number };
  readonly periodes: string[];
  readonly cellules: CelluleDemandee[];
}

/** All that the campagnes ask, in the order of their codes. */
export const readAsked = defineReading<'all', AskedByCampagne[]>(async ({ database }: Reading) => {
  const campagnes = await listAllCampagnes(database);
  const codes = [...new Set(campagnes.map(({ canevas_code }) => canevas_code))];
  const cells = await findCellsByCanevas(database, codes);
  return campagnes.map((campagne) => ({
    campagne,
    periodes: campagne.periodes.length > 0 ? campagne.periodes : listPeriodes(campagne.exercice),
    cellules: cells
      .filter(({ canevas }) => canevas === campagne.canevas_code)
      .map(({ exigence, volet, frequence }) => ({
        exigence,
        volet: volet === '' ? null : volet,
        annuelle: frequence === 'EXERCICE',
      })),
  }));
});

/** What each établissement is asked; nothing for one that is not territorial, which owes no account (mandate E11). */
export const demandesByEtablissement = defineLoader<string, DemandeCampagne[]>(
  async (context: Reading, codes) => {
    const { database } = context;
    const asked = await readAsked(context, 'all');
    const owing = (await findEtablissementsByCodes(database, codes))
      .filter(({ categorie }) => categorie === 'ETABLISSEMENT_TERRITORIAL')
      .map(({ code }) => code);
    if (asked.length === 0 || owing.length === 0) return codes.map(() => []);
    const territoires = groupedByKey(
      codes,
      await findResponsabilitesByEtablissements(database, owing),
      (row) => row.etablissement_code,
    );
    const exceptions = await findExceptionsByCampagnes(
      database,
      asked.map(({ campagne }) => campagne.code),
    );
    const examens = await findExamensByEtablissements(database, owing);
    const cellules = await findCellulesByRedditions(
      database,
      examens.map(({ reddition_id }) => reddition_id),
    );
    return codes.map((code, index) => {
      const own = (territoires[index] ?? []).map(({ territoire_code }) => territoire_code);
      if (own.length === 0) return [];
      return asked.map((one) => ({
        ...toDemande(one, code, own),
        exceptions: exceptions
          .filter((row) => row.campagne_code === one.campagne.code && row.etablissement_code === code)
          .map((row) => ({ jusquAu: row.jusqu_au, accordeeLe: toInstant(row.accordee_le) })),
        examens: examens
          .filter((row) => row.campagne_code === one.campagne.code && row.etablissement_code === code)
          .map((row) => toExamen(row, cellules)),
      }));
    });
  },
);

function toDemande(
  { campagne, periodes, cellules }: AskedByCampagne,
  etablissementCode: string,
  territoires: string[],
): Omit<DemandeCampagne, 'exceptions' | 'examens'> {
  return {
    campagneCode: campagne.code,
    etablissementCode,
    ouverteLe: toInstant(campagne.ouverte_le),
    fermeeLe: campagne.fermee_le === null ? null : toInstant(campagne.fermee_le),
    echeanceRecommandee: campagne.echeance_recommandee,
    echeance: campagne.echeance,
    cloture: campagne.cloture,
    territoires,
    periodes,
    cellules,
    origine: campagne.provenance.origine,
  };
}

const toExamen = (row: ExamenTable, cellules: readonly CelluleRetourneeTable[]) => ({
  redditionId: row.reddition_id,
  consolidee: row.statut !== 'RETOURNEE',
  examineLe: toInstant(row.examine_le),
  mesuresRetournees: cellules
    .filter(({ reddition_id }) => reddition_id === row.reddition_id)
    .map(({ mesure_id }) => mesure_id),
});
