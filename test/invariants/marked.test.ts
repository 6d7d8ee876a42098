import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getNamedType } from 'graphql';
import { sql } from 'kysely';
import { type TestHouse, openOwnHouse } from '../house.ts';
import { ask } from './ask.ts';
import { fieldsOf, hasField, listObjectTypes, readPublicApi } from './public-api.ts';

// A figure that was made up says so by itself: whoever reads it alone must not take it for one that somebody measured.

/** What counts, and does not say where it comes from. */
const OF_NO_MEASURE: Readonly<Record<string, string>> = {
  CampagneSatisfaite: 'counts what a draft answers of a campagne, as its act says',
  ComptesExigences: 'counts what document 003 says',
  ComptesImport: 'counts the rows of an official file',
  ContourPublie: 'counts the points of an official outline',
  ContresignatureEtablissements: 'the size of a journal',
  ContresignatureMsss: 'the size of a journal',
  ContresignatureSanteQuebec: 'the size of a journal',
  DependantConnection: 'counts what the ministry holds, which is never made up',
  DifferencesEtablissementsConnection: 'each of its nodes says it',
  DifferencesMsssConnection: 'each of its nodes says it',
  DifferencesSanteQuebecConnection: 'each of its nodes says it',
  EcartReddition: 'read only of a reddition, which says it',
  EnonceConnection: 'counts what documents say',
  ExclusionClassement: 'a part of a ranking, which says it',
  ExigenceConnection: 'counts what document 003 says',
  GroupeAge: 'an age of an official population',
  GroupeRepartition: 'counts apart those that are made up (`fictifs`)',
  JournalEtablissementsConnection: 'counts acts, each of which says it',
  JournalMsssConnection: 'counts acts, each of which says it',
  JournalSanteQuebecConnection: 'counts acts, each of which says it',
  Passage: 'counts the lines of a document',
  Periode: 'the rank of a period',
  RaisonRepartition: 'a part of a group, which counts apart those that are made up',
  RangTerritoire: 'a part of a ranking, which says it',
  RechercheResultatConnection: 'counts what was found',
  Recu: 'the number of an act',
  RegleValidationConnection: 'counts rules, each of which says it',
  Seuil: 'a threshold, whose assertion says it',
  TerritoireClscConnection: 'counts territories of the ministry',
  TexteDocument: 'counts the lines of a document',
  ValidationMesures: 'judges what its caller gives',
  ValidationReddition: 'judges what its caller gives',
  ValeurJugee: 'judges what its caller gives',
  VersionSeuil: 'a threshold, whose assertion says it',
};

const api = readPublicApi();
let house: TestHouse;

beforeAll(async () => {
  house = await openOwnHouse();
  // Nothing differs from what a birth loaded until something is written.
  for (const change of [
    `etablissements.mesure set valeur = valeur + 1 where exigence_code = 'A-P5:AAOR' and territoire_code = '06112'`,
    `sante_quebec.bilan_territoire set absents = absents + 1 where territoire_code = '06112'`,
  ])
    await sql.raw(`update ${change}`).execute(house.database.kysely);
});
afterAll(() => house.close());

it('every type that counts or gives figures says where they come from, or why none of them is made up', () => {
  const unmarked = listObjectTypes(api)
    .filter((type) => !hasField(type, 'origine') && !hasField(type, 'provenance'))
    .filter((type) =>
      fieldsOf(type).some((field) => ['Int', 'Float'].includes(getNamedType(field.type).toString())),
    )
    .map(({ name }) => name);
  const help =
    'A type that counts measures or bilans has `origine` or `provenance`; one that counts something else says what in OF_NO_MEASURE (test/invariants/marked.test.ts)';
  expect(unmarked.sort(), help).toEqual(Object.keys(OF_NO_MEASURE).sort());
});

describe('on the demonstration', () => {
  const DEMONSTRATION = { origine: 'DEMONSTRATION' };

  it('what a rule would touch says that it is made up', async () => {
    const { mesuresTouchees } = await ask<{ mesuresTouchees: object }>(
      house,
      '{ mesuresTouchees(expression: "valeur <= 1", exigences: ["A-P5:AAOR"]) { jugees origine } }',
    );
    expect(mesuresTouchees).toMatchObject(DEMONSTRATION);
  });

  it('so does the digest of the measures of each territory', async () => {
    const { empreintesMesures } = await ask<{ empreintesMesures: object[] }>(
      house,
      '{ empreintesMesures(exercice: "2025-2026") { nombre origine } }',
    );
    expect(empreintesMesures).toHaveLength(166);
    for (const empreinte of empreintesMesures) expect(empreinte).toMatchObject(DEMONSTRATION);
  });

  it.each([
    ['differencesSanteQuebec', 'BilanExigence'],
    ['differencesEtablissements', 'Mesure'],
  ])('so does each difference that %s tells of %s', async (field, type) => {
    const answer = await ask<Record<string, { nodes: object[] }>>(
      house,
      `{ ${field}(type: "${type}", first: 20) { nodes { apres origine } } }`,
    );
    const { nodes } = answer[field]!;
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) expect(node).toMatchObject(DEMONSTRATION);
  });

  it('so do the versions of what is counted of a territory', async () => {
    const { territoireClsc } = await ask<{
      territoireClsc: { bilan: { parIndicateur: { parExigence: { versions: object[] }[] }[] } };
    }>(
      house,
      '{ territoireClsc(code: "06112") { bilan { parIndicateur { parExigence { versions { conformes origine } } } } } }',
    );
    const versions = territoireClsc.bilan.parIndicateur.flatMap(({ parExigence }) =>
      parExigence.flatMap((one) => one.versions),
    );
    expect(versions.length).toBeGreaterThan(10);
    for (const version of versions) expect(version).toMatchObject(DEMONSTRATION);
  });
});
