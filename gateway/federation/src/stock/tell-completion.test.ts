import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ExecutePlan } from '../run/plan-execution.ts';
import { createFederationExecutor } from '../executor/create-executor.ts';
import type { RequestContext } from '../run/federation-request.ts';
import { executePlanByStock } from './stock-plan-executor.ts';
import { runPlan } from '../executor/run-plan.ts';
import { tellCompletion } from './tell-completion.ts';

const { supergraphSdl = '' } = composeServices([
  {
    name: 'lieux',
    url: 'http://lieux.test',
    typeDefs: parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Query { lieu: Lieu  lieux: [Lieu!]  tout: [Chose]  codes: [Int]  surs: [Int!] }
      type Lieu @key(fields: "code") { code: ID!  nom: String }
      interface Chose { id: ID }
      type Outil implements Chose { id: ID }`),
  },
  {
    name: 'autres',
    url: 'http://autres.test',
    typeDefs: parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Lieu @key(fields: "code") { code: ID!  total: Int }`),
  },
]);

const byStock: ExecutePlan = async (execution) =>
  tellCompletion(await executePlanByStock(execution), execution);

async function tell(
  executePlan: ExecutePlan,
  query: string,
  data: Record<string, unknown>,
): Promise<unknown> {
  const executor = createFederationExecutor({
    supergraphSdl,
    executePlan,
    callers: () => ({ call: async () => structuredClone({ data }) }),
  });
  const result = await executor.execute({ document: parse(query), request: {}, context: CONTEXT });
  expect(result.extensions).toBeUndefined();
  return JSON.parse(JSON.stringify(result.errors));
}

const CONTEXT: RequestContext = { clientRequest: {}, answerForm: 'OBJECT' };

describe.each([
  ['as compiled', runPlan, 'nom'],
  // It knows a field by the client's name alone.
  ['by the stock executor', byStock, 'code'],
])('a value that does not fit the schema, %s', (_, executePlan, aliased) => {
  it.each([
    [
      '{ lieu { nom } }',
      { lieu: { nom: 3 } },
      'La valeur reçue pour le champ « Lieu.nom » n’est pas de son type.',
      ['lieu', 'nom'],
    ],
    [
      '{ codes }',
      { codes: [1, 'a'] },
      'La valeur reçue pour l’élément 1 d’une liste de « Int » n’est pas de son type.',
      ['codes', 1],
    ],
    [
      '{ lieu { code } }',
      { lieu: { code: null } },
      'Le champ « Lieu.code » n’admet pas null, et n’a pas reçu de valeur qui lui convienne.',
      ['lieu', 'code'],
    ],
    [
      '{ surs }',
      { surs: [1, null] },
      'L’élément 1 d’une liste de « Int » n’admet pas null, et n’a pas reçu de valeur qui lui convienne.',
      ['surs', 1],
    ],
    [
      '{ lieu { __typename nom } }',
      { lieu: { __typename: 'Inconnu', nom: 'a' } },
      'L’objet reçu pour le champ « Query.lieu » est d’un type inconnu.',
      ['lieu'],
    ],
    [
      '{ tout { id } }',
      { tout: [{ __typename: 'Outil', id: '1' }, { __typename: 'Inconnu' }] },
      'L’objet reçu pour l’élément 1 d’une liste de « Chose » est d’un type inconnu.',
      ['tout', 1],
    ],
    [
      '{ lieu { code: nom } }',
      { lieu: { nom: 3 } },
      `La valeur reçue pour le champ « Lieu.${aliased} » n’est pas de son type.`,
      ['lieu', 'code'],
    ],
  ])('is an error in French, where it stands for the client: %s', async (query, data, message, path) => {
    const whole = `Un service a donné une réponse inutilisable. ${message}`;
    expect(await tell(executePlan, query, data)).toEqual([
      { message: whole, path, extensions: { code: 'REPONSE_INVALIDE' } },
    ]);
  });
});
