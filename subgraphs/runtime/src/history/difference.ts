import type { ReadsReserved } from '../request/may-read.ts';
import type { Origine } from '../vocabulary/provenance.ts';

/** Which differences; a null narrows nothing. Instants are ISO 8601 in UTC. */
export interface DifferencesChoice {
  readonly de: string;
  readonly a: string;
  readonly type: string | null;
  readonly territoire: string | null;
  readonly etablissement: string | null;
}

/** The same, for who asks: what others have not published is left out before anything is counted. */
export interface DifferencesRead extends DifferencesChoice {
  readonly reads: ReadsReserved;
}

/** One field of one thing, as it was known at the two instants; null where it was not known, or had no value. */
export interface DifferenceRow {
  readonly type: string;
  readonly code: string;
  readonly champ: string;
  readonly avant: unknown;
  readonly apres: unknown;
  readonly connu_avant: boolean;
  readonly connu_apres: boolean;
  /** When it last changed, as Postgres writes it, and the act that changed it. */
  readonly instant: string;
  readonly acte: number | null;
  /** Where what was known last comes from; null where nothing says it. */
  readonly origine: Origine | null;
}
