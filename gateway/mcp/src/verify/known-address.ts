import { listReads, prepareOperation } from '@palier/adresses/readable-operation';
import { readGiven, readName } from '@palier/adresses/read-address';
import { listVariables, readVariables } from '@palier/adresses/read-variables';
import { Refusal } from '@palier/gateway/errors/errors';
import type { PublishedGraph } from '@palier/gateway/request/published-graph';
import { toAsked, type AskedReading } from '../claims/asked-reading.ts';
import type { FactTypes } from '../facts/fact-types.ts';
import { quote } from '../tool/read-arguments.ts';

/** What an address and its pointer name. */
export interface KnownAddress {
  readonly asked: AskedReading;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The past instant that it says. */
  readonly asOf: string | undefined;
  /** Steps of its JSON pointer, from the answer down. */
  readonly steps: readonly string[];
}

/**
 * `/q/<operation>?…#/data/…` or `/fait/<type>/<code>#/data/fait/…`; of a type that has no page, `palier:/fait/…`.
 * @param root what stands before, of a contract: « /public »
 * @throws {Refusal} BAD_USER_INPUT, INSTANT_INVALIDE, OPERATION_INCONNUE
 */
export function readKnownAddress(
  address: string,
  root: string,
  graph: PublishedGraph,
  types: FactTypes,
): KnownAddress {
  const { pathname, searchParams, hash } = toUrl(address);
  const steps = toSteps(hash);
  const below = pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : '';
  if (below.startsWith('/q/')) return { ...readOperationAddress(below.slice(2), searchParams, graph), steps };
  const [, type, code] = /^\/fait\/([^/]+)\/([^/]+)$/.exec(below) ?? [];
  if (type === undefined || code === undefined)
    throw invalid(`${quote(pathname)} n’est pas une adresse. ${EXPECTED}`);
  const { options } = readGiven({ parameters: searchParams }, undefined);
  if (code.endsWith('.json')) throw withoutFormat('json');
  return { ...types.ask(types.named(decode(type)), decode(code)), asOf: options.asOf, steps };
}

function readOperationAddress(below: string, parameters: URLSearchParams, graph: PublishedGraph) {
  const { id, format } = readName(below);
  if (format !== undefined) throw withoutFormat(format);
  const registered = listReads(graph).find((operation) => operation.id === id);
  if (!registered) throw new Refusal('OPERATION_INCONNUE', { facts: { operation: id.slice(0, 250) } });
  const prepared = prepareOperation(graph, registered);
  const { options, variables } = readGiven({ parameters }, undefined);
  return {
    asked: toAsked(prepared, graph.schema),
    variables: readVariables(listVariables(prepared.definition, graph.schema), variables),
    asOf: options.asOf,
  };
}

const withoutFormat = (format: string): Refusal => invalid(`Donnez l’adresse sans « .${format} ».`);

const EXPECTED =
  'Attendu : l’« adresse » d’une réponse, « /q/… » ou « /fait/… », puis « # » et le pointeur JSON de la valeur, comme « /q/quatre-minutes?territoire=06112#/data/territoireClsc/nom ».';

function toUrl(address: string): URL {
  try {
    return new URL(address, 'http://palier.invalid');
  } catch {
    throw invalid(EXPECTED);
  }
}

function toSteps(hash: string): readonly string[] {
  const pointer = decode(hash.slice(1));
  if (!pointer.startsWith('/data/'))
    throw invalid(`Le pointeur manque, ou ne commence pas par « /data/ ». ${EXPECTED}`);
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid(EXPECTED);
  }
}

const invalid = (detail: string): Refusal =>
  new Refusal('BAD_USER_INPUT', { detail, facts: { argument: 'adresse' } });
