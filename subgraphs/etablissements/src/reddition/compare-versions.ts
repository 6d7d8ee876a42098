import { PalierError } from '@palier/runtime/errors';
import { mayReadReserved } from '@palier/runtime/may-read';
import type { SuppressedRow } from '../mesure/mesure.queries.ts';
import { hideValue, loadSuppressed } from '../mesure/withhold-mesures.ts';
import type { Context } from '../tables.ts';
import { readEcarts, readVersionsOf } from './reddition.loader.ts';
import type { EcartReddition, Reddition } from './reddition.type.ts';

/**
 * What changed between two versions, as who asks may read them. Raises FILTRE_INVALIDE for a version that there is not, and, to whoever
 * does not read it, for one that is not submitted.
 */
export async function compareVersions(
  context: Context,
  { id, campagne, version, etablissement: { code: etablissement } }: Reddition,
  since: number,
): Promise<readonly EcartReddition[]> {
  const versions = await readVersionsOf(context, { etablissement, campagne });
  if (versions.every((one) => one.version !== since))
    throw new PalierError(
      'FILTRE_INVALIDE',
      `« version » : il n’y a pas de version ${since}. Possibles : ${versions.map((one) => one.version).join(', ')}.`,
    );
  const mayRead = mayReadReserved(context.identity, etablissement);
  const draft = versions.find(({ etat }) => etat === 'SAISIE')?.version;
  if (!mayRead && draft !== undefined && [version, since].includes(draft))
    throw new PalierError(
      'FILTRE_INVALIDE',
      `La version ${draft} n’est pas soumise : seuls son établissement et Santé Québec lisent ce qu’elle dit.`,
    );
  const ecarts = await readEcarts(context, { id, version: since });
  if (mayRead) return ecarts;
  const suppressed = await loadSuppressed(
    context,
    ecarts.map(({ mesureId }) => mesureId),
  );
  return ecarts.map((ecart) => {
    const hidden = suppressed.get(ecart.mesureId);
    return hidden === undefined ? ecart : hide(ecart, hidden);
  });
}

const hide = (ecart: EcartReddition, hidden: SuppressedRow): EcartReddition => ({
  ...ecart,
  valeurAvant: null,
  numerateurAvant: null,
  denominateurAvant: null,
  valeurApres: null,
  numerateurApres: null,
  denominateurApres: null,
  statutAvant: hideValue(ecart.statutAvant, hidden),
  statutApres: hideValue(ecart.statutApres, hidden),
});
