import type { MountRequest } from '@palier/gateway/http/mount';
import { findLast } from './find-last.ts';
import type { KnownAddress } from './known-address.ts';
import { isSameValue, isTold, refuseOtherKind, type ValueThere } from './read-value.ts';

type Verdict = 'EXACTE' | 'CHANGEE_DEPUIS' | 'JAMAIS_DITE' | 'INDETERMINEE';

interface Judging {
  readonly said: unknown;
  readonly then: ValueThere;
  readonly now: ValueThere;
  readonly asOf: string | undefined;
  readonly address: KnownAddress;
  readonly request: MountRequest;
}

interface Judged {
  readonly verdict: Verdict;
  readonly explication: string;
  readonly changement: { readonly instant: string; readonly acte: object | null } | null;
  readonly etatsLus: number;
}

/** What is to be said of a value, by what the address says and said before. */
export async function judge({ said, then, now, asOf, address, request }: Judging): Promise<Judged> {
  if (!isTold(then) || !isTold(now)) {
    const explication = then.isBeforeMemory ? BEFORE_MEMORY : UNREAD;
    return { verdict: 'INDETERMINEE', explication, changement: null, etatsLus: 0 };
  }
  const wasSaid = isSameValue(said, then.value);
  if (wasSaid && isSameValue(said, now.value))
    return { verdict: 'EXACTE', explication: SAID.EXACTE, changement: null, etatsLus: 0 };
  if (!wasSaid && (then.isSuppressed || now.isSuppressed))
    return { verdict: 'INDETERMINEE', explication: SUPPRESSED, changement: null, etatsLus: 0 };
  if (isSameValue(said, now.value))
    return { verdict: 'CHANGEE_DEPUIS', explication: SINCE, changement: null, etatsLus: 0 };
  for (const { value } of [then, now]) refuseOtherKind(said, value);
  const found = await findLast(said, wasSaid ? undefined : asOf, address, request);
  const { last, seen, isOfMoment } = found;
  const isDated = found.isDated && !isOfMoment;
  const unsaid = found.isWhole ? 'JAMAIS_DITE' : 'INDETERMINEE';
  const verdict = wasSaid || last ? 'CHANGEE_DEPUIS' : unsaid;
  const isAfter = !wasSaid && asOf !== undefined && last !== undefined && last.instant > asOf;
  return {
    verdict,
    explication: [SAID[verdict], isAfter && AFTER, isOfMoment && OF_MOMENT].filter(Boolean).join(' '),
    changement: last && isDated ? { instant: last.instant, acte: last.acte ?? null } : null,
    etatsLus: seen,
  };
}

const SINCE = 'Palier ne disait pas cette valeur à cette adresse à l’instant demandé : il la dit à présent.';
const AFTER = 'Il ne la disait pas à l’instant demandé : il l’a dite après.';
const OF_MOMENT =
  'Ce qui est à cette adresse change aussi avec le jour, sans acte : tous ses états d’avant ne se lisent pas, et le changement n’est pas daté.';
const SUPPRESSED =
  'Un chiffre y est supprimé, pour protéger les personnes : Palier ne dit pas ce qu’il a été, ni si cette valeur a été dite.';
const BEFORE_MEMORY =
  'Cet instant précède la mémoire des paliers : rien ne dit ce que Palier disait alors à cette adresse.';
const UNREAD =
  'Tous les paliers n’ont pas répondu : ce que Palier dit à cette adresse n’a pas pu être lu, et rien n’en est conclu. Redemandez plus tard.';

const SAID: Readonly<Record<Verdict, string>> = {
  EXACTE: 'Palier dit bien cette valeur à cette adresse.',
  CHANGEE_DEPUIS:
    'Palier a dit cette valeur à cette adresse, et en dit une autre depuis : « changement » dit par quoi, quand c’est su.',
  JAMAIS_DITE:
    'Palier n’a jamais dit cette valeur à cette adresse : ni à l’instant demandé, ni avant chacun des actes et des changements qu’il a en mémoire.',
  INDETERMINEE:
    'Palier ne dit pas cette valeur à cet instant, et ne peut dire s’il l’a dite : tous les états d’avant n’ont pas été lus. Donnez un instant par « asOf ».',
};
