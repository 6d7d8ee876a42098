/** The three levels of governance, as tokens, calls and the graph name them. */
export const CodePalier = {
  MSSS: 'MSSS',
  SANTE_QUEBEC: 'SANTE_QUEBEC',
  ETABLISSEMENT: 'ETABLISSEMENT',
} as const;
export type CodePalier = (typeof CodePalier)[keyof typeof CodePalier];

/** The subject of whoever plays the story of a demonstration, inside the program: no token may say it. */
export const STORYTELLER = 'demonstration';

/** On whose behalf something is asked, as far as a verified token or a signed call tells. */
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

const PALIERS: ReadonlySet<unknown> = new Set(Object.values(CodePalier));

export const isCodePalier = (value: unknown): value is CodePalier => PALIERS.has(value);

/** The value of the header `palier-identite`; `docs/signed-calls.md` gives its shape. */
export function encodeIdentity({ subject, palier, etablissement, scopes, policies }: Identity): string {
  const said = { sub: subject, palier, etablissement, scopes: [...scopes], policies: [...policies] };
  return Buffer.from(JSON.stringify(said)).toString('base64url');
}

/** Reads what `encodeIdentity` wrote; undefined when it has not that shape. */
export function parseIdentity(header: string): Identity | undefined {
  const said = parseObject(Buffer.from(header, 'base64url').toString('utf8'));
  if (said === undefined) return undefined;
  const { sub, palier, etablissement, scopes, policies } = said;
  if (!isTextOrNothing(sub) || !isTextOrNothing(etablissement)) return undefined;
  if ((palier !== undefined && !isCodePalier(palier)) || !isTexts(scopes) || !isTexts(policies))
    return undefined;
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

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
