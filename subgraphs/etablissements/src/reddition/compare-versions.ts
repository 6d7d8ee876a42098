import { PalierError } from '@palier/runtime/errors';
import { mayReadReserved } from '@palier/runtime/may-read';
import type { StatutFigure } from '../mesure/mesure-enums.ts';
import { SANS_VALEUR } from '../mesure/mesure.queries.ts';
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
  const between = { id, since };
  if (mayRead) return readEcarts(context, { ...between, alike: [] });
  // Of two lines that say the same, one may be withheld and the other told.
  const ecarts = await readEcarts(context, { ...between, alike: SANS_VALEUR });
  const suppressed = await loadSuppressed(
    context,
    ecarts.map(({ mesureId }) => mesureId),
  );
  const show = (version: string, field: 'statutAvant' | 'statutApres') =>
    showStatuts(
      context,
      version,
      suppressed,
      ecarts.map((ecart) => ({ mesureId: ecart.mesureId, statut: ecart[field] })),
    );
  const [avant, apres] = await Promise.all([
    show(`${campagne}:${etablissement}:V${since}`, 'statutAvant'),
    show(id, 'statutApres'),
  ]);
  return ecarts.flatMap((ecart) => {
    const { mesureId, statutAvant, statutApres } = ecart;
    if (!suppressed.has(mesureId)) return isSame(ecart) ? [] : ecart;
    const shown = {
      ...ecart,
      ...HIDDEN,
      statutAvant: avant.get(mesureId) ?? null,
      statutApres: apres.get(mesureId) ?? null,
    };
    // Not whether what is withheld of both is the same; but that it was suppressed, whatever it was.
    const wasSuppressed = (statutAvant === 'SUPPRIMEE') !== (statutApres === 'SUPPRIMEE');
    return wasSuppressed || shown.statutAvant !== shown.statutApres ? shown : [];
  });
}

const HIDDEN = {
  valeurAvant: null,
  numerateurAvant: null,
  denominateurAvant: null,
  valeurApres: null,
  numerateurApres: null,
  denominateurApres: null,
} as const;

/** Only what has no value may be given though nothing differs. */
const isSame = ({ nature, valeurAvant, valeurApres, statutAvant, statutApres }: EcartReddition): boolean =>
  nature === 'CHANGEE' && valeurAvant === null && valeurApres === null && statutAvant === statutApres;

/** What each line of a version, of those that are suppressed, is told to say. */
async function showStatuts(
  context: Context,
  version: string,
  suppressed: Suppressions,
  said: readonly { readonly mesureId: string; readonly statut: StatutFigure | null }[],
): Promise<ReadonlyMap<string, StatutFigure>> {
  const lignes = said.flatMap(({ mesureId, statut }) =>
    statut === null || !suppressed.has(mesureId) ? [] : [{ id: `${version}:${mesureId}`, mesureId, statut }],
  );
  const shown = await hideSuppressed(context, lignes, suppressed);
  return new Map(shown.map(({ mesureId, statut }) => [mesureId, statut]));
}
