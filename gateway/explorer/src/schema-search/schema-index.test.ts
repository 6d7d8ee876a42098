import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { createSchemaIndex } from './schema-index.ts';

const schema = buildSchema(`
  "Ce qui est exigé."
  type Exigence {
    "Délai maximal du premier contact."
    seuil: Int
    "Qui en répond, au niveau de l’établissement."
    gestionnaire(
      "Jour où il est en fonction."
      au: String
    ): String
    nonDit: String
    "Attente moyenne, en jours."
    moyenne: Int
  }
  enum Etat {
    "Le délai est dépassé."
    EN_RETARD
  }
  input Filtre {
    "Urgences seulement."
    urgent: Boolean
  }
  type Query {
    "Les délais de chaque établissement."
    delaiMaximal(filtre: Filtre): Exigence
  }
`);
const index = createSchemaIndex(schema);
const find = (text: string): readonly string[] => index.find(text).map(({ path }) => path);

it('finds by what descriptions say, whatever the accents and the plurals, names first', () => {
  expect(find('délai')).toEqual([
    'Query.delaiMaximal',
    'Exigence.seuil',
    'Etat.EN_RETARD',
    'Exigence.moyenne',
  ]);
  expect(find('delais')).toEqual(find('délai'));
  expect(find('urgence')).toEqual(['Filtre.urgent']);
  expect(find('etablissements')).toEqual(['Query.delaiMaximal', 'Exigence.gestionnaire']);
  // Known limit: a verb is found under the forms that are written, and no other.
  expect(find('établissements répondent')).toEqual([]);
  expect(find('fonctions')).toEqual(['Exigence.gestionnaire(au)']);
});

it('finds what is said in the place of a word, after what says it', () => {
  expect(find('attente')).toEqual([
    'Exigence.moyenne',
    'Query.delaiMaximal',
    'Etat.EN_RETARD',
    'Exigence.seuil',
  ]);
  expect(find('attente du premier contact')).toEqual(['Exigence.seuil']);
});

it('asks every word, finds one that is being typed, and nothing of what nothing says', () => {
  expect(find('délai contact')).toEqual(['Exigence.seuil']);
  expect(find('déla')).toEqual(find('délai'));
  expect(find('délai navigateur')).toEqual([]);
  expect(find('le de')).toEqual([]);
  expect(find('')).toEqual([]);
});
