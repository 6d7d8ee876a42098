import { INSTANT_HEADER } from '@palier/calls/headers';
import {
  FIRST_HOUR,
  type HourOfDay,
  isDayOnly,
  LAST_HOUR,
  timeOfInstantOrDay,
  timeOfLocal,
} from '@palier/calls/instant';
import { sayDay, sayInstantHere } from '@palier/calls/say-instant';
import type { ClientRequest } from './client-request.ts';
import { Refusal } from '../errors/errors.ts';
import type { OperationRequest } from './operation.ts';

/** What the clocks of a level and of the gateway may differ by: an act just written is not to come. */
const CLOCKS_MS = 1_000;

/**
 * Notes on the request which instant it reads, in one form: so said by the header, the address (`?au=`) or the body
 * (`extensions.au`), it is the same. @throws {Refusal} INSTANT_INVALIDE
 */
export function noteInstant(clientRequest: ClientRequest, { au, extensions }: OperationRequest): void {
  const said = [
    clientRequest.headers[INSTANT_HEADER],
    au,
    extensions?.['au'],
    extensions?.['palierAu'],
  ].filter((value) => value !== undefined && value !== null);
  if (said.length === 0) return;
  const [instant, ...others] = new Set(said.map((value) => parseInstant(value)));
  if (others.length > 0) throw invalid('Il est donné plusieurs fois, et n’est pas le même.');
  refuseToCome(instant!, said[0]);
  clientRequest.au = instant;
  clientRequest.headers = { ...clientRequest.headers, [INSTANT_HEADER]: instant! };
}

function refuseToCome(instant: string, said: unknown): void {
  if (Date.parse(instant) <= Date.now() + CLOCKS_MS) return;
  // A day is read at its end.
  const hasBegun = Date.parse(parseInstant(said, FIRST_HOUR)) <= Date.now();
  const day = typeof said === 'string' && isDayOnly(said.trim()) ? sayDay(said.trim()) : undefined;
  throw invalid(
    `${hasBegun ? 'Ce jour n’est pas fini' : `Le ${day ?? sayInstantHere(instant)} est à venir`} : la mémoire ne va que jusqu’à maintenant. Sans instant, c’est maintenant qui est lu.`,
  );
}

/** @throws {Refusal} INSTANT_INVALIDE for what is no instant, or is to come */
export const refuseNotPast = (value: string): void => refuseToCome(parseInstant(value), value);

/** What an address makes a space of when it is not escaped. */
export const restorePlus = (text: string): string => text.replace(/ (?=\d{2}:\d{2}$)/, '+');

/** In UTC, to the millisecond; an hour without its zone is one of Québec. @param hour that of a day alone @throws {Refusal} INSTANT_INVALIDE */
export function parseInstant(value: unknown, hour: HourOfDay = LAST_HOUR): string {
  const text = typeof value === 'string' ? restorePlus(value.trim()) : '';
  const [time] = [timeOfInstantOrDay(text, hour), timeOfLocal(text)].filter((one) => !Number.isNaN(one));
  if (time === undefined)
    throw invalid(
      'Donnez un instant avec son fuseau, « 2026-05-01T14:00:00-04:00 » ou « 2026-05-01T18:00:00Z », ou à l’heure de Québec, « 2026-05-01T14:00 », ou un jour, « 2026-05-01 », qui vaut sa dernière milliseconde, heure de Québec. Une heure que l’horloge saute ou montre deux fois demande son fuseau.',
    );
  return new Date(time).toISOString();
}

const invalid = (detail: string): Refusal => new Refusal('INSTANT_INVALIDE', { detail });
