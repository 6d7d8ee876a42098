import { findFactType } from './fact-types.ts';
import { sayPeriode } from './say-periode.ts';

/** What an operation « fait-… » answers of one thing: its fields, as they were asked. */
export interface Fact {
  readonly __typename: string;
  readonly code: string;
  readonly [field: string]: unknown;
}

const NAMES = ['enonce', 'nom', 'titre', 'libelle', 'reference', 'avec', 'besoin', 'designation'] as const;

/** What it says, in a line: its name or its statement. */
export function nameFact(fact: Fact): string {
  const { standard, service, loi, article } = fact as Partial<Record<string, unknown>>;
  const [ofStandard, ofService] = [nameOf(standard), nameOf(service)];
  if (ofStandard !== undefined && ofService !== undefined) return `${ofService} : ${ofStandard}`;
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

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The name of what another is of; nothing where its name was not asked. */
function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const name = nameFact({ __typename: '', code: '', ...value });
  return name === '' || name === value['code'] ? undefined : name;
}

export function isFact(value: unknown): value is Fact {
  const { __typename, code } = (value ?? {}) as Partial<Fact>;
  return typeof __typename === 'string' && typeof code === 'string';
}
