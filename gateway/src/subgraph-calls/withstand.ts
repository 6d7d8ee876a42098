import { Kind, parse, type FieldNode } from 'graphql';
import { Refusal } from '../errors.ts';
import type {
  GraphQLErrorLike,
  GraphQLResponseLike,
  SubgraphCaller,
  SubgraphRequest,
} from '../subgraph-caller.ts';

/**
 * Turns the failure of one call into errors of the answer, so that what the other subgraphs gave is kept: each root
 * field the call was to fill is null and has its error, with its path, the code, the service, and whether to try again.
 */
export function withstandFailures(caller: SubgraphCaller): SubgraphCaller {
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
  const fields = rootFieldsOf(query);
  return { errors: fields.length === 0 ? [failure] : fields.map((field) => ({ ...failure, path: [field] })) };
}

/** Where the answer would have put its root fields. A call for entities has none of its own: its path is the entities'. */
function rootFieldsOf(query: string): readonly string[] {
  const [operation] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const fields = operation.selectionSet.selections.filter(
    (node): node is FieldNode => node.kind === Kind.FIELD,
  );
  return fields
    .filter(({ name }) => name.value !== '_entities')
    .map(({ alias, name }) => (alias ?? name).value);
}
