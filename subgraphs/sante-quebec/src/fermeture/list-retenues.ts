import type { Kysely } from 'kysely';
import { graphOf } from '../other-levels/graph-of.ts';
import { listOwingEtablissements } from '../etablissement/etablissement.queries.ts';
import { listExamensOfCampagne } from '../reddition/reddition.queries.ts';
import type { Context, Tables } from '../tables.ts';
import { askVersions } from './ask-versions.ts';
import type { VersionRetenueTable } from '../../tables/version-retenue.table.ts';
import type { ExamenTable } from '../../tables/reddition.table.ts';

type Statut = ExamenTable['statut'];

/** What a closing retains of one établissement. */
export interface Retenue {
  readonly etablissement: string;
  readonly reddition: string | null;
  readonly raison: VersionRetenueTable['raison'];
}

/** What was examined of a campagne, by version. */
export async function loadExamensOfCampagne(
  database: Kysely<Tables>,
  campagne: string,
): Promise<ReadonlyMap<string, Statut>> {
  const examens = await listExamensOfCampagne(database, campagne);
  return new Map(examens.map(({ reddition_id, statut }) => [reddition_id, statut]));
}

/** Why a submitted version is valid, by what its examination came to; null for one that was sent back. */
export function toRaison(statut: Statut | undefined): Retenue['raison'] | null {
  if (statut === undefined) return 'EXAMEN_NON_TERMINE';
  return statut === 'RETOURNEE' ? null : 'CONSOLIDEE';
}

/**
 * The last valid version of each établissement that owes an account: submitted, neither withdrawn nor sent back. An examination
 * that is not over does not make it less valid; that is said.
 */
export async function listRetenues(context: Context, campagne: string): Promise<Retenue[]> {
  const examens = await loadExamensOfCampagne(context.database, campagne);
  const last = new Map<string, { readonly version: number } & Pick<Retenue, 'reddition' | 'raison'>>();
  for await (const { id, etat, version, etablissement } of askVersions(graphOf(context), campagne)) {
    const raison = toRaison(examens.get(id));
    if (etablissement === null || etat !== 'SOUMISE' || raison === null) continue;
    if ((last.get(etablissement.code)?.version ?? 0) < version)
      last.set(etablissement.code, { version, reddition: id, raison });
  }
  const etablissements = await listOwingEtablissements(context.database);
  return etablissements.map((etablissement) => {
    const { reddition, raison } = last.get(etablissement) ?? NO_VALID;
    return { etablissement, reddition, raison };
  });
}

const NO_VALID = { reddition: null, raison: 'AUCUNE_VERSION_VALIDE' } as const;
