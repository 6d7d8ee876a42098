import { Refusal } from '../../errors/errors.ts';
import { atRootFields } from '@palier/federation/graphql/root-fields';
import type { GraphQLErrorLike } from '@palier/federation/run/data/subgraph-caller';
import type { GraphQLResponseLike, SubgraphCaller, SubgraphRequest } from '../../request/subgraph-caller.ts';

/**
 * Turns the failure of one call into errors of the answer, so that what the other subgraphs gave is kept: each root
 * field the call was to fill is null and has its error, with its path, the code, the service, and whether to try again.
 */
export function tellFailures(caller: SubgraphCaller): SubgraphCaller {
  return {
    ...caller,
    async call(request) {
      try {
        return await caller.call(request);
      } catch (error) {
        return toErrorAnswer(error, request);
      }
    },
  };
}

function toErrorAnswer(error: unknown, { subgraph, query }: SubgraphRequest): GraphQLResponseLike {
  const refusal = error instanceof Refusal ? error : new Refusal('SERVICE_INDISPONIBLE', { cause: error });
  const extensions = { ...refusal.extensions, service: subgraph, cause: refusal.cause };
  const failure: GraphQLErrorLike = { message: refusal.message, extensions };
  return { errors: atRootFields(query, failure) };
}
