export interface ListedOperation {
  readonly nom: string;
  readonly description: string;
  /** Its text. */
  readonly requete: string;
  readonly variables: readonly ListedVariable[];
  /** Several where lists stand side by side: a file of one table names one. */
  readonly tableaux: readonly string[];
  /** Whether its files hold every page. */
  readonly parPages: boolean;
  readonly adresses: Readonly<Record<string, string>>;
}

export interface ListedVariable {
  readonly nom: string;
  readonly type: string;
  readonly obligatoire: boolean;
  readonly attendu: string;
  /** What the graph says of what it is given to; null where it says nothing. */
  readonly description: string | null;
  readonly parDefaut: unknown;
}
