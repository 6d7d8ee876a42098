import { listMots, listMotsDemandes, type Mot } from '@palier/runtime/list-mots';
import { readQuestion } from '@palier/runtime/read-question';

const SHORTEST_BEGINNING = 3;

/** How a list is narrowed to what words name. */
export const TEXTE_DE_NOM = {
  nullable: true,
  description:
    'Restreint la liste à ce dont le nom ou le code, ou le mot qui dit ce que c’est, contient chacun des mots, accents et terminaisons indifférents.',
};

/**
 * What has every word of a text in what names it, in any of its forms or as the beginning of one, its question left out; all of it
 * without a text.
 */
export function keepNamed<Of>(
  all: readonly Of[],
  texte: string | null,
  namesOf: (one: Of) => readonly (string | null)[],
): Of[] {
  if (texte === null) return [...all];
  const asked = listMotsDemandes(readQuestion(texte).reste);
  if (asked.length === 0) return [];
  return all.filter((one) => {
    const known = listMots(namesOf(one).join(' '));
    return asked.every((mot) => known.some((other) => isFormOf(other, mot)));
  });
}

function isFormOf(known: Mot, asked: Mot): boolean {
  const isBeginning = asked.mot.length >= SHORTEST_BEGINNING && known.mot.startsWith(asked.mot);
  return isBeginning || asked.lexemes.some((lexeme) => known.lexemes.includes(lexeme));
}
