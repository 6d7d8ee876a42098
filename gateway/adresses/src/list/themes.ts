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

/** What the questions of readers are about, by the words of a name: an operation is of the first that has one of its own. */
const OF_QUESTIONS: readonly Named[] = [
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
  {
    id: 'territoires',
    name: 'Territoires',
    has: /territoire|region|rattachement|population|exercice|offre/,
  },
  { id: 'standards', name: 'Standards, exigences et services', has: /standard|exigence|service|prevention/ },
  { id: 'textes', name: 'Textes et gouvernance', has: /(?:)/ },
];

/** What our own pages are made of, by how a name begins. */
const OF_PAGES: readonly Named[] = [
  { id: 'tableau', name: 'Tableau de bord', has: /^tableau-/ },
  { id: 'faits', name: 'Ce que montre la page d’un fait', has: /^fait-/, isOfPages: true },
  { id: 'pages', name: 'Ce que demandent les autres pages', has: /^page-/, isOfPages: true },
];

const BY_PRECEDENCE: readonly Named[] = [...OF_PAGES, ...OF_QUESTIONS];

/** The operations by theme, those that pages are made of last; no theme is empty. */
export function themesOf(operations: readonly ListedOperation[]): readonly Theme[] {
  const themeOf = ({ nom }: ListedOperation): Named | undefined =>
    BY_PRECEDENCE.find(({ has }) => has.test(nom));
  return [...OF_QUESTIONS, ...OF_PAGES]
    .map((theme) => ({
      id: theme.id,
      name: theme.name,
      isOfPages: theme.isOfPages ?? false,
      operations: operations.filter((operation) => themeOf(operation) === theme),
    }))
    .filter((theme) => theme.operations.length > 0);
}
