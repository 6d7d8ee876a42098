import type { VNode } from 'preact';
import { type EtatMontre, nameOfEtat } from '../shown/etat.ts';
import { sayNumber } from '../../shell/say-number.ts';
import { sayFigure, shortPeriode } from '../shown/say.ts';
import { Wide } from '@palier/gateway/document/wide';
import { Mark, MarkKey } from './mark.tsx';
import { linearScale, type Scale } from './scale.ts';
import { Rule, saySeuil, SeuilKey, type SeuilTrace } from './seuils.tsx';

/** Where a chart has its axis, and how what stands under it is written. */
interface Plan {
  readonly name: 'wide-chart' | 'narrow-chart';
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Under the axis: where what has no value is told. */
  readonly foot: number;
  /** Whether what has no value is told from below up: it is wider than a période. */
  readonly isUpright: boolean;
  /** Whether « P » is said of the first période alone: there is no room. */
  readonly isTight: boolean;
}

const WIDE: Plan = {
  name: 'wide-chart',
  width: 760,
  left: 56,
  right: 20,
  foot: 50,
  isUpright: false,
  isTight: false,
};
/** Two that follow each other without a value would be told one on the other. */
const WIDE_UPRIGHT: Plan = { ...WIDE, foot: 90, isUpright: true };
/** As wide as a phone: the thirteen périodes are in sight, none covering another. */
const NARROW: Plan = {
  name: 'narrow-chart',
  width: 340,
  left: 38,
  right: 10,
  foot: 90,
  isUpright: true,
  isTight: true,
};

const areNeighbours = (points: readonly PointDeSerie[]): boolean =>
  points.some(({ valeur }, rank) => valeur === null && points[rank + 1]?.valeur === null);

const TOP = 26;
const BOTTOM = TOP + 220;

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
export function SeriesChart(props: SeriesProps): VNode {
  return (
    <>
      <SeuilKey seuils={props.seuils} />
      <MarkKey etats={props.points.flatMap(({ valeur, etat }) => (valeur === null ? [] : [etat]))} />
      <Drawing plan={areNeighbours(props.points) ? WIDE_UPRIGHT : WIDE} {...props} />
      <Drawing plan={NARROW} {...props} />
    </>
  );
}

/** One of the two, by the room there is: the other is not shown. */
function Drawing(props: SeriesProps & { readonly plan: Plan }): VNode {
  const { plan, points, seuils, unite, label, others = [] } = props;
  const { width, right } = plan;
  const values = points.flatMap(({ valeur }) => valeur ?? []);
  const all = [...values, ...others, ...seuils.map(({ valeur }) => valeur)];
  const scale = linearScale(all, [BOTTOM, TOP], 5);
  const left = Math.max(plan.left, roomFor(scale));
  const step = (width - left - right) / points.length;
  const xOf = (rank: number): number => left + (rank + 0.5) * step;
  return (
    <Wide label={label} class={plan.name}>
      <svg class="chart series" viewBox={`0 0 ${width} ${BOTTOM + plan.foot}`} role="img" aria-label={label}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${left} ${scale.at(tick).toFixed(1)}H${width - right}`} />
            <text x={left - 8} y={scale.at(tick) + 5} text-anchor="end">
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
            across={{ y: scale.at(seuil.valeur), from: width - right, to: left }}
          />
        ))}
        <path class="line" d={linePath(points, xOf, scale.at)} />
        {points.map((point, rank) => (
          <Point
            key={point.periode}
            plan={plan}
            point={point}
            isFirst={rank === 0}
            x={xOf(rank)}
            y={scale.at}
            unite={unite}
          />
        ))}
      </svg>
    </Wide>
  );
}

/** For the longest of what the axis says. */
const roomFor = ({ ticks }: Scale): number =>
  12 + 8 * Math.max(...ticks.map((tick) => sayNumber(tick).length));

interface PointProps {
  readonly plan: Plan;
  readonly point: PointDeSerie;
  readonly isFirst: boolean;
  readonly x: number;
  readonly y: (value: number) => number;
  readonly unite: string;
}

function Point({ plan, point, isFirst, x, y, unite }: PointProps): VNode {
  const { isUpright, isTight } = plan;
  const { periode, etat, valeur } = point;
  const name = shortPeriode(periode);
  const said = nameOfEtat(etat).toLowerCase();
  const place = isUpright
    ? ({
        transform: `translate(${(x + 4).toFixed(1)} ${BOTTOM + 28}) rotate(-90)`,
        'text-anchor': 'end',
      } as const)
    : ({ x, y: BOTTOM + 40, 'text-anchor': 'middle' } as const);
  return (
    <g>
      <text class="periode" x={x} y={BOTTOM + 20} text-anchor="middle">
        {isTight && !isFirst ? name.replace(/^P/, '') : name}
      </text>
      {valeur === null ? (
        <text class="without" {...place}>
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
