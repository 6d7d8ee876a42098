/** What a value of the language is. */
export type TypeValeur = 'NOMBRE' | 'TEXTE' | 'LOGIQUE';

/** All that an expression may name: what a measure says, and what the same one said before. There is no other way out of it. */
export const OPERANDES = {
  valeur: { type: 'NOMBRE', estPasse: false },
  numerateur: { type: 'NOMBRE', estPasse: false },
  denominateur: { type: 'NOMBRE', estPasse: false },
  unite: { type: 'TEXTE', estPasse: false },
  exigence: { type: 'TEXTE', estPasse: false },
  volet: { type: 'TEXTE', estPasse: false },
  rangPeriode: { type: 'NOMBRE', estPasse: false },
  joursExercice: { type: 'NOMBRE', estPasse: false },
  aucunCas: { type: 'LOGIQUE', estPasse: false },
  nonDisponible: { type: 'LOGIQUE', estPasse: false },
  supprimee: { type: 'LOGIQUE', estPasse: false },
  valeurPrecedente: { type: 'NOMBRE', estPasse: true },
  medianePrecedentes: { type: 'NOMBRE', estPasse: true },
  ecartMedianPrecedentes: { type: 'NOMBRE', estPasse: true },
  nombrePrecedentes: { type: 'NOMBRE', estPasse: true },
} as const satisfies Record<string, { readonly type: TypeValeur; readonly estPasse: boolean }>;

export type Operande = keyof typeof OPERANDES;

export const isOperande = (name: string): name is Operande => Object.hasOwn(OPERANDES, name);

/** Whether one of them is of what the same measure said before. */
export const lookBack = (names: Iterable<Operande>): boolean =>
  [...names].some((name) => OPERANDES[name].estPasse);
