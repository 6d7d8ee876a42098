import type { VNode } from 'preact';
import { countEtats, type CarteRegion, type Case } from './carte.ts';
import { sayCase } from './tile-map.tsx';
import { type EtatMontre, nameOfEtat } from '../shown/etat.ts';
import { sayCount, sayNumber } from '../shown/say.ts';
import { dodge } from '../chart/dodge.ts';
import { Mark, MARK_RADIUS } from '../chart/mark.tsx';
import { linearScale, type Scale } from '../chart/scale.ts';
import { keyHeight, Rule, SeuilKey, type SeuilTrace } from '../chart/seuils.tsx';

const WIDTH = 960;
const LEFT = 236;
const RIGHT = 200;
const LANE = 2 * MARK_RADIUS;
const LEAST_ROW = 26;

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
export function DotPlot({ regions, seuils, unite, label }: DotPlotProps): VNode {
  const values = regions.flatMap(({ cases }) => cases.flatMap(({ mesure }) => mesure?.valeur ?? []));
  const all = [...values, ...seuils.map(({ valeur }) => valeur)];
  const scale = linearScale([Math.min(...all), Math.max(...all)], [LEFT, WIDTH - RIGHT], 8);
  const top = 14 + keyHeight(seuils);
  const rows = layRows(regions, scale, top);
  const bottom = rows.at(-1)!.bottom;
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={label}>
      <svg class="chart dot-plot" viewBox={`0 0 ${WIDTH} ${bottom + 40}`} role="img" aria-label={label}>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${scale.at(tick)} ${top}V${bottom}`} />
            <text x={scale.at(tick)} y={bottom + 16} text-anchor="middle">
              {sayNumber(tick)}
            </text>
          </g>
        ))}
        <text x={(LEFT + WIDTH - RIGHT) / 2} y={bottom + 34} text-anchor="middle">
          {unite}
        </text>
        <SeuilKey seuils={seuils} x={LEFT} />
        {seuils.map(({ valeur }, rank) => (
          <Rule key={valeur} rank={rank} d={`M${scale.at(valeur).toFixed(1)} ${top}V${bottom}`} />
        ))}
        {rows.map((row) => (
          <Row key={row.region.code} {...row} />
        ))}
      </svg>
    </div>
  );
}

interface RowProps {
  readonly region: CarteRegion;
  readonly middle: number;
  readonly bottom: number;
  readonly marks: readonly { readonly of: Case; readonly x: number; readonly lane: number }[];
}

function layRows(regions: readonly CarteRegion[], scale: Scale, top: number): readonly RowProps[] {
  let from = top;
  return regions.map((region) => {
    const measured = region.cases.filter(({ mesure }) => mesure?.valeur != null);
    const places = measured.map(({ mesure }) => scale.at(mesure!.valeur!));
    const lanes = dodge(places, LANE);
    const [first, last] = [Math.min(0, ...lanes), Math.max(0, ...lanes)];
    const height = Math.max(LEAST_ROW, (last - first + 2) * LANE);
    const middle = from + height / 2 - ((first + last) / 2) * LANE;
    from += height;
    const marks = measured.map((of, rank) => ({ of, x: places[rank]!, lane: lanes[rank]! }));
    return { region, middle, bottom: from, marks };
  });
}

function Row({ region, middle, bottom, marks }: RowProps): VNode {
  const without = countEtats(region.cases, WITHOUT_VALUE);
  return (
    <g>
      <path class="grid" d={`M${LEFT} ${bottom}H${WIDTH - RIGHT}`} />
      <text x={LEFT - 10} y={middle + 5} text-anchor="end">
        {region.nom}
      </text>
      {marks.map(({ of, x, lane }) => (
        <Mark key={of.lieu.code} etat={of.etat} x={x} y={middle + lane * LANE} title={sayCase(of)} />
      ))}
      {without.length > 0 && (
        <text class="without" x={WIDTH - RIGHT + 10} y={middle + 5}>
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
