import { PalierError } from '@palier/runtime/errors';
import { eachInTurns } from '@palier/runtime/in-turns';
import { defineSharedReading } from '@palier/runtime/acts/read-once';
import { defineReading } from '@palier/runtime/loader';
import { evaluate } from '@palier/runtime/regles/evaluate';
import { lookupMesure, serieKey, toSeries } from '@palier/runtime/regles/lookup-mesure';
import { countParts, parseExpression } from '@palier/runtime/regles/parse-expression';
import { ExpressionFault } from '@palier/runtime/regles/read-tokens';
import { listMesuresToJudge } from '../mesure/mesure.queries.ts';
import type { Reading } from '../tables.ts';
import type { MesuresToucheesValue } from './mesures-touchees.type.ts';

interface Essai {
  readonly expression: string;
  readonly unites: readonly string[];
  readonly exigences: readonly string[];
}

const MOST_SHOWN = 20;
/** Parts of an expression that take as long to evaluate as a value to be made and told. */
const PARTS_A_VALUE = 20;

/** What an expression would say of every published measure. Raises FILTRE_INVALIDE for what is no expression. */
export const readMesuresTouchees = defineReading(
  async (context: Reading, { expression, ...choice }: Essai): Promise<MesuresToucheesValue | null> => {
    const parsed = parse(expression);
    const { mesures, series } = await readToJudge(context, choice);
    if (mesures.length === 0) return null;
    context.work?.spend(Math.ceil(mesures.length * (1 + countParts(parsed) / PARTS_A_VALUE)));
    const touched: string[] = [];
    let indecises = 0;
    await eachInTurns(
      mesures,
      (mesure) => {
        const holds = evaluate(parsed, lookupMesure(mesure, series.get(serieKey(mesure))!));
        if (holds === null) indecises += 1;
        if (holds === false) touched.push(mesure.id);
      },
      context.asker,
    );
    return {
      jugees: mesures.length,
      touchees: touched.length,
      indecises,
      origine: mesures.find(({ origine }) => origine === 'DEMONSTRATION')?.origine ?? mesures[0]!.origine,
      ids: touched.slice(0, MOST_SHOWN),
    };
  },
);

type Choice = Omit<Essai, 'expression'>;

/** One request reads them once, whatever it then judges them by. They are too many to be kept for others. */
const readToJudge = defineSharedReading(async ({ database }: Reading, { unites, exigences }: Choice) => {
  const mesures = await listMesuresToJudge(database, unites, exigences);
  return { mesures, series: await toSeries(mesures) };
});

function parse(expression: string) {
  try {
    return parseExpression(expression);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    throw new PalierError(
      'FILTRE_INVALIDE',
      `« expression », position ${error.position} : ${error.message}.`,
    );
  }
}
