import { isDayOnly, timeOfInstantOrDay } from '@palier/calls/instant';
import { sayDay, sayInstant as sayMinute, sayInstantToTheSecond } from '@palier/calls/say-instant';

/** As every page says it, at the hour of Québec; a day alone is its end there. */
export function sayInstant(instant: string | undefined, length: 'COURT' | 'LONG' = 'LONG'): string {
  if (instant === undefined) return 'maintenant';
  if (Number.isNaN(timeOfInstantOrDay(instant))) return instant;
  const isLong = length === 'LONG';
  if (isDayOnly(instant)) return `${isLong ? 'à la ' : ''}fin du ${sayDay(instant)}`;
  return isLong ? `le ${sayInstantToTheSecond(instant)} (heure de Québec)` : sayMinute(instant);
}
