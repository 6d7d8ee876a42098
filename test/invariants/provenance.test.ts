import { getNamedType, isLeafType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { openTestHouse } from '../house.ts';
import { ask } from './ask.ts';
import { holdProvenances, QUERIES } from './hold-provenances.ts';
import {
  fieldsOf,
  hasField,
  isConnection,
  listObjectTypes,
  objectTypeOf,
  readPublicApi,
  rootFields,
} from './public-api.ts';

/** The types that carry no citation of their own, and where the citation of what they say is. */
const CITED_ELSEWHERE: Readonly<Record<string, string>> = {
  Absence: 'it states that there is no fact; its mandate carries the citation of the duty',
  Acte: 'is what somebody did: it says its author, its origin, and proves itself by its receipt',
  ActionPossible: 'says what the caller may do, and states no fact',
  CampagneSatisfaite: 'a part of a Reddition, which carries the citation',
  CelluleCanevas: 'a part of Canevas, which carries the citation',
  CelluleDemandee: 'a part of a Campagne, which carries the citation',
  CelluleRetournee: 'a part of Examen, which carries the citation',
  ClassementTerritoires: 'ranks measures, each of which carries its citation',
  ComptesExigences: 'counted on the cells, each of which carries its citation',
  ComptesImport: 'counts what an Importation changed, which carries the citation',
  ContourPublie: 'a part of LimitePubliee, which carries the citation',
  ContresignatureEtablissements: 'a signature, which proves itself',
  ContresignatureMsss: 'a signature, which proves itself',
  ContresignatureSanteQuebec: 'a signature, which proves itself',
  CorrespondanceCodePostal: 'the Importation that gives it carries the citation',
  Cote: 'a side of an Ecart, which carries the citations of its sides',
  DeclarationRole: 'says whether there is an ExerciceRole, which carries the citation',
  DeclarationService: 'says whether there is an OffreService, which carries the citation',
  DemandeCampagne: 'a part of a Campagne, which carries the citation',
  DemarcheConsultation: 'groups elements and figures, each of which carries its citation',
  DesaccordLimite: 'a part of LimitePubliee, which carries the citation',
  Difference: 'names a thing and the act that changed it; the thing carries the citation',
  Differences: 'puts side by side the lists of the levels',
  EcartReddition: 'compares two versions of a Reddition, which carry the citations',
  EmpreinteTerritoire: 'a digest of measures, each of which carries its citation',
  EssaiRegle: 'says what an act would do, and states no fact',
  ExamenDemande: 'a part of an Examen, which carries the citation',
  ExceptionDemandee: 'a part of an ExceptionCampagne, which carries the citation',
  ExclusionClassement: 'a part of ClassementTerritoires: how many territories it leaves out, and why',
  GroupeAge: 'a part of PopulationDetaillee, which carries the citation',
  GroupeRepartition: 'counts the items of a list, each of which carries its citation',
  Imputabilite: 'the three links of the chain carry their own citations',
  MesureSans: 'what would be published of a Mesure, which carries the citation',
  MesureSupprimee: 'names a figure that is suppressed, and says nothing of it',
  MesuresTouchees: 'counted on measures, each of which carries its citation',
  PageInfo: 'says where a page is',
  Passage: 'the lines that a citation names',
  Periode: 'a calendar: the fiscal year and a rank; it gives no date that a text would have to give',
  PointSerie: 'a measure, which carries its citation, or its absence',
  PositionnementClsc: 'groups elements, each of which carries its citation',
  Provenance: 'is the citation',
  RaisonRepartition: 'a part of GroupeRepartition',
  RangTerritoire: 'a place of a measure, which carries its citation',
  RechercheAilleurs: 'says where to look, and states no fact',
  Recu: 'a proof, which anyone can check',
  ReglesModificationTerritoire: 'groups elements, each of which carries its citation',
  SecurisationCulturelle: 'groups elements of one document, each of which carries its citation',
  ServicesCommunautairesLocaux: 'groups elements, each of which carries its citation',
  Seuil: 'a part of Assertion or of Exigence, which carry the citation',
  SuiviMiseEnOeuvre: 'groups elements, each of which carries its citation',
  TexteDocument: 'a part of Document, which carries the citation',
  Touche: 'names an entity that an Ecart concerns; the Ecart carries the citation',
  ValeurJugee: 'what is given, and its verdict, which carries its citations',
  ValidationMesures: 'says what an act would do, and states no fact',
  ValidationReddition: 'says what an act would do, and states no fact',
  VersionBilan: 'a version of a Bilan, which carries the citation',
  VersionBilanExigence: 'a version of a part of a Bilan, which carries the citation',
  VersionEcart: 'a version of an Ecart, which carries the citations',
  VersionRetenue: 'a part of what closed a Campagne, which carries the citation',
  VersionSeuil: 'a version of a part of an Exigence, which carries the citation',
};

/** They say what an act would do. */
const OF_ACTS_TO_COME = [
  'actionsSanteQuebec',
  'essaiRegle',
  'mesuresTouchees',
  'validerMesures',
  'validerReddition',
];

/** Nothing fills them at birth, and they say no absence. */
const EMPTY_AT_BIRTH = [
  'bilanQuebecAbsence',
  'etablissementsPublies',
  'imports',
  'installationsPubliees',
  'territoireParCodePostal',
];

const api = readPublicApi();

/** The lists that say why they are empty; those that hold something at birth are held to it by test/invariants/cursors.test.ts. */
const SAYING_WHY = rootFields(api)
  .filter((field) => {
    const type = objectTypeOf(field);
    return type !== undefined && isConnection(type) && hasField(type, 'absence');
  })
  .map(({ name }) => name);

/** What a mutation answers: the act and what it was about, which carry their own. */
const ANSWERED_BY_ACTS = fieldsOf(api.getMutationType()!)
  .flatMap((field) => objectTypeOf(field) ?? [])
  .filter((type) => hasField(type, 'acte'))
  .map(({ name }) => name);

describe('V16: the schema', () => {
  const isPage = (name: string): boolean => /(Connection|Edge)$/.test(name);

  it('gives a citation to every type that states a fact, or says where the citation is', () => {
    const without = listObjectTypes(api)
      .filter((type) => !hasField(type, 'provenance') && !hasField(type, 'provenances'))
      .map(({ name }) => name)
      .filter((name) => !isPage(name) && !ANSWERED_BY_ACTS.includes(name));
    const help =
      'A type that states a fact has a field « provenance »; where the citation is elsewhere, CITED_ELSEWHERE of test/invariants/provenance.test.ts says where';
    expect(without.sort(), help).toEqual(Object.keys(CITED_ELSEWHERE).sort());
  });

  it('gives pages nothing to say but their items, their position, their count, its origin, what is missing, of when they are where nobody said, what they suppose, where else to look, which words they miss and how they divide', () => {
    for (const type of listObjectTypes(api).filter(isConnection))
      expect([
        'edges',
        'nodes',
        'pageInfo',
        'totalCount',
        'absence',
        'exerciceChoisi',
        'hypothese',
        'origine',
        'ailleurs',
        'nombreComplets',
        'motsAbsents',
        'repartition',
      ]).toEqual(expect.arrayContaining(Object.keys(type.getFields())));
  });
});

describe('V16: every fact listed by the graph', () => {
  it('is asked through every list of its root', () => {
    const asked = QUERIES.map(([name]) => name);
    const notAsked = rootFields(api)
      .filter(
        ({ name, type, args }) =>
          !asked.includes(name) &&
          // Acts are no facts of a text: each proves itself by its receipt.
          !name.startsWith('journal') &&
          // What changed is named, and the thing that did carries its citation.
          !name.startsWith('differences') &&
          // Levels are told whether to read again, and what to withhold.
          !['empreintesMesures', 'mesuresSupprimees', 'mesuresSans'].includes(name) &&
          // Groups count the items of a list, each of which carries its citation.
          !name.startsWith('repartition') &&
          // Nor is what an act would do.
          !OF_ACTS_TO_COME.includes(name) &&
          !isLeafType(getNamedType(type)) &&
          args.every(({ name: given }) => given !== 'code' && given !== 'id'),
      )
      .map(({ name }) => name);
    expect(notAsked).toEqual([]);
  });

  const none: string[] = [];
  holdProvenances(openTestHouse, (name, count) => {
    if (count === 0) none.push(name);
  });

  it('is missing where a list says that nobody gave any, and why', async () => {
    const house = await openTestHouse();
    for (const name of none.filter((one) => !EMPTY_AT_BIRTH.includes(one))) {
      const help = `${name} gives no citation: its data are not loaded or, if nothing fills it at birth and it says no absence, add '${name}' to EMPTY_AT_BIRTH of test/invariants/provenance.test.ts`;
      expect(SAYING_WHY, help).toContain(name);
      const { list } = await ask<{ list: object }>(
        house,
        `{ list: ${name} { totalCount nodes { __typename } absence { motif } } }`,
      );
      expect(list, help).toEqual({
        totalCount: 0,
        nodes: [],
        absence: { motif: expect.any(String) as string },
      });
    }
  });
});
