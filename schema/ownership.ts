/** The level that owns a type, and the fields it lets other levels add to it. */
export interface OwnershipRule {
  readonly owner: string;
  readonly grants: Readonly<Record<string, readonly string[]>>;
}

/** Value types that several levels give in the same shape. */
export const SHARED_TYPES: readonly string[] = [
  'Provenance',
  'Absence',
  'PageInfo',
  'Periode',
  'Seuil',
  'Assertion',
];

/** The types that more than one level knows. A type known by one level alone belongs to it and needs no rule. */
export const OWNERS: Readonly<Record<string, OwnershipRule>> = {
  Document: owned('msss'),
  Palier: owned('msss'),
  Mandat: owned('msss'),
  Ecart: owned('msss'),
  Standard: owned('msss'),
  ServiceSocial: owned('msss'),
  RoleClsc: owned('msss'),
  ReferenceLegale: owned('msss'),
  Exigence: owned('msss', {
    'sante-quebec': ['indicateur', 'verdict'],
    etablissements: ['valeursRegionales'],
  }),
  TerritoireClsc: owned('msss', {
    'sante-quebec': ['etablissement', 'provenanceEtablissement', 'bilan'],
    etablissements: [
      'gestionnaire',
      'designations',
      'exerciceRoles',
      'installations',
      'offre',
      'partenaires',
      'ententes',
      'mesures',
      'constats',
    ],
  }),
  ReseauTerritorial: owned('msss', { 'sante-quebec': ['etablissement'] }),
  Imputabilite: owned('msss', {
    'sante-quebec': ['coordonnePar', 'etablissement'],
    etablissements: ['renduPar'],
  }),
  Etablissement: owned('sante-quebec', { etablissements: ['pdg', 'responsableAutochtone', 'redditions'] }),
  Mesure: owned('etablissements', { 'sante-quebec': ['verdict'] }),
  Reddition: owned('etablissements', { 'sante-quebec': ['examen'] }),
  Constat: owned('etablissements', { 'sante-quebec': ['suite'] }),
  DemandeModification: owned('etablissements', { 'sante-quebec': ['analyse'] }),
};

function owned(owner: string, grants: OwnershipRule['grants'] = {}): OwnershipRule {
  return { owner, grants };
}
