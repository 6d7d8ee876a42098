import type { VNode } from 'preact';

/** Whose data the pages show, as its licence asks. */
export const Credit = (): VNode => (
  <>
    Données : Ministère de la Santé et des Services sociaux,{' '}
    <a href="https://www.donneesquebec.ca/" rel="noreferrer">
      Données Québec
    </a>
    ,{' '}
    <a href="https://creativecommons.org/licenses/by/4.0/deed.fr" rel="noreferrer">
      CC BY 4.0
    </a>
    . Palier n’est pas un site du gouvernement du Québec.
  </>
);
