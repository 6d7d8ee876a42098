import { sql } from 'kysely';

/** The hour of the database, in milliseconds: the same for all the programs that write there. Read once its turn to write is held. */
export const databaseClock = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::float8`;
