import { expect, it } from 'vitest';
import { listRacines } from './racines.ts';

const meet = (one: string, other: string): boolean =>
  listRacines(one).some((racine) => listRacines(other).includes(racine));

it.each([
  ['urgence', 'urgentes'],
  ['délégation', 'déléguer'],
  ['modifier', 'modification'],
  ['sécurité', 'securite'],
  ['stratégie', 'strategies'],
  ['régional', 'régionaux'],
  ['accès', 'acces'],
  ['résidence', 'résident'],
  ['évaluer', 'évaluation'],
  ['agence', 'agences'],
  ['douze', '12'],
  ['quatre-vingt-dix', '90'],
])('brings together %s and %s', (one, other) => {
  expect(meet(one, other)).toBe(true);
});

it.each([
  ['capitation', 'capitale'],
  ['gestion', 'geste'],
  ['organisme', 'organisation'],
  ['agence', 'agent'],
  ['2010', '2011'],
])('keeps %s apart from %s', (one, other) => {
  expect(meet(one, other)).toBe(false);
});
