import { type ReactElement, useId } from 'react';
import { createStore } from '../base/store.ts';

interface Named {
  readonly name: string;
}

/** The table that is shown, and exported where a file has one. */
const CHOSEN = createStore('');

export function useChosenTable<Table extends Named>(tables: readonly Table[]): Table | undefined {
  const chosen = CHOSEN.use();
  return tables.find(({ name }) => name === chosen) ?? tables[0];
}

/** Lists side by side are tables of their own: which one is meant. Nothing where there is one. */
export function TablePicker({
  tables,
  chosen,
}: {
  readonly tables: readonly Named[];
  readonly chosen: Named;
}): ReactElement | null {
  const id = useId();
  if (tables.length < 2) return null;
  return (
    <p className="choice">
      <label htmlFor={id}>Tableau</label>
      <select id={id} value={chosen.name} onChange={({ currentTarget }) => CHOSEN.set(currentTarget.value)}>
        {tables.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </p>
  );
}
