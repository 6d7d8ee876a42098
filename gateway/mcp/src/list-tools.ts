import { listReads, prepareOperation, prepareText } from '@palier/adresses/readable-operation';
import type { PublishedGraph, PublishedOperation } from '@palier/gateway/request/published-graph';
import { isForPages } from '@palier/pages/page-operations';
import { toFactTool } from './facts/fact-tool.ts';
import { createFactTypes } from './facts/fact-types.ts';
import { toFindTool } from './find/find-tool.ts';
import { addressOfOperation, toOperationTool } from './operations/operation-tool.ts';
import { searchOperation } from './operations/search-operation.ts';
import type { Tool } from './tool/tool.ts';
import { toVerifyTool } from './verify/verify-tool.ts';

/** The tools of a graph, by their names, in the order they are listed. */
export type Tools = ReadonlyMap<string, Tool>;

/** Made once a graph and its operations. */
export const listTools = (graph: PublishedGraph): Tools => graph.once(createTools);

function createTools(graph: PublishedGraph): Tools {
  const { schema } = graph;
  const types = createFactTypes(schema);
  const tools = new Map<string, Tool>();
  const add = (tool: Tool): unknown => tools.set(tool.name, tool);
  const search = searchOperation(schema);
  if (search) add(toSearchTool(search, graph));
  add(toFactTool('lire_fait', types));
  add(toVerifyTool('verifier', types));
  const shipped = new Set(graph.shipped.map(({ id }) => id));
  for (const operation of listReads(graph).filter(({ id }) => !shipped.has(id) || !isToldOtherwise(id))) {
    const prepared = prepareOperation(graph, operation);
    const name = freeName(operation.id, (taken) => tools.has(taken) || taken === FIND);
    add(toOperationTool(name, prepared, schema, addressOfOperation(operation.id)));
  }
  add(toFindTool(FIND, [...tools.values()]));
  return tools;
}

/**
 * Those that go with the pages say one by one what `rechercher` and `lire_fait` say of every type, or what other operations say:
 * they would hide the others. What an operator registers is a tool, whatever its name.
 */
const isToldOtherwise = (id: string): boolean => isForPages(id) && !TOLD_BY_THEM_ALONE.has(id);

/** Of the pages' own: the verdicts of all Québec, what is due one by one, how each territory exercises its roles. */
const TOLD_BY_THEM_ALONE: ReadonlySet<string> = new Set([
  'tableau-verdicts',
  'tableau-obligations',
  'tableau-roles',
]);

const FIND = 'trouver_outil';

function toSearchTool(search: PublishedOperation, graph: PublishedGraph): Tool {
  const prepared = prepareText(search, graph.schema);
  // What a search found is not at an address: what it names is, by `lire_fait`.
  return toOperationTool(search.id, prepared, graph.schema, () => '');
}

const LONGEST_NAME = 64;

/** The name of a file, in the letters that every client takes; with a number where it is another's. */
function freeName(id: string, isTaken: (name: string) => boolean): string {
  const name = id.replace(/[^\w-]/g, '_').slice(0, LONGEST_NAME) || '_';
  for (let rank = 1; ; rank += 1) {
    const ending = rank === 1 ? '' : `_${rank}`;
    const candidate = `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
    if (!isTaken(candidate)) return candidate;
  }
}
