import { askOrRefuse } from '@palier/runtime/acts/ask-or-refuse';
import { contenuInvalide } from '@palier/runtime/acts/refus';
import type { Context } from '../tables.ts';
import type { Appreciation as Contenu } from './appreciation.actes.ts';
import { findCurrentVersion } from './appreciation.queries.ts';

interface AskedAppreciation {
  readonly campagne: string;
  readonly texte: string;
  readonly date: string | null;
  readonly versionAttendue: number | null;
}

/** What is written of an appreciation: what Santé Québec transmitted last is asked of the graph. Raises CONTENU_INVALIDE. */
export async function prepareAppreciation(
  { database, journal }: Context,
  { campagne: code, texte, date, versionAttendue }: AskedAppreciation,
): Promise<Contenu> {
  const { campagne } = await askOrRefuse<{
    campagne: { readonly transmissions: readonly { version: string; transmiseLe: string }[] } | null;
  }>(
    journal,
    'query BilansTransmis($campagne: ID!) { campagne(code: $campagne) { transmissions { version transmiseLe } } }',
    { campagne: code },
  );
  if (campagne === null)
    throw contenuInvalide({
      regle: { code: 'CAMPAGNE_CONNUE', origine: 'INFERENCE' },
      motif: `Santé Québec n’a pas ouvert de campagne ${code}.`,
      remede: 'Nommez-en une : « campagnes » les énumère.',
    });
  const last = campagne.transmissions.at(-1);
  return {
    campagne: code,
    version: (versionAttendue ?? (await findCurrentVersion(database, code))) + 1,
    transmission: last === undefined ? null : { version: last.version, transmiseLe: last.transmiseLe },
    texte,
    jour: date,
  };
}
