import { Refusal } from '../../errors/errors.ts';

/** Bytes beyond ASCII, which say letters only together; Node refuses those that are written as they are. */
const ESCAPED_BYTES = /(?:%[89a-f][\da-f])+/gi;

/** The parameters of an address. @throws {Refusal} REQUETE_INVALIDE when its bytes are not UTF-8 */
export function readParameters(search: string): URLSearchParams {
  for (const bytes of search.match(ESCAPED_BYTES) ?? []) refuseOthers(bytes);
  return new URLSearchParams(search);
}

function refuseOthers(bytes: string): void {
  try {
    decodeURIComponent(bytes);
  } catch (cause) {
    throw new Refusal('REQUETE_INVALIDE', {
      detail: 'Les octets de l’adresse ne sont pas de l’UTF-8.',
      cause,
    });
  }
}
