import { foldText } from '@palier/gateway/base/fold-text';
import type { NodeOf } from '../operations/operation.ts';
import type { PageRechercheQuery } from '../operations/operations.ts';
import { findFactType, GROUPS, type Group } from '../fact-types/fact-types.ts';

export type Found = NodeOf<PageRechercheQuery['recherche']>;

export type Ailleurs = NonNullable<PageRechercheQuery['recherche']>['ailleurs'][number];

type Nomme = Pick<NonNullable<PageRechercheQuery['indicateurs']>[number], 'code' | 'nom' | 'provenance'>;

/** The same, with no rule but those whose code or name has every word, each once: the last of its versions. */
export function withNamedRegles(data: PageRechercheQuery, q: string): PageRechercheQuery {
  const { reglesValidation } = data;
  if (reglesValidation === null) return data;
  const words = foldText(q).split(/\s+/);
  const byCode = new Map(reglesValidation.nodes.map((regle) => [regle?.code, regle]));
  const nodes = [...byCode.values()].filter((regle) => {
    const said = foldText(`règle de validation ${regle?.code} ${regle?.nom}`);
    return regle !== null && words.every((word) => said.includes(word));
  });
  return { ...data, reglesValidation: { totalCount: nodes.length, nodes } };
}

/** What Santé Québec names so, as what the ministry knows is found. */
function listNamed({ etablissements, indicateurs, reglesValidation }: PageRechercheQuery): readonly Found[] {
  const toFound = (type: string, { code, nom, provenance: { origine } }: Nomme, extrait: string): Found => ({
    type,
    code,
    titre: nom,
    extrait,
    provenance: { origine, lignes: null, document: null },
  });
  return [
    ...(etablissements ?? []).map((one) => toFound('Etablissement', one, one.abrege ?? '')),
    ...(indicateurs ?? []).map((one) => toFound('Indicateur', one, one.regle)),
    ...(reglesValidation?.nodes ?? []).flatMap((one) =>
      one === null ? [] : toFound('RegleValidation', one, one.message),
    ),
  ];
}

/** What the ministry knows, without what of it could not be read. */
export const listHeld = ({ recherche }: PageRechercheQuery): readonly Found[] =>
  (recherche?.nodes ?? []).filter((node) => node !== null);

/** All that was found, whichever level holds it. */
export const listFound = ({ data, byCode }: Searched): readonly Found[] => [
  ...byCode,
  ...listHeld(data).filter((one) => !byCode.some((named) => isSame(one, named))),
  ...listNamed(data),
];

const isSame = (one: Found, other: Found): boolean => one.type === other.type && one.code === other.code;

/** What a search reads: what holds the words, and what they are the code of. */
export interface Searched {
  readonly data: PageRechercheQuery;
  readonly byCode: readonly Found[];
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
