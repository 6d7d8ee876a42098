import { createGateway, type GatewayOptions } from '@palier/gateway';
import { createInMemoryCaller } from '@palier/gateway/subgraphs/in-memory/in-memory-caller';
import { openPages } from '@palier/pages/pages';
import type { Database } from '@palier/runtime/database';
import { LEVELS } from '@palier/start/levels';
import { SUPERGRAPH } from '@palier/start/open-house';
import { OPERATIONS } from './open-pages.ts';
import { PLANNING } from '../planning.ts';

interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** The pages where the ministry alone answers: the other levels are where nobody listens. */
export async function openWithoutLevels(
  database: Database,
  options: Partial<GatewayOptions> = {},
): Promise<Served> {
  const msss = LEVELS.find(({ name }) => name === 'msss')!;
  const caller = createInMemoryCaller(await msss.open(database, { demonstration: 'CHARGEE' }));
  const gateway = await createGateway({
    supergraph: { path: SUPERGRAPH },
    planning: PLANNING,
    logLevel: 'error',
    operationsFolder: OPERATIONS,
    mounts: openPages(),
    callers: ({ name }) =>
      name === 'msss' ? caller : { call: () => Promise.reject(new Error(`${name} is down`)) },
    ...options,
  });
  const { url } = await gateway.listen(0, '127.0.0.1');
  return { url, close: () => gateway.stop() };
}
