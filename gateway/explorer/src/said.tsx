import { type ReactElement, useEffect } from 'react';
import { createStore } from './base/store.ts';

/** What the page says of what was just done. */
export const SAID = createStore('');

const READ_MS = 8_000;

/** Says it for a while, at the foot of the page. */
export function Said(): ReactElement {
  const said = SAID.use();
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => SAID.set(''), READ_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <p role="status" className="toast">
      {said}
    </p>
  );
}
