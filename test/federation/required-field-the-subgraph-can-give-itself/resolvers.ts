import type { CreateResolvers } from '../claim.ts';

const comments = [
  { id: 'c1', post: 'p1', author: 'a1' },
  { id: 'c2', post: 'p1', author: 'a2' },
  { id: 'c3', post: 'p1', author: 'a3' },
];
const posts = [{ id: 'p1' }, { id: 'p2' }];
const commentsOf = ({ id }: { id: string }, { limit }: { limit: number }) =>
  comments.filter((comment) => comment.post === id).slice(0, limit);

interface Given {
  readonly id: string;
  readonly comments?: readonly { readonly author: string }[];
}

export const createResolvers: CreateResolvers = () => ({
  feed: {
    Query: { feed: () => posts },
    Post: { comments: commentsOf },
    Comment: {
      __resolveReference: (given: { id: string }) => ({
        ...comments.find((comment) => comment.id === given.id),
        ...given,
      }),
      isSpam: ({ twins }: { twins?: readonly { comments: readonly unknown[] }[] }) =>
        twins?.some((twin) => twin.comments.length > 2) ?? new Error('not given'),
    },
  },
  comments: {
    Post: {
      comments: ({ id }: Given, args: { limit: number }) =>
        commentsOf({ id }, args).map((comment) => ({ id: comment.id })),
      lastAuthor: ({ comments: given }: Given) => given?.at(-1)?.author ?? 'nobody',
    },
    Comment: { twins: ({ id }: { id: string }) => (id === 'c1' ? [{ id: 'p1' }] : []) },
  },
});
