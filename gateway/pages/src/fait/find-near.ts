import { pageRecherche } from '../operations/operations.ts';
import type { FactType } from '../fact-types/fact-types.ts';
import type { PageRequest } from '../shell/page.ts';

/** A thing whose code is near one that nothing has. */
export interface Near {
  readonly type: string;
  readonly code: string;
  readonly titre: string;
}

const MOST = 8;
/** The search refuses longer texts. */
const LONGEST = 200;
const TRIES = 4;

/** Things whose codes begin as this one does, of its type first; the code is cut from its end until some do. */
export async function findNear(
  { ask }: PageRequest,
  factType: FactType | undefined,
  code: string,
): Promise<readonly Near[]> {
  // What a spreadsheet reads as a number loses its zero.
  const lost = /^\d+$/.test(code) ? `0${code}` : undefined;
  if (lost !== undefined && lost.length <= LONGEST) {
    const { data } = await ask(pageRecherche, { texte: lost });
    const found = (data.recherche?.nodes ?? [])
      .filter((near) => near?.code === lost)
      .filter((near) => near !== null);
    if (found.length > 0) return found.slice(0, MOST).map(toNear);
  }
  let start = code.slice(0, LONGEST).trim();
  for (let tries = 0; tries < TRIES && start !== ''; tries += 1, start = shorten(start)) {
    const { data } = await ask(pageRecherche, { texte: start });
    const found = (data.recherche?.nodes ?? []).filter((near) => near !== null);
    const alike = found.filter(({ type }) => type === factType?.type);
    if (found.length > 0)
      return [...alike, ...found.filter((near) => !alike.includes(near))].slice(0, MOST).map(toNear);
  }
  return [];
}

const toNear = ({ type, code, titre }: Near): Near => ({ type, code, titre });

/** « A-P5:XYZ » is cut to « A-P5 »; what has no parts, by a character. */
function shorten(code: string): string {
  const cut = code.replace(/[-:._ ]+[^-:._ ]*$/, '');
  return cut === code ? code.slice(0, -1) : cut;
}
