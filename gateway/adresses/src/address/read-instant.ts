import type { HourOfDay } from '@palier/calls/instant';
import { Refusal } from '@palier/gateway/errors/errors';
import { parseInstant } from '@palier/gateway/request/read-instant';

/** In UTC, to the millisecond. @param hour that of a day alone @throws {Refusal} INSTANT_INVALIDE, which names the parameter */
export function readInstant(name: string, text: string, hour?: HourOfDay): string {
  try {
    return parseInstant(text, hour);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('INSTANT_INVALIDE', {
      detail: `« ${name} » : donnez un instant avec son fuseau, « 2026-05-01T14:00:00-04:00 », ou un jour, « 2026-05-01 ».`,
      cause: error,
    });
  }
}
