import { Refusal } from '@palier/gateway/errors/errors';
import type { Asked } from './page.ts';

export interface Sought extends Pick<Asked<unknown>, 'fault'> {
  /** « Aucune exigence » */
  readonly none: string;
  readonly code: string;
}

/** What a page is about. @throws {GraphFault | Refusal} when it could not be read, or when nothing has its code */
export function foundOr<Found>(found: Found | null, { fault, none, code }: Sought): Found {
  if (found !== null) return found;
  throw (
    fault ?? new Refusal('ADRESSE_INCONNUE', { detail: `${none} n’a le code « ${code.slice(0, 100)} ».` })
  );
}
