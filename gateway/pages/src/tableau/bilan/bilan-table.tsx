import type { ComponentChildren, VNode } from 'preact';
import { Etat } from '../shown/sign.tsx';
import { Bar } from './bar.tsx';
import { type Comptes, PARTS, totalOf } from './bilan.ts';
import { sayNumber } from '../shown/say.ts';

export interface LigneTable<Row extends Comptes> {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => ComponentChildren;
}

/** Counts by line, each with its bar. */
export function BilanTable<Row extends Comptes>({
  caption,
  first,
  rows,
  keyOf,
  nameOf,
}: LigneTable<Row>): VNode {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={caption}>
      <table class="bilan">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" class="bar-column">
              Répartition
            </th>
            {PARTS.map(({ etat, name }) => (
              <th key={etat} scope="col" class="figure">
                <Etat etat={etat} name={name} />
              </th>
            ))}
            <th scope="col" class="figure">
              Ensemble
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{nameOf(row)}</th>
              <td class="bar-column">
                <Bar comptes={row} />
              </td>
              {PARTS.map(({ etat, of }) => (
                <td key={etat} class="figure">
                  {sayNumber(of(row))}
                </td>
              ))}
              <td class="figure">{sayNumber(totalOf(row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
