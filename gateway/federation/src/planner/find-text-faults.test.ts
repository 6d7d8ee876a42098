import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { findTextFaults } from './find-text-faults.ts';

const schema = buildSchema(
  'type Query { journalMsss: Int journalSanteQuebec: Int journalEtablissements: Int regions: Int region: Int a: Query }',
);
const say = (text: string, introspection = true) =>
  findTextFaults(text, schema, { introspection }).map(({ message }) => message);

it('a field that does not exist names those whose names go on from its own', () => {
  expect(say('{ journal(depuis: "2026-05-01") }')).toContain(
    'Cannot query field "journal" on type "Query". Did you mean "journalMsss", "journalSanteQuebec", "journalEtablissements"?',
  );
  expect(say('{ a { journal } }')[0]).toContain('"journalEtablissements"');
});

it('any other keeps the words of the engine', () => {
  expect(say('{ regio }')).toEqual([
    'Cannot query field "regio" on type "Query". Did you mean "region" or "regions"?',
  ]);
  expect(say('{ regiom }')).toEqual([
    'Cannot query field "regiom" on type "Query". Did you mean "region" or "regions"?',
  ]);
  expect(say('{ nothing }')).toEqual(['Cannot query field "nothing" on type "Query".']);
});

it('names nothing where the schema may not be asked for', () => {
  expect(say('{ journal }', false)).toEqual(['Cannot query field "journal" on type "Query".']);
});
