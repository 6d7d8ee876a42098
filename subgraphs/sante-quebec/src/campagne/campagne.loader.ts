import type { Awaitable } from '@palier/runtime/awaitable';
import type { AbsenceValue } from '@palier/runtime/absence';
import { CODE_CAMPAGNE, parseCode } from '@palier/runtime/code-format';
import { lastBegunPeriode } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { defineList } from '@palier/runtime/list';
import { defineLoader, defineReading, inKeyOrder } from '@palier/runtime/loader';
import { toLocalDay } from '@palier/runtime/local-day';
import { toProvenance } from '@palier/runtime/provenance';
import { deducedOfSanteQuebec } from '../absence/absence.type.ts';
import type { Context, Reading } from '../tables.ts';
import {
  countCampagnes,
  findCampagnesByCodes,
  findCurrentCampagne,
  listCampagnes,
} from './campagne.queries.ts';
import type { CampagneValue } from './campagne.type.ts';
import type { CampagneTable } from '../../tables/campagne.table.ts';

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

/** By the last period that has begun. */
const readCurrentCampagne = defineReading(
  async ({ database }: Reading, begun: string): Promise<CampagneValue | null> => {
    const row = await findCurrentCampagne(database, begun);
    return row === undefined ? null : toCampagne(row);
  },
);

/** The campagne that is meant when none is named; null when there is none. Read once per request. */
export function loadCurrentCampagne(context: Context): Awaitable<CampagneValue | null> {
  return readCurrentCampagne(context, lastBegunPeriode(toLocalDay(context.au ?? new Date().toISOString())));
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
