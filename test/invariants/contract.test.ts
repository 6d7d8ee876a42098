import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { OWNERS } from '../../schema/ownership.ts';
import { readPublicApi } from './public-api.ts';

/** What clients may count on. The graph may say more; it may not say less, nor otherwise. */
const PROMISED = /* GraphQL */ `
  scalar Date
  scalar DateTime

  type Query {
    documents: [Document!]!
    document(code: ID!): Document
    ecarts: [Ecart!]!
    ecart(code: ID!): Ecart
    orientations: [OrientationMinisterielle!]!
    principes: [Principe!]!
    rolesClsc: [RoleClsc!]!
    roleClsc(code: CodeRoleClsc!): RoleClsc
    paliers: [Palier!]!
    palier(code: CodePalier!): Palier
    referencesLegales: [ReferenceLegale!]!
    politiques: [Politique!]!
    recommandations: [Recommandation!]!
    lexique: [TermeLexique!]!
    servicesSociaux: [ServiceSocial!]!
    serviceSocial(code: CodeService!): ServiceSocial
    standards(filtre: StandardsFiltre): [Standard!]!
    standard(code: ID!): Standard
    exigence(code: ID!): Exigence
    territoiresClsc(filtre: TerritoiresClscFiltre, first: Int, after: String): TerritoireClscConnection!
    territoireClsc(code: ID!): TerritoireClsc
    reseauxLocaux: [ReseauLocal!]!
    reseauLocal(code: ID!): ReseauLocal
    reseauxTerritoriaux: [ReseauTerritorial!]!
    reseauTerritorial(code: ID!): ReseauTerritorial
    regions: [Region!]!
    region(code: ID!): Region
    ruisss: [Ruisss!]!
    recherche(texte: String!): RechercheResultatConnection!

    etablissements: [Etablissement!]!
    etablissement(code: ID!): Etablissement
    indicateurs: [Indicateur!]!
    indicateur(code: ID!): Indicateur
    campagnes: CampagneConnection!
    campagne(code: ID!): Campagne
    canevas: CanevasConnection!
    outils: [Outil!]!
    leviersNationaux: [LevierNational!]!

    redditions: RedditionConnection!
    reddition(id: ID!): Reddition
    mesures: MesureConnection!
    ententes: EntenteConnection!
    constats: ConstatConnection!
    demandesModification: DemandeModificationConnection!
  }

  # The strategic level.

  type Palier {
    code: CodePalier!
    niveau: Niveau!
    nom: String!
    mandats: [Mandat!]!
  }

  enum CodePalier {
    MSSS
    SANTE_QUEBEC
    ETABLISSEMENT
  }

  enum Niveau {
    STRATEGIQUE
    TACTIQUE
    OPERATIONNEL
  }

  type Mandat {
    code: ID!
    enonce: String!
    palier: Palier!
    provenance: Provenance!
  }

  type RoleClsc {
    code: CodeRoleClsc!
    nom: String!
    enjeux: [Element!]!
    leviers: [Element!]!
    responsabilites: [Element!]!
    arrimages: [Arrimage!]!
  }

  enum CodeRoleClsc {
    NAVIGATEUR
    COORDONNATEUR
    LEADER_INTERSECTORIEL
    COANIMATEUR
  }

  type Element {
    code: ID!
    enonce: String!
    provenance: Provenance!
  }

  type Arrimage {
    code: ID!
    provenance: Provenance!
  }

  type Standard {
    code: ID!
    attribut: Attribut!
    sousGroupe: String!
    enonce: String!
    indicateurPermis: Boolean!
    exigences(service: CodeService): [Exigence!]!
  }

  enum Attribut {
    ACCESSIBILITE
    QUALITE
    CONTINUITE
    EFFICACITE_EFFICIENCE
  }

  enum CodeService {
    AAOR
    INFO_SOCIAL
    CRISE
    CONSULT_SOCIALE
    CONSULT_PSY
    SECURITE_CIVILE
  }

  type ServiceSocial {
    code: CodeService!
  }

  type Exigence {
    code: ID!
    standard: Standard!
    service: ServiceSocial!
    statut: StatutExigence!
    seuils: [Seuil!]!
    assertions: [Assertion!]!
    ecarts: [Ecart!]!
    valeursRegionales: ValeurRegionaleConnection
  }

  enum StatutExigence {
    FIXE
    REALITES_REGIONALES
    SANS_OBJET
    NON_DIT
  }

  type Seuil {
    valeur: Float
    comparateur: Comparateur
    unite: String
    part: Float
    declencheur: String
    precision: String
    echeance: String
  }

  enum Comparateur {
    INFERIEUR
    INFERIEUR_OU_EGAL
    EGAL
    SUPERIEUR_OU_EGAL
    SUPERIEUR
  }

  type Assertion {
    source: SourceAssertion!
    seuil: Seuil
  }

  enum SourceAssertion {
    ANNEXE_II
    FICHE
  }

  type TerritoireClsc {
    code: ID!
    nom: String!
    reseauLocal: ReseauLocal
    reseauTerritorial: ReseauTerritorial!
    region: Region!
    ruisss: Ruisss!
    population(annee: Int): Population
    populations: [Population!]!
    situationPopulation: SituationPopulation!
    position: Position
    superficieKm2: Float
    provenance: Provenance!
    imputabilite(exigence: ID!): Imputabilite

    etablissement: Etablissement
    bilan(campagne: ID): Bilan

    gestionnaire: Gestionnaire
    designations: DesignationConnection
    exerciceRoles: ExerciceRoleConnection
    installations: InstallationConnection
    offre: OffreServiceConnection
    partenaires: PartenaireConnection
    ententes: EntenteConnection
    mesures(campagne: ID, exigence: ID, first: Int, after: String): MesureConnection
    constats: ConstatConnection
  }

  type TerritoireClscConnection {
    nodes: [TerritoireClsc]!
    totalCount: Int!
  }

  input TerritoiresClscFiltre {
    region: ID
    ruisss: ID
    reseauLocal: ID
    reseauTerritorial: ID
  }

  input StandardsFiltre {
    attribut: Attribut
    service: CodeService
    statut: StatutExigence
  }

  type ReseauLocal {
    code: ID!
    nom: String!
    compteDansLes93: Boolean!
    territoires: [TerritoireClsc!]!
  }

  type ReseauTerritorial {
    code: ID!
    nom: String!
    reseauxLocaux: [ReseauLocal!]!
    territoires: [TerritoireClsc!]!
  }

  type Region {
    code: ID!
    nom: String!
    reseauxTerritoriaux: [ReseauTerritorial!]!
    territoires: [TerritoireClsc!]!
  }

  type Ruisss {
    code: ID!
    nom: String!
    territoires: [TerritoireClsc!]!
  }

  type SituationPopulation {
    population: Population!
  }

  type Position {
    latitude: Float!
    longitude: Float!
  }

  type Population {
    annee: Int!
    nombre: Int!
    nature: NaturePopulation!
    provenance: Provenance!
  }

  enum NaturePopulation {
    ESTIMATION
    PROJECTION
  }

  type Ecart {
    code: ID!
    titre: String!
    detail: String!
    gravite: Gravite!
    provenances: [Provenance!]!
  }

  enum Gravite {
    MAJEURE
    MINEURE
    MISE_EN_GARDE
  }

  type Provenance {
    origine: Origine!
    document: Document
    section: String
    lignes: String
    confiance: String
    note: String
  }

  enum Origine {
    TEXTE
    TABLE_OFFICIELLE
    INFERENCE
    SAISIE
    DEMONSTRATION
  }

  type Document {
    code: ID!
    titre: String!
  }

  type OrientationMinisterielle {
    code: ID!
  }

  type Principe {
    code: ID!
  }

  type ReferenceLegale {
    code: ID!
  }

  type Politique {
    code: ID!
  }

  type Recommandation {
    code: ID!
  }

  type TermeLexique {
    terme: String!
  }

  type RechercheResultatConnection {
    nodes: [RechercheResultat]!
    totalCount: Int!
  }

  type RechercheResultat {
    type: String!
    provenance: Provenance!
  }

  # The chain of accountability.

  type Imputabilite {
    fixePar: FixePar!
    coordonnePar: CoordonnePar
    renduPar: RenduPar
  }

  type FixePar {
    mandat: Mandat!
    provenance: Provenance!
  }

  type CoordonnePar {
    mandat: Mandat
    canevas: Canevas
    campagne: Campagne
  }

  type RenduPar {
    mandat: Mandat
    gestionnaire: Gestionnaire!
    delegation: Delegation
    referenceLegale: ReferenceLegale
  }

  # The tactical level.

  type Etablissement {
    code: ID!
    nom: String!
    abrege: String
    categorie: CategorieEtablissement!
    territoires: [TerritoireClsc]
    provenance: Provenance!
    pdg: FonctionEtablissement
    responsableAutochtone: FonctionEtablissement
    redditions: RedditionConnection
  }

  enum CategorieEtablissement {
    ETABLISSEMENT_TERRITORIAL
  }

  type Indicateur {
    code: ID!
    nom: String!
    unite: String!
    exigences: [Exigence]
    regle: String!
    provenance: Provenance!
  }

  type Verdict {
    etat: EtatVerdict!
    parSource: [VerdictSource!]!
    ecarts: [Ecart!]!
  }

  type VerdictSource {
    source: SourceAssertion!
    etat: EtatVerdict!
    seuil: Seuil
  }

  enum EtatVerdict {
    CONFORME
    NON_CONFORME
    INDETERMINE
    SANS_VERDICT
  }

  type Bilan {
    campagne: Campagne!
    conformes: Int!
    nonConformes: Int!
    indetermines: Int!
    sansVerdict: Int!
    absents: Int!
    consolideLe: DateTime!
  }

  type Campagne {
    code: ID!
  }

  type CampagneConnection {
    nodes: [Campagne]!
    absence: Absence
  }

  type Canevas {
    code: ID!
  }

  type CanevasConnection {
    nodes: [Canevas]!
    absence: Absence
  }

  type Outil {
    code: ID!
  }

  type LevierNational {
    code: ID!
  }

  # The operational level.

  type Mesure {
    id: ID!
    territoire: TerritoireClsc
    exigence: Exigence
    periode: Periode!
    valeur: Float
    unite: String
    statut: StatutFigure!
    provenance: Provenance!
    verdict: Verdict
  }

  enum StatutFigure {
    PROVISOIRE
    REVISEE
    FINALE
    SUPPRIMEE
    NON_DISPONIBLE
  }

  type Periode {
    code: ID!
  }

  type Absence {
    motif: String!
    doitRepondre: Palier
    mandat: Mandat
  }

  type Gestionnaire {
    absence: Absence
  }

  type Delegation {
    consentieLe: Date!
  }

  type FonctionEtablissement {
    absence: Absence
  }

  type Reddition {
    id: ID!
    examen: Examen
  }

  type Examen {
    provenance: Provenance
  }

  type Constat {
    id: ID!
    suite: SuiteConstat
  }

  type SuiteConstat {
    provenance: Provenance
  }

  type DemandeModification {
    id: ID!
    analyse: AnalyseDemande
  }

  type AnalyseDemande {
    provenance: Provenance
  }

  type MesureConnection {
    nodes: [Mesure]!
    absence: Absence
  }

  type RedditionConnection {
    nodes: [Reddition]!
    absence: Absence
  }

  type EntenteConnection {
    absence: Absence
  }

  type ConstatConnection {
    nodes: [Constat]!
    absence: Absence
  }

  type DemandeModificationConnection {
    nodes: [DemandeModification]!
    absence: Absence
  }

  type DesignationConnection {
    absence: Absence
  }

  type ExerciceRoleConnection {
    absence: Absence
  }

  type InstallationConnection {
    absence: Absence
  }

  type OffreServiceConnection {
    absence: Absence
  }

  type PartenaireConnection {
    absence: Absence
  }

  type ValeurRegionaleConnection {
    absence: Absence
  }
`;

const promised = buildSchema(PROMISED);
const actual = readPublicApi();

const promisedTypes = Object.values(promised.getTypeMap()).filter(({ astNode }) => astNode != null);

describe('the contract', () => {
  it.each(promisedTypes.map((type) => [type.name, type] as const))('is kept for %s', (name, type) => {
    const kept = new Set(membersOf(actual.getType(name)));
    expect(membersOf(type).filter((member) => !kept.has(member))).toEqual([]);
  });

  it('requires of no field an argument that was not promised', () => {
    const required = promisedTypes.flatMap((type) => {
      const now = actual.getType(type.name);
      if (!isObjectType(type) || !isObjectType(now)) return [];
      return Object.values(type.getFields()).flatMap(({ name, args }) => {
        const known = args.map((argument) => argument.name);
        const added = now.getFields()[name]?.args.filter((argument) => !known.includes(argument.name)) ?? [];
        return added
          .filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined)
          .map((argument) => `${type.name}.${name}(${argument.name})`);
      });
    });
    expect(required).toEqual([]);
  });
});

describe('a level that is down', () => {
  const LEVELS = ['msss', 'sante-quebec', 'etablissements'];

  it.each(LEVELS)('never takes with it what %s answers: what another level owns is nullable', (level) => {
    const document = parse(readFileSync(new URL(`../../schema/${level}.graphql`, import.meta.url), 'utf8'));
    const schema = readSubgraphTypes(document);
    expect(listUnsafeFields(schema, level)).toEqual([]);
  });

  /** Promised so: the écarts of a verdict are those that the ministry gave with the thresholds it was judged by. */
  const PROMISED_SO = ['Verdict.ecarts'];

  function listUnsafeFields(schema: GraphQLSchema, level: string): string[] {
    return Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('_'))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ astNode }) => !astNode?.directives?.some(({ name }) => name.value === 'external'))
          .filter((field) => holdsForeign(field.type, level))
          .map((field) => `${type.name}.${field.name}`),
      )
      .filter((path) => !PROMISED_SO.includes(path));
  }

  /** Whether a value that another level owns stands where null is refused. */
  function holdsForeign(type: unknown, level: string): boolean {
    if (isNonNullType(type)) {
      const inner: unknown = type.ofType;
      return isListType(inner) ? holdsForeign(inner, level) : isForeign(inner, level);
    }
    return isListType(type) ? isNonNullType(type.ofType) && isForeign(type.ofType.ofType, level) : false;
  }

  function isForeign(type: unknown, level: string): boolean {
    const owner = isObjectType(type) ? OWNERS[type.name]?.owner : undefined;
    return owner !== undefined && owner !== level;
  }
});

/** A subgraph's own types, without what only federation understands. */
function readSubgraphTypes(document: ReturnType<typeof parse>): GraphQLSchema {
  const plain = visit(document, {
    SchemaExtension: () => null,
    SchemaDefinition: () => null,
    Directive: (node) => (node.name.value === 'external' ? undefined : null),
    ObjectTypeExtension: (node) => ({ ...node, kind: Kind.OBJECT_TYPE_DEFINITION }),
  });
  const external = parse('directive @external on FIELD_DEFINITION | OBJECT');
  const definitions = [
    ...external.definitions,
    ...plain.definitions.filter(({ kind }) => kind !== Kind.DIRECTIVE_DEFINITION),
  ];
  return buildSchema(definitions.map((node) => print(node)).join('\n'), { assumeValidSDL: true });
}

/** What a type promises, one text a member: a field with its type, an argument with its type, a value. */
function membersOf(type: GraphQLNamedType | undefined): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => `${field.name}: ${String(field.type)}`);
  if (isObjectType(type))
    return Object.values(type.getFields()).flatMap(({ name, args, type: given }) => [
      `${name}: ${String(given)}`,
      ...args.map((argument) => `${name}(${argument.name}: ${String(argument.type)})`),
    ]);
  return type === undefined ? [] : [type.name];
}
