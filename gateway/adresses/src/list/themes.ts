import type { ListedOperation } from './listed-operation.ts';

export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly operations: readonly ListedOperation[];
  /** Whether it is of what pages show: few people look for it here. */
  readonly isOfPages: boolean;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly has: RegExp;
  readonly isOfPages?: true;
}

/** By the words of a name: an operation is of the first theme that has one of its own. */
const THEMES: readonly Named[] = [
  { id: 'faits', name: 'Ce que montre la page d’un fait', has: /^fait-/, isOfPages: true },
  { id: 'pages', name: 'Ce que demandent les autres pages', has: /^page-/, isOfPages: true },
  { id: 'tableau', name: 'Tableau de bord', has: /^tableau-/ },
  {
    id: 'mesures',
    name: 'Mesures, verdicts et bilans',
    has: /mesure|bilan|verdict|serie|minutes|classement|distribution/,
  },
  {
    id: 'redditions',
    name: 'Campagnes et redditions',
    has: /campagne|reddition|retour|retard|etablissement/,
  },
  { id: 'territoires', name: 'Territoires', has: /territoire|region|rattachement|population/ },
  { id: 'standards', name: 'Standards, exigences et services', has: /standard|exigence|service|prevention/ },
  { id: 'textes', name: 'Textes et gouvernance', has: /(?:)/ },
];

/** The operations by theme, those that pages are made of last; no theme is empty. */
export function themesOf(operations: readonly ListedOperation[]): readonly Theme[] {
  const themeOf = ({ nom }: ListedOperation): Named | undefined => THEMES.find(({ has }) => has.test(nom));
  return THEMES.map((theme) => ({
    id: theme.id,
    name: theme.name,
    isOfPages: theme.isOfPages ?? false,
    operations: operations.filter((operation) => themeOf(operation) === theme),
  }))
    .filter((theme) => theme.operations.length > 0)
    .toSorted((one, other) => Number(one.isOfPages) - Number(other.isOfPages));
}
