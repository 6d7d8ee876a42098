import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { PalierError } from '../base/errors.ts';
import { type CodeFormat, parseCode } from './code-format.ts';
import { DateScalar } from './scalars.ts';

export const PERIODES_PAR_EXERCICE = 13;

/** « 2025-2026 »: from 1 April to 31 March. */
export const EXERCICE: CodeFormat = {
  pattern: /^\d{4}-\d{4}$/,
  description: 'un exercice tel que 2025-2026',
};

/** An exercice that something begins to be asked of: its two years follow each other. Raises CODE_INVALIDE. */
export function parseExercice(text: string, name?: string): string {
  const exercice = parseCode(EXERCICE, text, name);
  const [first, second] = exercice.split('-').map(Number);
  if (second === first! + 1) return exercice;
  throw new PalierError(
    'CODE_INVALIDE',
    `${name === undefined ? 'Attendu' : `Attendu de « ${name} »`} : ${EXERCICE.description}, deux années qui se suivent ; reçu : « ${exercice} ».`,
  );
}

@Directive('@shareable')
@ObjectType({
  description:
    'Une des treize périodes financières d’un exercice. Ses dates exactes ne sont dans aucun document : le graphe n’en donne pas.',
})
export class Periode {
  @Field(() => ID, { description: 'Par exemple « 2025-2026-P03 ».' })
  code: string;

  @Field(() => String, { description: 'Exercice financier, par exemple « 2025-2026 ».' })
  exercice: string;

  @Field(() => Int, { description: 'Rang dans l’exercice, de 1 à 13.' })
  rang: number;

  @Field(() => DateScalar, { description: 'Premier jour de l’exercice.' })
  debutExercice: string;

  @Field(() => DateScalar, { description: 'Dernier jour de l’exercice.' })
  finExercice: string;
}

/** The exercice that the code of a period or of a campagne begins by. */
export const exerciceOf = (code: string): string => code.slice(0, '2025-2026'.length);

/** Reads « 2025-2026-P03 »; the code is one of ours, never a user's. */
export function toPeriode(code: string): Periode {
  const exercice = exerciceOf(code);
  return {
    code,
    exercice,
    rang: Number(code.slice(11)),
    debutExercice: `${exercice.slice(0, 4)}-04-01`,
    finExercice: `${exercice.slice(5)}-03-31`,
  };
}

export function periodeCode(exercice: string, rang: number): string {
  return `${exercice}-P${String(rang).padStart(2, '0')}`;
}

/** The codes of its periods, from the first. */
export const listPeriodes = (exercice: string): string[] =>
  Array.from({ length: PERIODES_PAR_EXERCICE }, (_, index) => periodeCode(exercice, index + 1));

const DAY_MS = 86_400_000;
const DAYS = 28;

/**
 * The last period that has begun on a day of Québec. No document dates them: twenty-eight days each from 1 April, the last until
 * 31 March, is inferred.
 */
export function lastBegunPeriode(jour: string): string {
  const year = yearOf(jour);
  const ended = Math.floor((Date.parse(jour) - Date.UTC(year, 3, 1)) / (DAYS * DAY_MS));
  return periodeCode(exerciceFrom(year), Math.min(ended + 1, PERIODES_PAR_EXERCICE));
}

/** The last day of a period, as inferred. */
export function lastDayOf(periode: string): string {
  const { rang, debutExercice, finExercice } = toPeriode(periode);
  if (rang === PERIODES_PAR_EXERCICE) return finExercice;
  return new Date(Date.parse(debutExercice) + (rang * DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** The last that is over: the one before. */
export function lastEndedPeriode(jour: string): string {
  const { exercice, rang } = toPeriode(lastBegunPeriode(jour));
  return rang === 1
    ? periodeCode(exerciceFrom(yearOf(jour) - 1), PERIODES_PAR_EXERCICE)
    : periodeCode(exercice, rang - 1);
}

/** The year in which the exercice of a day begins. */
const yearOf = (jour: string): number => Number(jour.slice(0, 4)) - (jour.slice(5) < '04-01' ? 1 : 0);

const exerciceFrom = (year: number): string => `${year}-${year + 1}`;
