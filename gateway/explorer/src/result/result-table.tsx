import type { Cell } from '@palier/adresses/tables';
import { Fragment, type ReactElement, useState } from 'react';
import { sayCell, sayEmpty } from './say-cell.ts';
import { isNumeric, shortName, type ShownTable, statusAt } from './to-tables.ts';

/** Rows that are drawn at once: a browser is slow with more. */
const STEP = 200;

/** The table of an answer; what is not there is said so. */
export function ResultTable({ table }: { readonly table: ShownTable }): ReactElement {
  const { name, columns, rows } = table;
  const [most, setMost] = useState(STEP);
  return (
    <>
      <div className="wide" tabIndex={0} role="region" aria-label={`Tableau ${name}`}>
        <table className="cells">
          <caption>
            {name} : {sayRows(table)}
          </caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" className={isNumeric(column) ? 'number' : undefined}>
                  <Breakable text={shortName(table, column)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, at) => (
                  <TableCell
                    key={at}
                    cell={cell}
                    status={statusAt(table, index, at)}
                    isNumber={isNumeric(columns[at]!)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <button type="button" className="more" onClick={() => setMost(most + STEP)}>
          Montrer {Math.min(STEP, rows.length - most)} lignes de plus, sur {rows.length}
        </button>
      )}
    </>
  );
}

function sayRows({ rows, isEmpty }: ShownTable): string {
  if (isEmpty) return 'liste vide';
  return rows.length === 1 ? '1 ligne' : `${rows.length} lignes`;
}

/** What is shorter is not cut: a code, a date. */
const LONGEST_WHOLE = 28;

interface TableCellProps {
  readonly cell: Cell;
  readonly status: ReturnType<typeof statusAt>;
  readonly isNumber: boolean;
}

function TableCell({ cell, status, isNumber }: TableCellProps): ReactElement {
  if (cell === null)
    return (
      <td className={isNumber ? 'number' : undefined}>
        <i className="absent">{sayEmpty(status)}</i>
      </td>
    );
  const text = sayCell(cell);
  const length = text.length <= LONGEST_WHOLE ? 'short' : 'long';
  return <td className={isNumber ? 'number' : length}>{text}</td>;
}

/** A name may be cut after its dots. */
function Breakable({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split('.').map((step, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <>
              .<wbr />
            </>
          )}
          {step}
        </Fragment>
      ))}
    </>
  );
}
