import type { VNode } from 'preact';
import { saySource } from '../../shell/say-source.ts';
import { groupBy } from '../shown/group-by.ts';

/** A threshold as one or more sources write it, in their own terms. */
export interface SeuilTrace {
  readonly valeur: number;
  readonly texte: string;
  readonly sources: readonly string[];
  /** Whether the value itself misses it. */
  readonly isStrict: boolean;
  /** How many are drawn before it at the same value: it stands beside them. */
  readonly beside: number;
}

export interface AssertionChiffree {
  readonly source: string;
  readonly volet: string | null;
  readonly seuil: {
    readonly valeur: number | null;
    readonly comparateur: string | null;
    readonly texte: string;
  } | null;
}

const STRICT: ReadonlySet<string | null> = new Set(['INFERIEUR', 'SUPERIEUR']);

/** What is drawn of what the sources say: one line a reading, two of one value side by side. @param volet the one measured, or nothing */
export function toSeuils(
  assertions: readonly AssertionChiffree[],
  volet: string | null,
): readonly SeuilTrace[] {
  const told = assertions.flatMap(({ source, seuil, volet: of }) =>
    seuil?.valeur == null || (of !== null && of !== volet)
      ? []
      : [{ source, valeur: seuil.valeur, texte: seuil.texte, isStrict: STRICT.has(seuil.comparateur) }],
  );
  return [...groupBy(told, ({ valeur }) => valeur).values()].flatMap((same) =>
    [...groupBy(same, ({ texte }) => texte).values()].map((reading, beside) => {
      const { valeur, texte, isStrict } = reading[0]!;
      return { valeur, texte, isStrict, beside, sources: [...new Set(reading.map(({ source }) => source))] };
    }),
  );
}

/** « Annexe II et Fiche du service : 90 % en moins de 4 min » */
export const saySeuil = ({ sources, texte }: SeuilTrace): string =>
  `${sources.map(saySource).join(' et ')} : ${texte}`;

/** What each line drawn for a threshold is, before the chart. */
export function SeuilKey({ seuils }: { readonly seuils: readonly SeuilTrace[] }): VNode | null {
  if (seuils.length === 0) return null;
  return (
    <ul class="seuil-key" aria-label="Seuils">
      {seuils.map((seuil, rank) => (
        <li key={saySeuil(seuil)}>
          <svg width="46" height="14" viewBox="0 0 46 14" aria-hidden="true">
            <Rule seuil={{ ...seuil, beside: 0 }} rank={rank} across={{ y: 7, from: 40, to: 2 }} />
          </svg>{' '}
          {saySeuil(seuil)}
          {seuil.beside > 0 && ' (à la même valeur, tracé à côté pour être vu)'}
        </li>
      ))}
    </ul>
  );
}

/** From where a line begins to where it ends, which its value is marked at. */
interface Span {
  readonly from: number;
  readonly to: number;
}

export interface RuleProps {
  readonly seuil: SeuilTrace;
  readonly rank: number;
  /** Across a chart whose values go up. */
  readonly across?: Span & { readonly y: number };
  /** Down a chart whose values go right. */
  readonly down?: Span & { readonly x: number };
}

const APART = 4;
const END = 4;

/** A threshold: its end is open when the value itself misses it, closed when it meets it. */
export function Rule({ seuil: { isStrict, beside }, rank, across, down }: RuleProps): VNode {
  const shift = beside * APART;
  const [from, to] =
    across === undefined
      ? ([
          [down!.x + shift, down!.from],
          [down!.x + shift, down!.to],
        ] as const)
      : ([
          [across.from, across.y - shift],
          [across.to, across.y - shift],
        ] as const);
  const [x, y] = from.map((place) => place.toFixed(1)) as [string, string];
  return (
    <g class={`seuil seuil-${rank}`}>
      <path d={`M${x} ${y}L${to.map((place) => place.toFixed(1)).join(' ')}`} />
      <circle class={isStrict ? 'open' : 'closed'} cx={x} cy={y} r={END} />
    </g>
  );
}
