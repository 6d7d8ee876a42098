import { expect, it } from 'vitest';
import type { TableauChoixQuery } from '../../operations/operations.ts';
import { mergeChoix } from './merge-choix.ts';

type Campagnes = NonNullable<TableauChoixQuery['campagnes']>;

const campagne = (code: string, courante: boolean): Campagnes['nodes'][number] => ({
  code,
  nom: code,
  exercice: code,
  periodes: [],
  courante,
  statut: 'OUVERTE',
  canevas: null,
  provenance: { origine: 'SAISIE' },
});
const choix = (...nodes: Campagnes['nodes']): TableauChoixQuery => ({
  campagnes: { totalCount: nodes.length, nodes, absence: null },
  indicateurs: null,
});
const EARLIER = choix(campagne('2025-2026', true));

it('offers the campagnes of both moments, of which the latest says the current one', () => {
  const { campagnes } = mergeChoix([
    choix(campagne('2026-2027', true), campagne('2025-2026', false)),
    EARLIER,
  ]);
  expect(campagnes?.nodes.map((one) => [one?.code, one?.courante])).toEqual([
    ['2026-2027', true],
    ['2025-2026', false],
  ]);
});

it('offers what the earlier alone told', () => {
  expect(mergeChoix([{ campagnes: null, indicateurs: null }, EARLIER]).campagnes).toEqual(EARLIER.campagnes);
  expect(mergeChoix([choix(), EARLIER]).campagnes?.nodes).toEqual(EARLIER.campagnes?.nodes);
});
