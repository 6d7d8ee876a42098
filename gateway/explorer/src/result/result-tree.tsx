import { isExact } from '@palier/calls/json/exact-number';
import { type ReactElement, useState } from 'react';

/** Levels that are open at first. */
const OPEN_DEPTH = 3;
/** Elements of a list that are drawn at once. */
const STEP = 50;

/** The answer, level by level: what is under a closed one is not drawn. */
export function ResultTree({ data }: { readonly data: unknown }): ReactElement {
  return (
    <ul className="tree">
      {entriesOf(data).map(([name, value]) => (
        <Branch key={name} name={name} value={value} depth={1} />
      ))}
    </ul>
  );
}

interface BranchProps {
  readonly name: string;
  readonly value: unknown;
  readonly depth: number;
}

function Branch({ name, value, depth }: BranchProps): ReactElement {
  const [isOpen, setOpen] = useState(depth < OPEN_DEPTH);
  const [most, setMost] = useState(STEP);
  if (typeof value !== 'object' || value === null || isExact(value))
    return (
      <li>
        <span className="key">{name}</span> <Leaf value={value} />
      </li>
    );
  const entries = entriesOf(value);
  return (
    <li>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="key">{name}</span> <small>{sayContent(value, entries.length)}</small>
        </summary>
        {isOpen && (
          <ul>
            {entries.slice(0, most).map(([key, inner]) => (
              <Branch key={key} name={key} value={inner} depth={depth + 1} />
            ))}
            {entries.length > most && (
              <li>
                <button type="button" className="more" onClick={() => setMost(most + STEP)}>
                  Montrer la suite, {entries.length - most} de plus
                </button>
              </li>
            )}
          </ul>
        )}
      </details>
    </li>
  );
}

function Leaf({ value }: { readonly value: unknown }): ReactElement {
  if (value === null || value === undefined) return <i className="absent">absent</i>;
  return <span className={`leaf ${typeof value}`}>{String(value)}</span>;
}

/** What names an element of a list, so that it is known without being opened. */
const NAMES = ['nom', 'titre', 'code', 'id'];

function sayContent(value: object, count: number): string {
  if (Array.isArray(value)) return count === 1 ? '1 élément' : `${count} éléments`;
  const name = NAMES.map((key) => (value as Record<string, unknown>)[key]).find(
    (said) => typeof said === 'string',
  );
  return name === undefined ? '' : String(name);
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  Array.isArray(value)
    ? value.map((item, index) => [String(index + 1), item as unknown] as const)
    : Object.entries(value ?? {});
