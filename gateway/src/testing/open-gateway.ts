import { createFederationExecutor } from '@palier/federation/executor/create-executor';
import { createGateway, type Gateway, type GatewayOptions } from '../server.ts';

/** A gateway that plans on the thread of the test: a thread of its own would take a second to start. */
export const openGateway = (options: GatewayOptions): Promise<Gateway> =>
  createGateway({ planning: { place: createFederationExecutor, timeoutMs: 1_000 }, ...options });
