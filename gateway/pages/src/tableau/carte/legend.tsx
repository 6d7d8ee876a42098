import type { VNode } from 'preact';
import { Etat } from '../shown/sign.tsx';
import { sayCount } from '../../shell/say-number.ts';
import type { Compte } from './carte.ts';

/** What the tiles mean, and how many territories are in each state. */
export function Legend({ comptes }: { readonly comptes: readonly Compte[] }): VNode {
  return (
    <ul class="legend">
      {comptes.map(({ etat, nombre }) => (
        <li key={etat}>
          <Etat etat={etat} /> <span class="count">{sayCount(nombre, 'territoire')}</span>
        </li>
      ))}
    </ul>
  );
}
