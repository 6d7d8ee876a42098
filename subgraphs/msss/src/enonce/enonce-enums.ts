import { registerEnumType } from 'type-graphql';

const NATURES = {
  DEFINITION: 'Dit ce qu’un mot désigne.',
  PRINCIPE: 'Ce qui doit guider.',
  OBJECTIF: 'Ce qui est visé.',
  ORIENTATION: 'Direction prise.',
  RESPONSABILITE: 'Ce dont quelqu’un est chargé.',
  OBLIGATION: 'Ce qui doit être fait.',
  POSSIBILITE: 'Ce qui peut être fait.',
  REGLE: 'Ce qui vaut dans un cas donné.',
  INTERDICTION: 'Ce qui ne doit pas être fait.',
  PROCEDURE: 'Étape d’un parcours.',
  CONSTAT: 'Ce qui a été trouvé.',
  OPINION: 'Ce que quelqu’un pense, ressent ou craint.',
  PROPOSITION: 'Ce qui est proposé.',
  RECOMMANDATION: 'Ce qui est recommandé.',
  ACTION: 'Ce qui est annoncé ou en cours.',
  CONDITION: 'Ce sans quoi le reste ne va pas.',
  EXEMPLE: 'Donné en exemple.',
  CONTEXTE: 'Ce qui entoure le propos.',
  HISTORIQUE: 'Ce qui a eu lieu.',
  CHIFFRE: 'Quantité, dans une phrase.',
  REFERENCE: 'Loi ou document invoqué.',
  METHODE: 'Comment il a été procédé.',
  CLIENTELE: 'Qui est visé.',
  COMPOSITION: 'De quoi quelque chose est fait.',
  CONCLUSION: 'Ce que le document en conclut.',
} as const;

export type NatureEnonce = keyof typeof NATURES;
export const NatureEnonce = listNames(NATURES);

registerEnumType(NatureEnonce, {
  name: 'NatureEnonce',
  description: 'Ce qu’un énoncé fait dans son texte.',
  valuesConfig: describe(NATURES),
});

const STATUTS = {
  EN_VIGUEUR_SELON_LE_TEXTE: 'Le texte le dit en son propre nom ; Palier ne sait pas s’il vaut encore.',
  RECOMMANDATION: 'Recommandé : ni mandat, ni fait adopté.',
  ENTENDU_EN_CONSULTATION:
    'Dit par des personnes consultées (001) : ni un fait que le ministère affirme, ni un mandat.',
  PROJET_SOUMIS_A_CONSULTATION: 'Ce que proposait le projet de politique soumis à la consultation (001).',
  TRAVAUX_ANNONCES: 'Annoncé, non fait à la date du texte.',
  RAPPORTE: 'Ce qu’un tiers dit, et que le texte rapporte.',
} as const;

export type StatutEnonce = keyof typeof STATUTS;
export const StatutEnonce = listNames(STATUTS);

registerEnumType(StatutEnonce, {
  name: 'StatutEnonce',
  description: 'Ce qu’un énoncé vaut.',
  valuesConfig: describe(STATUTS),
});

function listNames<Name extends string>(
  descriptions: Readonly<Record<Name, string>>,
): { readonly [One in Name]: One } {
  return Object.fromEntries(Object.keys(descriptions).map((name) => [name, name])) as {
    readonly [One in Name]: One;
  };
}

function describe(descriptions: Readonly<Record<string, string>>): Record<string, { description: string }> {
  return Object.fromEntries(
    Object.entries(descriptions).map(([name, description]) => [name, { description }]),
  );
}
