import type { MouseEvent, ReactElement } from 'react';
import { PlanSwitch } from './plan/plan-switch.tsx';
import { CHOICES_PLACE } from './session/session-choices.tsx';

export function Header(): ReactElement {
  return (
    <>
      <a className="skip" href="#page" onClick={goToQuery}>
        Aller à la requête
      </a>
      <header>
        <a className="name" href="/" aria-label="Palier, accueil">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path fill="currentColor" d="M2 22V16h7V10h7V4h6v18z" />
          </svg>
          Palier
        </a>
        <p>
          Un graphe pour les trois paliers qui gouvernent les services locaux de santé et les services sociaux
        </p>
        <div className="choices">
          <PlanSwitch />
          <div ref={CHOICES_PLACE.set} />
        </div>
        <nav aria-label="Service">
          <a href="/tableau">Tableau de bord</a>
          <a href="/recherche">Recherche</a>
          <a href="/fait">Faits</a>
          <a href="/q">Adresses</a>
          <a href="/etat">État</a>
        </nav>
      </header>
    </>
  );
}

/** The editor is not a field that a link can reach. */
function goToQuery(event: MouseEvent): void {
  const field = document.querySelector<HTMLElement>('.graphiql-query-editor textarea');
  if (field === null) return;
  event.preventDefault();
  field.focus();
}
