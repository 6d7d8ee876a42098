/** Volets as identifiers write them. */
const VOLETS: Readonly<Record<string, string>> = {
  'en personne': 'EN_PERSONNE',
  'par téléphone': 'PAR_TELEPHONE',
};

/** What names a measure. */
export interface MesureKey {
  readonly periode: string;
  readonly territoire: string;
  readonly exigence: string;
  readonly volet: string | null;
}

/** « 2025-2026-P01:01111:A-G7:AAOR:EN_PERSONNE ». */
export function mesureId({ periode, territoire, exigence, volet }: MesureKey): string {
  return [periode, territoire, exigence, ...(volet === null ? [] : [VOLETS[volet] ?? volet])].join(':');
}

/** The territory that an identifier names. */
export const territoireOf = (mesure: string): string => mesure.split(':')[1] ?? '';
