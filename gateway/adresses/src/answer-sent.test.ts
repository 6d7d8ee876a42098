import type { AnyOperationResult, OperationRequest } from '@palier/gateway/request/operation';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { answerSent } from './answer-sent.ts';

const schema = buildSchema(
  'type Query { fait: Fait } type Fait { nom: String origine: Origine } enum Origine { TEXTE }',
);
const QUERY = '{ fait { nom } }';

/** A graph that answers what is sent, and to which a source asked beside it is too much. */
const read = ({ query = '' }: OperationRequest): Promise<AnyOperationResult> =>
  Promise.resolve(
    query === QUERY
      ? { data: { fait: { nom: 'a' } } }
      : { errors: [{ message: 'Elle compte 12.', extensions: { code: 'LIMITE_DEPASSEE', compte: 12 } }] },
  );

it('what is too much for its sources alone is said to be permitted, with what to do', async () => {
  const request = {
    path: '/fichiers',
    below: '/a.csv',
    parameters: new URLSearchParams(),
    headers: {},
    graph: () => ({ schema, operations: [], shipped: [], digest: '' }),
    instant: () => undefined,
    readJsonObject: () => Promise.resolve({ query: QUERY }),
    read,
  };
  await expect(answerSent(request as never)).rejects.toMatchObject({
    errors: [
      {
        message: expect.stringMatching(/^L’opération envoyée est permise, .* : Elle compte 12\.$/) as string,
        extensions: {
          code: 'LIMITE_DEPASSEE',
          compte: 12,
          remede: expect.stringContaining('first') as string,
        },
      },
    ],
  });
});
