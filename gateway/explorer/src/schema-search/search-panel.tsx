import { DOC_EXPLORER_PLUGIN, useDocExplorerActions } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type ReactElement, useDeferredValue, useId, useMemo, useState } from 'react';
import { createSchemaIndex, type SchemaEntry } from './schema-index.ts';

const MOST_SHOWN = 60;

/** Looks for what the schema's descriptions say: a field is found by what it is about. */
export default function SearchPanel(): ReactElement {
  const schema = useGraphiQL((state) => state.schema);
  const index = useMemo(() => (schema == null ? undefined : createSchemaIndex(schema)), [schema]);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const found = useMemo(() => index?.find(wanted) ?? [], [index, wanted]);
  const id = useId();
  return (
    <>
      <div className="search">
        <label htmlFor={id}>Mots de ce que vous cherchez</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder="délai, qui répond, population…"
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <p role="status" className="found">
        {index === undefined
          ? 'Le schéma n’est pas lu : cette passerelle ne le montre pas à qui demande, ou ne l’a pas encore envoyé.'
          : wanted.trim() !== '' && sayFound(found.length)}
      </p>
      <ul>
        {found.slice(0, MOST_SHOWN).map((entry) => (
          <Entry key={entry.path} entry={entry} />
        ))}
      </ul>
    </>
  );
}

function Entry({
  entry: { path, type, description, holder, field },
}: {
  readonly entry: SchemaEntry;
}): ReactElement {
  const { push, reset } = useDocExplorerActions();
  const { setVisiblePlugin } = useGraphiQLActions();
  const open = (): void => {
    reset();
    push({ name: holder.name, def: holder });
    if (field !== undefined) push({ name: field.name, def: field });
    setVisiblePlugin(DOC_EXPLORER_PLUGIN);
  };
  return (
    <li>
      <button type="button" className="question" onClick={open}>
        <b>{path}</b>
        {type !== undefined && <code> {type}</code>}
        <span>{description}</span>
      </button>
    </li>
  );
}

function sayFound(count: number): string {
  if (count === 0) return 'Aucune description n’a tous ces mots.';
  if (count === 1) return '1 élément du schéma';
  return `${count} éléments du schéma${count > MOST_SHOWN ? `, les ${MOST_SHOWN} premiers ici` : ''}`;
}
