import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { sayInstantToTheSecond } from '@palier/runtime/say-instant';
import { campagneLoader } from '../campagne/campagne.loader.ts';
import { etablissementLoader } from '../etablissement/etablissement.loader.ts';
import { retenuesByCampagne } from '../fermeture/fermeture.loader.ts';
import type { VersionRetenueValue } from '../fermeture/fermeture.type.ts';
import { examenByReddition } from './reddition.loader.ts';
import type { Context } from '../tables.ts';
import type { ExamenValue, Reddition } from './reddition.type.ts';

/**
 * What does not go together in what the levels say of a version; null when all does. Each level judges by what the other had
 * committed: acts of the same moment may both stand. And a closing retains what is valid, where what is published is the last.
 */
export function loadContradiction(
  context: Context,
  { version, examineLe, statut }: Pick<ExamenValue, 'version' | 'examineLe' | 'statut'>,
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
      const code = etablissementOf(id);
      const retained = retenues.find(({ etablissement }) => etablissement.code === code)?.reddition?.id;
      return chain(etablissementLoader.load(context, code), (author) => {
        if (author !== null && author.categorie !== 'ETABLISSEMENT_TERRITORIAL') return SANS_COMPTE;
        if (statut === 'RETOURNEE') return sayLeft('elle est retournée', retained);
        return sayLeft(
          retained !== undefined && follows(retained, id)
            ? `la fermeture retient ${retained}, que l’établissement a retirée`
            : `soumise (${sayInstantToTheSecond(soumiseLe)}), la fermeture (${sayInstantToTheSecond(fermeeLe)}) ne la voyait pas`,
          retained,
        );
      });
    });
  });
}

/**
 * The same of what a closing retained, said of the version that is published: the last one. What the établissements did not say,
 * or could not of what is not retained, is what was sent back alone.
 */
export function loadContradictionOfRetained(
  context: Context,
  { campagne, reddition, retournee }: VersionRetenueValue,
): Awaitable<string | null> {
  if (reddition?.depasseePar === undefined) return retournee === null ? null : sayReturned(retournee);
  const version = { campagne, ...(reddition.depasseePar ?? reddition), depasseePar: null };
  return chain(examenByReddition.load(context, version.id), (examen) =>
    loadContradiction(context, { ...(examen ?? { examineLe: null, statut: null }), version }),
  );
}

/** What bilans are made of, where what is published and what is retained are not one. */
const COMPTES_DES_BILANS =
  'les bilans consolidés après la fermeture comptent ce qu’elle retient, et non ce qui a été publié ensuite';

const sayReturned = (version: number): string =>
  `La version ${version} est retournée, et n’est donc pas retenue. Soumise après, elle reste publiée, à moins que l’établissement ne l’ait retirée au même moment ; ${COMPTES_DES_BILANS} (déduit).`;

/** Of a reddition: « 11045119 » of « 2026-2027:11045119:V2 ». */
export const etablissementOf = (id: string): string => id.split(':').at(-2) ?? '';

/** Whether a version is a later one of the same reddition: « 2026-2027:11045119:V2 ». */
function follows(later: string, id: string): boolean {
  const [[of, number], [former, before]] = [later.split(/(?<=:V)/), id.split(/(?<=:V)/)];
  return of === former && Number(number) > Number(before);
}

const sayWithdrawn = (retireeLe: string): string =>
  `L’établissement a retiré cette version (${sayInstantToTheSecond(retireeLe)}) au moment où Santé Québec l’examinait : les deux actes sont inscrits. Retirée, elle n’est plus publiée et aucune fermeture ne la retient ; l’établissement en soumet une autre (déduit).`;

function sayFollowed({ version, soumiseLe }: Followed, examineLe: string): string | null {
  if (soumiseLe == null || soumiseLe > examineLe) return null;
  return `L’établissement a soumis la version ${version} (${sayInstantToTheSecond(soumiseLe)}) au moment où Santé Québec examinait celle-ci : les deux actes sont inscrits. C’est la version ${version} qui est publiée, et la suivante répond à ce qui est retourné de celle-là : Santé Québec l’examine à son tour (déduit).`;
}

type Followed = NonNullable<Reddition['depasseePar']>;

/** Both acts stand when neither level saw that of the other; which came first is told by their instants alone. */
const sayRetained = (retireeLe: string, fermeeLe: string): string =>
  `Santé Québec a fermé la campagne (${sayInstantToTheSecond(fermeeLe)}) en retenant cette version, que l’établissement a retirée (${sayInstantToTheSecond(retireeLe)}) : les deux actes sont inscrits. La fermeture la retient, et elle n’est plus publiée ; les bilans consolidés depuis n’en comptent rien : une version retirée ne vaut plus (déduit).`;

const sayLeft = (why: string, retained: string | undefined): string =>
  `La campagne est fermée sans que cette version soit retenue : ${why}. Dernière version soumise, elle reste publiée${retained === undefined ? '' : `, et non la version retenue (${retained})`} ; ${COMPTES_DES_BILANS} (déduit).`;

const SANS_COMPTE = `La campagne est fermée sans que cette version soit retenue : une fermeture ne retient que celles des établissements territoriaux de Santé Québec, dont le mandat E11 est de rendre compte (004, 3.2.3, L1864-1866), et celui-ci n’en est pas un. Soumise tout de même, elle reste publiée, et les bilans la comptent (déduit).`;
