import { type AbsenceValue, nothingOwed } from '@palier/runtime/absence';
import { type Awaitable, chain } from '@palier/runtime/awaitable';
import { exerciceOf, lastEndedPeriode, PERIODES_PAR_EXERCICE, periodeCode } from '@palier/runtime/exercice';
import { toLocalDay } from '@palier/runtime/local-day';
import type { Context } from '../tables.ts';
import { measuredLoader, owedLoader } from './owed.loader.ts';

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
  'Aucune période n’est à la fois de la campagne, de l’exercice et des bornes demandés : personne n’en doit de mesure. Une campagne est de l’exercice dont son code porte les années.',
);

const PAS_ENCORE = nothingOwed(
  'Ces périodes ne sont pas finies : rien n’est encore dû. Aucun document n’en donne les dates ; de vingt-huit jours chacune, la dernière jusqu’au 31 mars, est une inférence.',
);

const OU_DEMANDER =
  '`campagne` dit si elle est ouverte et ce que demande son canevas, `obligations` d’un territoire ou d’un établissement ce qui est dû.';

const NON_DEMANDEE = nothingOwed(
  `Ce palier ne sait pas si c’est dû : il ne tient pas ce que les campagnes demandent, et aucune mesure publiée par un autre ne le montre. ${OU_DEMANDER}`,
);

const EN_AVANCE = nothingOwed(
  `D’autres n’en ont rendu que pour des périodes qui ne sont pas finies, dont rien n’est encore dû. Des autres périodes, ce palier ne sait pas si c’est dû : il ne tient pas ce que les campagnes demandent. ${OU_DEMANDER}`,
);

const sayServed = (campagnes: readonly string[]): AbsenceValue =>
  nothingOwed(
    `Rien n’est dû de plus : c’est déjà servi par la campagne ${campagnes.join(', par la campagne ')}, et une mesure rendue sert à toutes celles qui la demandent (inférence). Pour lire ces mesures, nommer leur campagne.`,
  );

/** Why nothing is owed of what is measured, or of the moment; null where something can be, and where neither is named. */
export function whyNothingThen(
  context: Context,
  wanted: MomentWanted,
  listOwing: () => Awaitable<readonly string[]>,
): Awaitable<AbsenceValue | null> {
  const { exigence = null, indicateur = null } = wanted;
  const moment = toMoment(wanted);
  if (moment !== null && moment.de > moment.a) return DISJOINTES;
  if (exigence === null && indicateur === null) return whyNothingAsked(context, wanted, moment, listOwing);
  return chain(measuredLoader.load(context, { exigence, indicateur }), (measured) => {
    if (measured === 'PERIODE') return whyNothingAsked(context, wanted, moment, listOwing);
    if (measured !== 'EXERCICE') return NOTHING_MEASURED[measured];
    const yearly = moment && { ...moment, de: lastOf(moment.de) };
    if (yearly !== null && yearly.de > yearly.a) return HORS_PERIODE;
    return whyNothingAsked(context, wanted, yearly, listOwing);
  });
}

/** A debt is of a period that is over, and that a campagne asks: this level knows it by what anybody, anywhere, gave of the same. */
function whyNothingAsked(
  context: Context,
  { exigence = null, indicateur = null }: MomentWanted,
  moment: Moment | null,
  listOwing: () => Awaitable<readonly string[]>,
): Awaitable<AbsenceValue | null> {
  if (moment === null) return null;
  const { de, a, campagne } = moment;
  const ended = lastEndedPeriode(toLocalDay(context.au ?? new Date().toISOString()));
  const sayNothing = (absence: AbsenceValue): AbsenceValue => {
    // What is to come will have come without any data changing: nobody keeps this answer.
    if (a > ended && context.au === undefined) context.isOfThisMoment = true;
    return absence;
  };
  if (de > ended) return sayNothing(PAS_ENCORE);
  const what = { campagne, exigence, indicateur, de, a, finie: a < ended ? a : ended };
  return chain(listOwing(), (territoires) =>
    chain(owedLoader.load(context, { ...what, territoires }), ({ etat, servies }) => {
      if (etat === 'DUE') return null;
      if (etat === 'SERVIE') return sayNothing(sayServed(servies ?? []));
      return sayNothing(etat === 'EN_AVANCE' ? EN_AVANCE : NON_DEMANDEE);
    }),
  );
}

/** When a debt may be of, and of which campagne; null for all. */
interface Moment {
  readonly de: string;
  readonly a: string;
  readonly campagne: string | null;
}

/** What was asked of the moment; null where nothing was. */
function toMoment(wanted: MomentWanted): Moment | null {
  const span = toSpan(wanted);
  return span && { de: span[0], a: span[1], campagne: wanted.campagne ?? null };
}

/** The first and the last period that all that was given allows, the first after the last where it allows none; null where nothing was. */
function toSpan({ campagne, exercice, periode, periodeDe, periodeA }: MomentWanted): Span | null {
  const spans: Span[] = [
    ...[campagne, exercice].flatMap((code) => (code == null ? [] : [spanOf(exerciceOf(code))])),
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

/** The last period of the exercice of a period. */
const lastOf = (periode: string): string =>
  `${periode.slice(0, -DERNIERE_PERIODE.length)}${DERNIERE_PERIODE}`;
