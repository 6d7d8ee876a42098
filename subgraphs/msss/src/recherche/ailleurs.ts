import type { CodePalier } from '@palier/runtime/paliers';

/** What the ministry does not hold, which level does, and the field to ask. */
interface Holding {
  readonly contenu: string;
  readonly palierCode: CodePalier;
  /** Lists it all. */
  readonly liste: string;
  /** Finds one by its code, of the shape given. */
  readonly un?: { readonly champ: string; readonly argument: 'code' | 'id'; readonly code: RegExp };
}

export const HOLDINGS: readonly Holding[] = [
  {
    contenu: 'établissements publics',
    palierCode: 'SANTE_QUEBEC',
    liste: 'etablissements',
    // In small letters it is a word.
    un: { champ: 'etablissement', argument: 'code', code: /^(\d{8}|[A-Z]{5,10})$/ },
  },
  {
    contenu: 'indicateurs',
    palierCode: 'SANTE_QUEBEC',
    liste: 'indicateurs',
    un: { champ: 'indicateur', argument: 'code', code: /^I-[A-Z]-[A-Z]\d{1,2}$/i },
  },
  {
    contenu: 'campagnes de reddition de comptes',
    palierCode: 'SANTE_QUEBEC',
    liste: 'campagnes',
    un: { champ: 'campagne', argument: 'code', code: /^\d{4}-\d{4}$/ },
  },
  {
    contenu: 'mesures',
    palierCode: 'ETABLISSEMENT',
    liste: 'mesures',
    un: { champ: 'mesure', argument: 'id', code: /^\d{4}-\d{4}-P\d{2}:\d{5}:[A-Z:_0-9-]{1,60}$/i },
  },
  {
    contenu: 'versions de redditions de comptes',
    palierCode: 'ETABLISSEMENT',
    liste: 'redditions',
    un: { champ: 'reddition', argument: 'id', code: /^\d{4}-\d{4}:(\d{8}|[A-Z]{5,10}):V\d{1,4}$/i },
  },
];

/** Where to look for what a search of the ministry's level cannot find. */
export interface Ailleurs {
  readonly champ: string;
  readonly contenu: string;
  readonly palierCode: CodePalier;
}

/** The field that finds the code typed, when it looks like one of another level; the lists of other levels, otherwise. */
export function lookElsewhere(texte: string): Ailleurs[] {
  const code = texte.trim();
  const named = HOLDINGS.filter(({ un }) => un?.code.test(code));
  if (named.length === 0) return HOLDINGS.map((holding) => toAilleurs(holding, holding.liste));
  return named.map((holding) =>
    toAilleurs(holding, `${holding.un?.champ ?? ''}(${holding.un?.argument ?? ''}: "${code.toUpperCase()}")`),
  );
}

function toAilleurs({ contenu, palierCode }: Holding, champ: string): Ailleurs {
  return { champ, contenu, palierCode };
}
