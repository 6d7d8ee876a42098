import type { CreateResolvers } from '../claim.ts';

const json = { id: 'inner', __typename: 'Fake', upc_client_0: [0, '', null, false, { deep: { '': [] } }] };

export const createResolvers: CreateResolvers = () => ({
  a: {
    Query: {
      thing: (_: unknown, { at }: { at?: string }) => ({ id: 't1', json, at, list: [0, '', null, [], {}] }),
    },
  },
  b: { Thing: { keys: ({ json: given }: { json: object }) => Object.keys(given) } },
});
