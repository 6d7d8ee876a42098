import type { VNode } from 'preact';
import { saySource } from '../../shell/say-source.ts';
import type { AssertionLue } from './assertion.ts';
import { Source } from '../shown/provenance.tsx';
import { Table } from '../shown/table.tsx';

/** What each source says of an exigence, side by side, with its lines. One that is silent is said to be. */
export function SourcesTable({
  exigence,
  assertions,
}: {
  readonly exigence: string;
  readonly assertions: readonly AssertionLue[];
}): VNode {
  const silent = ['ANNEXE_II', 'FICHE'].filter((source) => !assertions.some((one) => one.source === source));
  return (
    <>
      <Table
        caption="Ce que dit chaque source"
        rows={assertions}
        keyOf={({ source, volet, litteral, provenance }) =>
          `${source} ${volet} ${litteral} ${provenance.lignes}`
        }
        columns={[
          { name: 'Source', cell: ({ source }) => saySource(source) },
          { name: 'Volet', cell: ({ volet }) => volet ?? 'tous' },
          {
            name: 'Dit',
            cell: ({ seuil, texte, dit, litteral }) => seuil?.texte ?? texte ?? dit ?? litteral,
          },
          {
            name: 'Lignes citées',
            cell: ({ provenance }) => <Source of={provenance} fact={{ type: 'Exigence', code: exigence }} />,
          },
        ]}
      />
      {silent.map((source) => (
        <p key={source} class="absence">
          {saySource(source)} : n’en dit rien.
        </p>
      ))}
    </>
  );
}
