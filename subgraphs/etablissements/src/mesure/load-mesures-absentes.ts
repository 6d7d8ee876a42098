import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { defineLoader, inKeyOrder } from '@palier/runtime/loader';
import { ABSENCES } from '../absence/absences.ts';
import { owedIn } from '../absence/owed-in.ts';
import type { Context, Reading } from '../tables.ts';
import { findExigencesMesurees } from './mesure.queries.ts';
import type { ExigenceMesureeTable } from '../../tables/mesure.table.ts';

/** When what is measured once an exercice is. */
export const DERNIERE_PERIODE = 'P13';

const NON_MESUREE = nothingOwed(
  'Cette exigence ne se mesure pas : ne se mesurent que celles que le ministère fixe par un seuil chiffré, hors qualité (inférence). Personne n’en doit de mesure ; `exigence` dit son statut et ses seuils.',
);

const HORS_PERIODE = nothingOwed(
  'Cette exigence se mesure une fois par exercice, à la treizième période (inférence) : aucune mesure n’est due pour celle-ci.',
);

/** What is measured of an exigence; null when nobody measures it. */
export const exigenceMesureeLoader = defineLoader<
  string,
  Pick<ExigenceMesureeTable, 'code' | 'frequence' | 'volets' | 'unite'> | null
>(async ({ database }: Reading, codes) =>
  inKeyOrder(codes, await findExigencesMesurees(database, codes), ({ code }) => code),
);

interface MesuresWanted {
  readonly exigence: string | null;
  readonly territoire: string | null;
  readonly reseauLocal?: string | null;
  readonly reseauTerritorial?: string | null;
  readonly region?: string | null;
  readonly etablissement?: string | null;
  readonly periode?: string | null;
  readonly periodeDe?: string | null;
  readonly periodeA?: string | null;
  readonly statut?: string | null;
  readonly verdict?: string | null;
}

/** What is said of measures that are missing: nobody owes those of an exigence, a period or a territory that has none. */
export function loadMesuresAbsentes(
  context: Context,
  { exigence, territoire, periode = null, ...others }: MesuresWanted,
): Awaitable<AbsenceValue> {
  const owed = owedIn(ABSENCES.mesures, [
    { column: 'territoire_code', value: territoire },
    { column: 'rls_code', value: others.reseauLocal ?? null },
    { column: 'rts_code', value: others.reseauTerritorial ?? null },
    { column: 'rss_code', value: others.region ?? null },
    { column: 'etablissement_code', value: others.etablissement ?? null },
    { column: 'statut', value: others.statut ?? null },
    { column: 'verdict', value: others.verdict ?? null },
  ]);
  if (exigence === null) return owed;
  return chain(exigenceMesureeLoader.load(context, exigence), (measured) => {
    if (measured === null) return NON_MESUREE;
    const isYearly = measured.frequence === 'EXERCICE';
    return isYearly && !hasLast({ periode, ...others }) ? HORS_PERIODE : owed;
  });
}

/** Whether a last period of an exercice is among those wanted: codes sort as periods do. */
function hasLast({
  periode,
  periodeDe,
  periodeA,
}: Pick<MesuresWanted, 'periode' | 'periodeDe' | 'periodeA'>): boolean {
  if (periode != null) return periode.endsWith(DERNIERE_PERIODE);
  if (periodeDe == null || periodeA == null) return true;
  return `${periodeDe.slice(0, -DERNIERE_PERIODE.length)}${DERNIERE_PERIODE}` <= periodeA;
}
