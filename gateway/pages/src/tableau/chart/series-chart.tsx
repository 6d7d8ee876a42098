import type { VNode } from 'preact';
import { type EtatMontre, nameOfEtat } from '../shown/etat.ts';
import { sayFigure, sayNumber, shortPeriode } from '../shown/say.ts';
import { Wide } from '../shown/wide.tsx';
import { Mark } from './mark.tsx';
import { linearScale } from './scale.ts';
import { Rule, saySeuil, SeuilKey, type SeuilTrace } from './seuils.tsx';

const WIDTH = 760;
const LEFT = 56;
const RIGHT = 20;
const PLOT = 220;
/** Under the axis: where what has no value is told. */
const FOOT = 70;

/** What is shown of one période. */
export interface PointDeSerie {
  readonly periode: string;
  readonly etat: EtatMontre;
  /** Null where there is no value: that is no zero, and has no place on the axis. */
  readonly valeur: number | null;
}

export interface SeriesProps {
  readonly points: readonly PointDeSerie[];
  readonly seuils: readonly SeuilTrace[];
  readonly unite: string;
  readonly label: string;
  /** Values that the axis has room for besides: those of a chart to compare with. */
  readonly others?: readonly number[];
}

/** A value a période, in their order; the line is broken where there is none. */
export function SeriesChart({ points, seuils, unite, label, others = [] }: SeriesProps): VNode {
  const values = points.flatMap(({ valeur }) => valeur ?? []);
  const all = [...values, ...others, ...seuils.map(({ valeur }) => valeur)];
  const top = 26;
  const bottom = top + PLOT;
  const scale = linearScale([Math.min(...all), Math.max(...all)], [bottom, top], 5);
  const step = (WIDTH - LEFT - RIGHT) / points.length;
  const xOf = (rank: number): number => LEFT + (rank + 0.5) * step;
  return (
    <>
      <SeuilKey seuils={seuils} />
      <Wide label={label}>
        <svg class="chart series" viewBox={`0 0 ${WIDTH} ${bottom + FOOT}`} role="img" aria-label={label}>
          {scale.ticks.map((tick) => (
            <g key={tick}>
              <path class="grid" d={`M${LEFT} ${scale.at(tick).toFixed(1)}H${WIDTH - RIGHT}`} />
              <text x={LEFT - 8} y={scale.at(tick) + 5} text-anchor="end">
                {sayNumber(tick)}
              </text>
            </g>
          ))}
          <text x="4" y="14">
            {unite}
          </text>
          {seuils.map((seuil, rank) => (
            <Rule
              key={saySeuil(seuil)}
              seuil={seuil}
              rank={rank}
              across={{ y: scale.at(seuil.valeur), from: WIDTH - RIGHT, to: LEFT }}
            />
          ))}
          <path class="line" d={linePath(points, xOf, scale.at)} />
          {points.map((point, rank) => (
            <Point
              key={point.periode}
              point={point}
              x={xOf(rank)}
              y={scale.at}
              bottom={bottom}
              unite={unite}
            />
          ))}
        </svg>
      </Wide>
    </>
  );
}

interface PointProps {
  readonly point: PointDeSerie;
  readonly x: number;
  readonly y: (value: number) => number;
  readonly bottom: number;
  readonly unite: string;
}

function Point({ point: { periode, etat, valeur }, x, y, bottom, unite }: PointProps): VNode {
  const name = shortPeriode(periode);
  const said = nameOfEtat(etat).toLowerCase();
  return (
    <g>
      <text x={x} y={bottom + 20} text-anchor="middle">
        {name}
      </text>
      {valeur === null ? (
        <text class="without" x={x} y={bottom + 40} text-anchor="middle">
          {SHORT[etat] ?? said}
          <title>{`${name} : ${said}`}</title>
        </text>
      ) : (
        <Mark etat={etat} x={x} y={y(valeur)} title={`${name} : ${sayFigure(valeur, unite)}, ${said}`} />
      )}
    </g>
  );
}

/** What fits under a période. */
const SHORT: Partial<Readonly<Record<EtatMontre, string>>> = {
  SANS_VALEUR: 'sans val.',
  NON_RECUE: 'non reçue',
  NON_DUE: 'non due',
  NON_LU: 'non lue',
};

/** Through the values that follow each other. */
function linePath(
  points: readonly PointDeSerie[],
  x: (rank: number) => number,
  y: (value: number) => number,
): string {
  return points
    .map(({ valeur }, rank) => {
      if (valeur === null) return '';
      const isJoined = rank > 0 && points[rank - 1]!.valeur !== null;
      return `${isJoined ? 'L' : 'M'}${x(rank).toFixed(1)} ${y(valeur).toFixed(1)}`;
    })
    .join('');
}
