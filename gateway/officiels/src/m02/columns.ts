import type { ColumnNames } from '../tables/header.ts';

/** How a column is read; what is not named is text. */
export type Kind =
  | { readonly kind: 'CODE'; readonly length: number }
  | { readonly kind: 'JOUR' | 'OUI_NON' | 'STATUT' | 'TERRITOIRE' | 'TEXTE' }
  | { readonly kind: 'DEGRES'; readonly bounds: readonly [number, number] };

const code = (length: number): Kind => ({ kind: 'CODE', length });
const TEXTE: Kind = { kind: 'TEXTE' };
const JOUR: Kind = { kind: 'JOUR' };

/** The missions of an installation or of an établissement, each a column of « Oui » and « Non ». */
export const MISSIONS = [
  'CHPSY',
  'CHSGS',
  'CHSLD',
  'CLSC',
  'CPEJ',
  'CRDITED',
  'CRDPA',
  'CRDPM',
  'CRDPV',
  'CRDPL',
  'CRJDA',
  'CRMDA',
  'CRD',
] as const;

const OF_ETABLISSEMENT = {
  ETAB_CODE: code(8),
  ETAB_NOM: TEXTE,
  ETAB_NOM_A: TEXTE,
  RSS_CODE: code(2),
  RSS_NOM: TEXTE,
  ADRESSE: TEXTE,
  CASE_POST: TEXTE,
  CODE_POSTA: TEXTE,
  MUN_CODE: code(5),
  MUN_NOM: TEXTE,
  CLSC_CODE: { kind: 'TERRITOIRE' } as Kind,
  CLSC_NOM: TEXTE,
  // As it is written: of how many digits it is, nothing at hand says, and a zero given back would be guessed.
  MRC_CODE: TEXTE,
  MRC_NOM: TEXTE,
  RLS_CODE: code(4),
  RLS_NOM: TEXTE,
  RUIS_CODE: code(1),
  RUIS_NOM: TEXTE,
  STATUT_COD: { kind: 'STATUT' } as Kind,
  MD_CONS_CO: TEXTE,
  MD_FINAN_C: TEXTE,
  DESIGN_MIN: TEXTE,
  INSTANCE: TEXTE,
  DATE_INCOR: JOUR,
  LONGITUDE: { kind: 'DEGRES', bounds: [-80, -57] } as Kind,
  LATITUDE: { kind: 'DEGRES', bounds: [44, 63] } as Kind,
  ...(Object.fromEntries(MISSIONS.map((mission) => [mission, { kind: 'OUI_NON' }])) as Record<
    (typeof MISSIONS)[number],
    Kind
  >),
  DATE_MAJ: JOUR,
};

const OF_INSTALLATION = {
  INSTAL_COD: code(8),
  INSTAL_NOM: TEXTE,
  INSTAL_N_1: TEXTE,
  ...OF_ETABLISSEMENT,
  DATE_OUVER: JOUR,
};

/** What a file of M02 gives: one row an installation, or one an établissement. */
export interface FileM02 {
  readonly key: string;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly names: ColumnNames<string>;
}

const fileOf = (key: string, kinds: Readonly<Record<string, Kind>>): FileM02 => ({
  key,
  kinds,
  names: Object.fromEntries(Object.keys(kinds).map((name) => [name, [name]])),
});

export const INSTALLATIONS = fileOf('INSTAL_COD', OF_INSTALLATION);
export const ETABLISSEMENTS = fileOf('ETAB_CODE', OF_ETABLISSEMENT);
