import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { publishGraph } from '@palier/gateway/request/published-graph';
import { listTools } from './list-tools.ts';

const SCHEMA = new URL('../../../schema/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, SCHEMA), 'utf8');
const operations = readdirSync(new URL('operations/', SCHEMA)).map((file) => {
  const text = read(`operations/${file}`);
  return { id: file.replace('.graphql', ''), text, document: parse(text) };
});
const tools = listTools(
  publishGraph({
    digest: '',
    schema: buildSchema(read('supergraph.graphql'), { assumeValid: true }),
    operations,
    shipped: operations,
  }),
);

it.each([
  ['qui gère le CLSC de Pierrefonds', 'fiche-territoire'],
  ['qui répond du territoire de CLSC de Sainte-Foy', 'fiche-territoire'],
  ['compare deux territoires', 'comparer-territoires'],
  ['comparaison de Pierrefonds et de Laval', 'comparer-territoires'],
  ['qu’est-ce qui dépend du mandat M6', 'dependants'],
])('finds, by the words of « %s », %s among the first three', async (texte, expected) => {
  const { outils } = (await tools.get('trouver_outil')!.call({ texte }, undefined as never)) as {
    readonly outils: readonly { readonly nom: string }[];
  };
  expect(outils.slice(0, 3).map(({ nom }) => nom)).toContain(expected);
});
