import type { AskGraph } from '@palier/runtime/ask-graph';
import { type GraphPage, askNodes } from '@palier/runtime/ask-nodes';

/** A version of a return to a campagne, be it a draft, submitted or withdrawn. */
interface AskedVersion {
  readonly id: string;
  readonly version: number;
  readonly etat: string;
  readonly etablissement: { readonly code: string } | null;
}

const PAGE_SIZE = 1_000;

/** All the versions of a campagne, as the établissements say. */
export const askVersions = (graph: AskGraph, campagne: string): AsyncGenerator<AskedVersion, void> =>
  askNodes(async (after) => {
    const { redditions } = (await graph(
      `query VersionsDeLaCampagne($campagne: ID!, $first: Int!, $after: String) {
        redditions(campagne: $campagne, first: $first, after: $after) {
          nodes { id version etat etablissement { code } }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { campagne, first: PAGE_SIZE, after },
    )) as { readonly redditions: GraphPage<AskedVersion> };
    return redditions;
  });
