import type { CreateResolvers } from '../claim.ts';

const clinics = [
  { id: 'c1', code: 'old-1' },
  { id: 'c2', code: 'old-2' },
];

export const createResolvers: CreateResolvers = () => ({
  clinics: {
    Query: { clinics: () => clinics },
    Clinic: { doctor: () => ({ id: 'd1' }) },
    Doctor: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      badge: ({ id }: { id: string }, { place }: { place?: string }) => `${id}@${place}`,
    },
  },
  registry: {
    Clinic: { __resolveReference: ({ id }: { id: string }) => ({ id, doctor: { id: 'd2' } }) },
  },
});
