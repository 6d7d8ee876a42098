import type { VNode } from 'preact';
import { countEtats, type CarteRegion, type Case } from './carte.ts';
import { sayCase } from './tile-map.tsx';
import { type EtatMontre, nameOfEtat } from '../shown/etat.ts';
import { sayCount, sayNumber } from '../../shell/say-number.ts';
import { dodge } from '../chart/dodge.ts';
import { Mark, MARK_RADIUS, MarkKey } from '../chart/mark.tsx';
import { linearScale, type Scale } from '../chart/scale.ts';
import { Rule, saySeuil, SeuilKey, type SeuilTrace } from '../chart/seuils.tsx';
import { Wide } from '@palier/gateway/document/wide';

const STEP = 2 * MARK_RADIUS;
/** What the axis leaves at its ends: a mark there touches nothing that is beside it. */
const INSET = MARK_RADIUS + 4;

/** Where a chart has its axis, and what it says of each région. */
interface Plan {
  readonly name: 'wide-chart' | 'narrow-chart';
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly leastRow: number;
  readonly ticks: number;
  /** Height of what is written above the marks of a région, rather than beside them. */
  readonly head: number;
}

const WIDE: Plan = {
  name: 'wide-chart',
  width: 960,
  left: 236,
  right: 200,
  leastRow: 26,
  ticks: 8,
  head: 0,
};
/** As wide as a phone: nothing of it is out of sight. */
const NARROW: Plan = {
  name: 'narrow-chart',
  width: 340,
  left: 14,
  right: 14,
  leastRow: 26,
  ticks: 5,
  head: 40,
};

/** What has no value to stand on the axis. */
const WITHOUT_VALUE: readonly EtatMontre[] = ['SANS_VALEUR', 'NON_RECUE', 'NON_DUE', 'NON_LU'];

export interface DotPlotProps {
  readonly regions: readonly CarteRegion[];
  readonly seuils: readonly SeuilTrace[];
  /** What the axis counts: « min ». */
  readonly unite: string;
  /** What the chart says, for whoever does not see it. */
  readonly label: string;
}

/** Each territory a mark along its value, a line a région; none is ranked, and nothing is averaged. */
export function DotPlot(props: DotPlotProps): VNode {
  return (
    <>
      <SeuilKey seuils={props.seuils} />
      <MarkKey
        etats={props.regions.flatMap(({ cases }) =>
          cases.flatMap(({ mesure, etat }) => (mesure?.valeur == null ? [] : [etat])),
        )}
      />
      <Plot plan={WIDE} {...props} />
      <Plot plan={NARROW} {...props} />
    </>
  );
}

/** One of the two, by the room there is: the other is not shown. */
function Plot({ plan, regions, seuils, unite, label }: DotPlotProps & { readonly plan: Plan }): VNode {
  const { left, width, right, ticks } = plan;
  const values = regions.flatMap(({ cases }) => cases.flatMap(({ mesure }) => mesure?.valeur ?? []));
  const all = [...values, ...seuils.map(({ valeur }) => valeur)];
  const scale = linearScale(all, [left + INSET, width - right - INSET], ticks);
  const top = 10;
  const rows = layRows(regions, { scale, top, plan });
  const bottom = rows.at(-1)!.bottom;
  return (
    <Wide label={label} class={plan.name}>
      <svg class="chart dot-plot" viewBox={`0 0 ${width} ${bottom + 40}`} role="img" aria-label={label}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${scale.at(tick)} ${top}V${bottom}`} />
            <text x={scale.at(tick)} y={bottom + 16} text-anchor="middle">
              {sayNumber(tick)}
            </text>
          </g>
        ))}
        <text x={(left + width - right) / 2} y={bottom + 34} text-anchor="middle">
          {unite}
        </text>
        {seuils.map((seuil, rank) => (
          <Rule
            key={saySeuil(seuil)}
            seuil={seuil}
            rank={rank}
            down={{ x: scale.at(seuil.valeur), from: top - 5, to: bottom }}
          />
        ))}
        {rows.map((row) => (
          <Row key={row.region.code} plan={plan} {...row} />
        ))}
      </svg>
    </Wide>
  );
}

interface LaidRow {
  readonly region: CarteRegion;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
  readonly marks: readonly { readonly of: Case; readonly x: number; readonly offset: number }[];
}

interface Layout {
  readonly scale: Scale;
  readonly top: number;
  readonly plan: Plan;
}

function layRows(
  regions: readonly CarteRegion[],
  { scale, top, plan: { head, leastRow } }: Layout,
): readonly LaidRow[] {
  let from = top;
  return regions.map((region) => {
    const measured = region.cases.filter(({ mesure }) => mesure?.valeur != null);
    const places = measured.map(({ mesure }) => scale.at(mesure!.valeur!));
    const offsets = dodge(places, STEP);
    const [first, last] = [Math.min(0, ...offsets), Math.max(0, ...offsets)];
    const height = Math.max(leastRow, (last - first + 2) * STEP);
    const start = from;
    const middle = start + head + height / 2 - ((first + last) / 2) * STEP;
    from += head + height;
    const marks = measured.map((of, rank) => ({ of, x: places[rank]!, offset: offsets[rank]! }));
    return { region, top: start, middle, bottom: from, marks };
  });
}

function Row({ plan, region, top, middle, bottom, marks }: LaidRow & { readonly plan: Plan }): VNode {
  const { left, width, right, head } = plan;
  const isAbove = head > 0;
  const without = countEtats(region.cases, WITHOUT_VALUE);
  return (
    <g>
      <path class="grid" d={`M${left} ${bottom}H${width - right}`} />
      <text
        x={isAbove ? left : left - 10}
        y={isAbove ? top + 17 : middle + 5}
        text-anchor={isAbove ? 'start' : 'end'}
        class={isAbove ? 'head' : undefined}
      >
        {region.nom}
      </text>
      {marks.map(({ of, x, offset }) => (
        <Mark key={of.lieu.code} etat={of.etat} x={x} y={middle + offset * STEP} title={sayCase(of)} />
      ))}
      {without.length > 0 && (
        <text class="without" x={isAbove ? left : width - right + 10} y={isAbove ? top + 33 : middle + 5}>
          {without.map(({ etat, nombre }) => `${nameOfEtat(etat).toLowerCase()} : ${nombre}`).join(', ')}
          <title>
            {without
              .map(({ etat, nombre }) => `${nameOfEtat(etat)} : ${sayCount(nombre, 'territoire')}`)
              .join(' ; ')}
          </title>
        </text>
      )}
    </g>
  );
}
