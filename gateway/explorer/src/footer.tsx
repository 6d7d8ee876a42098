import type { ReactElement } from 'react';

/** Whose data this is, as its licence asks. */
export function Footer(): ReactElement {
  return (
    <footer>
      <code>POST /graphql</code> Données : Ministère de la Santé et des Services sociaux,{' '}
      <a href="https://www.donneesquebec.ca/" rel="noreferrer">
        Données Québec
      </a>
      ,{' '}
      <a href="https://creativecommons.org/licenses/by/4.0/deed.fr" rel="noreferrer">
        CC BY 4.0
      </a>
    </footer>
  );
}
