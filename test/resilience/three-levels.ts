/** One territory through the three levels: the ministry, Santé Québec, the établissement. */
export const THREE_LEVELS = `{
  territoireClsc(code: "06112") {
    nom
    etablissement { nom }
    bilan { conformes }
    mesures(first: 1) { nodes { valeur verdict { etat } } absence { motif } }
  }
}`;

export interface ThreeLevels {
  readonly territoireClsc: {
    readonly nom: string;
    readonly etablissement: { readonly nom: string } | null;
    readonly bilan: { readonly conformes: number } | null;
    readonly mesures: {
      readonly nodes: readonly {
        readonly valeur: number | null;
        readonly verdict: { readonly etat: string };
      }[];
      readonly absence: { readonly motif: string } | null;
    };
  };
}
