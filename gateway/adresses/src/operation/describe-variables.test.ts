import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { describeVariables } from './describe-variables.ts';

const schema = buildSchema(`
  input Filtre { "De la région." region: ID, nom: ID }
  type Query { lieux(filtre: Filtre, "Première période." de: ID, "Dernière période." a: ID, muet: ID): Int }
`);

const describe = (text: string) => Object.fromEntries(describeVariables(parse(text), schema));

it('the graph says what a variable is given to', () => {
  expect(
    describe('query ($r: ID, $p: ID, $m: ID) { lieux(filtre: { region: $r }, de: $p, a: $p, muet: $m) }'),
  ).toEqual({ r: 'De la région.', p: 'Première période.' });
});

it('the comment above a variable is said rather, whole', () => {
  const text = `# Ce que répond l’opération.
    query (
      # Région,
      # deux chiffres.
      $r: ID
      # Période.
      $p: ID
      $m: ID
    ) { lieux(filtre: { region: $r }, de: $p, a: $p, muet: $m) }`;
  expect(describe(text)).toEqual({ r: 'Région, deux chiffres.', p: 'Période.' });
});
