import { Fragment, type VNode } from 'preact';
import { ETATS, nameOfEtat } from '../shown/etat.ts';
import { sayNumber } from '../../shell/say-number.ts';
import { Origine } from '../shown/origine.tsx';
import { Table } from '../shown/table.tsx';
import { type CarteRegion, countEtats } from './carte.ts';

/** How many territories of each région are in each state. */
export function RegionTable({
  regions,
  caption,
}: {
  readonly regions: readonly CarteRegion[];
  readonly caption: string;
}): VNode {
  const met = countEtats(
    regions.flatMap(({ cases }) => cases),
    ETATS,
  );
  return (
    <Table
      caption={caption}
      rows={regions}
      keyOf={({ code }) => code}
      columns={[
        { name: 'Région', cell: ({ nom }) => nom },
        ...met.map(({ etat }) => ({
          name: nameOfEtat(etat),
          isFigure: true,
          cell: ({ cases }: CarteRegion) => sayNumber(cases.filter((one) => one.etat === etat).length),
        })),
        { name: 'Territoires', isFigure: true, cell: ({ cases }) => sayNumber(cases.length) },
        { name: 'Source', cell: (region) => <Origines of={region} /> },
      ]}
    />
  );
}

/** What the measures that are counted come from, each once; nothing where none is received. */
function Origines({ of: { cases } }: { readonly of: CarteRegion }): VNode {
  const origines = new Set(cases.flatMap(({ mesure }) => mesure?.provenance.origine ?? []));
  return (
    <>
      {[...origines].map((origine, rank) => (
        <Fragment key={origine}>
          {rank > 0 && ' ; '}
          <Origine of={origine} />
        </Fragment>
      ))}
    </>
  );
}
