import { GraphFault } from '@palier/gateway/http/graph-fault';
import { expect, it } from 'vitest';
import { askEachRefused } from './ask-each-refused.ts';
import { type RefusedByRules, refusedByRules } from './rule-findings.ts';

/** As a level refuses: by the first faults, and how many there are. */
const MOST = 500;
const refuse = (mesures: readonly number[]): GraphFault => {
  const fautes = mesures.flatMap((mesure, rank) =>
    mesure < 0
      ? [
          {
            rang: rank + 1,
            regle: 'VALEUR_NEGATIVE',
            version: 1,
            nom: 'Valeur négative',
            severite: 'BLOQUANTE',
            origineRegle: 'INFERENCE',
            operandes: ['valeur'],
            message: `valeur lue : ${mesure}.`,
            remede: 'Corrigez-la.',
          },
        ]
      : [],
  );
  return GraphFault.of('CONTENU_INVALIDE', 'Refusé.', {
    fautes: fautes.slice(0, MOST),
    compte: fautes.length,
  });
};

const VALUES = Array.from({ length: 2_500 }, (_, rank) => (rank % 3 === 0 ? -rank - 1 : rank));
const WRONG = VALUES.flatMap((value, rank) => (value < 0 ? [rank + 1] : []));

async function askAll(mostTold: number): Promise<RefusedByRules & { readonly asked: number }> {
  let asked = 0;
  const tryOut = (mesures: number[]): Promise<unknown> => {
    asked += 1;
    return mesures.some((mesure) => mesure < 0) ? Promise.reject(refuse(mesures)) : Promise.resolve();
  };
  const refused = refusedByRules(refuse(VALUES))!;
  return { ...(await askEachRefused(tryOut, VALUES, { refused, mostTold })), asked };
}

it('tells each measure that rules refuse, by its place among all', async () => {
  const { fautes, total, asked } = await askAll(Infinity);
  expect(fautes.map(({ rang }) => rang)).toEqual(WRONG);
  expect([total, asked]).toEqual([WRONG.length, 3]);
});

it('asks nothing more than what is told', async () => {
  const { fautes, total, asked } = await askAll(MOST);
  expect(fautes.map(({ rang }) => rang)).toEqual(WRONG.slice(0, MOST));
  expect([total, asked]).toEqual([WRONG.length, 0]);
});
