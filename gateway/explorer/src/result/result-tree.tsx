import { isExact } from '@palier/calls/json/exact-number';
import { type ReactElement, useState } from 'react';
import { curve } from '../base/curve.ts';
import { type Branch, toBranches } from './to-branches.ts';

/** Levels that are open at first. */
const OPEN_DEPTH = 3;
/** Elements of a list that are drawn at once. */
const STEP = 50;

/** The answer, level by level: what is under a closed one is not drawn. */
export function ResultTree({ data }: { readonly data: unknown }): ReactElement {
  return (
    <ul className="tree">
      {toBranches(data).map((branch) => (
        <BranchItem key={branch.key} branch={branch} depth={1} />
      ))}
    </ul>
  );
}

interface BranchItemProps {
  readonly branch: Branch;
  readonly depth: number;
}

function BranchItem({ branch: { name, note, value, empty }, depth }: BranchItemProps): ReactElement {
  const [isOpen, setOpen] = useState(depth < OPEN_DEPTH);
  const [most, setMost] = useState(STEP);
  if (typeof value !== 'object' || value === null || isExact(value))
    return (
      <li>
        <span className="key">{name}</span>{' '}
        {value == null ? (
          <i className="absent">{empty}</i>
        ) : (
          <span className={`leaf ${typeof value}`}>{curve(String(value))}</span>
        )}
      </li>
    );
  const inner = toBranches(value);
  return (
    <li>
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className="key">{name}</span> <small>{note}</small>
        </summary>
        {isOpen && (
          <ul>
            {inner.slice(0, most).map((one) => (
              <BranchItem key={one.key} branch={one} depth={depth + 1} />
            ))}
            {inner.length > most && (
              <li>
                <button type="button" className="more" onClick={() => setMost(most + STEP)}>
                  Montrer la suite, {inner.length - most} de plus
                </button>
              </li>
            )}
          </ul>
        )}
      </details>
    </li>
  );
}
