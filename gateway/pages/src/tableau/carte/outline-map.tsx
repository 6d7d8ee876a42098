import type { VNode } from 'preact';
import { useView } from '../choices/view-link.tsx';
import { classOfEtat } from '../shown/etat.ts';
import { sayCount } from '../../shell/say-number.ts';
import { Glyph, SIGN_SIDE } from '../shown/sign.tsx';
import type { CarteRegion, Case } from './carte.ts';
import { type Contour, type Shape, drawContours } from './contours.ts';
import { TileMap, sayCase } from './tile-map.tsx';

/** The size of a frame, in units of its drawing; a page shows it as large as it can. */
const FRAME = { width: 1_000, height: 1_000 };
/** A territory narrower than that has no room for the sign of its state. */
const LEAST_SIDE = 30;

/** What is too large and empty, or too small and dense, to be drawn with the rest. */
const FRAMES: readonly {
  readonly key: string;
  readonly title: string;
  readonly regions: readonly string[];
}[] = [
  { key: 'nord', title: 'Le nord', regions: ['09', '10', '17', '18'] },
  { key: 'montreal', title: 'Montréal et Laval', regions: ['06', '13'] },
];
const ELSEWHERE = { key: 'sud', title: 'Les autres régions' };

interface OutlineMapProps {
  readonly regions: readonly CarteRegion[];
  readonly sources: readonly string[];
}

type Drawn = Case & { readonly contour: Contour };

/** The files that give outlines of these territories; none, and there is nothing to draw. */
export const findSources = (regions: readonly CarteRegion[]): readonly string[] => [
  ...new Set(
    regions.flatMap(({ cases }) =>
      cases.flatMap(({ lieu: { contour } }) => (contour ? [contour.source] : [])),
    ),
  ),
];

/** Every territory by its outline, in three frames; those whose outline no file gives are tiles. Each leads to its territory. */
export function OutlineMap({ regions, sources }: OutlineMapProps): VNode {
  const frames = [ELSEWHERE, ...FRAMES].map(({ key, title }) => ({ key, title, drawn: [] as Drawn[] }));
  for (const { code, cases } of regions) {
    const found = FRAMES.find((frame) => frame.regions.includes(code)) ?? ELSEWHERE;
    const { drawn } = frames.find(({ key }) => key === found.key)!;
    drawn.push(...cases.flatMap((one) => (one.lieu.contour ? [{ ...one, contour: one.lieu.contour }] : [])));
  }
  const others = regions
    .map((region) => ({ ...region, cases: region.cases.filter(({ lieu }) => !lieu.contour) }))
    .filter(({ cases }) => cases.length > 0);
  return (
    <>
      <div class="outline-map">
        {frames
          .filter(({ drawn }) => drawn.length > 0)
          .map(({ key, title, drawn }) => (
            <Frame key={key} title={title} drawn={drawn} />
          ))}
      </div>
      <p>
        Contours simplifiés, qui ne disent pas où passe une limite. Source : {sources.join(' ; ')}, ministère
        de la Santé et des Services sociaux, Données Québec, CC BY 4.0.
      </p>
      {others.length > 0 && (
        <>
          <p>Ceux dont aucun fichier ne donne le contour :</p>
          <TileMap regions={others} />
        </>
      )}
    </>
  );
}

interface FrameProps {
  readonly title: string;
  readonly drawn: readonly Drawn[];
}

function Frame({ title, drawn }: FrameProps): VNode {
  const { width, height, shapes } = drawContours(
    drawn.map(({ contour }) => contour),
    FRAME,
  );
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`-2 -2 ${width + 4} ${height + 4}`}
        role="group"
        aria-label={`${title}, ${sayCount(drawn.length, 'territoire')}`}
      >
        {drawn.map((one, index) => (
          <Outline key={one.lieu.code} of={one} shape={shapes[index]!} />
        ))}
      </svg>
    </figure>
  );
}

function Outline({ of, shape: { path, middle, side } }: { readonly of: Case; readonly shape: Shape }): VNode {
  const toView = useView();
  const said = sayCase(of);
  const [x, y] = middle.map((at) => Math.round(at - SIGN_SIDE / 2));
  return (
    <a
      href={toView({ to: `/tableau/territoire/${of.lieu.code}` })}
      class={classOfEtat(of.etat)}
      aria-label={said}
    >
      <title>{said}</title>
      <path class="tile" fill-rule="evenodd" d={path} />
      {side >= LEAST_SIDE && (
        <g transform={`translate(${x} ${y})`}>
          <Glyph etat={of.etat} />
        </g>
      )}
    </a>
  );
}
