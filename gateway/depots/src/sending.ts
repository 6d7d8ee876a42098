import { Refusal } from '@palier/gateway/errors/errors';
import type { MountRequest } from '@palier/gateway/http/mount';

/** How a file is sent: what its address and its headers say. */
export interface Sending {
  readonly campagne: string;
  readonly estUnEssai: boolean;
  /** The name of the act; that of the file itself without one. */
  readonly cle: string | undefined;
  readonly motif: string | undefined;
  /** Revision of the last version that its author read, submitted or not; 0 when there was none. */
  readonly versionAttendue: number | undefined;
}

const KNOWN = new Set(['campagne', 'essai', 'cle', 'motif', 'versionAttendue']);

/** Raises REQUETE_INVALIDE. */
export function readSending(request: MountRequest): Sending {
  const { parameters } = request;
  for (const name of parameters.keys())
    if (!KNOWN.has(name))
      throw invalid(`Le paramètre « ${name} » est inconnu : donnez ${[...KNOWN].join(', ')}.`);
  const essai = once(parameters, 'essai') ?? '0';
  if (essai !== '0' && essai !== '1') throw invalid('« essai » vaut 0 ou 1.');
  const version = once(parameters, 'versionAttendue');
  if (version !== undefined && !/^\d{1,9}$/.test(version))
    throw invalid(
      '« versionAttendue » est le nombre `revision` de la dernière version que vous avez lue, soumise ou non, 0 s’il n’y en avait aucune.',
    );
  return {
    campagne: readCampagne(request),
    estUnEssai: essai === '1',
    cle: readCle(request),
    motif: once(parameters, 'motif'),
    versionAttendue: version === undefined ? undefined : Number(version),
  };
}

/** The name of the act, by the address or by its header. Raises REQUETE_INVALIDE. */
function readCle({ parameters, headers }: MountRequest): string | undefined {
  const [cle, key] = [once(parameters, 'cle'), headers['idempotency-key']];
  if (cle !== undefined && key !== undefined && cle !== key)
    throw invalid(
      '« cle » et « Idempotency-Key » nomment deux actes : donnez la même clé, ou une seule des deux.',
    );
  return cle ?? key;
}

/** The campagne that an address names. Raises REQUETE_INVALIDE. */
export function readCampagne({ parameters }: MountRequest): string {
  const campagne = once(parameters, 'campagne');
  if (campagne === undefined)
    throw invalid(
      'Nommez la campagne : « ?campagne=2026-2027 ». « campagnes » énumère celles qui sont ouvertes.',
    );
  return campagne;
}

function once(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name);
  if (values.length > 1) throw invalid(`Le paramètre « ${name} » est donné plusieurs fois.`);
  return values[0];
}

const invalid = (detail: string): Refusal => new Refusal('REQUETE_INVALIDE', { detail });
