import { type Fact, isFact, isObject, nameFact } from '../fact-types/name-fact.ts';
import type { Cote } from '../shell/sides.tsx';

export interface Provenance {
  readonly origine: string;
  readonly section: string | null;
  readonly lignes: string | null;
  readonly confiance: string | null;
  readonly note: string | null;
  readonly document: Fact | null;
  /** The lines that are cited; nothing for what cites none. */
  readonly passage: Passage | null;
}

/** What the lines that are cited say. */
export interface Passage {
  /** Nothing where the text was not imported. */
  readonly texte: string | null;
  /** Why some of its words are not there; nothing when all are. */
  readonly absence: { readonly motif: string } | null;
}

/** A conflict between sources, and what each side says. */
export interface Ecart extends Fact {
  readonly titre: string;
  readonly detail: string;
  readonly gravite: string;
  readonly cotes: readonly Cote[];
}

interface Acte {
  readonly numero: number;
  readonly natureActe: string;
  readonly auteur: string;
  readonly motif: string | null;
}

export interface Version {
  readonly connuDepuis: string;
  readonly connuJusqua: string | null;
  /** That began it; nothing for what no act wrote. */
  readonly parActe: Acte | null;
  /** That ended it. */
  readonly finiParActe: Acte | null;
  /** What it said of the fact. */
  readonly [field: string]: unknown;
}

/** A field that is shown, and its value. */
export interface Line {
  readonly field: string;
  readonly value: unknown;
}

/** The fields of a fact, by what a reader looks for. */
export interface Sections {
  readonly details: readonly Line[];
  readonly owners: readonly Line[];
  readonly dependents: readonly Line[];
  /** The fields of what may lean on it that were asked; the page says nothing of the others. */
  readonly askedDependents: readonly string[];
  readonly sources: readonly Line[];
  readonly ecarts: readonly Ecart[];
  readonly versions: readonly Version[] | null;
}

/** Who answers for it, decides of it, or bears it. */
const OWNERS = new Set([
  'palier',
  'mandats',
  'arbitre',
  'regleArbitrage',
  'definiPar',
  'incarnePar',
  'porteur',
  'pilote',
  'emetteur',
  'etablissement',
  'gestionnaire',
  'pdg',
  'rattacheA',
]);

/** What leans on it: what would be read otherwise if it changed. */
const DEPENDENTS = new Set([
  'ailleurs',
  'arrimages',
  'axes',
  'constats',
  'depasseePar',
  'dependants',
  'designations',
  'enonces',
  'ententes',
  'exerciceRoles',
  'exigences',
  'faits',
  'indicateur',
  'installations',
  'installationsPubliees',
  'limitePubliee',
  'mesures',
  'modifications',
  'obligations',
  'offre',
  'orientations',
  'orientationsTouchees',
  'partenaires',
  'recommandations',
  'redditions',
  'reglesValidation',
  'reseauxLocaux',
  'reseauxTerritoriaux',
  'sections',
  'sousItems',
  'standards',
  'territoires',
  'touche',
  'valeursRegionales',
]);

/** What a part of the page shows by itself. */
const APART = new Set(['__typename', 'code', 'ecarts', 'exercices', 'offres', 'versions']);

/** Whether a field says where something comes from. */
export const isSourceField = (field: string): boolean =>
  field.startsWith('provenance') || field === 'fondement';

export function toSections(fact: Fact): Sections {
  const shown = Object.entries(withoutTold(withOwner(fact)))
    .filter(([field, value]) => !APART.has(field) && !isEmpty(value))
    .map(([field, value]) => ({ field, value }));
  const isSource = ({ field }: Line): boolean => isSourceField(field);
  const isOwner = ({ field }: Line): boolean => OWNERS.has(field);
  const isDependent = ({ field }: Line): boolean => DEPENDENTS.has(field);
  return {
    sources: shown.filter(isSource),
    owners: shown.filter(isOwner),
    dependents: shown.filter(isDependent),
    askedDependents: Object.keys(fact).filter((field) => DEPENDENTS.has(field)),
    details: shown.filter((line) => !isSource(line) && !isOwner(line) && !isDependent(line)),
    ecarts: (fact['ecarts'] as readonly Ecart[] | null | undefined) ?? [],
    versions: (fact['versions'] as readonly Version[] | null | undefined) ?? null,
  };
}

/** What is of a territory is of the établissement that answers for it. */
function withOwner(fact: Fact): Fact {
  const { territoire } = fact as { readonly territoire?: { readonly etablissement?: unknown } | null };
  const etablissement = territoire?.etablissement;
  return etablissement === undefined || 'etablissement' in fact ? fact : { ...fact, etablissement };
}

interface Dependants {
  readonly totalCount: number;
  readonly nodes: readonly (Pick<Fact, 'code'> & { readonly type: string })[];
}

/** What leans on it and that another field tells, with more of it, is told once. */
function withoutTold(fact: Fact): Fact {
  const { dependants, ...others } = fact as Fact & { readonly dependants?: Dependants | null };
  if (dependants == null) return fact;
  const told = new Set(
    Object.entries(others)
      .filter(([field]) => DEPENDENTS.has(field) || field === 'ecarts')
      .flatMap(([, value]) => listFacts(value))
      .map(({ __typename, code }) => `${__typename} ${code}`),
  );
  const nodes = dependants.nodes.filter(({ type, code }) => !told.has(`${type} ${code}`));
  const left = dependants.nodes.length - nodes.length;
  return { ...fact, dependants: { nodes, totalCount: dependants.totalCount - left } };
}

function listFacts(value: unknown): readonly Fact[] {
  const { nodes = value } = isObject(value) ? value : {};
  return [nodes ?? []].flat().filter((one) => isFact(one));
}

/** What says nothing. An absence says something, and so does a list that says why it is empty. */
export function isEmpty(value: unknown): boolean {
  if (value == null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  const { nodes, absence } = value as { readonly nodes?: readonly unknown[]; readonly absence?: unknown };
  return nodes?.length === 0 && absence == null;
}

/** Fields that the name of a fact says already. */
export function isNamed(fact: Fact, { field, value }: Line): boolean {
  if (field === 'loi' || field === 'article') return fact.__typename === 'ReferenceLegale';
  return typeof value === 'string' && value === nameFact(fact);
}
