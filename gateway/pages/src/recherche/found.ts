import { findFactType, GROUPS, type Group } from '../fact-types/fact-types.ts';

/** What the operation « page-recherche » answers. */
export interface RecherchePageData {
  readonly recherche: {
    readonly totalCount: number;
    readonly nodes: readonly Found[];
    readonly ailleurs: readonly Ailleurs[];
  } | null;
  readonly lexique: readonly { readonly code: string }[] | null;
  /** Those that are named so; null when Santé Québec did not answer. */
  readonly etablissements: readonly (Nomme & { readonly abrege: string | null })[] | null;
  readonly indicateurs: readonly (Nomme & { readonly regle: string })[] | null;
}

interface Nomme {
  readonly code: string;
  readonly nom: string;
  readonly provenance: { readonly origine: string };
}

export interface Found {
  readonly type: string;
  readonly code: string;
  readonly titre: string;
  readonly extrait: string;
  readonly provenance: {
    readonly origine: string;
    readonly lignes: string | null;
    readonly document: { readonly code: string } | null;
  };
}

export interface Ailleurs {
  readonly champ: string;
  readonly contenu: string;
  readonly palier: { readonly nom: string } | null;
}

/** What Santé Québec names so, as what the ministry knows is found. */
function listNamed({ etablissements, indicateurs }: RecherchePageData): readonly Found[] {
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
  ];
}

/** All that was found, whichever level holds it. */
export const listFound = (data: RecherchePageData): readonly Found[] => [
  ...(data.recherche?.nodes ?? []),
  ...listNamed(data),
];

export interface FoundGroup {
  readonly group: Group;
  /** The best first. */
  readonly found: readonly Found[];
}

/** What was found, by what people look for: the group of the best result first. */
export function groupFound(data: RecherchePageData): readonly FoundGroup[] {
  const terms = new Set(data.lexique?.map(({ code }) => code));
  const groupOf = ({ type, code }: Found): Group =>
    type === 'Element' && terms.has(code) ? 'termes' : (findFactType(type)?.group ?? 'faits');
  const groups = new Map<Group, Found[]>();
  for (const found of listFound(data)) {
    const group = groupOf(found);
    const others = groups.get(group);
    if (others === undefined) groups.set(group, [found]);
    else others.push(found);
  }
  return [...groups].map(([group, found]) => ({ group, found }));
}

export const isGroup = (name: string): name is Group => (GROUPS as readonly string[]).includes(name);
