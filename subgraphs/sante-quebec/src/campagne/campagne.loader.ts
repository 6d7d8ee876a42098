import type { Awaitable } from '@palier/runtime/awaitable';
import type { AbsenceValue } from '@palier/runtime/absence';
import { type CodeFormat, parseCode } from '@palier/runtime/code-format';
import { EXERCICE } from '@palier/runtime/exercice';
import { toInstant } from '@palier/runtime/instant';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { toProvenance } from '@palier/runtime/provenance';
import { owedBySanteQuebec } from '../absence/absence.type.ts';
import type { Context, Reading } from '../tables.ts';
import { type CampagneTable, findCampagnesByCodes, findCurrentCampagne } from './campagne.queries.ts';
import type { CampagneValue } from './campagne.type.ts';

export const CODE_CAMPAGNE: CodeFormat = { ...EXERCICE, description: 'une campagne telle que 2025-2026' };

export const CAMPAGNE_ABSENTE: AbsenceValue = owedBySanteQuebec(
  'S4',
  'Aucune campagne de reddition de comptes n’est ouverte : le document 004 confie à Santé Québec de la coordonner (3.2.2, L1813-1814) sans en donner le calendrier.',
);

export const campagneLoader = defineLoader<string, CampagneValue | null>(
  async ({ database }: Reading, codes) => {
    const rows = await findCampagnesByCodes(database, codes);
    return inKeyOrder(codes, rows.map(toCampagne), ({ code }) => code);
  },
);

const currentCampagneLoader = defineLoader<'current', CampagneValue | null>(
  async ({ database }: Reading, keys) => {
    const row = await findCurrentCampagne(database);
    return keys.map(() => (row === undefined ? null : toCampagne(row)));
  },
);

/** The campagne opened last; null when there is none. Read once per request. */
export function loadCurrentCampagne(context: Context): Awaitable<CampagneValue | null> {
  return currentCampagneLoader.load(context, 'current');
}

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
    statut: row.fermee_le === null ? 'OUVERTE' : 'FERMEE',
    provenance: toProvenance(row.provenance),
  };
}
