import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { holdsExact } from '@palier/calls/json/exact-number';
import { mayHoldUnheld } from '@palier/calls/json/held-numbers';
import { parseJson } from '@palier/calls/json/parse-json';
import { writeJson } from '@palier/calls/json/write-json';
import { coerceExactVariables } from '@palier/calls/values/exact-variables';
import { type DocumentNode, getOperationAST, type GraphQLSchema, parse } from 'graphql';
import { PalierError } from '../base/errors.ts';

/** What is asked by GET, in `search`, or by POST, in `body`. */
export interface ReadRequest {
  readonly search: string;
  readonly body: unknown;
}

/**
 * What is asked, each number of its variables being the one that was written.
 * @throws {PalierError} REQUETE_ILLISIBLE, NOMBRE_TROP_LONG
 */
export function readRequest(
  { url }: IncomingMessage,
  body: Buffer | undefined,
  schema: GraphQLSchema,
): ReadRequest {
  const { search, searchParams } = new URL(url ?? '/', 'http://subgraph');
  if (body) return { search, body: readBody(body, schema) };
  const text = searchParams.get('variables') ?? '';
  if (!mayHoldUnheld(text)) return { search, body };
  const asked = { ...Object.fromEntries(searchParams), variables: parseOrRefuse(text) };
  searchParams.set('variables', writeJson(toHeld(asked, schema).variables));
  return { search: String(searchParams), body };
}

function readBody(body: Buffer, schema: GraphQLSchema): unknown {
  if (!isUtf8(body)) throw new PalierError('REQUETE_ILLISIBLE', 'Elle n’est pas en UTF-8.');
  const text = body.toString('utf8');
  const asked = parseOrRefuse(text);
  return mayHoldUnheld(text) && isAsked(asked) ? toHeld(asked, schema) : asked;
}

function parseOrRefuse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new PalierError('REQUETE_ILLISIBLE');
  }
}

interface Asked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

const isAsked = (value: unknown): value is Asked => typeof value === 'object' && value !== null;

/** The same, with numbers that doubles hold alone. A level keeps none to more digits: it computes with doubles. */
function toHeld<Given extends Asked>(asked: Given, schema: GraphQLSchema): Given {
  const { variables } = asked;
  if (typeof variables !== 'object' || variables === null || !holdsExact(variables)) return asked;
  const document = parseQuery(asked.query);
  const name = typeof asked.operationName === 'string' ? asked.operationName : undefined;
  const { variableDefinitions = [] } = (document && getOperationAST(document, name)) ?? {};
  const held = coerceExactVariables(schema, variableDefinitions, variables as Record<string, unknown>, false);
  const [fault] = held.faults;
  if (fault) throw new PalierError('NOMBRE_TROP_LONG', fault.message);
  return { ...asked, variables: held.variables };
}

/** What is wrong with a text is said by whoever runs it. */
function parseQuery(query: unknown): DocumentNode | undefined {
  try {
    return typeof query === 'string' ? parse(query) : undefined;
  } catch {
    return undefined;
  }
}
