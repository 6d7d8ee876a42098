import { Refusal } from '../../errors/errors.ts';
import type { Identifier } from '../../identity/identify.ts';
import type { Logger } from '../../base/logger.ts';
import { bearsAnotherScheme, readBearerToken } from './bearer-token.ts';
import type { Exchange, Step } from '../transport/exchange.ts';

/** Says who sends the request when its token was verified before. Any fault of the header is for the next step. */
export function recallIdentity({ remember }: Identifier): Step {
  return (exchange) => {
    if (exchange.clientRequest.headers['authorization'] === undefined) return undefined;
    const identity = remember(tokenOrNothing(exchange));
    if (identity) exchange.clientRequest.identity = identity;
    return undefined;
  };
}

function tokenOrNothing(exchange: Exchange): string {
  try {
    return readBearerToken(exchange) ?? '';
  } catch {
    return '';
  }
}

/**
 * Verifies a token met for the first time; without one the caller stays anonymous. So does, in a demonstration, who was let in by
 * the password of a proxy in front, which hands it on.
 */
export function verifyIdentity({ verify, isForDevelopment }: Identifier, logger: Logger): Step {
  return (exchange) => {
    const { clientRequest } = exchange;
    if (clientRequest.identity.subject !== undefined) return undefined;
    if (isForDevelopment && bearsAnotherScheme(exchange)) return undefined;
    const token = readBearerToken(exchange);
    return token === undefined ? undefined : identify(token, exchange, verify, logger);
  };
}

/** Nobody may stay anonymous past this step. */
export const refuseAnonymous =
  (): Step =>
  ({ clientRequest }) => {
    if (clientRequest.identity.subject === undefined) throw new Refusal('AUTHENTIFICATION_REQUISE');
    return undefined;
  };

async function identify(
  token: string,
  { clientRequest }: Exchange,
  verify: Identifier['verify'],
  logger: Logger,
): Promise<undefined> {
  try {
    clientRequest.identity = await verify(token);
  } catch (error) {
    if (error instanceof Refusal) logRefusal(error, clientRequest.id, logger);
    throw error;
  }
  return undefined;
}

/** Its sender is not told why: whoever runs the gateway may be. */
function logRefusal({ code, cause }: Refusal, requestId: string, logger: Logger): void {
  const level = code === 'IDENTITE_INVERIFIABLE' ? 'warn' : 'debug';
  logger[level]('Jeton refusé', { requestId, code, reason: reasonOf(cause) });
}

/** The name of the fault alone: the rest may quote the token. */
function reasonOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { claim } = cause as { readonly claim?: unknown };
  return typeof claim === 'string' ? `${cause.name} ${claim}` : cause.name;
}
