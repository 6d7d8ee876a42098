import { getNamedType, isLeafType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { ask } from './ask.ts';
import { hasField, isConnection, listObjectTypes, readPublicApi, rootFields } from './public-api.ts';
import { askEveryProvenance, findProvenances } from './walk-provenances.ts';

/** The types that carry no citation of their own, and where the citation of what they say is. */
const CITED_ELSEWHERE: Readonly<Record<string, string>> = {
  Absence: 'it states that there is no fact; its mandate carries the citation of the duty',
  BilanExigence: 'a part of Bilan, which says what was consolidated',
  BilanIndicateur: 'a part of Bilan, which says what was consolidated',
  ComptesExigences: 'counted on the cells, each of which carries its citation',
  Cote: 'a side of an Ecart, which carries the citations of its sides',
  DemarcheConsultation: 'groups elements and figures, each of which carries its citation',
  Imputabilite: 'the three links of the chain carry their own citations',
  PageInfo: 'says where a page is',
  Periode: 'a calendar: the fiscal year and a rank; it gives no date that a text would have to give',
  PositionnementClsc: 'groups elements, each of which carries its citation',
  Provenance: 'is the citation',
  ReglesModificationTerritoire: 'groups elements, each of which carries its citation',
  SecurisationCulturelle: 'groups elements of one document, each of which carries its citation',
  ServicesCommunautairesLocaux: 'groups elements, each of which carries its citation',
  Seuil: 'a part of Assertion or of Exigence, which carry the citation',
  SuiviMiseEnOeuvre: 'groups elements, each of which carries its citation',
  Touche: 'names an entity that an Ecart concerns; the Ecart carries the citation',
  VerdictSource: 'a part of Verdict, which says that it is deduced',
};

const api = readPublicApi();
const QUERIES = askEveryProvenance(api);

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
});

afterAll(() => house.close());

describe('V16: the schema', () => {
  const isPage = (name: string): boolean => /(Connection|Edge)$/.test(name);

  it('gives a citation to every type that states a fact, or says where the citation is', () => {
    const without = listObjectTypes(api)
      .filter((type) => !hasField(type, 'provenance') && !hasField(type, 'provenances'))
      .map(({ name }) => name)
      .filter((name) => !isPage(name));
    expect(without.sort()).toEqual(Object.keys(CITED_ELSEWHERE).sort());
  });

  it('gives pages nothing to say but their items, their position, their count and what is missing', () => {
    for (const type of listObjectTypes(api).filter(isConnection))
      expect(['edges', 'nodes', 'pageInfo', 'totalCount', 'absence']).toEqual(
        expect.arrayContaining(Object.keys(type.getFields())),
      );
  });
});

describe('V16: every fact listed by the graph', () => {
  it('is asked through every list of its root', () => {
    const asked = QUERIES.map(([name]) => name);
    const notAsked = rootFields(api)
      .filter(
        ({ name, type, args }) =>
          !asked.includes(name) &&
          !isLeafType(getNamedType(type)) &&
          args.every(({ name: given }) => given !== 'code' && given !== 'id'),
      )
      .map(({ name }) => name);
    expect(notAsked).toEqual([]);
  });

  it.each(QUERIES)(
    'in %s has its document and lines, or says that it is not of a text',
    async (name, query) => {
      const provenances = findProvenances(await ask(house, query), name);
      if (!EMPTY_AT_BIRTH.includes(name)) expect(provenances.length).toBeGreaterThan(0);
      const faulty = provenances.filter(({ origine, lignes, document, note }) => {
        if (origine === 'TEXTE')
          return document === null || !/^L\d+(-\d+)?(, L\d+(-\d+)?)*$/.test(lignes ?? '');
        if (origine === 'TABLE_OFFICIELLE') return note === null;
        return !['INFERENCE', 'SAISIE', 'DEMONSTRATION'].includes(origine);
      });
      expect(faulty.slice(0, 5)).toEqual([]);
    },
  );

  it('is never said to have been entered: nobody has entered anything yet', async () => {
    for (const [name, query] of QUERIES) {
      const entered = findProvenances(await ask(house, query), name).filter(
        ({ origine }) => origine === 'SAISIE',
      );
      expect(entered.slice(0, 5)).toEqual([]);
    }
  });
});

/** Nobody has declared any yet, and the demonstration makes none up. */
const EMPTY_AT_BIRTH: readonly string[] = ['constats', 'demandesModification', 'ententes', 'redditions'];
