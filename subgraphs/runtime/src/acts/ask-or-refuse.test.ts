import { describe, expect, it } from 'vitest';
import { type AskGraph, askGraphAt, toGraphFault } from '../calls/ask-graph.ts';
import type { LevelJournal } from '../journal/level-journal.ts';
import { askOrRefuse } from './ask-or-refuse.ts';

const answering = (graph: AskGraph) => askOrRefuse({ graph } as LevelJournal, '{ __typename }');

const raised = (...codes: readonly (readonly [string, boolean?])[]): Promise<unknown> =>
  answering(() =>
    Promise.reject(
      toGraphFault(
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
    ['does not answer, and another refuses', [['APPEL_REFUSE'], ['DELAI_DEPASSE', true]]],
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

  it.each(['JETON_EXPIRE', 'JETON_INVALIDE', 'AUTHENTIFICATION_REQUISE', 'ACCES_REFUSE'])(
    'is not to be asked again when the graph does not take the token of this level: %s',
    async (code) => {
      expect(await raised([code])).toMatchObject({
        message: expect.stringMatching(/Rien n’a été inscrit\. .*PALIER_GRAPHE_JETON/) as string,
        extensions: { code: 'GRAPHE_FERME', retryable: false },
      });
    },
  );

  it('is not to be asked again when the token of this level cannot be read', async () => {
    const graph = askGraphAt({
      url: 'http://127.0.0.1:1/graphql',
      readToken: () => {
        throw new Error('Le fichier du jeton manque.');
      },
    });
    const error: unknown = await answering(graph).catch((cause: unknown) => cause);
    expect(error).toMatchObject({
      message: expect.stringContaining('Le fichier du jeton manque.') as string,
      extensions: { code: 'GRAPHE_FERME', retryable: false },
    });
  });

  it('is not to be asked at all when nobody said where the graph is', async () => {
    const error: unknown = await askOrRefuse({} as LevelJournal, '').catch((cause: unknown) => cause);
    expect(error).toMatchObject({ extensions: { code: 'GRAPHE_FERME', retryable: false } });
  });
});
