import { slugOf } from '@palier/pages/fact-types/fact-types';
import { FACT_CODES } from './pages/fact-codes.ts';

type Variables = Readonly<Record<string, unknown>>;

/** What each registered operation is asked with, where it must be: then it has something to say. */
const VARIABLES: Readonly<Record<string, Variables>> = {
  arrimage: { code: 'ARR-GU' },
  'axe-politique': { code: 'AXE3' },
  'bilans-region': { region: '13' },
  'exigence-et-sources': { code: 'A-P11:INFO_SOCIAL' },
  'exigences-par-filtre': { filtre: { service: 'CRISE' } },
  'comparer-territoires': { territoires: ['06112', '13111'] },
  dependants: { type: 'Mandat', code: 'M6' },
  'exercices-role': { role: 'NAVIGATEUR' },
  // The page finds its own in the whole list.
  'fait-levier-national': {},
  'fait-outil': {},
  'fait-ruisss': {},
  'fiche-service-social': { code: 'AAOR' },
  'fiche-territoire': { code: '06112' },
  'mesures-par-exigence': { territoire: '06112' },
  'mesures-region': { region: '13', exigence: 'A-P11:INFO_SOCIAL' },
  'offres-service': { service: 'AAOR' },
  'page-code': { code: 'DEMO-DES-06112' },
  'page-code-interne': { code: 'DEM-1' },
  'page-code-postal': { code: 'G1R 2B5' },
  'page-recherche': { texte: 'consultation' },
  'quatre-minutes': { territoire: '06112' },
  'retours-etablissement': { etablissement: '11045127' },
  'role-clsc': { code: 'NAVIGATEUR' },
  'section-de-document': { code: '003-1.4' },
  'standard-par-service': { code: 'A-P10' },
  'suivi-etablissement': { code: '11045119', exigence: 'A-P11:INFO_SOCIAL' },
  'tableau-carte': { exigence: 'A-P11:INFO_SOCIAL' },
  'tableau-carte-territoires': { exigence: 'A-P11:INFO_SOCIAL', periode: '2025-2026-P13' },
  'tableau-comptes': { code: '11045119' },
  'tableau-etablissement': { code: '11045119' },
  'tableau-exigence': { code: 'A-P11:INFO_SOCIAL' },
  'tableau-obligations': { code: '11045119' },
  'tableau-periodes': { exigence: 'A-P11:INFO_SOCIAL' },
  'tableau-seuils': { code: 'A-P11:INFO_SOCIAL' },
  'tableau-serie': { territoire: '06112', exigence: 'A-P11:INFO_SOCIAL' },
  'tableau-territoire': { code: '06112' },
  'territoires-par-population': { populationDe: 25000, populationA: 50000 },
  'verdict-de-valeur': { exigence: 'A-G7:AAOR', valeur: 65 },
};

/** That of the page of each type of fact. */
const OF_FACTS = Object.fromEntries(
  Object.entries(FACT_CODES).map(([type, code]): [string, Variables] => [`fait-${slugOf(type)}`, { code }]),
);

export const variablesOf = (operation: string): Variables =>
  VARIABLES[operation] ?? OF_FACTS[operation] ?? {};

/** The operations whose answers hold fictitious data. */
export const DEMONSTRATED: ReadonlySet<string> = new Set([
  'bilans-region',
  'bilans-territoires',
  'campagnes',
  'comparer-territoires',
  'exercices-role',
  'fait-campagne',
  'fait-canevas',
  'fait-designation',
  'fait-exercice-role',
  'fait-exigence',
  'fait-indicateur',
  'fait-offre-service',
  'fait-mesure',
  'fait-role-clsc',
  'fait-service-social',
  'fait-territoire-clsc',
  'classement-territoires',
  'fiche-territoire',
  'imputabilites-territoire',
  'mesures-en-ecart',
  'mesures-par-exigence',
  'mesures-region',
  'offres-service',
  'page-code',
  'quatre-minutes',
  'retards-par-etablissement',
  'serie-territoire',
  'suivi-etablissement',
  'tableau-carte',
  'tableau-choix',
  'tableau-carte-territoires',
  'tableau-comptes',
  'tableau-etablissement',
  'tableau-obligations',
  'tableau-periodes',
  'tableau-retards',
  'tableau-roles',
  'tableau-serie',
  'tableau-territoire',
  'tableau-territoires',
  'tableau-verdicts',
  'territoires-par-population',
  'verdicts-par-region',
]);
