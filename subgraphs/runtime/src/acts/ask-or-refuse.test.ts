import { describe, expect, it } from 'vitest';
import { type AskGraph, GraphRefusal } from '../calls/ask-graph.ts';
import type { LevelJournal } from '../journal/level-journal.ts';
import { askOrRefuse } from './ask-or-refuse.ts';

const answering = (graph: AskGraph) => askOrRefuse({ graph } as LevelJournal, '{ __typename }');

const raised = (...codes: readonly (readonly [string, boolean?])[]): Promise<unknown> =>
  answering(() =>
    Promise.reject(
      new GraphRefusal(
        codes.map(([code, retryable]) => ({
          message: `Refus ${code}.`,
          extensions: { code, ...(retryable && { retryable }) },
        })),
      ),
    ),
  ).catch((error: unknown) => error);

describe('another level, asked to judge an act,', () => {
  it.each(['CODE_INVALIDE', 'CONTENU_INVALIDE', 'LIMITE_DEPASSEE', 'ERREUR_SERVICE'])(
    'refuses what it is asked by its own code: %s',
    async (code) => {
      expect(await raised([code])).toMatchObject({
        message: `Refus ${code}.`,
        extensions: { code, retryable: false },
      });
    },
  );

  it.each([
    ['does not answer', [['SERVICE_INDISPONIBLE', true]]],
    ['answers too late', [['DELAI_DEPASSE', true]]],
    ['answers in part', [['CODE_INVALIDE'], ['SERVICE_INDISPONIBLE', true]]],
    ['does not take the token of this level', [['JETON_EXPIRE']]],
  ] as const)('may be asked again when it %s', async (_what, codes) => {
    expect(await raised(...codes)).toMatchObject({
      extensions: { code: 'GRAPHE_INDISPONIBLE', retryable: true },
    });
  });

  it('may be asked again when nothing listens there', async () => {
    const error: unknown = await answering(() => Promise.reject(new Error('ECONNREFUSED'))).catch(
      (cause: unknown) => cause,
    );
    expect(error).toMatchObject({ extensions: { code: 'GRAPHE_INDISPONIBLE' } });
  });
});
