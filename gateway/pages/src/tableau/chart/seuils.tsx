import type { VNode } from 'preact';
import { saySource } from '../../shell/say-source.ts';
import { groupBy } from '../shown/group-by.ts';

/** A threshold: where it stands, and what each source that gives it says, in its own terms. */
export interface SeuilTrace {
  readonly valeur: number;
  readonly dits: readonly { readonly source: string; readonly texte: string }[];
}

export interface AssertionChiffree {
  readonly source: string;
  readonly volet: string | null;
  readonly seuil: { readonly valeur: number | null; readonly texte: string } | null;
}

/** What is drawn of what the sources say: one line a value, which sources may read otherwise. @param volet the one measured, or nothing */
export function toSeuils(
  assertions: readonly AssertionChiffree[],
  volet: string | null,
): readonly SeuilTrace[] {
  const told = assertions.flatMap(({ source, seuil, volet: of }) =>
    seuil?.valeur == null || (of !== null && of !== volet)
      ? []
      : [{ source, valeur: seuil.valeur, texte: seuil.texte }],
  );
  return [...groupBy(told, ({ valeur }) => valeur)].map(([valeur, dits]) => ({ valeur, dits }));
}

/** « Annexe II : 90 % en moins de 4 min », then « Fiche du service : 90 % en 4 min au plus »; sources that say the same, together. */
export function saySeuil({ dits }: SeuilTrace): readonly string[] {
  return [...groupBy(dits, ({ texte }) => texte)].map(
    ([texte, same]) => `${[...new Set(same.map(({ source }) => saySource(source)))].join(' et ')} : ${texte}`,
  );
}

/** The height of a line of the key. */
const LINE = 18;

/** Lines that the key of the thresholds takes. */
export const keyHeight = (seuils: readonly SeuilTrace[]): number => seuils.flatMap(saySeuil).length * LINE;

/** What each line drawn for a threshold is, above the chart. @param x where the names begin */
export function SeuilKey({
  seuils,
  x,
}: {
  readonly seuils: readonly SeuilTrace[];
  readonly x: number;
}): VNode {
  const lines = seuils.flatMap((seuil, rank) => saySeuil(seuil).map((text) => ({ text, rank })));
  return (
    <>
      {lines.map(({ text, rank }, line) => (
        <g key={text}>
          <Rule rank={rank} d={`M${x - 40} ${12 + LINE * line}h30`} />
          <text class="seuil-name" x={x} y={17 + LINE * line}>
            {text}
          </text>
        </g>
      ))}
    </>
  );
}

/** A threshold, drawn along one axis by `d`. */
export function Rule({ d, rank }: { readonly d: string; readonly rank: number }): VNode {
  return <path class={`seuil seuil-${rank}`} d={d} />;
}
