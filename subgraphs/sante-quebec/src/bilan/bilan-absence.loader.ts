import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { defineLoader } from '@palier/runtime/loader';
import { deducedOfSanteQuebec } from '../absence/absence.type.ts';
import { CAMPAGNE_ABSENTE, loadCampagneOrCurrent } from '../campagne/campagne.loader.ts';
import { readConsolidationVersion } from '../consolidation/consolidation.loader.ts';
import { listOwingTerritoires } from '../etablissement/etablissement.queries.ts';
import type { Context, Reading } from '../tables.ts';
import type { BilanValue } from './bilan.type.ts';

const SANS_COMPTE = nothingOwed(
  'Aucune campagne ne demande rien ici : aucun établissement territorial de Santé Québec n’en répond, et personne n’en doit de bilan.',
);

const HORS_CONSOLIDATION = nothingOwed(
  'La campagne est consolidée, et sa consolidation ne compte rien ici : les territoires étaient composés autrement, ou son canevas ne demandait rien.',
);

export const sayNotConsolidated = (campagne: string): AbsenceValue =>
  deducedOfSanteQuebec(
    'S4',
    `La campagne ${campagne} n’est pas encore consolidée : aucun de ses territoires n’a de bilan, et le document 004 confie à Santé Québec de coordonner la reddition de comptes (3.2.2, L1813-1814), et en déduire qu’elle la consolide par territoire est une inférence.`,
  );

/** Whether something is asked in a place: a territory, or a unit, whose code begins those of its territories; all begin with nothing. */
const isAskedLoader = defineLoader<string, boolean>(async ({ database }: Reading, places) => {
  const owing = await listOwingTerritoires(database);
  return places.map((place) => owing.some((territoire) => territoire.startsWith(place)));
});

/** Why a place has no bilan in a campagne, the current one without a code; null where it has one. Raises CODE_INVALIDE. */
export function loadBilanAbsence(
  context: Context,
  { code, place }: { readonly code: string | null; readonly place: string },
  load: (campagne: string) => Awaitable<BilanValue | null>,
): Awaitable<AbsenceValue | null> {
  return chain(loadCampagneOrCurrent(context, code), (campagne) => {
    if (campagne === null)
      return code === null
        ? CAMPAGNE_ABSENTE
        : nothingOwed(
            `Santé Québec n’a ouvert aucune campagne ${code.trim()} : personne n’en doit de bilan.`,
          );
    return chain(load(campagne.code), (bilan) =>
      bilan === null
        ? chain(isAskedLoader.load(context, place), (isAsked) =>
            isAsked ? loadWhy(context, campagne.code) : SANS_COMPTE,
          )
        : null,
    );
  });
}

const loadWhy = (context: Context, campagne: string): Awaitable<AbsenceValue> =>
  chain(readConsolidationVersion(context, campagne), (version) =>
    version === null ? sayNotConsolidated(campagne) : HORS_CONSOLIDATION,
  );
