import { useGraphiQL } from '@graphiql/react';
import { type ReactElement, useMemo } from 'react';
import { ResultChart } from './result-chart.tsx';
import type { Form } from './forms.ts';
import { ResultTable } from './result-table.tsx';
import { ResultTree } from './result-tree.tsx';
import type { Result } from './answers.ts';
import { TablePicker, useChosenTable } from './table-picker.tsx';
import { type ShownTable, toTables } from './to-tables.ts';

/** An answer as a tree, a table or a chart; the chart has its table under it. */
export default function ResultView({
  result,
  form,
}: {
  readonly result: Result;
  readonly form: Form;
}): ReactElement {
  const { errors, data } = result;
  return (
    <section className="result-view" aria-label="Réponse" tabIndex={0}>
      {errors.length > 0 && (
        <p className="partial">
          La réponse est partielle : {errors.length === 1 ? 'une erreur' : `${errors.length} erreurs`}, à lire
          sous « JSON ».
        </p>
      )}
      {form === 'ARBRE' ? (
        <ResultTree data={data} />
      ) : (
        <Tables result={result} isChart={form === 'GRAPHIQUE'} />
      )}
    </section>
  );
}

function Tables({ result, isChart }: { readonly result: Result; readonly isChart: boolean }): ReactElement {
  const schema = useGraphiQL((state) => state.schema);
  const tables = useMemo(() => toTables(result, schema), [result, schema]);
  const table = useChosenTable(tables);
  if (table === undefined)
    return <p>Sans le schéma, ou pour une introspection, la réponse n’a pas de tableau.</p>;
  return (
    <>
      <TablePicker tables={tables} chosen={table} />
      {isDemonstration(table) && (
        <p className="notice">Des lignes sont des données de démonstration, fictives.</p>
      )}
      {isChart && <ResultChart key={table.columns.map(({ name }) => name).join(' ')} table={table} />}
      <ResultTable table={table} />
    </>
  );
}

const isDemonstration = ({ columns, rows }: ShownTable): boolean =>
  columns.some(
    ({ name }, at) =>
      name.split('.').at(-1) === 'origine' && rows.some((cells) => cells[at] === 'DEMONSTRATION'),
  );
