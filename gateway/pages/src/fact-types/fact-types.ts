import type { CodePalier } from '@palier/calls/identity';

/** What people look for, in the order in which it is shown. */
export const GROUPS = ['territoires', 'etablissements', 'roles', 'standards', 'termes', 'faits'] as const;
export type Group = (typeof GROUPS)[number];

/** A type of the graph whose things have a code, and a page each. */
export interface FactType {
  /** As the graph names it: « TerritoireClsc ». */
  readonly type: string;
  /** As addresses name it: « territoire-clsc ». */
  readonly slug: string;
  /** As people name it. */
  readonly name: string;
  readonly group: Group;
  /** The level that holds it, by its code. */
  readonly holder: CodePalier;
}

/** As addresses name a type of the graph, whether or not its things have pages. */
export const slugOf = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const factType = (
  type: string,
  name: string,
  group: Group = 'faits',
  holder: FactType['holder'] = 'MSSS',
): FactType => ({
  type,
  slug: slugOf(type),
  name,
  group,
  holder,
});

export const FACT_TYPES: readonly FactType[] = [
  factType('TerritoireClsc', 'Territoire de CLSC', 'territoires'),
  factType('ReseauLocal', 'Réseau local de services', 'territoires'),
  factType('ReseauTerritorial', 'Réseau territorial de services', 'territoires'),
  factType('Region', 'Région sociosanitaire', 'territoires'),
  factType('Ruisss', 'RUISSS', 'territoires'),
  factType('Etablissement', 'Établissement', 'etablissements', 'SANTE_QUEBEC'),
  factType('RoleClsc', 'Rôle d’un CLSC', 'roles'),
  factType('Palier', 'Palier de gouvernance', 'roles'),
  factType('Mandat', 'Mandat', 'roles'),
  factType('Standard', 'Standard', 'standards'),
  factType('Exigence', 'Exigence', 'standards'),
  factType('ServiceSocial', 'Service social', 'standards'),
  factType('Indicateur', 'Indicateur', 'standards', 'SANTE_QUEBEC'),
  factType('RegleValidation', 'Règle de validation', 'standards', 'SANTE_QUEBEC'),
  factType('Campagne', 'Campagne de reddition de comptes', 'faits', 'SANTE_QUEBEC'),
  factType('Reddition', 'Version d’une reddition de comptes', 'faits', 'ETABLISSEMENT'),
  factType('Mesure', 'Mesure', 'faits', 'ETABLISSEMENT'),
  factType('Canevas', 'Version d’un canevas de reddition de comptes', 'faits', 'SANTE_QUEBEC'),
  factType('Entente', 'Entente', 'faits', 'ETABLISSEMENT'),
  factType('Constat', 'Constat territorial', 'faits', 'ETABLISSEMENT'),
  factType('DemandeModification', 'Demande de modification de territoires', 'faits', 'ETABLISSEMENT'),
  factType('Designation', 'Désignation d’un gestionnaire de CLSC', 'faits', 'ETABLISSEMENT'),
  factType('ExerciceRole', 'Exercice d’un rôle du CLSC', 'faits', 'ETABLISSEMENT'),
  factType('OffreService', 'Offre d’un service', 'faits', 'ETABLISSEMENT'),
  factType('Partenaire', 'Partenaire du milieu', 'faits', 'ETABLISSEMENT'),
  factType('ValeurRegionale', 'Valeur régionale', 'faits', 'ETABLISSEMENT'),
  factType('Installation', 'Installation déclarée', 'faits', 'ETABLISSEMENT'),
  factType('InstallationPubliee', 'Installation publiée', 'etablissements'),
  factType('EtablissementPublie', 'Établissement publié', 'etablissements'),
  factType('LimitePubliee', 'Limites publiées d’un territoire', 'territoires'),
  factType('Outil', 'Sorte d’outil de Santé Québec', 'faits', 'SANTE_QUEBEC'),
  factType('LevierNational', 'Levier national', 'faits', 'SANTE_QUEBEC'),
  factType('Ecart', 'Écart entre les sources'),
  factType('Enonce', 'Énoncé'),
  factType('Element', 'Énoncé simple'),
  factType('Chiffre', 'Chiffre'),
  factType('Principe', 'Principe'),
  factType('OrientationMinisterielle', 'Orientation ministérielle'),
  factType('Arrimage', 'Arrimage'),
  factType('Livrable', 'Livrable'),
  factType('Recommandation', 'Recommandation'),
  factType('DomainePartenariat', 'Domaine de partenariat'),
  factType('Politique', 'Politique'),
  factType('AxePolitique', 'Axe d’une politique'),
  factType('OrientationPolitique', 'Orientation d’une politique'),
  factType('ModificationRecommandee', 'Modification recommandée'),
  factType('ReferenceLegale', 'Référence légale'),
  factType('Document', 'Document'),
  factType('SectionDocument', 'Section d’un document'),
  factType('DocumentCite', 'Document cité'),
];

const byType = new Map(FACT_TYPES.map((known) => [known.type, known]));
const bySlug = new Map(FACT_TYPES.map((known) => [known.slug, known]));

export const findFactType = (type: string): FactType | undefined => byType.get(type);
export const findFactTypeBySlug = (slug: string): FactType | undefined => bySlug.get(slug);

/** Where a fact has its page; nothing for a type that has none. */
export function pathOfFact(type: string, code: string): string | undefined {
  return byType.has(type) ? toFactPath(type, code) : undefined;
}

/** What names a fact, as the path of its page would, whether or not it has one. */
export const toFactPath = (type: string, code: string): string =>
  // Codes are full of colons, which a path may hold as they are (RFC 3986, 3.3).
  `/fait/${slugOf(type)}/${encodeURIComponent(code).replaceAll('%3A', ':')}`;
