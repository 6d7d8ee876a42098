import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { campagneLoader, retenuesByCampagne } from '../campagne/campagne.loader.ts';
import type { Context } from '../tables.ts';
import type { ExamenValue, Reddition } from './reddition.type.ts';

/**
 * What does not go together in what the levels say of a version; null when all does. Each level judges by what the other had
 * committed: acts of the same moment may both stand. And a closing retains what is valid, where what is published is the last.
 */
export function loadContradiction(
  context: Context,
  { version, examineLe, statut }: ExamenValue,
): Awaitable<string | null> {
  const { id, campagne = '', soumiseLe, retireeLe = null, depasseePar } = version;
  if (soumiseLe == null) return null;
  if (examineLe !== null && retireeLe !== null) return sayWithdrawn(retireeLe);
  if (depasseePar != null) return examineLe === null ? null : sayFollowed(depasseePar, examineLe);
  return chain(campagneLoader.load(context, campagne), (found) => {
    const fermeeLe = found?.fermeeLe ?? null;
    if (fermeeLe === null) return null;
    return chain(retenuesByCampagne.load(context, campagne), (retenues) => {
      const isRetained = retenues.some(({ reddition }) => reddition?.id === id);
      if (retireeLe !== null) return isRetained ? sayRetained(retireeLe, fermeeLe) : null;
      if (isRetained) return null;
      if (statut === 'RETOURNEE') return sayLeft('elle est retournée');
      const later = retenues.find(({ reddition }) => reddition !== null && follows(reddition.id, id));
      return sayLeft(
        later === undefined
          ? `soumise (${soumiseLe}), la fermeture (${fermeeLe}) ne la voyait pas`
          : `la fermeture retient ${later.reddition?.id}, que l’établissement a retirée`,
      );
    });
  });
}

/** Whether a version is a later one of the same reddition: « 2026-2027:11045119:V2 ». */
function follows(later: string, id: string): boolean {
  const [[of, number], [former, before]] = [later.split(/(?<=:V)/), id.split(/(?<=:V)/)];
  return of === former && Number(number) > Number(before);
}

const sayWithdrawn = (retireeLe: string): string =>
  `L’établissement a retiré cette version (${retireeLe}) au moment où Santé Québec l’examinait : les deux actes sont inscrits. Retirée, elle n’est plus publiée et aucune fermeture ne la retient ; l’établissement en soumet une autre (déduit).`;

function sayFollowed({ version, soumiseLe }: Followed, examineLe: string): string | null {
  if (soumiseLe == null || soumiseLe > examineLe) return null;
  return `L’établissement a soumis la version ${version} (${soumiseLe}) au moment où Santé Québec examinait celle-ci : les deux actes sont inscrits. C’est la version ${version} qui est publiée, et la suivante répond à ce qui est retourné de celle-là : Santé Québec l’examine à son tour (déduit).`;
}

type Followed = NonNullable<Reddition['depasseePar']>;

/** Both acts stand when neither level saw that of the other; which came first is told by their instants alone. */
const sayRetained = (retireeLe: string, fermeeLe: string): string =>
  `Santé Québec a fermé la campagne (${fermeeLe}) en retenant cette version, que l’établissement a retirée (${retireeLe}) : les deux actes sont inscrits. La fermeture la retient, et elle n’est plus publiée : les bilans ne comptent pas ses mesures (déduit).`;

const sayLeft = (why: string): string =>
  `La campagne est fermée sans que cette version soit retenue : ${why}. Dernière version soumise, elle reste publiée : les bilans comptent ses mesures, et non celles de la version retenue (déduit).`;
