import type { House } from '@palier/start/open-house';
import type { OperationResult } from '@palier/gateway/request/operation';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  validateSchema,
  type GraphQLField,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOwnHouse } from '../house.ts';

/** What a ministry would open to all: the graph without what bears `interne`. */
const CONTRACT = 'public';
let house: House;
let full: GraphQLSchema;
let shown: GraphQLSchema;

beforeAll(async () => {
  house = await openOwnHouse({ contracts: [{ name: CONTRACT, filter: { exclude: ['interne'] } }] });
  full = await introspect(undefined);
  shown = await introspect(CONTRACT);
});
afterAll(() => house.close());

function ask(query: string, contract: string = CONTRACT): Promise<OperationResult> {
  return house.gateway.execute({ query, ...(contract && { contract }) });
}

async function introspect(contract: string | undefined): Promise<GraphQLSchema> {
  const { data } = await house.gateway.execute({
    query: getIntrospectionQuery(),
    ...(contract && { contract }),
  });
  return buildClientSchema(data as unknown as IntrospectionQuery);
}

const codeOf = ({ errors }: OperationResult): unknown => errors?.[0]?.extensions?.['code'];

describe('Palier’s public contract', () => {
  it('is a valid schema, a part of the full one, without what is for the levels among themselves', () => {
    expect(validateSchema(shown)).toEqual([]);
    const all = new Set(listElements(full));
    const left = new Set(listElements(shown));
    expect([...left].filter((element) => !all.has(element))).toEqual([]);
    const hidden = [...all].filter((element) => !left.has(element));
    expect(hidden).toEqual(
      expect.arrayContaining([
        'Query.empreinteMesures',
        'Query.empreinteMesures(campagne:)',
        'Query.cleDeDepot',
        'Query.lignesRetenues',
        'Query.demandesModification',
        'Query.demandeModification',
        'Bilan.version',
        'DemandeModification',
        'DemandeModificationConnection',
        'AnalyseDemande',
        'EtatDemande',
        'EtatDemande.BESOIN',
        'NatureImpact',
      ]),
    );
    expect(
      hidden.filter(
        (element) =>
          !/Demande|Modification|Impact|mpreinte|esures?S(upprimee|ans)|Bilan\.version|ontresignature|cleDeDepot|lignesRetenues/.test(
            element,
          ),
      ),
    ).toEqual([]);
  });

  it('lets nobody reach any hidden field, from any type that is shown', async () => {
    const fields = Object.values(full.getTypeMap()).flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).map((field) => ({ type: type.name, field }))
        : [],
    );
    const hidden = fields.filter(({ type, field }) => !hasField(shown, type, field.name));
    expect(hidden.length).toBeGreaterThan(20);
    for (const { type, field } of hidden) {
      const selection = type === 'Query' ? write(field) : `__typename ... on ${type} { ${write(field)} }`;
      for (const query of [`{ ${selection} }`, `{ ...F } fragment F on ${type} { ${write(field)} }`]) {
        const answer = await ask(query);
        expect(codeOf(answer), query).toBe('GRAPHQL_VALIDATION_FAILED');
        expect(answer.data, query).toBeUndefined();
      }
    }
  });

  it('does not suggest a hidden name, nor know a hidden type', async () => {
    const near = [
      '{ empreinteMesure }',
      '{ demandesModificatio { totalCount } }',
      '{ ...F } fragment F on DemandeModificatio { id }',
    ];
    for (const query of near) {
      expect(JSON.stringify((await ask(query)).errors)).not.toMatch(
        /empreinteMesures|demandesModification\b|DemandeModification\b/,
      );
      expect(JSON.stringify(await ask(query, ''))).toMatch(
        /empreinteMesures|demandesModification\b|DemandeModification\b/,
      );
    }
    for (const name of ['DemandeModification', 'EtatDemande', 'AnalyseDemande'])
      expect(await ask(`{ __type(name: "${name}") { name } }`)).toEqual({ data: { __type: null } });
  });

  it('answers the same as the full graph on what it shows', async () => {
    const query =
      '{ territoireClsc(code: "06112") { nom etablissement { abrege } bilan { conformes campagne { code } } mesures(first: 2) { nodes { valeur verdict { etat } } } } }';
    const answer = await ask(query);
    expect(answer.errors).toBeUndefined();
    expect(answer).toEqual(await ask(query, ''));
  });
});

/** Coordinates of all that a schema has, introspection aside. */
function listElements(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => `${type.name}.${name}`)];
      if (isInputObjectType(type))
        return [type.name, ...Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)];
      if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
      const fields = Object.values(type.getFields()).flatMap(({ name, args }) => [
        `${type.name}.${name}`,
        ...args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
      ]);
      return [type.name, ...fields];
    });
}

function hasField(schema: GraphQLSchema, type: string, field: string): boolean {
  const found = schema.getType(type);
  return (isObjectType(found) || isInterfaceType(found)) && field in found.getFields();
}

function write({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const required = args.filter(isRequiredArgument).map((argument) => `${argument.name}: "x"`);
  const named = getNamedType(type);
  const below = isObjectType(named) || isInterfaceType(named) ? ' { __typename }' : '';
  return `${name}${required.length > 0 ? `(${required.join(', ')})` : ''}${below}`;
}
