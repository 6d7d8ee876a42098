import { expect, it } from 'vitest';
import { narrowOperation } from './narrow-operation.ts';

const TEXT = `query Vue($code: ID!, $campagne: ID) {
  territoireClsc(code: $code) { nom ...Mesures bilan(campagne: $campagne) { absents } }
  ecarts { code }
  chiffre { valeur unite _palierStatut: statut _palierSource: provenance { lignes } }
}
fragment Mesures on TerritoireClsc { dites: mesures(first: 2) { nodes { valeur unite } totalCount } }`;
const VARIABLES = { code: '06112', campagne: '2025-2026' };
const narrowTo = (...steps: string[]) =>
  narrowOperation({ text: TEXT, operationName: 'Vue' }, VARIABLES, steps);
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

it.each([
  [['territoireClsc', 'nom'], 'query Vue($code: ID!) { territoireClsc(code: $code) { nom } }', ['code']],
  [
    ['territoireClsc', 'dites', 'nodes', '1', 'valeur'],
    'query Vue($code: ID!) { territoireClsc(code: $code) { ... on TerritoireClsc { dites: mesures(first: 2) { nodes { valeur } } } } }',
    ['code'],
  ],
  [
    ['territoireClsc', 'bilan'],
    'query Vue($code: ID!, $campagne: ID) { territoireClsc(code: $code) { bilan(campagne: $campagne) { absents } } }',
    ['code', 'campagne'],
  ],
  [
    ['territoireClsc', 'dites', 'nodes', '[unite=min]', 'valeur'],
    'query Vue($code: ID!) { territoireClsc(code: $code) { ... on TerritoireClsc { dites: mesures(first: 2) { nodes { valeur unite } } } } }',
    ['code'],
  ],
  [['ecarts', '0', 'code'], 'query Vue { ecarts { code } }', []],
  [['chiffre', 'valeur'], 'query Vue { chiffre { valeur _palierStatut: statut } }', []],
] as const)('%j asks no more than what is there', (steps, text, variables) => {
  const narrowed = narrowTo(...steps);
  expect(plain(narrowed.text)).toBe(text);
  expect(Object.keys(narrowed.variables)).toEqual(variables);
});

it('asks all of it where the pointer leads nowhere', () => {
  expect(narrowTo('territoireClsc', 'rien')).toEqual({ text: TEXT, variables: VARIABLES });
});
