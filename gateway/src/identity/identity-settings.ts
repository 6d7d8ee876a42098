import { isProduction, type VariableReader, type Variables } from '../base/variable-reader.ts';

/** Where the public keys of the issuer are. */
export type KeyPlace = { readonly url: URL } | { readonly path: string };

/** Whose tokens are believed, and for how long. */
export interface IdentitySettings {
  readonly keys: KeyPlace;
  readonly issuer: string;
  readonly audience: string;
  /** Signature algorithms; no other is looked at, whatever a token says. */
  readonly algorithms: readonly string[];
  /** How far the clocks of the issuer and of the gateway may differ, in seconds. */
  readonly clockToleranceSeconds: number;
  /** How old a token may get, whatever it says of its own end, in seconds. */
  readonly maxAgeSeconds: number;
  /** Largest token, in characters. */
  readonly maxBytes: number;
  /** After how long the keys at an address are asked for again, in seconds. */
  readonly keysRefreshSeconds: number;
}

/** Who may ask operations: anybody, or only those whose token was verified. */
export type AllowedCallers = 'EVERYONE' | 'AUTHENTICATED';

/** The issuer that `npm run jeton` signs as. It is nobody: production does not take its tokens. */
export const DEVELOPMENT_ISSUER = 'palier-developpement';
export const DEVELOPMENT_AUDIENCE = 'palier';

/** A private key signs with these and a public one verifies: who can verify cannot sign. */
const ASYMMETRIC = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const USUAL_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Nothing without PALIER_JWKS: nobody is known then. */
export function readIdentitySettings(
  variables: Variables,
  reader: VariableReader,
): IdentitySettings | undefined {
  const settings = {
    issuer: variables['PALIER_JWT_ISSUER'] ?? '',
    audience: variables['PALIER_JWT_AUDIENCE'] ?? '',
    algorithms: readAlgorithms(reader),
    clockToleranceSeconds: reader.integer('PALIER_JWT_CLOCK_TOLERANCE', 30, { from: 0, to: 300 }),
    maxAgeSeconds: reader.positive('PALIER_JWT_MAX_AGE', 86_400),
    maxBytes: reader.integer('PALIER_JWT_MAX_BYTES', 8_192, { from: 256, to: 16_384 }),
    keysRefreshSeconds: reader.integer('PALIER_JWKS_REFRESH', 300, { from: 1, to: 86_400 }),
  };
  const place = variables['PALIER_JWKS'];
  if (!place) return undefined;
  requireParty('PALIER_JWT_ISSUER', settings.issuer, 'l’émetteur des jetons (« iss »)', reader);
  requireParty('PALIER_JWT_AUDIENCE', settings.audience, 'le destinataire des jetons (« aud »)', reader);
  if (settings.issuer === DEVELOPMENT_ISSUER && isProduction(variables['NODE_ENV'])) {
    reader.report(
      `PALIER_JWT_ISSUER vaut « ${DEVELOPMENT_ISSUER} » : les jetons de développement sont refusés en production.`,
    );
  }
  const keys = readPlace(place, reader);
  return keys && { ...settings, keys };
}

export function readAllowedCallers(variables: Variables, reader: VariableReader): AllowedCallers {
  if (!reader.onOff('PALIER_AUTH_REQUIRED', false)) return 'EVERYONE';
  if (!variables['PALIER_JWKS']) {
    reader.report('PALIER_AUTH_REQUIRED vaut 1 mais PALIER_JWKS manque : personne ne pourrait être reconnu.');
  }
  return 'AUTHENTICATED';
}

function requireParty(name: string, value: string, meaning: string, reader: VariableReader): void {
  if (value.trim() === '') reader.report(`${name} manque : ${meaning}, exigé dès que PALIER_JWKS est donné.`);
}

function readAlgorithms(reader: VariableReader): readonly string[] {
  const algorithms = reader.list('PALIER_JWT_ALGORITHMS', USUAL_ALGORITHMS);
  for (const algorithm of algorithms) {
    if (ASYMMETRIC.includes(algorithm)) continue;
    reader.report(
      `PALIER_JWT_ALGORITHMS contient « ${algorithm} » : ${ASYMMETRIC.join(', ')} sont possibles ; jamais « none » ni un secret partagé.`,
    );
  }
  return algorithms.length > 0 ? algorithms : USUAL_ALGORITHMS;
}

/** Also a badly written one: what it holds, a password maybe, is then not repeated as the name of a file would be. */
const ADDRESS = /^([a-z][a-z0-9+.-]+:|\/\/)/i;

/** Keys that anybody on the way could replace are no keys: in clear only from this machine. */
function readPlace(text: string, reader: VariableReader): KeyPlace | undefined {
  if (!ADDRESS.test(text)) return { path: text };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return { url };
  if (url?.protocol === 'http:' && LOOPBACK.has(url.hostname) && url.username === '' && url.password === '')
    return { url };
  reader.report(
    'PALIER_JWKS n’est ni un fichier, ni une adresse https://… sans mot de passe, ni une adresse http:// de cette machine.',
  );
  return undefined;
}
