import { GraphQLDate, GraphQLDateTimeISO } from 'graphql-scalars';
import { GraphQLScalarType } from 'graphql';

/** An instant, ISO 8601 with its offset, such as 2026-03-23T10:00:00Z. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'Un instant, selon la norme ISO 8601, avec son décalage : 2026-03-23T10:00:00Z.',
});

/** A day, such as 2026-03-23. */
export const DateScalar = new GraphQLScalarType({
  ...GraphQLDate.toConfig(),
  description: 'Un jour, selon la norme ISO 8601 : 2026-03-23.',
});
