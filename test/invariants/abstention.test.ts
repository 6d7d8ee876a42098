import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEVELS } from '@palier/start/levels';
import { listSubgraphSdls } from '@palier/schema/committed-schema';
import { listDefinedFields } from '@palier/schema/defined-fields';
import { openOwnHouse, type TestHouse } from '../house.ts';
import { ask } from './ask.ts';
import {
  hasField,
  isConnection,
  listObjectTypes,
  objectTypeOf,
  readPublicApi,
  rootFields,
} from './public-api.ts';
import { askEveryProvenance, findProvenances } from './walk-provenances.ts';

interface Absence {
  readonly motif: string;
  readonly doitRepondre: { readonly code: string } | null;
}

interface List {
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
  readonly absence: Absence | null;
}

const ABSENCE = 'absence { motif doitRepondre { code } mandat { code palier { code } } }';
const LIST = `{ totalCount nodes { __typename } ${ABSENCE} }`;

/** What is owed by another level than the one that says it is missing, or by nobody. */
const OWED_ELSEWHERE: Readonly<Record<string, string | null>> = {
  DemandeModificationConnection: null,
  MecanismeAppartenance: 'SANTE_QUEBEC',
  // Santé Québec opens the campagnes from which they come.
  ObligationRedditionConnection: 'SANTE_QUEBEC',
};

/** What can lack data without being a list: each has its own test below. */
const NO_LISTS = [
  'ClassementTerritoires',
  'CoordonnePar',
  'CorrespondanceCodePostal',
  'DeclarationRole',
  'DeclarationService',
  'FonctionEtablissement',
  'Gestionnaire',
  'LevierNational',
  'MecanismeAppartenance',
  'Outil',
  'Passage',
  'PointSerie',
  'RenduPar',
];

/** Reached only from an act, and there is none at birth: a campagne, a reddition, a constat, a request. */
const OF_ACTS = [
  'AnalyseDemande',
  'Appreciation',
  'ConstatValidationConnection',
  'Examen',
  'LigneRedditionConnection',
  'SuiteConstat',
];

const api = readPublicApi();

/** The fields of a type that give a list able to say what it lacks. */
const listsOf = (name: string): string[] => {
  const type = listObjectTypes(api).find((one) => one.name === name);
  const fields = type === undefined ? rootFields(api) : Object.values(type.getFields());
  return fields
    .filter((field) => {
      const given = objectTypeOf(field);
      return given !== undefined && isConnection(given) && hasField(given, 'absence');
    })
    .map((field) => field.name);
};

const NIVEAUX = new Map(LEVELS.map(({ name, niveau }) => [name, niveau]));
const FIELDS = listSubgraphSdls().flatMap((subgraph) => listDefinedFields(subgraph));

/** The level that owes what a type lacks, where anybody does: the one that gives it, unless said otherwise. */
function debtorOf(type: string): string | null | undefined {
  if (type in OWED_ELSEWHERE) return OWED_ELSEWHERE[type];
  const [level, ...others] = new Set(
    FIELDS.filter((field) => field.type === type).map((field) => field.level),
  );
  return others.length > 0 ? undefined : NIVEAUX.get(level ?? '');
}

/** The types whose lists are asked below, without data. */
const PARENTS = ['Query', 'TerritoireClsc', 'Etablissement', 'Exigence'];

let house: TestHouse;

// The demonstration was loaded and consolidated in this database: opened without it, nothing of it may stay.
beforeAll(async () => {
  house = await openOwnHouse({ data: { demonstration: 'ABSENTE' } });
});

afterAll(() => house.close());

describe('V20: every type that can lack data', () => {
  it('is known by these tests', () => {
    const able = listObjectTypes(api)
      .filter((type) => hasField(type, 'absence'))
      .map(({ name }) => name);
    const asked = PARENTS.flatMap((parent) => listsOf(parent).map((field) => typeOf(parent, field) ?? ''));
    const help =
      'A type with « absence » is asked without data: in a list of the root or of PARENTS, by a test of its own that NO_LISTS names, or, when an act alone makes it, it is in OF_ACTS (test/invariants/abstention.test.ts)';
    expect(able.sort(), help).toEqual([...new Set([...asked, ...NO_LISTS, ...OF_ACTS])].sort());
  });

  it('is owed by one level, or by nobody', () => {
    for (const type of listObjectTypes(api).filter((one) => hasField(one, 'absence')))
      expect(
        debtorOf(type.name),
        `nothing says who owes ${type.name}: several levels give it, or one that is no level of governance; OWED_ELSEWHERE of test/invariants/abstention.test.ts says it then`,
      ).toBeDefined();
  });
});

describe('V20: without data', () => {
  it.each(listsOf('Query'))('the list %s says what is missing and who owes it', async (field) => {
    const answer = await ask<Record<string, List>>(house, `{ ${field} ${LIST} }`);
    expectAbstention(answer[field], ownerOf('Query', field));
  });

  it.each(listsOf('TerritoireClsc'))(
    'the list %s of each of the 166 territories says it too',
    async (field) => {
      const { territoiresClsc } = await ask<{ territoiresClsc: { nodes: Record<string, List>[] } }>(
        house,
        `{ territoiresClsc(first: 200) { nodes { ${field} ${LIST} } } }`,
      );
      expect(territoiresClsc.nodes).toHaveLength(166);
      for (const territoire of territoiresClsc.nodes)
        expectAbstention(territoire[field], ownerOf('TerritoireClsc', field));
    },
  );

  it.each(listsOf('Etablissement'))('the list %s of each établissement says it too', async (field) => {
    const { etablissements } = await ask<{ etablissements: Record<string, List>[] }>(
      house,
      `{ etablissements { ${field} ${LIST} } }`,
    );
    for (const etablissement of etablissements)
      expectAbstention(etablissement[field], ownerOf('Etablissement', field));
  });

  it.each(listsOf('Exigence'))('the list %s of each exigence says it too', async (field) => {
    const { exigences } = await ask<{ exigences: { nodes: Record<string, List>[] } }>(
      house,
      `{ exigences(first: 1000) { nodes { ${field} ${LIST} } } }`,
    );
    expect(exigences.nodes).toHaveLength(402);
    for (const exigence of exigences.nodes) expectAbstention(exigence[field], ownerOf('Exigence', field));
  });

  it('nobody is in function in any territory, and nobody but the établissement owes the designation', async () => {
    const { territoiresClsc } = await ask<{
      territoiresClsc: {
        nodes: { gestionnaire: { absence: Absence; fonction: string | null }; bilan: unknown }[];
      };
    }>(
      house,
      `{ territoiresClsc(first: 200) { nodes { bilan { version } gestionnaire { fonction ${ABSENCE} } } } }`,
    );
    for (const { gestionnaire, bilan } of territoiresClsc.nodes) {
      expect(bilan).toBeNull();
      expect(gestionnaire.fonction).toBeNull();
      expectOwed(gestionnaire.absence, debtorOf('Gestionnaire'));
    }
  });

  it('no établissement has named its functions', async () => {
    const { etablissements } = await ask<{
      etablissements: Record<string, { depuis: string | null; absence: Absence }>[];
    }>(house, `{ etablissements { pdg { depuis ${ABSENCE} } responsableAutochtone { depuis ${ABSENCE} } } }`);
    for (const { depuis, absence } of etablissements.flatMap((one) => Object.values(one))) {
      expect(depuis).toBeNull();
      expectOwed(absence, debtorOf('FonctionEtablissement'));
    }
  });

  it('the chain of accountability keeps its texts, and says which links are missing', async () => {
    const { territoireClsc } = await ask<{
      territoireClsc: {
        imputabilite: Record<'coordonnePar' | 'renduPar', { mandat: unknown; absence: Absence }>;
      };
    }>(
      house,
      `{ territoireClsc(code: "06112") { imputabilite(exigence: "A-P5:AAOR") {
        coordonnePar { mandat { code } ${ABSENCE} } renduPar { mandat { code } ${ABSENCE} }
      } } }`,
    );
    const { coordonnePar, renduPar } = territoireClsc.imputabilite;
    expect(coordonnePar.mandat).toEqual({ code: 'S4' });
    expect(renduPar.mandat).toEqual({ code: 'E11' });
    expectOwed(coordonnePar.absence, debtorOf('CoordonnePar'));
    expectOwed(renduPar.absence, debtorOf('RenduPar'));
  });

  it('what the texts announce and do not give is owed by Santé Québec', async () => {
    const { outils, leviersNationaux, mecanismeAppartenance } = await ask<{
      outils: { absence: Absence }[];
      leviersNationaux: { absence: Absence }[];
      mecanismeAppartenance: { absence: Absence };
    }>(
      house,
      `{ outils { ${ABSENCE} } leviersNationaux { ${ABSENCE} } mecanismeAppartenance { ${ABSENCE} } }`,
    );
    expect([outils.length, leviersNationaux.length]).toEqual([3, 3]);
    for (const { absence } of [...outils, ...leviersNationaux, mecanismeAppartenance])
      expectOwed(absence, 'SANTE_QUEBEC');
  });

  it('the lines of a text that nobody imported are owed by nobody, whichever level cites them', async () => {
    const cited = `provenance { passage { texte ${ABSENCE} } }`;
    const { msss, santeQuebec, territoireClsc } = await ask<{
      msss: Cited[];
      santeQuebec: Cited[];
      territoireClsc: { imputabilite: { renduPar: Cited } };
    }>(
      house,
      `{ msss: mandats { ${cited} } santeQuebec: outils { ${cited} }
        territoireClsc(code: "06112") {
          imputabilite(exigence: "A-P11:INFO_SOCIAL") { renduPar { ${cited} } } } }`,
    );
    for (const facts of [msss, santeQuebec, [territoireClsc.imputabilite.renduPar]]) {
      const passages = facts.flatMap(({ provenance }) => provenance.passage ?? []);
      expect(passages.length).toBeGreaterThan(0);
      for (const { texte, absence } of passages) {
        expect(texte).toBeNull();
        expect(absence.motif).toContain('npm run import');
        expect(absence.doitRepondre).toBeNull();
      }
    }
  });

  it('a series and a ranking of what nobody measured say who owes the measures', async () => {
    const { territoireClsc, classementTerritoires } = await ask<{
      territoireClsc: { serie: { mesure: unknown; absence: Absence }[] };
      classementTerritoires: { rangs: unknown[]; absence: Absence };
    }>(
      house,
      `{ territoireClsc(code: "06112") {
        serie(exigence: "A-P11:INFO_SOCIAL", exercice: "2025-2026") { mesure { valeur } ${ABSENCE} } }
        classementTerritoires(exigence: "A-P11:INFO_SOCIAL", periode: "2025-2026-P13") { rangs { rang } ${ABSENCE} } }`,
    );
    expect(territoireClsc.serie).toHaveLength(13);
    for (const { mesure, absence } of territoireClsc.serie) {
      expect(mesure).toBeNull();
      expectOwed(absence, debtorOf('PointSerie'));
    }
    expect(classementTerritoires.rangs).toEqual([]);
    expectOwed(classementTerritoires.absence, debtorOf('ClassementTerritoires'));
  });

  it('no postal code leads anywhere until a correspondence is imported, and that is said', async () => {
    const { territoireParCodePostal: answer } = await ask<{
      territoireParCodePostal: { territoires: unknown[]; absence: { motif: string; doitRepondre: unknown } };
    }>(
      house,
      '{ territoireParCodePostal(code: "H2X 1Y4") { territoires { code } absence { motif doitRepondre { code } } } }',
    );
    expect(answer.territoires).toEqual([]);
    expect(answer.absence.motif).toContain('n’a pas été importée');
    expect(answer.absence.doitRepondre).toBeNull();
  });

  it('nothing made up remains, in any list of the graph', async () => {
    for (const [name, query] of askEveryProvenance(api)) {
      const madeUp = findProvenances(await ask(house, query), name).filter(
        ({ origine }) => origine === 'DEMONSTRATION',
      );
      expect(madeUp.slice(0, 5)).toEqual([]);
    }
  });
});

interface Cited {
  readonly provenance: {
    readonly passage: { readonly texte: string | null; readonly absence: Absence } | null;
  };
}

function ownerOf(type: string, field: string): string | null | undefined {
  const given = typeOf(type, field);
  return given === undefined ? undefined : debtorOf(given);
}

function typeOf(type: string, field: string): string | undefined {
  const fields =
    type === 'Query'
      ? rootFields(api)
      : Object.values(
          listObjectTypes(api)
            .find(({ name }) => name === type)
            ?.getFields() ?? {},
        );
  const given = fields.find(({ name }) => name === field);
  return given && objectTypeOf(given)?.name;
}

function expectAbstention(list: List | undefined, owner: string | null | undefined): void {
  expect(list).toMatchObject({ totalCount: 0, nodes: [] });
  expectOwed(list?.absence ?? null, owner);
}

/**
 * What is missing, in a French sentence; the level that owes it, unless nobody does; the mandate, when one says so, is of
 * that level. Of which element something is owed, and why, is held in debts.test.ts.
 */
function expectOwed(absence: Absence | null, owner: string | null | undefined): void {
  expect(owner).toBeDefined();
  expect(absence?.motif).toMatch(/^[A-ZÀ-Ý].{20,}\.$/s);
  if (absence?.doitRepondre !== null) expect(absence?.doitRepondre).toEqual({ code: owner });
  const mandat = (absence as { mandat?: { palier: { code: string } } | null } | null)?.mandat;
  if (mandat != null) expect(mandat.palier.code).toBe(owner);
}
