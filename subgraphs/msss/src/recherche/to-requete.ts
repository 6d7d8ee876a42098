import type { Mot } from '@palier/runtime/list-mots';
import type { Terme } from '@palier/runtime/synonymes';

/** What is asked of a `tsvector`, as Postgres writes a `tsquery`. */
export interface Requete {
  /** Each thing typed, in any form of its words, or as the beginning of a longer one, or as what is said in their place. */
  readonly formes: readonly string[];
  /** Any word, in any of its forms. */
  readonly toutes: string;
  /** Any word, as it was typed. */
  readonly exactes: string;
  /** What is said in their place; nothing of no word. */
  readonly synonymes: string;
  /** Every word, in the title or the name of the type, and one in the title; nothing of no word. */
  readonly titre: string;
}

const SHORTEST_BEGINNING = 3;

export function toRequete(termes: readonly Terme[]): Requete {
  const mots = termes.flatMap((terme) => terme.mots);
  return {
    formes: termes.map((terme) => writeTerme(terme)),
    toutes: mots.map((mot) => writeFormes(mot)).join(' | '),
    exactes: mots.map(({ mot }) => `'${mot}'`).join(' | '),
    synonymes: termes.flatMap(({ synonymes }) => synonymes.map((suite) => writeSuite(suite))).join(' | '),
    titre: mots.length === 0 ? '' : writeTitre(mots),
  };
}

function writeTitre(mots: readonly Mot[]): string {
  const each = mots.map((mot) => `(${writeFormes(mot, 'AB')})`);
  return `${each.join(' & ')} & (${mots.map((mot) => writeFormes(mot, 'A')).join(' | ')})`;
}

function writeTerme({ mots, synonymes }: Terme): string {
  const typed = mots.map((mot) => `(${writeFormes(mot)})`).join(' & ');
  return [typed, ...synonymes.map((suite) => writeSuite(suite))].join(' | ');
}

/** Words that follow one another. */
function writeSuite(mots: readonly Mot[]): string {
  const formes = mots.map(({ lexemes }) => `(${lexemes.map((one) => write(one)).join(' | ')})`);
  return formes.join(' <-> ');
}

function writeFormes({ lexemes }: Mot, weight = ''): string {
  const [mot = '', ...racines] = lexemes;
  const isBeginning = mot.length >= SHORTEST_BEGINNING;
  return [write(mot, `${isBeginning ? '*' : ''}${weight}`), ...racines.map((one) => write(one, weight))].join(
    ' | ',
  );
}

const write = (lexeme: string, marks = ''): string => `'${lexeme}'${marks === '' ? '' : `:${marks}`}`;
