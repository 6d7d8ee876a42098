import type { Awaitable } from '@palier/runtime/awaitable';
import type { AbsenceValue } from '@palier/runtime/absence';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { toInstant } from '@palier/runtime/instant';
import { toLocalDay } from '@palier/runtime/local-day';
import { defineList } from '@palier/runtime/list';
import { defineLoader, groupedByKey, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfSanteQuebec } from '../absence/absence.type.ts';
import type { Context, Reading } from '../tables.ts';
import {
  countCampagnes,
  findCampagnesByCodes,
  findCurrentCampagne,
  findExceptionsByCampagnes,
  findRetenuesByCampagnes,
  findTransmissionsByCampagnes,
  listCampagnes,
} from './campagne.queries.ts';
import type { CampagneValue, Transmission } from './campagne.type.ts';
import type { ExceptionCampagne, VersionRetenueValue } from './fermeture.type.ts';
import type { CampagneTable, ExceptionCampagneTable } from '../../tables/campagne.table.ts';

export const CAMPAGNE_ABSENTE: AbsenceValue = deducedOfSanteQuebec(
  'S4',
  'Aucune campagne de reddition de comptes n’est ouverte : le document 004 confie à Santé Québec de la coordonner (3.2.2, L1813-1814) sans en donner le calendrier ; en déduire qu’elle ouvre des campagnes est une inférence.',
);

export const campagneLoader = defineLoader<string, CampagneValue | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findCampagnesByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toCampagne), ({ code }) => code);
  },
);

export const readCampagnes = defineList({
  name: 'campagnes',
  find: async ({ database }: Reading, _all, bounds) =>
    (await listCampagnes(database, bounds)).map(toCampagne),
  count: ({ database }: Reading) => countCampagnes(database),
  keyOf: ({ code }) => code,
});

const currentCampagneLoader = defineLoader<'current', CampagneValue | null>(
  async ({ database }: Reading, keys) => {
    const row = await findCurrentCampagne(database);
    return keys.map(() => (row === undefined ? null : toCampagne(row)));
  },
);

/** The campagne that is meant when none is named; null when there is none. Read once per request. */
export function loadCurrentCampagne(context: Context): Awaitable<CampagneValue | null> {
  return currentCampagneLoader.load(context, 'current');
}

/** How the argument of `loadCampagneOrCurrent` is told. */
export const CAMPAGNE_OR_CURRENT = {
  nullable: true,
  description: 'Code de la campagne, par exemple « 2025-2026 » ; sans lui, la campagne courante.',
} as const;

/** The campagne named, or the current one without a name; null when there is none such. Raises CODE_INVALIDE. */
export function loadCampagneOrCurrent(
  context: Context,
  code: string | null,
): Awaitable<CampagneValue | null> {
  return code === null
    ? loadCurrentCampagne(context)
    : campagneLoader.load(context, parseCode(CODE_CAMPAGNE, code));
}

export function toCampagne(row: CampagneTable): CampagneValue {
  return {
    code: row.code,
    nom: row.nom,
    exercice: row.exercice,
    canevasCode: row.canevas_code,
    ouverteLe: toInstant(row.ouverte_le),
    fermeeLe: row.fermee_le === null ? null : toInstant(row.fermee_le),
    periodes: row.periodes,
    echeanceRecommandee: row.echeance_recommandee,
    echeance: row.echeance,
    cloture: row.cloture,
    statut: row.fermee_le === null ? 'OUVERTE' : 'FERMEE',
    provenance: toProvenance(row.provenance),
  };
}

export const exceptionsByCampagne = defineLoader<string, ExceptionCampagne[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findExceptionsByCampagnes(database, codes);
    return groupedByKey(codes, rows, (row) => row.campagne_code).map((group) =>
      group.map((row) => {
        const given = group.filter((one) => one.etablissement_code === row.etablissement_code);
        const version = given.indexOf(row) + 1;
        return {
          etablissement: { code: row.etablissement_code },
          version,
          jusquAu: row.jusqu_au,
          motif: row.motif,
          accordeeLe: toInstant(row.accordee_le),
          finieLe: toEndedAt(row, given[version]?.accordee_le ?? row.fermee_le),
          provenance: toProvenance(row.provenance),
        };
      }),
    );
  },
);

/** When what came after it ended it before its last day was over. */
function toEndedAt({ jusqu_au }: Pick<ExceptionCampagneTable, 'jusqu_au'>, followed: string | null) {
  const ended = followed === null ? null : toInstant(followed);
  return ended !== null && toLocalDay(ended) <= jusqu_au ? ended : null;
}

export const retenuesByCampagne = defineLoader<string, VersionRetenueValue[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findRetenuesByCampagnes(database, codes);
    return groupedByKey(codes, rows, (row) => row.campagne_code).map((group) =>
      group.map((row) => ({
        id: `${row.campagne_code}:${row.etablissement_code}`,
        campagne: row.campagne_code,
        etablissement: { code: row.etablissement_code },
        reddition: row.reddition_id === null ? null : { id: row.reddition_id },
        raison: row.raison,
        retournee: row.retournee,
      })),
    );
  },
);

/** What bilans are made of, where what is published and what is retained are not one. */
export const COMPTES_DES_BILANS =
  'les bilans comptent ce qui était publié quand ils ont été consolidés (« consolideLe »)';

export const transmissionsByCampagne = defineLoader<string, Transmission[]>(
  async ({ database }: Reading, codes) => {
    const rows = await findTransmissionsByCampagnes(database, codes);
    return groupedByKey(codes, rows, (row) => row.campagne_code).map((group) =>
      group.map((row) => ({
        version: row.version,
        transmiseLe: toInstant(row.transmise_le),
        provenance: toProvenance(row.provenance),
      })),
    );
  },
);
