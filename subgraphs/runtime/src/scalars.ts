import { GraphQLDate, GraphQLDateTimeISO } from 'graphql-scalars';

/** An instant, ISO 8601 with its offset, such as 2026-03-23T10:00:00Z. */
export const DateTime = GraphQLDateTimeISO;

/** A day, such as 2026-03-23. */
export const DateScalar = GraphQLDate;
