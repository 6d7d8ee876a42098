import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { lastEndedPeriode, PERIODES_PAR_EXERCICE, periodeCode } from '@palier/runtime/exercice';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Context } from '../tables.ts';
import { isGivenLoader, measuredLoader } from './asked.loader.ts';

/** What is measured, and when; what is null or left out narrows nothing. */
export interface MomentWanted {
  readonly exigence?: string | null;
  readonly indicateur?: string | null;
  readonly campagne?: string | null;
  readonly exercice?: string | null;
  readonly periode?: string | null;
  readonly periodeDe?: string | null;
  readonly periodeA?: string | null;
}

type Span = readonly [string, string];

/** When what is measured once an exercice is. */
export const DERNIERE_PERIODE = 'P13';

const EXERCICE_LENGTH = '2025-2026'.length;
/** Before and after every period: codes sort as periods do. */
const EVER: Span = ['0000-0000-P01', '9999-9999-P99'];

const NOTHING_MEASURED = {
  NON_MESUREE: nothingOwed(
    'Rien ne se mesure sous ce code : ne se mesurent que les exigences que le ministère fixe par un seuil chiffré, hors qualité (inférence). Personne n’en doit de mesure ; `exigence` dit si elle existe, son statut et ses seuils.',
  ),
  SANS_INDICATEUR: nothingOwed(
    'Aucune exigence mesurée n’est comptée par cet indicateur : personne n’en doit de mesure. `indicateur` dit s’il existe, et ce qu’il compte.',
  ),
  AUTRE_INDICATEUR: nothingOwed(
    'Cette exigence n’est pas de celles que cet indicateur compte : rien n’est l’une et l’autre à la fois, et personne n’en doit de mesure. `indicateur` dit ce qu’il compte.',
  ),
} as const;

const HORS_PERIODE = nothingOwed(
  'Ce qui est demandé se mesure une fois par exercice, à la treizième période (inférence) : aucune mesure n’est due pour celles-ci.',
);

const DISJOINTES = nothingOwed(
  'Aucune période n’est à la fois de la campagne, de l’exercice et des bornes demandés : personne n’en doit de mesure. Une campagne est de l’exercice dont son code porte les années ; sans en nommer une, ni d’exercice, la liste est celle de la plus récente.',
);

const PAS_ENCORE = nothingOwed(
  'Ces périodes ne sont pas finies : rien n’est encore dû. Aucun document n’en donne les dates ; de vingt-huit jours chacune, la dernière jusqu’au 31 mars, est une inférence.',
);

const NON_DEMANDEE = nothingOwed(
  'Personne n’a encore rien rendu de tel, et ce palier ne tient pas ce que les campagnes demandent : il ne dit donc pas que c’est dû. `campagne` dit si elle est ouverte et ce que demande son canevas, `obligations` d’un territoire ou d’un établissement ce qui est dû.',
);

/** Why nothing is owed of what is measured, or of the moment; null where something can be, and where neither is named. */
export function whyNothingThen(context: Context, wanted: MomentWanted): Awaitable<AbsenceValue | null> {
  const { exigence = null, indicateur = null } = wanted;
  const span = toSpan(wanted);
  if (exigence === null && indicateur === null) return whyNothingAsked(context, wanted, span);
  return chain(measuredLoader.load(context, { exigence, indicateur }), (measured) => {
    if (measured === 'EXERCICE' && span !== null && !hasLast(span)) return HORS_PERIODE;
    if (measured === 'EXERCICE' || measured === 'PERIODE') return whyNothingAsked(context, wanted, span);
    return NOTHING_MEASURED[measured];
  });
}

/** A debt is of a period that is over, and that a campagne asks: this level knows it by what anybody, anywhere, gave of the same. */
function whyNothingAsked(
  context: Context,
  { campagne = null, exigence = null, indicateur = null }: MomentWanted,
  span: Span | null,
): Awaitable<AbsenceValue | null> {
  if (span === null) return null;
  const [de, a] = span;
  if (de > a) return DISJOINTES;
  const ended = lastEndedPeriode(toLocalDay(context.au ?? new Date().toISOString()));
  const sayNothing = (absence: AbsenceValue): AbsenceValue => {
    // What is to come will have come without any data changing: nobody keeps this answer.
    if (a > ended && context.au === undefined) context.isOfThisMoment = true;
    return absence;
  };
  if (de > ended) return sayNothing(PAS_ENCORE);
  const same = { campagne, exigence, indicateur, periodes: [de, a < ended ? a : ended] as const };
  return chain(isGivenLoader.load(context, same), (isGiven) => (isGiven ? null : sayNothing(NON_DEMANDEE)));
}

/** The first and the last period that all that was given allows, the first after the last where it allows none; null where nothing was. */
function toSpan({ campagne, exercice, periode, periodeDe, periodeA }: MomentWanted): Span | null {
  const spans: Span[] = [
    ...[campagne, exercice].flatMap((code) => (code == null ? [] : [spanOf(code.slice(0, EXERCICE_LENGTH))])),
    ...(periode == null ? [] : [[periode, periode] as const]),
    ...(periodeDe == null ? [] : [[periodeDe, EVER[1]] as const]),
    ...(periodeA == null ? [] : [[EVER[0], periodeA] as const]),
  ];
  if (spans.length === 0) return null;
  return spans.reduce(([de, a], [from, to]) => [de > from ? de : from, a < to ? a : to], EVER);
}

const spanOf = (exercice: string): Span => [
  periodeCode(exercice, 1),
  periodeCode(exercice, PERIODES_PAR_EXERCICE),
];

/** Whether a last period of an exercice is among them. */
function hasLast([de, a]: Span): boolean {
  return `${de.slice(0, -DERNIERE_PERIODE.length)}${DERNIERE_PERIODE}` <= a;
}
