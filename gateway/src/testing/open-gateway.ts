import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { createGateway, type Gateway, type GatewayOptions } from '../server.ts';

/**
 * A gateway that plans on the thread of the test: a thread would take a second to start, and few can be shared, since a graph names
 * the ports of its subgraphs. That people's plans are made apart is held by `planning-apart.test.ts` and by the houses of `test/`.
 */
export const openGateway = (options: GatewayOptions): Promise<Gateway> =>
  createGateway({ planning: { place: createFederationExecutor, timeoutMs: 1_000 }, ...options });
