import { isRecord } from '../../base/records.ts';
import { Refusal } from '../../errors/errors.ts';
import { parseJson } from '@palier/calls/json/parse-json';
import type { OperationRequest } from '../../request/operation.ts';
import { readBody } from '../transport/body.ts';
import type { Exchange } from '../transport/exchange.ts';
import { DEEPEST_JSON, findJsonExcess } from '../../base/json-excess.ts';
import { mediaTypeOf } from '../transport/media-type.ts';
import { readParameters } from '../transport/query-parameters.ts';

/** Parameters of a GET, from its address. */
export function readGetOperation({ search }: Exchange): OperationRequest {
  const once = readOnce(search);
  return toOperation({
    au: once('au'),
    query: once('query'),
    documentId: once('documentId'),
    operationName: once('operationName'),
    variables: parseParameter('variables', once('variables')),
    extensions: parseParameter('extensions', once('extensions')),
  });
}

function readOnce(search: string): (name: string) => string | undefined {
  const parameters = readParameters(search);
  return (name) => {
    const values = parameters.getAll(name);
    if (values.length > 1) throw invalid(`Le paramètre « ${name} » est donné plusieurs fois.`);
    return values[0];
  };
}

/** The JSON body of a POST or of a QUERY; the address may say the instant that it reads. */
export async function readBodyOperation(exchange: Exchange, maxBytes: number): Promise<OperationRequest> {
  const { search } = exchange;
  const { query, documentId, operationName, variables, extensions } = await readJsonObject(
    exchange,
    maxBytes,
  );
  const au = search === '' ? undefined : readOnce(search)('au');
  return toOperation({ query, documentId, operationName, variables, extensions, au });
}

/** The body of a request that is one JSON object, and says that it is. @throws {Refusal} */
export async function readJsonObject(
  { incoming }: Pick<Exchange, 'incoming'>,
  maxBytes: number,
): Promise<Readonly<Record<string, unknown>>> {
  const { 'content-type': contentType, 'content-encoding': encoding = 'identity' } = incoming.headers;
  if (encoding.toLowerCase() !== 'identity')
    throw new Refusal('TYPE_DE_CORPS_REFUSE', { detail: 'Un corps compressé n’est pas accepté.' });
  if (!isJson(contentType)) throw new Refusal('TYPE_DE_CORPS_REFUSE');
  return parseBody(await readBody(incoming, maxBytes));
}

function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true;
  if (mediaTypeOf(contentType) !== 'application/json') return false;
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType ?? '')?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

function parseBody(text: string): Readonly<Record<string, unknown>> {
  const body = readJson(text);
  if (Array.isArray(body)) throw new Refusal('LOT_REFUSE');
  if (!isRecord(body)) throw invalid('Le corps doit être un objet JSON.');
  return body;
}

function readJson(text: string): unknown {
  if (findJsonExcess(text)) throw invalid(TOO_NESTED);
  try {
    return parseJson(text);
  } catch (cause) {
    throw new Refusal('CORPS_ILLISIBLE', { cause });
  }
}

const TOO_NESTED = `Elle imbrique plus de ${DEEPEST_JSON} listes ou objets.`;

function parseParameter(name: string, text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  if (findJsonExcess(text)) throw invalid(TOO_NESTED);
  try {
    return parseJson(text);
  } catch {
    throw invalid(`Le paramètre « ${name} » n’est pas du JSON valide.`);
  }
}

function toOperation(given: Readonly<Record<string, unknown>>): OperationRequest {
  const { query, documentId, operationName, variables, extensions, au } = given;
  if (query != null && typeof query !== 'string') throw invalid('« query » doit être une chaîne.');
  if (documentId != null && typeof documentId !== 'string')
    throw invalid('« documentId » doit être une chaîne.');
  if (operationName != null && typeof operationName !== 'string') {
    throw invalid('« operationName » doit être une chaîne.');
  }
  if (variables != null && !isRecord(variables)) throw invalid('« variables » doit être un objet.');
  if (extensions != null && !isRecord(extensions)) throw invalid('« extensions » doit être un objet.');
  return {
    query: query ?? undefined,
    documentId: documentId ?? undefined,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
    ...(typeof au === 'string' && { au }),
  };
}

const invalid = (detail: string): Refusal => new Refusal('REQUETE_INVALIDE', { detail });
