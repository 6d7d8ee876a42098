/** What a token says of who holds it, for the page to show: the gateway alone verifies it. */
export interface Claims {
  readonly sujet: string;
  readonly palier: string | undefined;
  readonly etablissement: string | undefined;
  readonly droits: readonly string[];
  /** When it ends. */
  readonly fin: Date | undefined;
}

/** Nothing when it is no token of three parts, or says no subject. */
export function readClaims(token: string): Claims | undefined {
  const said = readPayload(token);
  const sujet = said?.['sub'];
  if (said === undefined || typeof sujet !== 'string') return undefined;
  const { exp, scope, scp } = said;
  return {
    sujet,
    palier: textOf(said['palier']),
    etablissement: textOf(said['etablissement']),
    droits: [scope, scp]
      .flat()
      .flatMap((scopes) => (typeof scopes === 'string' ? scopes.split(' ').filter(Boolean) : [])),
    fin: toDate(exp),
  };
}

function readPayload(token: string): Readonly<Record<string, unknown>> | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof said === 'object' && said !== null
      ? (said as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Nothing past what a date holds. */
function toDate(seconds: unknown): Date | undefined {
  const date = typeof seconds === 'number' ? new Date(seconds * 1_000) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}

/** « marie, SANTE_QUEBEC » */
export const sayHolder = (claims: Claims | undefined): string =>
  claims === undefined
    ? 'jeton illisible'
    : [claims.sujet, claims.palier, claims.etablissement].filter(Boolean).join(', ');
