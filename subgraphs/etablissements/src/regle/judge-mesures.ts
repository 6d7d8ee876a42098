import { eachInTurns } from '@palier/runtime/in-turns';
import type { RefusedMesure } from '@palier/runtime/acts/refus';
import { isAbout, judgeMesure, type Manquement, type ReadRegle } from '@palier/runtime/regles/judge-mesure';
import { lookupMesure, type MesureJugee, serieKey, toSeries } from '@palier/runtime/regles/lookup-mesure';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { listSerieValues } from './serie.queries.ts';
import { yearBefore } from './year-before.ts';

/** A measure to judge, by its identifier. */
export interface MesureAJuger extends MesureJugee {
  readonly mesure: string;
  readonly justification?: string | null | undefined;
}

/** A rule that one of the measures breaks. */
export interface Constat extends Manquement {
  readonly mesure: MesureAJuger;
  /** Place of the measure in what was judged, from 0. */
  readonly rang: number;
}

interface Judged {
  readonly mesures: readonly MesureAJuger[];
  readonly regles: readonly ReadRegle[];
  /** Version whose lines come over what is published: the draft under way. */
  readonly reddition: string | undefined;
}

/** Every rule that the measures break, in their order. A whole year takes many turns of the loop, each of some milliseconds. */
export async function judgeMesures(
  database: Kysely<Tables>,
  { mesures, regles, reddition }: Judged,
): Promise<Constat[]> {
  const rulesOf = createRulesOf(regles);
  const inSeries: MesureAJuger[] = [];
  await eachInTurns(mesures, (mesure) => {
    if (rulesOf(mesure).some(({ regardeLePasse }) => regardeLePasse)) inSeries.push(mesure);
  });
  const series = await toSeries([...(await readBefore(database, inSeries, reddition)), ...inSeries]);
  const constats: Constat[] = [];
  await eachInTurns(mesures, (mesure, rang) => {
    const lookup = lookupMesure(mesure, series.get(serieKey(mesure)) ?? NOTHING_BEFORE);
    for (const regle of rulesOf(mesure)) {
      const broken = judgeMesure(regle, lookup);
      if (broken !== undefined) constats.push({ ...broken, mesure, rang });
    }
  });
  return constats;
}

const NOTHING_BEFORE: ReadonlyMap<number, number> = new Map();

/** Measures of one exigence are judged by the same rules. */
function createRulesOf(regles: readonly ReadRegle[]): (mesure: MesureAJuger) => readonly ReadRegle[] {
  const known = new Map<string, readonly ReadRegle[]>();
  return (mesure) => {
    const key = `${mesure.exigence}/${mesure.unite}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const about = regles.filter(({ regle }) => isAbout(regle, mesure));
    known.set(key, about);
    return about;
  };
}

/** What was said of the same measures in the thirteen periods before the first of them, and since. */
async function readBefore(
  database: Kysely<Tables>,
  mesures: readonly MesureAJuger[],
  reddition: string | undefined,
): Promise<Awaited<ReturnType<typeof listSerieValues>>> {
  const periodes = new Set(mesures.map(({ periode }) => periode));
  const [first] = [...periodes].sort();
  if (first === undefined) return [];
  return listSerieValues(database, {
    territoires: [...new Set(mesures.map(({ territoire }) => territoire))],
    exigences: [...new Set(mesures.map(({ exigence }) => exigence))],
    from: yearBefore(first),
    reddition,
  });
}

/** A constat as a refusal tells it to a program. */
export const toRefused = ({ mesure, rang, regle, message, operandes }: Constat): RefusedMesure => ({
  rang: rang + 1,
  mesure: mesure.mesure,
  regle: regle.code,
  version: regle.version,
  nom: regle.nom,
  severite: regle.severite,
  origineRegle: regle.fondement,
  operandes,
  message,
  remede: regle.remede,
});

/** A constat in one French sentence. */
export const sayConstat = ({ mesure, message, regle }: Constat): string =>
  `${mesure.mesure} : ${regle.nom.toLowerCase()} (${regle.code}), ${message} ${regle.remede}`;
