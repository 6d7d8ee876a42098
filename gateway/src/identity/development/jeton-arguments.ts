import { parseArgs } from 'node:util';
import { ClaimFault, readIdentity } from '../read-claims.ts';
import { JetonFault } from './jeton-fault.ts';

/** What `npm run jeton` is asked. */
export interface JetonArguments {
  readonly folder: string;
  /** The claims of the token, all but who issues it, for whom and until when. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly durationSeconds: number;
}

export const JETON_HELP = `Usage : npm run jeton -- [options]

Donne un jeton de développement, et ce qu’il faut dire à la passerelle pour qu’elle l’accepte.

  --sujet NOM            qui demande (developpement)
  --palier CODE          MSSS, SANTE_QUEBEC ou ETABLISSEMENT
  --etablissement CODE   l’établissement au nom duquel il demande
  --scopes LISTE         portées, séparées par des virgules ou des espaces
  --politiques LISTE     politiques, séparées par des virgules
  --duree DUREE          30s, 15m, 8h ou 1d ; au plus 1d (8h)
  --dossier CHEMIN       où sont les clés, faites la première fois (.palier/jetons)
  --aide                 cette page
`;

const LONGEST_SECONDS = 86_400;
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, j: 86_400 };
const CLAIM_FLAGS: Readonly<Record<string, string>> = {
  sub: '--sujet',
  palier: '--palier',
  etablissement: '--etablissement',
  scope: '--scopes',
  policies: '--politiques',
};

/** @returns nothing when the help page is asked for @throws {JetonFault} */
export function readJetonArguments(args: readonly string[]): JetonArguments | undefined {
  const values = parse(args);
  if (values.aide) return undefined;
  const claims = {
    sub: values.sujet,
    ...(values.palier !== undefined && { palier: values.palier }),
    ...(values.etablissement !== undefined && { etablissement: values.etablissement }),
    ...(values.scopes !== undefined && { scope: splitList(values.scopes, /[\s,]+/).join(' ') }),
    ...(values.politiques !== undefined && { policies: splitList(values.politiques, /\s*,\s*/) }),
  };
  refuseBadClaims(claims);
  return { folder: values.dossier, claims, durationSeconds: readDuration(values.duree) };
}

function parse(args: readonly string[]): ReturnType<typeof parseKnown>['values'] {
  try {
    return parseKnown(args).values;
  } catch (cause) {
    const { code } = cause as { readonly code?: unknown };
    const [, flag] = /'(-[^']*|[^']+)'/.exec((cause as Error).message) ?? [];
    const fault =
      code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? 'demande une valeur' : 'n’est pas une option';
    throw new JetonFault(
      `« ${(flag ?? '').replace(/ .*/, '')} » ${fault} : « npm run jeton -- --aide » les donne.`,
    );
  }
}

const parseKnown = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    strict: true,
    options: {
      sujet: { type: 'string', default: 'developpement' },
      palier: { type: 'string' },
      etablissement: { type: 'string' },
      scopes: { type: 'string' },
      politiques: { type: 'string' },
      duree: { type: 'string', default: '8h' },
      dossier: { type: 'string', default: '.palier/jetons' },
      aide: { type: 'boolean', default: false },
    },
  });

const splitList = (text: string, separator: RegExp): readonly string[] =>
  text
    .trim()
    .split(separator)
    .filter((item) => item !== '');

/** What the gateway would refuse is not worth signing. */
function refuseBadClaims(claims: Readonly<Record<string, unknown>>): void {
  try {
    readIdentity(claims);
  } catch (error) {
    if (!(error instanceof ClaimFault)) throw error;
    const { claim } = error;
    const wanted = claim === 'palier' ? ' : MSSS, SANTE_QUEBEC ou ETABLISSEMENT sont possibles.' : '.';
    throw new JetonFault(`${CLAIM_FLAGS[claim] ?? claim} n’a pas une valeur acceptée${wanted}`);
  }
}

function readDuration(text: string): number {
  const [, count, unit = ''] = /^([1-9]\d{0,5})([smhdj])$/.exec(text) ?? [];
  const seconds = Number(count) * (UNITS[unit] ?? NaN);
  if (seconds <= LONGEST_SECONDS) return seconds;
  throw new JetonFault(`--duree vaut « ${text} » : 30s, 15m, 8h ou au plus 1d est attendu.`);
}
