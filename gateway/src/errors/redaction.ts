import type { GraphQLFormattedError } from 'graphql';
import { ERRORS, isErrorCode, type ErrorCode } from './errors.ts';
import { translateEngineMessage } from '@palier/federation/errors/engine-messages';
import type { Logger } from '../base/logger.ts';

/** What an operation's errors become before they leave: nothing internal, always a code and the request's id. */
export type RedactErrors = (
  errors: readonly GraphQLFormattedError[],
  requestId: string,
) => readonly GraphQLFormattedError[];

const CODE_SHAPE = /^[A-Z][A-Z0-9_]{2,63}$/;
/** Codes that say « nobody thought of this »: what comes with them was not written to be read by a client. */
const ACCIDENTAL_CODES = new Set([
  'INTERNAL_SERVER_ERROR',
  'DOWNSTREAM_SERVICE_ERROR',
  'UNKNOWN',
  'INTERNAL_ERROR',
]);
/** An address, a path, a stack line, a connection fault or SQL: none has its place in a message meant for a client. */
const INTERNAL_TRACES = [
  /:\/\//,
  /\b\d{1,3}(\.\d{1,3}){3}\b/,
  /(?<![\w.-])[a-z][\w.-]*:\d{3,5}\b/i,
  /\b(ECONN\w+|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|UND_ERR_\w+)\b/,
  /(^|\s)at\s.{1,200}[:(]\d/,
  /(^|[\s("'])\/(?:[\w.-]+\/)+[\w.-]+/,
  /\b(select\s.{1,200}\sfrom|insert\s{1,9}into|update\s{1,9}\S{1,99}\s{1,9}set|delete\s{1,9}from|relation\s{1,9}"|column\s{1,9}")/i,
  /\.(internal|local|svc|lan)\b/i,
];
/** Codes under which the engine's own words come. */
const ENGINE_CODES: ReadonlySet<ErrorCode> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);
/** Facts that refusals of this house carry for programs; any other extension stays inside. */
const PUBLIC_FACTS = [
  'limite',
  'compte',
  'mesure',
  'champ',
  'directive',
  'retryable',
  'retryAfter',
  'regle',
  'regleModele',
  'origineRegle',
  'remede',
  'versionCourante',
  'memoireDepuis',
] as const;

export function createRedaction(logger: Logger): RedactErrors {
  return (errors, requestId) => {
    logMisfits(errors, requestId, logger);
    return errors.map((error) => redact(error, requestId, logger));
  };
}

/** Misfits told in the log: whoever reads it has understood by then. */
const MOST_LOGGED = 10;

/** What levels gave that does not fit the schema, or did not give: hundreds of errors are one line. */
function logMisfits(errors: readonly GraphQLFormattedError[], requestId: string, logger: Logger): void {
  const misfits = errors.filter(isMisfit);
  if (misfits.length === 0) return;
  const told = misfits.slice(0, MOST_LOGGED).map(({ message, path }) => ({ message, path }));
  logger.warn('Réponse de service inutilisable', { requestId, count: misfits.length, errors: told });
}

const isMisfit = (error: GraphQLFormattedError): boolean =>
  error.extensions?.['code'] === 'REPONSE_INVALIDE' && serviceOf(error) === undefined;

function redact(error: GraphQLFormattedError, requestId: string, logger: Logger): GraphQLFormattedError {
  const service = serviceOf(error);
  if (service !== undefined) return redactServiceError(error, service, requestId, logger);
  const code = codeOf(error);
  if (isErrorCode(code) && code !== 'ERREUR_INTERNE') {
    if (ERRORS[code].status >= 500 && !isMisfit(error))
      logger.warn('Opération refusée', { requestId, error });
    return expose(error, code, sayInFrench(code, error.message), { requestId });
  }
  logger.error('Erreur imprévue', { requestId, error });
  return expose(error, 'ERREUR_INTERNE', ERRORS.ERREUR_INTERNE.message, { requestId });
}

/** The engine says that introspection is closed as one validation fault among others. */
function codeOf({ extensions }: GraphQLFormattedError): unknown {
  return extensions?.['validationErrorCode'] === 'INTROSPECTION_DISABLED'
    ? 'INTROSPECTION_FERMEE'
    : extensions?.['code'];
}

/** The engine speaks English; what its table does not know keeps its words after ours. */
function sayInFrench(code: ErrorCode, message: string): string {
  if (code === 'INTROSPECTION_FERMEE') return ERRORS[code].message;
  if (!ENGINE_CODES.has(code) || message.startsWith(ERRORS[code].message)) return message;
  const french = translateEngineMessage(message);
  return french ?? `${ERRORS[code].message} (${message.slice(0, 300)})`;
}

function redactServiceError(
  error: GraphQLFormattedError,
  service: string,
  requestId: string,
  logger: Logger,
): GraphQLFormattedError {
  const code = error.extensions?.['code'];
  const cause = error.extensions?.['cause'];
  if (isReadable(code, error.message)) {
    if (cause !== undefined) logger.warn('Appel de service en échec', { requestId, service, code, cause });
    return expose(error, code, error.message, { service, requestId });
  }
  logger.error('Erreur d’un service', { requestId, service, error });
  return expose(error, 'ERREUR_SERVICE', ERRORS.ERREUR_SERVICE.message, { service, requestId });
}

function isReadable(code: unknown, message: string): code is string {
  return (
    typeof code === 'string' &&
    CODE_SHAPE.test(code) &&
    !ACCIDENTAL_CODES.has(code) &&
    !INTERNAL_TRACES.some((trace) => trace.test(message))
  );
}

function serviceOf({ extensions }: GraphQLFormattedError): string | undefined {
  const service = extensions?.['serviceName'] ?? extensions?.['service'];
  return typeof service === 'string' ? service : undefined;
}

function expose(
  error: GraphQLFormattedError,
  code: ErrorCode | (string & {}),
  message: string,
  identity: Readonly<Record<string, string>>,
): GraphQLFormattedError {
  const facts = Object.fromEntries(
    PUBLIC_FACTS.map((name) => [name, error.extensions?.[name]]).filter(([, value]) => isPlain(value)),
  );
  const fautes = exposeFautes(error.extensions?.['fautes']);
  return {
    message,
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
    extensions: { code, ...facts, ...(fautes && { fautes }), ...identity },
  };
}

/** What a level refuses one by one, and no more of each than plain facts that show nothing of the inside. */
const MOST_FAUTES = 5_000;

function exposeFautes(fautes: unknown): readonly object[] | undefined {
  if (!Array.isArray(fautes)) return undefined;
  return fautes
    .slice(0, MOST_FAUTES)
    .filter((faute): faute is object => typeof faute === 'object' && faute !== null)
    .map((faute) => Object.fromEntries(Object.entries(faute).filter(([, fact]) => isShown(fact))));
}

const isShown = (fact: unknown): boolean =>
  Array.isArray(fact) ? fact.every(isShownAlone) : isShownAlone(fact);

const isShownAlone = (fact: unknown): boolean =>
  isPlain(fact) && !(typeof fact === 'string' && INTERNAL_TRACES.some((trace) => trace.test(fact)));

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
