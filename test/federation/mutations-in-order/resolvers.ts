import type { CreateResolvers } from '../claim.ts';

export const createResolvers: CreateResolvers = () => {
  let total = 0;
  const log: string[] = [];
  const names = new Map<string, string>();
  const add =
    (who: string) =>
    (_: unknown, { n }: { n: number }) => {
      total = total * 10 + n;
      log.push(who + String(n));
      return total;
    };
  return {
    a: {
      Query: { product: (_: unknown, { id }: { id: string }) => ({ id }) },
      Mutation: {
        addA: add('a'),
        create: (_: unknown, { name }: { name: string }) => {
          const id = `p${names.size + 1}`;
          names.set(id, name);
          log.push(`create ${id}`);
          return { id };
        },
        log: () => log,
      },
      Product: {
        __resolveReference: (given: object) => given,
        name: ({ id }: { id: string }) => names.get(id) ?? '?',
      },
    },
    b: {
      Mutation: {
        addB: add('b'),
        drop: (_: unknown, { id }: { id: string }) => {
          log.push(`drop ${id}`);
          return { id };
        },
      },
      Product: {
        __resolveReference: (given: object) => given,
        price: () => 5,
        total: () => total,
        tag: ({ name }: { name?: string }) => (name ? `<${name}>` : new Error('not given')),
      },
    },
  };
};
