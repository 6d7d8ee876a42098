import type { ComponentChildren, VNode } from 'preact';
import { MadeUp } from '../shown/made-up.tsx';
import { Origine } from '../shown/origine.tsx';
import { Etat } from '../shown/sign.tsx';
import { Bar } from './bar.tsx';
import { type Comptes, PARTS, sayPart, totalOf } from './bilan.ts';
import { sayNumber } from '../../shell/say-number.ts';
import { Wide } from '@palier/gateway/document/wide';

export interface LigneTable<Row extends Comptes> {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => ComponentChildren;
}

const RESERVES =
  'Verdicts réservés : un chiffre compté ici est supprimé depuis. Ces comptes ne se comparent pas à ceux d’un autre instant.';

/** Counts by line, each with its bar. */
export function BilanTable<Row extends Comptes>({
  caption,
  first,
  rows,
  keyOf,
  nameOf,
}: LigneTable<Row>): VNode {
  return (
    <Wide label={caption} caption={caption}>
      <table class="bilan" aria-label={caption} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {first}
            </th>
            <th scope="col" role="columnheader">
              Source
            </th>
            <th scope="col" role="columnheader" class="bar-column">
              Répartition
            </th>
            {PARTS.map(({ etat, name }) => (
              <th key={etat} scope="col" role="columnheader" class="figure">
                <Etat etat={etat} name={name} />
              </th>
            ))}
            <th scope="col" role="columnheader" class="figure">
              Ensemble
            </th>
          </tr>
          <MadeUp of={rows} columns={PARTS.length + 4} />
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              <th scope="row" role="rowheader">
                {nameOf(row)}
                {row.verdictsReserves && <p class="soft">{RESERVES}</p>}
              </th>
              <td role="cell" data-name="Source">
                <Origine of={row.provenance.origine} />
              </td>
              <td role="cell" class="bar-column">
                <Bar comptes={row} />
              </td>
              {PARTS.map((part) => (
                <td key={part.etat} role="cell" data-name={part.name} class="figure">
                  {sayPart(part, row)}
                </td>
              ))}
              <td role="cell" data-name="Ensemble" class="figure">
                {sayNumber(totalOf(row))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
