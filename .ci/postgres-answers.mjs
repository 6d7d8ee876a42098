import process from 'node:process';
import pg from 'pg';

// Exits with 0 when the server given accepts a connection.
const client = new pg.Client({ connectionString: process.argv[2], connectionTimeoutMillis: 3_000 });
try {
  await client.connect();
  await client.end();
} catch {
  process.exit(1);
}
