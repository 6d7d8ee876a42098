import type { ReactElement } from 'react';
import { createStore } from '../base/store.ts';

const KEPT_AS = 'palier:plan';

const ASKED = createStore(readChoice());

/** What to send with an operation, so that its answer says how it was made. */
export const planHeaders = (): Readonly<Record<string, string>> =>
  ASKED.get() ? { 'palier-plan': '1' } : {};

/** Whether the page asks for the plan of what it runs: not unless told, for such an answer is never kept and is twice as long. */
export function PlanSwitch(): ReactElement {
  const asked = ASKED.use();
  return (
    <label className="plan-switch">
      <input
        type="checkbox"
        role="switch"
        checked={asked}
        onChange={({ currentTarget }) => {
          ASKED.set(currentTarget.checked);
          keepChoice(currentTarget.checked);
        }}
      />
      Plan
    </label>
  );
}

// A browser may refuse to keep anything: the choice then lasts as long as the page.
function readChoice(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) === 'oui';
  } catch {
    return false;
  }
}

function keepChoice(asked: boolean): void {
  try {
    localStorage.setItem(KEPT_AS, asked ? 'oui' : 'non');
  } catch {
    return;
  }
}
