import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { retenuesByCampagne } from '../campagne/campagne.loader.ts';
import type { Context } from '../tables.ts';
import type { ExamenValue, Reddition } from './reddition.type.ts';

/**
 * What does not go together in what the levels say of a version; null when all does. Each level judges by what the other had
 * committed: acts of the same moment may both stand. And a closing retains what is valid, where what is published is the last.
 */
export function loadContradiction(
  context: Context,
  { version, examineLe }: ExamenValue,
): Awaitable<string | null> {
  const { id, campagne = '', soumiseLe, retireeLe = null, depasseePar } = version;
  if (soumiseLe == null) return null;
  if (examineLe !== null && retireeLe !== null) return sayWithdrawn(retireeLe);
  if (depasseePar != null) return examineLe === null ? null : sayFollowed(depasseePar, examineLe);
  return chain(retenuesByCampagne.load(context, campagne), (retenues) => {
    if (retenues.length === 0) return null;
    const isRetained = retenues.some(({ reddition }) => reddition?.id === id);
    if (retireeLe === null) return isRetained ? null : LEFT_BY_CLOSING;
    return isRetained ? sayRetained(retireeLe) : null;
  });
}

const sayWithdrawn = (retireeLe: string): string =>
  `L’établissement a retiré cette version (${retireeLe}) au moment où Santé Québec l’examinait : les deux actes sont inscrits. Retirée, elle n’est plus publiée et aucune fermeture ne la retient ; l’établissement en soumet une autre (déduit).`;

function sayFollowed({ version, soumiseLe }: Followed, examineLe: string): string | null {
  if (soumiseLe == null || soumiseLe > examineLe) return null;
  return `L’établissement a soumis la version ${version} (${soumiseLe}) au moment où Santé Québec examinait celle-ci : les deux actes sont inscrits. C’est la version ${version} qui est publiée, et la suivante répond à ce qui est retourné de celle-là : Santé Québec l’examine à son tour (déduit).`;
}

type Followed = NonNullable<Reddition['depasseePar']>;

const sayRetained = (retireeLe: string): string =>
  `L’établissement a retiré cette version (${retireeLe}) au moment où Santé Québec fermait la campagne : les deux actes sont inscrits. La fermeture la retient, et elle n’est plus publiée : les bilans ne comptent pas ses mesures (déduit).`;

const LEFT_BY_CLOSING =
  'La campagne est fermée sans que cette version soit retenue : retournée, ou soumise au moment de la fermeture. Dernière version soumise, elle reste publiée : les bilans comptent ses mesures, et non celles de la version retenue (déduit).';
