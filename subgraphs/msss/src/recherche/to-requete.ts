import type { Mot } from '@palier/runtime/list-mots';

/** What is asked of a `tsvector`, as Postgres writes a `tsquery`. */
export interface Requete {
  /** Each word, in any of its forms, or as the beginning of a longer one. */
  readonly formes: readonly string[];
  /** Any word, in any of its forms. */
  readonly toutes: string;
  /** Any word, as it was typed. */
  readonly exactes: string;
  /** Every word, in the title. */
  readonly titre: string;
}

const SHORTEST_BEGINNING = 3;

export function toRequete(mots: readonly Mot[]): Requete {
  const formes = mots.map((mot) => writeFormes(mot));
  return {
    formes,
    toutes: formes.join(' | '),
    exactes: mots.map(({ mot }) => `'${mot}'`).join(' | '),
    titre: mots.map((mot) => `(${writeFormes(mot, 'A')})`).join(' & '),
  };
}

function writeFormes({ lexemes }: Mot, weight = ''): string {
  const [mot = '', ...racines] = lexemes;
  const isBeginning = mot.length >= SHORTEST_BEGINNING;
  return [write(mot, `${isBeginning ? '*' : ''}${weight}`), ...racines.map((one) => write(one, weight))].join(
    ' | ',
  );
}

const write = (lexeme: string, marks: string): string => `'${lexeme}'${marks === '' ? '' : `:${marks}`}`;
