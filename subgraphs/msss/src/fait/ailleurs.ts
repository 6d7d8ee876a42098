import type { CodePalier } from '@palier/runtime/paliers';
import { readRanges } from './read-ranges.ts';

/** What another level draws from a passage, and that the ministry cannot read. */
interface Holding {
  readonly document: string;
  readonly lignes: string;
  readonly champ: string;
  readonly contenu: string;
  readonly palierCode: CodePalier;
}

export const HOLDINGS_BY_PASSAGE: readonly Holding[] = [
  {
    document: '003',
    lignes: 'L1013-1014, L2251-2391',
    champ: 'indicateurs',
    contenu: 'indicateurs tirés des standards',
    palierCode: 'SANTE_QUEBEC',
  },
  {
    document: '003',
    lignes: 'L2231-2767',
    champ: 'indicateursRefuses',
    contenu: 'standards dont aucun indicateur n’est tiré, et pourquoi',
    palierCode: 'SANTE_QUEBEC',
  },
  {
    document: '004',
    lignes: 'L1804-1805',
    champ: 'outils',
    contenu: 'outils que Santé Québec doit donner',
    palierCode: 'SANTE_QUEBEC',
  },
  {
    document: '004',
    lignes: 'L1810-1811',
    champ: 'leviersNationaux',
    contenu: 'leviers nationaux de soutien',
    palierCode: 'SANTE_QUEBEC',
  },
];

/** What other levels draw from these lines of a document. */
export function listDrawnElsewhere(document: string, lignes: string): readonly Holding[] {
  return HOLDINGS_BY_PASSAGE.filter(
    (holding) => holding.document === document && meets(readRanges(holding.lignes), readRanges(lignes)),
  );
}

type Ranges = ReturnType<typeof readRanges>;

function meets(some: Ranges, others: Ranges): boolean {
  return some.some(([first, last]) => others.some(([from, to]) => from <= last && to >= first));
}
