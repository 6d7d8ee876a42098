import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { FACT_TYPES } from './fact-types.ts';

const SUPERGRAPH = new URL('../../../../schema/supergraph.graphql', import.meta.url);
const schema = buildSchema(readFileSync(SUPERGRAPH, 'utf8'), { assumeValid: true });

const ELEMENT = 'its code is that of an Element, which has the page';
const COMPUTED = 'computed when it is asked: what it is of has the page';
const INSIDE = 'part of another fact, on whose page it is';

/** Types with a code and a source whose things have no page of their own, and why. */
const WITHOUT_PAGE: Readonly<Record<string, string>> = {
  BilanTerritoire: COMPUTED,
  ChaineReddition: ELEMENT,
  ConditionsDeSucces: ELEMENT,
  ConstatValidation: INSIDE,
  Dependant: 'names a fact of any type, which has the page',
  Fait: 'names a fact of any type, which has the page',
  LienPersonne: ELEMENT,
  LigneReddition: INSIDE,
  MaillonReddition: ELEMENT,
  NiveauPrevention: ELEMENT,
  Obligation: ELEMENT,
  ObligationReddition: COMPUTED,
  PopulationDetaillee: INSIDE,
  RechercheResultat: 'names a fact of any type, which has the page',
  TermeLexique: ELEMENT,
};

it('gives a page to every type whose things have a code and a source, but for those that are said here', () => {
  const coded = Object.values(schema.getTypeMap()).filter((type) => {
    if (!isObjectType(type)) return false;
    const { code, id, provenance } = type.getFields();
    return (code ?? id) !== undefined && provenance !== undefined;
  });
  const shown = new Set(FACT_TYPES.map(({ type }) => type));
  const without = coded.map(({ name }) => name).filter((name) => !shown.has(name));
  expect(without.sort()).toEqual(Object.keys(WITHOUT_PAGE));
});
