import { findFactType } from '../fact-types/fact-types.ts';
import type { Cote } from '../shell/sides.tsx';
import { sayPeriode } from '../tableau/shown/say.ts';

/** What an operation « fait-… » answers of one thing: its fields, as they were asked. */
export interface Fact {
  readonly __typename: string;
  readonly code: string;
  readonly [field: string]: unknown;
}

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
  'arrimages',
  'axes',
  'depasseePar',
  'enonces',
  'exerciceRoles',
  'exigences',
  'faits',
  'ailleurs',
  'indicateur',
  'mesures',
  'modifications',
  'obligations',
  'orientations',
  'orientationsTouchees',
  'recommandations',
  'redditions',
  'reseauxLocaux',
  'reseauxTerritoriaux',
  'sections',
  'sousItems',
  'standards',
  'territoires',
  'touche',
]);

const APART = new Set(['__typename', 'code', 'ecarts', 'versions']);

/** Whether a field says where something comes from. */
export const isSourceField = (field: string): boolean =>
  field.startsWith('provenance') || field === 'fondement';

export function toSections(fact: Fact): Sections {
  const shown = Object.entries(withOwner(fact))
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

/** What says nothing. An absence says something. */
export function isEmpty(value: unknown): boolean {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0);
}

const NAMES = ['enonce', 'nom', 'titre', 'libelle', 'reference', 'avec', 'besoin', 'designation'] as const;

/** What it says, in a line: its name or its statement. */
export function nameFact(fact: Fact): string {
  const { standard, service, loi, article } = fact as Partial<Record<string, unknown>>;
  if (isFact(standard) && isFact(service)) return `${nameFact(service)} : ${nameFact(standard)}`;
  if (typeof loi === 'string') return typeof article === 'string' ? `${loi}, art. ${article}` : loi;
  const name = NAMES.map((field) => fact[field]).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : nameByParts(fact);
}

/** « Navigateur, Pierrefonds »: what has no name of its own, by what it is of, of whom and of when; its code, where none was asked. */
function nameByParts(fact: Fact): string {
  const { exigence, service, role, etablissement, territoire, volet, periode, campagne, exercice, version } =
    fact as Partial<Record<string, unknown>>;
  const what = [exigence, service, role].map(nameOf).find((name) => name !== undefined);
  const year = [campagne, exercice].find((value) => typeof value === 'string');
  const parts = [
    territoire === undefined ? nameOf(etablissement) : nameOf(territoire),
    volet,
    isObject(periode) && typeof periode['code'] === 'string' ? sayPeriode(periode['code']) : undefined,
    year,
    year === undefined || version === undefined ? undefined : `version ${String(version)}`,
  ].filter((part) => typeof part === 'string');
  if (parts.length === 0) return fact.code;
  return [what ?? findFactType(fact.__typename)?.name, ...parts].join(', ');
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The name of what another is of; nothing where its name was not asked. */
function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const name = nameFact({ __typename: '', code: '', ...value });
  return name === '' || name === value['code'] ? undefined : name;
}

/** Fields that the name of a fact says already. */
export function isNamed(fact: Fact, { field, value }: Line): boolean {
  if (field === 'loi' || field === 'article') return fact.__typename === 'ReferenceLegale';
  return typeof value === 'string' && value === nameFact(fact);
}

export function isFact(value: unknown): value is Fact {
  const { __typename, code } = (value ?? {}) as Partial<Fact>;
  return typeof __typename === 'string' && typeof code === 'string';
}
