import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { PlanSwitch } from './plan/plan-switch.tsx';
import { CHOICES_PLACE } from './choices/session-choices.tsx';

/** What the explorer adds to the header of every page, which the gateway draws around it. */
export function HeaderChoices(): ReactElement {
  return createPortal(
    <>
      <PlanSwitch />
      <div ref={CHOICES_PLACE.set} />
    </>,
    document.querySelector('#choix')!,
  );
}

/** The editor is not a field that the first link of the page can reach. */
export function leadToQuery(): void {
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    const field = document.querySelector<HTMLElement>('.graphiql-query-editor textarea');
    if (field === null) return;
    event.preventDefault();
    field.focus();
  });
}
