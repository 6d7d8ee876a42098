import { fileURLToPath } from 'node:url';
import { createGuard } from '@palier/gateway/guard/guard-operation';
import { OPEN_NETWORK_LIMITS } from '@palier/gateway/guard/limits';
import type { CostGraph } from '@palier/gateway/guard/measure-cost';
import { sayEngineMessage } from '@palier/federation/errors/engine-messages';
import { OUT_OF_LIMITS } from '@palier/gateway/generations/operation-description';
import { fileNameOf } from '@palier/gateway/generations/operation-file-name';
import {
  OperationsFault,
  readRegisteredOperations,
  type RegisteredDocument,
} from '@palier/gateway/generations/registered-operations';
import { buildApiSchema } from '@palier/federation/prepare/client-schema';
import { prepareSupergraph } from '@palier/federation/prepare/prepare-supergraph';
import { type GraphQLSchema, Kind, validate, visit } from 'graphql';

export const OPERATIONS_FOLDER = fileURLToPath(new URL('../operations', import.meta.url));

/**
 * What is wrong with the registered operations, one French line each: every file holds one operation, bears its name,
 * fits the supergraph, and keeps the limits of an open network unless it says why not.
 */
export async function findOperationFaults(
  supergraphSdl: string,
  folder = OPERATIONS_FOLDER,
): Promise<readonly string[]> {
  try {
    const { documents } = await readRegisteredOperations(folder);
    const graph = graphOf(supergraphSdl);
    return documents.flatMap((document) =>
      faultsOf(document, graph).map((fault) => `schema/operations/${document.id}.graphql : ${fault}`),
    );
  } catch (error) {
    if (error instanceof OperationsFault) return [error.message];
    throw error;
  }
}

let last: { readonly sdl: string; readonly graph: CostGraph } | undefined;

/** What a supergraph lets people ask, and what it takes. The last one is kept: to read it takes a second. */
export function graphOf(supergraphSdl: string): CostGraph {
  if (last?.sdl !== supergraphSdl) {
    const { sdl, demand } = prepareSupergraph(supergraphSdl);
    last = { sdl: supergraphSdl, graph: { schema: buildApiSchema(sdl).toGraphQLJSSchema(), demand } };
  }
  return last.graph;
}

function faultsOf(registered: RegisteredDocument, graph: CostGraph): readonly string[] {
  const invalid = findTypeFaults(graph.schema, registered);
  return [
    ...findNameFaults(registered),
    ...findUncountedLists(registered),
    ...(invalid.length > 0 ? invalid : weightFaults(registered, graph)),
  ];
}

/** What it asks that the graph does not have, in French. */
export const findTypeFaults = (schema: GraphQLSchema, { document }: RegisteredDocument): readonly string[] =>
  validate(schema, document).map(({ message }) => sayEngineMessage(message));

/** An operation and only one, named as its file. */
export function findNameFaults({ id, document }: RegisteredDocument): readonly string[] {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const name = operations[0]?.name?.value;
  if (operations.length !== 1 || name === undefined)
    return ['une opération, et une seule, avec un nom, est attendue.'];
  const expected = fileNameOf(name);
  return id === expected
    ? []
    : [`l’opération se nomme ${name} : le fichier doit se nommer ${expected}.graphql.`];
}

/** A list cut at a length that the operation itself writes says how many there are: whoever reads it sees whether it is all. */
function findUncountedLists({ document }: RegisteredDocument): readonly string[] {
  const faults: string[] = [];
  visit(document, {
    Field({ name, arguments: given = [], selectionSet }) {
      const first = given.find((argument) => argument.name.value === 'first')?.value;
      // One alone is there for what is said of them all.
      if (first?.kind !== Kind.INT || first.value === '1') return;
      const isCounted = selectionSet?.selections.some(
        (selection) => selection.kind === Kind.FIELD && selection.name.value === 'totalCount',
      );
      if (!isCounted)
        faults.push(
          `« ${name.value} » s’arrête à ${first.value} éléments : demandez aussi totalCount, qui dit si c’est tout.`,
        );
    },
  });
  return faults;
}

function weightFaults({ text }: RegisteredDocument, graph: CostGraph): readonly string[] {
  if (OUT_OF_LIMITS.test(text)) return [];
  try {
    createGuard(OPEN_NETWORK_LIMITS)({ query: text }, graph);
    return [];
  } catch (error) {
    return [`${(error as Error).message} Une ligne « # hors limites : raison » l’excuse.`];
  }
}
