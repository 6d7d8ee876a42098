/** What an operation may weigh. A limit that is absent is not applied. */
export interface Limits {
  /** Lexical tokens of the text. */
  readonly tokens?: number;
  /** Aliases written in the text. */
  readonly aliases?: number;
  /** Directives written in the text. */
  readonly directives?: number;
  /** Nesting of fields, fragments followed. */
  readonly depth?: number;
  /** Fields asked of the root, fragments followed. */
  readonly rootFields?: number;
  /** Fields asked in all, each fragment counted wherever it is spread: what the planner would have to walk. */
  readonly selections?: number;
  /** `__schema` and `__type` asked, and aliases below them. */
  readonly introspections?: number;
  /** Estimated work, from `@cost` and `@listSize`. */
  readonly cost?: number;
}

export type LimitName = keyof Limits;

/** Sane for an open network: several times what the heaviest page of a dashboard asks. */
export const OPEN_NETWORK_LIMITS: Required<Limits> = {
  tokens: 4_000,
  aliases: 60,
  directives: 60,
  depth: 20,
  rootFields: 30,
  selections: 1_000,
  introspections: 2,
  cost: 100_000,
};

/** What helps whoever is refused for each, in French. */
export const LIMIT_REMEDIES: Readonly<Record<LimitName, string>> = {
  tokens: 'Scindez le texte en plusieurs opérations, ou donnez ses valeurs par des variables.',
  aliases: 'Demandez une liste plutôt qu’un alias pour chaque élément, ou scindez l’opération.',
  directives: 'Écrivez l’opération qu’il faut plutôt qu’une seule à conditions, ou scindez-la.',
  depth:
    'Partez d’un champ de la racine plus proche de ce qui est voulu, ou suivez les liens en plusieurs opérations.',
  rootFields: 'Répartissez les champs de la racine entre plusieurs opérations.',
  selections: 'Demandez moins de champs, ou répartissez-les entre plusieurs opérations.',
  introspections: 'Demandez le schéma une fois, seul, et gardez-le.',
  cost: 'Demandez moins d’éléments à la fois, par pages (« first » et « after »), ou moins de listes, de calculs et de tris dans une même opération.',
};

/** How a refusal names what it counted, in French. */
export const LIMIT_LABELS: Readonly<Record<LimitName, string>> = {
  tokens: 'lexèmes',
  aliases: 'alias',
  directives: 'directives',
  depth: 'niveaux de profondeur',
  rootFields: 'champs à la racine',
  selections: 'champs demandés, fragments développés',
  introspections: 'introspections',
  cost: 'de coût estimé',
};
