import { describe, expect, it } from 'vitest';
import type { Mesure } from './mesure.type.ts';
import { type Candidate, rankTerritoires } from './rank-territoires.ts';

const candidate = (code: string, mesure: Partial<Mesure> | null, isOfCampagne = true): Candidate => ({
  territoire: code,
  mesure:
    mesure === null
      ? null
      : ({ territoire: { code }, unite: 'min', statut: 'FINALE', valeur: null, ...mesure } as Mesure),
  isOfCampagne,
});

const valued = [3, 1, 2, 2, 2, 5].map((valeur, place) => candidate(`0${place}`, { valeur }));
const rank = (candidates: readonly Candidate[], n: number, sens: 'CROISSANT' | 'DECROISSANT' = 'CROISSANT') =>
  rankTerritoires(candidates, { unite: 'min', sens, n });
const shown = ({ rangs }: ReturnType<typeof rank>) =>
  rangs.map(({ rang, exAequo, territoire }) => [rang, exAequo, territoire.code]);

describe('a ranking', () => {
  it('gives one rank to equal values, and counts them in those that follow', () => {
    expect(shown(rank(valued, 10))).toEqual([
      [1, 1, '01'],
      [2, 3, '02'],
      [2, 3, '03'],
      [2, 3, '04'],
      [5, 1, '00'],
      [6, 1, '05'],
    ]);
  });

  it('says how many of the last value shown are left beyond the cut', () => {
    expect(rank(valued, 2).exAequoAuSeuil).toBe(2);
    expect(rank(valued, 4).exAequoAuSeuil).toBe(0);
    expect(rank(valued, 1, 'DECROISSANT')).toMatchObject({ ranges: 6, exAequoAuSeuil: 0 });
    expect(shown(rank(valued, 1, 'DECROISSANT'))).toEqual([[1, 1, '05']]);
  });

  it('leaves out what cannot be compared, each with its reason, and never as a zero', () => {
    const ranking = rank(
      [
        candidate('00', { valeur: 0 }),
        candidate('01', null),
        candidate('02', { statut: 'SUPPRIMEE' }),
        candidate('03', { statut: 'AUCUN_CAS' }),
        candidate('04', { valeur: 2, unite: 'h' }),
        candidate('05', { valeur: 2 }, false),
      ],
      10,
    );
    expect(shown(ranking)).toEqual([[1, 1, '00']]);
    expect(ranking.exclus.map(({ cle, nombre }) => [cle, nombre])).toEqual([
      ['SANS_MESURE', 1],
      ['AUTRE_CAMPAGNE', 1],
      ['AUTRE_UNITE', 1],
      ['SUPPRIMEE', 1],
      ['AUCUN_CAS', 1],
    ]);
  });

  it('is empty when nothing can be ranked', () => {
    expect(rank([candidate('01', null)], 3)).toMatchObject({ ranges: 0, rangs: [], exAequoAuSeuil: 0 });
  });
});
