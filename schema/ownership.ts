/** The level that owns a type, and the fields it lets other levels add to it. */
export interface OwnershipRule {
  readonly owner: string;
  readonly grants: Readonly<Record<string, readonly string[]>>;
  /** The mutations by which another level changes what it adds to this type, and shows it as it then is. */
  readonly acts: Readonly<Record<string, readonly string[]>>;
}

/** Value types that several levels give in the same shape. */
export const SHARED_TYPES: readonly string[] = [
  'Provenance',
  'Absence',
  'PageInfo',
  'Periode',
  'Seuil',
  'Assertion',
  'Acte',
  'Recu',
  'Difference',
  'ActionPossible',
  'DemandeCampagne',
  'CelluleDemandee',
  'ExceptionDemandee',
  'ExamenDemande',
  'GroupeRepartition',
  'RaisonRepartition',
  'RepartitionEntite',
];

/** The types that more than one level knows. A type known by one level alone belongs to it and needs no rule. */
export const OWNERS: Readonly<Record<string, OwnershipRule>> = {
  Document: owned('msss'),
  Palier: owned('msss'),
  Passage: owned('msss'),
  Mandat: owned('msss'),
  Ecart: owned('msss'),
  Standard: owned('msss'),
  ServiceSocial: owned('msss', { etablissements: ['offres'] }),
  RoleClsc: owned('msss', { etablissements: ['exercices'] }),
  ReferenceLegale: owned('msss'),
  Exigence: owned('msss', {
    'sante-quebec': ['indicateur', 'reglesValidation', 'verdict', 'verdicts'],
    etablissements: ['valeursRegionales'],
  }),
  TerritoireClsc: owned('msss', {
    'sante-quebec': ['etablissement', 'provenanceEtablissement', 'bilan', 'bilanAbsence', 'demandes'],
    etablissements: [
      'gestionnaire',
      'designations',
      'exerciceRoles',
      'declarationsRoles',
      'installations',
      'offre',
      'declarationsServices',
      'partenaires',
      'ententes',
      'mesures',
      'serie',
      'constats',
      'obligations',
    ],
  }),
  ReseauLocal: owned('msss', { 'sante-quebec': ['bilan', 'bilanAbsence'] }),
  ReseauTerritorial: owned('msss', { 'sante-quebec': ['etablissement', 'bilan', 'bilanAbsence'] }),
  Region: owned('msss', { 'sante-quebec': ['bilan', 'bilanAbsence'] }),
  Ruisss: owned('msss'),
  Imputabilite: owned('msss', {
    'sante-quebec': ['coordonnePar', 'etablissement'],
    etablissements: ['renduPar'],
  }),
  Differences: owned('msss', {
    'sante-quebec': ['de', 'a', 'santeQuebec'],
    etablissements: ['de', 'a', 'etablissements'],
  }),
  Etablissement: owned('sante-quebec', {
    etablissements: ['pdg', 'responsableAutochtone', 'redditions', 'obligations', 'actionsPossibles'],
  }),
  Campagne: owned('sante-quebec', { msss: ['appreciation'] }, { msss: ['apprecierBilan'] }),
  Mesure: owned('etablissements', { 'sante-quebec': ['verdict'] }),
  LigneReddition: owned('etablissements', { 'sante-quebec': ['verdict'] }),
  Reddition: owned(
    'etablissements',
    { 'sante-quebec': ['examen', 'satisfaitAussi', 'aTemps'] },
    { 'sante-quebec': ['retournerReddition', 'consoliderReddition'] },
  ),
  Indicateur: owned('sante-quebec'),
  RegleValidation: owned('sante-quebec'),
  Constat: owned('etablissements', { 'sante-quebec': ['suite'] }),
  DemandeModification: owned('etablissements', { 'sante-quebec': ['analyse'] }),
};

function owned(
  owner: string,
  grants: OwnershipRule['grants'] = {},
  acts: OwnershipRule['acts'] = {},
): OwnershipRule {
  return { owner, grants, acts };
}
