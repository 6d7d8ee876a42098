import type { VNode } from 'preact';
import { classOfEtat, type EtatMontre } from '../shown/etat.ts';
import { Glyph, SIGN_SIDE } from '../shown/sign.tsx';
import { type Comptes, PARTS, totalOf } from './bilan.ts';

const WIDTH = 200;
const HEIGHT = 22;

/** The parts of a whole side by side. What it shows is in the columns beside it: it says nothing by itself. */
export function Bar({ comptes }: { readonly comptes: Comptes }): VNode {
  const total = totalOf(comptes);
  let from = 0;
  return (
    <svg class="bar" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {PARTS.map(({ etat, of }) => {
        const x = from;
        const width = total === 0 ? 0 : (of(comptes) / total) * WIDTH;
        from += width;
        return (
          width > 0 && (
            <g key={etat} class={classOfPart(etat, comptes)} transform={`translate(${x.toFixed(1)} 0)`}>
              <rect class="part" width={width.toFixed(1)} height={HEIGHT} />
              {width >= SIGN_SIDE && !isWithheld(etat, comptes) && (
                <g
                  transform={`translate(${((width - SIGN_SIDE) / 2).toFixed(1)} ${(HEIGHT - SIGN_SIDE) / 2})`}
                >
                  <Glyph etat={etat} />
                </g>
              )}
            </g>
          )
        );
      })}
    </svg>
  );
}

/** Those without a verdict may be of any, where verdicts are withheld: they are not drawn as what is known. */
const isWithheld = (etat: EtatMontre, { verdictsReserves }: Comptes): boolean =>
  verdictsReserves && etat === 'SANS_VERDICT';

const classOfPart = (etat: EtatMontre, comptes: Comptes): string =>
  isWithheld(etat, comptes) ? 'etat-reserve' : classOfEtat(etat);
