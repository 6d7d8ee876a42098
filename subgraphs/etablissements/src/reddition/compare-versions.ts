import { PalierError } from '@palier/runtime/errors';
import { mayReadReserved } from '@palier/runtime/may-read';
import type { StatutFigure } from '../mesure/mesure-enums.ts';
import { loadSuppressed, type Suppressions } from '../mesure/withhold-mesures.ts';
import type { Context } from '../tables.ts';
import { hideSuppressed } from './hide-suppressed.ts';
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
  const found = await loadSuppressed(
    context,
    ecarts.map(({ mesureId }) => mesureId),
  );
  const of = { id, former: `${campagne}:${etablissement}:V${since}` };
  const told = ecarts.filter((ecart) => !found.has(ecart.mesureId) || isTold(ecart));
  return Promise.all(
    told.map((ecart) => (found.has(ecart.mesureId) ? hideEcart(context, ecart, of, found) : ecart)),
  );
}

/** Of a figure that is suppressed, that it was, came or went is told: not whether what is withheld of it is the same. */
const isTold = ({ nature, statutAvant, statutApres }: EcartReddition): boolean =>
  nature !== 'CHANGEE' || statutAvant === 'SUPPRIMEE' || statutApres === 'SUPPRIMEE';

/** As the lines of the two versions are read. */
async function hideEcart(
  context: Context,
  ecart: EcartReddition,
  { id, former }: { readonly id: string; readonly former: string },
  suppressed: Suppressions,
): Promise<EcartReddition> {
  const { mesureId } = ecart;
  const show = async (version: string, statut: StatutFigure | null): Promise<StatutFigure | null> => {
    if (statut === null) return null;
    const [shown] = await hideSuppressed(
      context,
      [{ id: `${version}:${mesureId}`, mesureId, statut }],
      suppressed,
    );
    return shown!.statut;
  };
  return {
    ...ecart,
    valeurAvant: null,
    numerateurAvant: null,
    denominateurAvant: null,
    valeurApres: null,
    numerateurApres: null,
    denominateurApres: null,
    statutAvant: await show(former, ecart.statutAvant),
    statutApres: await show(id, ecart.statutApres),
  };
}
