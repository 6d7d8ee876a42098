import type { CodePalier } from '../vocabulary/paliers.ts';

/** On whose behalf the gateway asks, as far as a signed call tells. */
export interface Identity {
  /** Nothing when nobody is known. */
  readonly subject: string | undefined;
  /** The level it acts for. */
  readonly palier: CodePalier | undefined;
  /** The code of the établissement it acts for, when it acts for one. */
  readonly etablissement: string | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly policies: ReadonlySet<string>;
}

/** Nobody is known. */
export const ANONYMOUS: Identity = {
  subject: undefined,
  palier: undefined,
  etablissement: undefined,
  scopes: new Set(),
  policies: new Set(),
};

const PALIERS: ReadonlySet<unknown> = new Set<CodePalier>(['MSSS', 'SANTE_QUEBEC', 'ETABLISSEMENT']);

/**
 * Reads the header `palier-identite` of a call whose signature covers it.
 * @returns undefined when it has not the shape that `docs/signed-calls.md` gives
 */
export function parseIdentity(header: string): Identity | undefined {
  const said = parseObject(Buffer.from(header, 'base64url').toString('utf8'));
  if (said === undefined) return undefined;
  const { sub, palier, etablissement, scopes, policies } = said;
  if (!isTextOrNothing(sub) || !isTextOrNothing(etablissement)) return undefined;
  if (!isPalierOrNothing(palier) || !isTexts(scopes) || !isTexts(policies)) return undefined;
  return { subject: sub, palier, etablissement, scopes: new Set(scopes), policies: new Set(policies) };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isTextOrNothing = (value: unknown): value is string | undefined =>
  value === undefined || typeof value === 'string';

const isPalierOrNothing = (value: unknown): value is CodePalier | undefined =>
  value === undefined || PALIERS.has(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
