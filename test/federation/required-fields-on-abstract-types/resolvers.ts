import type { CreateResolvers } from '../claim.ts';

const loans = [
  {
    id: 'l1',
    work: { __typename: 'Book', title: 'Givre', pages: 120 },
    cover: { __typename: 'Photo', size: { kb: 0 } },
  },
  {
    id: 'l2',
    work: { __typename: 'Film', title: 'Marée', minutes: 90 },
    cover: { __typename: 'Drawing', hand: 'left' },
  },
  { id: 'l3', work: null, cover: null },
];
const abstract = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

export const createResolvers: CreateResolvers = () => ({
  library: {
    Query: { loans: () => loans },
    Loan: { __resolveReference: ({ id }: { id: string }) => loans.find((loan) => loan.id === id) },
    Work: abstract,
    Cover: abstract,
  },
  fees: {
    Loan: {
      fee: ({ work }: { work: Record<string, unknown> | null }) =>
        work && `${work['title']} ${work['pages'] ?? '-'} ${work['minutes'] ?? '-'}`,
      weight: ({ cover }: { cover: { size?: { kb: number }; hand?: string } | null }) =>
        cover && `${cover.size?.kb ?? '-'} ${cover.hand ?? '-'}`,
      sort: ({ work }: { work: Record<string, unknown> | null }) =>
        work && `${work['__typename']} ${work['title']}`,
    },
    Work: abstract,
    Cover: abstract,
  },
});
