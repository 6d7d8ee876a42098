import type { CreateResolvers } from '../claim.ts';

const doctor = () => ({ id: 'd1' });

export const createResolvers: CreateResolvers = () => ({
  clinics: {
    Query: { clinic: () => ({ id: 'c1', code: 'N' }), wing: () => ({ id: 'w1', code: 'W' }) },
    Clinic: { doctor },
    Wing: { doctor },
    Doctor: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      badge: ({ id }: { id: string }, { place }: { place?: string }) => `${id}@${place}`,
    },
  },
});
