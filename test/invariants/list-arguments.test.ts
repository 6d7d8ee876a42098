import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, openTestHouse } from '../house.ts';
import { readPublicApi } from './public-api.ts';

/** How each list that a read is given is asked, by one value of it. */
const ASKED: Readonly<Record<string, { readonly value: string; readonly ask: (list: string) => string }>> = {
  'Query.bilans(territoires:)': {
    value: '"06112"',
    ask: (list) => `bilans(campagne: "2025-2026", territoires: ${list}) { totalCount nodes { id } }`,
  },
  'Query.classementTerritoires(territoires:)': {
    value: '"06112"',
    ask: (list) =>
      `classementTerritoires(exigence: "A-P11:INFO_SOCIAL", periode: "2025-2026-P01", territoires: ${list}) { territoires }`,
  },
  'Query.dependants(types:)': {
    value: '"Exigence"',
    ask: (list) => `dependants(type: "Mandat", code: "M6", types: ${list}) { totalCount nodes { code } }`,
  },
  'Query.exigences(codes:)': {
    value: '"A-P5:AAOR"',
    ask: (list) => `exigences(codes: ${list}) { nodes { code } }`,
  },
  'Query.mesures(territoires:)': {
    value: '"06112"',
    ask: (list) => `mesures(territoires: ${list}) { totalCount nodes { id } }`,
  },
  'Query.mesuresSans(versions:)': {
    value: '"1999-2000:11045119:V9"',
    ask: (list) => `mesuresSans(versions: ${list}) { id }`,
  },
  'Query.mesuresTouchees(exigences:)': {
    value: '"A-P5:AAOR"',
    ask: (list) => `mesuresTouchees(expression: "valeur >= 2", exigences: ${list}) { jugees touchees }`,
  },
  'Query.mesuresTouchees(unites:)': {
    value: '"h"',
    ask: (list) => `mesuresTouchees(expression: "valeur >= 2", unites: ${list}) { jugees touchees }`,
  },
  'Query.recherche(types:)': {
    value: '"Standard"',
    ask: (list) => `recherche(texte: "clsc", types: ${list}) { totalCount nodes { code } }`,
  },
  'Query.territoiresClsc(codes:)': {
    value: '"06112"',
    ask: (list) => `territoiresClsc(codes: ${list}) { nodes { code } }`,
  },
  'TerritoireClsc.imputabilites(exigences:)': {
    value: '"A-P5:AAOR"',
    ask: (list) => `territoireClsc(code: "06112") { imputabilites(exigences: ${list}) { exigence } }`,
  },
};

/** Fewer than in any other list: each value is a chain through three levels. */
const FEWER: Readonly<Record<string, number>> = { 'TerritoireClsc.imputabilites(exigences:)': 20 };
const MOST = 200;

/** Values of several fields, and what an act writes, or would: their own definition bounds them, and each weighs in the cost. */
const CONTENTS: Readonly<Record<string, string>> = {
  'Exigence.verdicts(valeurs:)': 'fifty, each judged',
  'Mutation.contresignatureEtablissements(preuve:)': 'no longer than a Merkle tree is high',
  'Mutation.contresignatureMsss(preuve:)': 'no longer than a Merkle tree is high',
  'Mutation.contresignatureSanteQuebec(preuve:)': 'no longer than a Merkle tree is high',
  'Mutation.ouvrirCampagne(periodes:)': 'the thirteen of an exercice',
  'Mutation.publierCanevas(exigences:)': 'those that there are, none twice',
  'Mutation.publierCanevas(indicateurs:)': 'those that there are, none twice',
  'Mutation.retournerReddition(cellules:)': 'those of the reddition, none twice',
  'Mutation.saisirMesures(mesures:)': 'each weighs two',
  'Mutation.saisirMesures(retraits:)': 'each weighs two',
  'Mutation.soumettreReddition(reponses:)': 'one for each cell that was returned',
  'Query.validerMesures(mesures:)': 'as those of saisirMesures',
  'Query.validerMesures(retraits:)': 'as those of saisirMesures',
  'RegleAPublier.exigences': 'sixty',
  'RegleAPublier.unites': 'twenty',
};

const api = readPublicApi();
const lists = Object.values(api.getTypeMap())
  .filter((type) => !type.name.startsWith('__'))
  .flatMap((type) => {
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map(({ name, type: given }) => ({
        place: `${type.name}.${name}`,
        given,
      }));
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.map((argument) => ({ place: `${type.name}.${name}(${argument.name}:)`, given: argument.type })),
    );
  })
  .filter(({ given }) => isListType(getNullableType(given)));

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

it('knows every list that the graph is given, and says what bounds it', () => {
  const known = [...Object.keys(ASKED), ...Object.keys(CONTENTS)];
  expect(lists.map(({ place }) => place).sort()).toEqual(known.sort());
  // What is said again is taken once where values are compared whole.
  for (const { place, given } of lists)
    if (place in ASKED) expect(isLeafType(getNamedType(given)), place).toBe(true);
});

it.each(Object.entries(ASKED))(
  '%s has two hundred values at most, or as few as are said, each taken once',
  async (place, { value, ask }) => {
    const answer = (times: number) =>
      house.gateway.execute({
        query: `{ ${ask(`[${Array.from({ length: times }, () => value).join(', ')}]`)} }`,
      });
    const once = await answer(1);
    expect(once.errors).toBeUndefined();
    const most = FEWER[place] ?? MOST;
    expect((await answer(most)).data).toEqual(once.data);
    const { errors } = await answer(most + 1);
    const [, name] = /\((\w+):\)/.exec(place)!;
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(`« ${name} » : ${most} valeurs au plus, et ${most + 1} sont données`),
      extensions: { code: 'FILTRE_INVALIDE' },
    });
  },
);
