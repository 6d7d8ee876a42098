import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { dodge } from './dodge.ts';
import { linearScale } from './scale.ts';
import { SeriesChart } from './series-chart.tsx';
import { Rule, saySeuil, SeuilKey, toSeuils } from './seuils.tsx';

describe('marks along a line', () => {
  it('stay on it while there is room, and go beside it in turn', () => {
    expect(dodge([0, 20, 40], 12)).toEqual([0, 0, 0]);
    expect(dodge([10, 10, 10, 10], 12)).toEqual([0, 1, -1, 2]);
  });

  it('never cover one another', () => {
    const places = Array.from({ length: 60 }, (_, rank) => (rank * 37) % 100);
    const offsets = dodge(places, 12);
    const covered = places.flatMap((one, rank) =>
      places.filter(
        (other, next) => next > rank && offsets[next] === offsets[rank] && Math.abs(one - other) < 12,
      ),
    );
    expect(covered).toEqual([]);
  });
});

describe('a scale', () => {
  it.each([
    [
      [2.4, 5.5],
      [2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5],
    ],
    [
      [364, 365, 365],
      [364, 365],
    ],
    [
      [40, 84],
      [40, 50, 60, 70, 80, 90],
    ],
  ] as const)('of %j has round values, within which all stands', (extent, ticks) => {
    const scale = linearScale(extent, [0, 100], 8);
    expect(scale.ticks).toEqual(ticks);
    expect(scale.at(scale.ticks[0]!)).toBe(0);
    expect(scale.at(scale.ticks.at(-1)!)).toBe(100);
  });

  it('of one value is that value', () => {
    const scale = linearScale([365, 365], [0, 100], 8);
    expect([scale.ticks, scale.at(365)]).toEqual([[365], 50]);
  });
});

describe('a series', () => {
  const draw = (...valeurs: readonly (number | null)[]) =>
    render(
      h(SeriesChart, {
        points: valeurs.map((valeur, rank) => ({
          periode: `2025-2026-P0${rank + 1}`,
          etat: valeur === null ? ('NON_RECUE' as const) : ('CONFORME' as const),
          valeur,
        })),
        seuils: [],
        unite: 'h',
        label: 'Heures',
      }),
    ).split('narrow-chart')[0]!;

  it('tells from below up what two périodes that follow each other lack, for one would be told on the other', () => {
    expect(draw(70, null, 70)).not.toContain('rotate(-90)');
    expect(draw(70, null, null).match(/rotate\(-90\)/g)).toHaveLength(2);
  });

  it('leaves room for the longest of what its axis says', () => {
    expect(draw(36_500.25, 36_500.75)).toMatch(/<text x="(?!48")\d+/);
  });
});

describe('thresholds', () => {
  const says = (source: string, texte: string, valeur: number | null, volet: string | null = null) => ({
    source,
    volet,
    seuil: { valeur, comparateur: texte.startsWith('moins') ? 'INFERIEUR' : 'INFERIEUR_OU_EGAL', texte },
  });

  it('of one value that two sources read otherwise are two lines, none as the other is drawn', () => {
    const seuils = toSeuils(
      [says('ANNEXE_II', 'moins de 4 min', 4), says('FICHE', 'au plus 4 min', 4)],
      null,
    );
    expect(seuils.map(saySeuil)).toEqual(['Annexe II : moins de 4 min', 'Fiche du service : au plus 4 min']);
    const drawn = seuils.map((seuil, rank) =>
      render(h(Rule, { seuil, rank, down: { x: 100, from: 0, to: 50 } })),
    );
    expect(drawn.map((one) => /class="(open|closed)"/.exec(one)?.[1])).toEqual(['open', 'closed']);
    expect(new Set(drawn.map((one) => /class="(seuil [^"]*)"/.exec(one)?.[1])).size).toBe(2);
    expect(new Set(drawn.map((one) => / d="([^"]*)"/.exec(one)?.[1])).size).toBe(2);
    expect(render(h(SeuilKey, { seuils })).match(/tracé à côté pour être vu/g)).toHaveLength(1);
  });

  it('of two values are two, and sources that say the same are said together', () => {
    const same = [
      says('ANNEXE_II', 'au plus 2 h', 2),
      says('FICHE', 'au plus 2 h', 2),
      says('FICHE', 'au plus 4 h', 4),
    ];
    expect(toSeuils(same, null).map(saySeuil)).toEqual([
      'Annexe II et Fiche du service : au plus 2 h',
      'Fiche du service : au plus 4 h',
    ]);
  });

  it('leave out those of another volet, and those that are no number', () => {
    const told = [
      says('FICHE', 'immédiat', null),
      says('FICHE', '70 h', 70, 'en personne'),
      says('FICHE', '84 h', 84, 'par téléphone'),
    ];
    expect(toSeuils(told, 'en personne').map(({ valeur }) => valeur)).toEqual([70]);
  });
});
