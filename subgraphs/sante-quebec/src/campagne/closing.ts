import { askOrRefuse } from '@palier/runtime/journal/ask-or-refuse';
import { listTerritoireEtablissements } from '../etablissement/etablissement.queries.ts';
import { listExamensOfCampagne } from '../reddition/reddition.queries.ts';
import type { Context } from '../tables.ts';
import type { VersionRetenueTable } from '../../tables/campagne.table.ts';

interface SubmittedVersion {
  readonly id: string;
  readonly version: number;
  readonly etat: string;
  readonly etablissement: { readonly code: string } | null;
}

interface Page {
  readonly redditions: {
    readonly nodes: readonly (SubmittedVersion | null)[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** What counts for one établissement. */
export interface Retenue {
  readonly etablissement: string;
  readonly reddition: string | null;
  readonly raison: VersionRetenueTable['raison'];
}

/**
 * The last valid version of each établissement responsible for a territory: submitted, neither withdrawn nor sent back. An
 * examination that is not over does not make it less valid; that is said.
 */
export async function listRetenues(context: Context, campagne: string): Promise<Retenue[]> {
  const examens = new Map(
    (await listExamensOfCampagne(context.database, campagne)).map(({ reddition_id, statut }) => [
      reddition_id,
      statut,
    ]),
  );
  const last = new Map<string, SubmittedVersion>();
  for (const version of await readVersions(context, campagne)) {
    const code = version.etablissement?.code;
    if (code === undefined || version.etat !== 'SOUMISE' || examens.get(version.id) === 'RETOURNEE') continue;
    if ((last.get(code)?.version ?? 0) < version.version) last.set(code, version);
  }
  const etablissements = await listTerritoireEtablissements(context.database);
  return etablissements.map((etablissement) => {
    const version = last.get(etablissement);
    if (version === undefined) return { etablissement, reddition: null, raison: 'AUCUNE_VERSION_VALIDE' };
    const raison = examens.has(version.id) ? 'CONSOLIDEE' : 'EXAMEN_NON_TERMINE';
    return { etablissement, reddition: version.id, raison };
  });
}

const PAGE_SIZE = 1_000;

async function readVersions({ journal }: Context, campagne: string): Promise<SubmittedVersion[]> {
  const versions: SubmittedVersion[] = [];
  let after: string | null = null;
  do {
    const { redditions }: Page = await askOrRefuse(
      journal,
      `query VersionsDeLaCampagne($campagne: ID!, $first: Int!, $after: String) {
        redditions(campagne: $campagne, first: $first, after: $after) {
          nodes { id version etat etablissement { code } }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { campagne, first: PAGE_SIZE, after },
    );
    versions.push(...redditions.nodes.filter((node) => node !== null));
    after = redditions.pageInfo.hasNextPage ? redditions.pageInfo.endCursor : null;
  } while (after !== null);
  return versions;
}
