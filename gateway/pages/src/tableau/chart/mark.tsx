import type { VNode } from 'preact';
import { classOfEtat, ETATS, type EtatMontre } from '../shown/etat.ts';
import { Etat } from '../shown/sign.tsx';

/** The half of a mark: two marks nearer than twice that touch. */
export const MARK_RADIUS = 6;

/** A measure on a chart: each state has its own shape, besides its colour. */
export function Mark({
  etat,
  x,
  y,
  title,
}: {
  readonly etat: EtatMontre;
  readonly x: number;
  readonly y: number;
  readonly title: string;
}): VNode {
  return (
    <g class={`mark ${classOfEtat(etat)}`} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <title>{title}</title>
      <path d={SHAPES[etat] ?? SQUARE} />
    </g>
  );
}

/** What each shape of a chart means, beside the sign that maps and tables have for the same. */
export function MarkKey({ etats }: { readonly etats: readonly EtatMontre[] }): VNode {
  const met = ETATS.filter((etat) => etats.includes(etat));
  return (
    <ul class="legend" aria-label="Marques">
      {met.map((etat) => (
        <li key={etat}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <Shape etat={etat} />
          </svg>
          <Etat etat={etat} />
        </li>
      ))}
    </ul>
  );
}

const Shape = ({ etat }: { readonly etat: EtatMontre }): VNode => (
  <g class={`mark ${classOfEtat(etat)}`}>
    <path d={SHAPES[etat] ?? SQUARE} />
  </g>
);

const CIRCLE = 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z';
const SQUARE = 'M-4.5-4.5h9v9h-9z';
const SHAPES: Partial<Readonly<Record<EtatMontre, string>>> = {
  CONFORME: CIRCLE,
  NON_CONFORME: 'M-5-3l2-2 3 3 3-3 2 2-3 3 3 3-2 2-3-3-3 3-2-2 3-3z',
  CONFLIT: 'M0-6l6 6-6 6-6-6z',
  INDETERMINE: 'M0-6l6 10.5H-6z',
};
