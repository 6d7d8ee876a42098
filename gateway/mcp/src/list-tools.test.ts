import { publishGraph } from '@palier/gateway/request/published-graph';
import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { listTools } from './list-tools.ts';

const schema = buildSchema('type Query { lieux: [String!] }');
const text = 'query Lieux { lieux }';
const named = (...ids: readonly string[]) => ids.map((id) => ({ id, text, document: parse(text) }));

const toolsOf = (operations: readonly string[], shipped: readonly string[]): readonly string[] => {
  const graph = publishGraph({
    digest: '',
    schema,
    operations: named(...operations),
    shipped: named(...shipped),
  });
  return [...listTools(graph).keys()].filter((name) => operations.includes(name));
};

it('a tool is made of what an operator registers, whatever its name', () => {
  const own = ['fait-maison', 'page-maison', 'tableau-ma-region', 'mesures-maison'];
  expect(toolsOf(own, ['tableau-carte', 'fait-mesure'])).toEqual(own);
});

it('none is made of what goes with the pages, but for what nothing else tells', () => {
  const ours = ['fait-mesure', 'page-recherche', 'tableau-carte', 'retours-etablissement'];
  const alone = ['tableau-territoires', 'tableau-verdicts', 'tableau-obligations', 'tableau-roles'];
  expect(toolsOf([...ours, ...alone], [...ours, ...alone])).toEqual(['retours-etablissement', ...alone]);
});
