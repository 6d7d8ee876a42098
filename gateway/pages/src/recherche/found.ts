import { foldText } from '@palier/gateway/base/fold-text';
import type { NodeOf } from '../operations/operation.ts';
import type { PageRechercheQuery } from '../operations/operations.ts';
import { findFactType, GROUPS, type Group } from '../fact-types/fact-types.ts';

export type Found = NodeOf<PageRechercheQuery['recherche']>;

export type Ailleurs = NonNullable<PageRechercheQuery['recherche']>['ailleurs'][number];

type Nomme = Pick<NonNullable<PageRechercheQuery['indicateurs']>[number], 'code' | 'nom' | 'provenance'>;

/** What Santé Québec holds in short lists that nothing narrows, and what each is called. */
const WHOLE_LISTS = {
  reglesValidation: 'règle de validation',
  outils: 'outil',
  leviersNationaux: 'levier national',
};

/** The same, with nothing of its whole lists but what has every word in its code or its name, each once: the last of its versions. */
export function withNamed(data: PageRechercheQuery, q: string): PageRechercheQuery {
  const words = foldText(q).split(/\s+/);
  const keep = <Of extends { readonly code: string; readonly nom: string }>(
    called: string,
    all: readonly (Of | null)[],
  ): Of[] => {
    const byCode = new Map(all.flatMap((one) => (one === null ? [] : [[one.code, one] as const])));
    return [...byCode.values()].filter(({ code, nom }) => {
      const said = foldText(`${called} ${code} ${nom}`);
      return words.every((word) => said.includes(word));
    });
  };
  const { reglesValidation, outils, leviersNationaux } = data;
  const regles = reglesValidation && keep(WHOLE_LISTS.reglesValidation, reglesValidation.nodes);
  return {
    ...data,
    reglesValidation: regles && { totalCount: regles.length, nodes: regles },
    outils: outils && keep(WHOLE_LISTS.outils, outils),
    leviersNationaux: leviersNationaux && keep(WHOLE_LISTS.leviersNationaux, leviersNationaux),
  };
}

/** What Santé Québec names so, as what the ministry knows is found. */
function listNamed({
  etablissements,
  indicateurs,
  reglesValidation,
  outils,
  leviersNationaux,
}: PageRechercheQuery): readonly Found[] {
  const toFound = (type: string, { code, nom, provenance: { origine } }: Nomme, extrait: string): Found => ({
    type,
    code,
    titre: nom,
    extrait,
    complet: true,
    provenance: { origine, lignes: null, document: null },
  });
  return [
    ...(etablissements ?? []).map((one) => toFound('Etablissement', one, one.abrege ?? '')),
    ...(indicateurs ?? []).map((one) => toFound('Indicateur', one, one.regle)),
    ...(reglesValidation?.nodes ?? []).flatMap((one) =>
      one === null ? [] : toFound('RegleValidation', one, one.message),
    ),
    ...(outils ?? []).map((one) => toFound('Outil', one, '')),
    ...(leviersNationaux ?? []).map((one) => toFound('LevierNational', one, '')),
  ];
}

/** What the ministry knows, without what of it could not be read. */
export const listHeld = ({ recherche }: PageRechercheQuery): readonly Found[] =>
  (recherche?.nodes ?? []).filter((node) => node !== null);

/**
 * All that was found, whichever level holds it: what was asked by its very code or name, what holds every word, what holds a
 * part of them; of each, what is named whole among the words first.
 */
export function listFound({ data, byCode, q }: Searched): readonly Found[] {
  const others = [
    ...listHeld(data).filter((one) => !byCode.some((named) => isSame(one, named))),
    ...listNamed(data),
  ];
  const asked = toWords(q);
  const rankOf = ({ code, titre, complet }: Found): number => {
    const name = toWords(titre);
    if (toWords(code) === asked || name === asked) return 0;
    return (complet ? 1 : 3) + Number(!` ${asked} `.includes(` ${name} `));
  };
  return [...byCode, ...others.toSorted((one, other) => rankOf(one) - rankOf(other))];
}

/** The words of a text alone, whatever stands between them: « Montréal - Centre-Sud » is « montreal centre sud ». */
const toWords = (text: string): string => (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const isSame = (one: Found, other: Found): boolean => one.type === other.type && one.code === other.code;

/** What a search reads: what holds the words, and what they are the code of. */
export interface Searched {
  readonly data: PageRechercheQuery;
  readonly byCode: readonly Found[];
  /** What was asked. */
  readonly q: string;
}

export interface FoundGroup {
  readonly group: Group;
  /** The best first. */
  readonly found: readonly Found[];
}

/** What was found, by what people look for: the group of the best result first. */
export function groupFound(searched: Searched): readonly FoundGroup[] {
  const terms = new Set(searched.data.lexique?.map(({ code }) => code));
  const groupOf = ({ type, code }: Found): Group =>
    type === 'Element' && terms.has(code) ? 'termes' : (findFactType(type)?.group ?? 'faits');
  const groups = new Map<Group, Found[]>();
  for (const found of listFound(searched)) {
    const group = groupOf(found);
    const others = groups.get(group);
    if (others === undefined) groups.set(group, [found]);
    else others.push(found);
  }
  return [...groups].map(([group, found]) => ({ group, found }));
}

export const isGroup = (name: string): name is Group => (GROUPS as readonly string[]).includes(name);
