import type { VNode } from 'preact';
import { useView } from '../choices/view-link.tsx';
import { classOfEtat, nameOfEtat } from '../shown/etat.ts';
import { sayCount } from '../../shell/say-number.ts';
import { sayFigure } from '../shown/say.ts';
import { Sign, SIGN_SIDE } from '../shown/sign.tsx';
import type { CarteRegion, Case } from './carte.ts';
import { inMapOrder, layTiles } from './tile-places.ts';

/** From a tile to the next: larger than the smallest target that a finger finds. */
const STEP = 26;
/** How large a tile is on the page. */
const REM = 2.1;

/** Every territory a tile, every région a block of them, roughly where it is. Each tile leads to its territory. */
export function TileMap({ regions }: { readonly regions: readonly CarteRegion[] }): VNode {
  return (
    <div class="tile-map">
      {inMapOrder(regions).map((region) => (
        <Block key={region.code} region={region} />
      ))}
    </div>
  );
}

function Block({ region: { code, nom, cases } }: { readonly region: CarteRegion }): VNode {
  const { columns, rows, places } = layTiles(
    code,
    cases.map(({ lieu }) => lieu.code),
  );
  return (
    <section class={`region region-${code}`} aria-labelledby={`region-${code}`}>
      <h3 id={`region-${code}`}>{nom}</h3>
      <svg
        width={`${columns * REM}rem`}
        height={`${rows * REM}rem`}
        viewBox={`0 0 ${columns * STEP} ${rows * STEP}`}
        role="group"
        aria-label={`${nom}, ${sayCount(cases.length, 'territoire')}`}
      >
        {cases
          .map((of) => ({ of, ...places.get(of.lieu.code)! }))
          .toSorted((one, other) => one.row - other.row || one.column - other.column)
          .map(({ of, column, row }) => (
            <Tile key={of.lieu.code} of={of} x={column * STEP} y={row * STEP} />
          ))}
      </svg>
    </section>
  );
}

interface TileProps {
  readonly of: Case;
  readonly x: number;
  readonly y: number;
}

function Tile({ of, x, y }: TileProps): VNode {
  const toView = useView();
  const said = sayCase(of);
  const margin = (STEP - SIGN_SIDE) / 2;
  return (
    <a
      href={toView({ to: `/tableau/territoire/${of.lieu.code}` })}
      class={classOfEtat(of.etat)}
      aria-label={said}
    >
      <title>{said}</title>
      <g transform={`translate(${x + margin} ${y + margin})`}>
        <Sign etat={of.etat} />
      </g>
    </a>
  );
}

/** « Pierrefonds : non conforme, 4,5 min ». */
export function sayCase({ lieu, etat, mesure }: Case): string {
  const figure = mesure?.valeur == null ? '' : `, ${sayFigure(mesure.valeur, mesure.unite)}`;
  return `${lieu.nom} : ${nameOfEtat(etat).toLowerCase()}${figure}`;
}
