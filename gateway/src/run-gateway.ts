import './base/telemetry-off.ts';
import { endOnSignal } from '@palier/calls/program/end-on-signal';
import { EnvironmentFault, type GatewaySettings, readEnvironment } from './environment.ts';
import type { Mount } from './http/mounts/mount.ts';
import { createLogger } from './base/logger.ts';
import { createGateway } from './server.ts';
import { sayFault } from './base/start-fault.ts';
import type { Variables } from './base/variable-reader.ts';

/**
 * Environment → server → listen → drain, until a signal.
 * @param listMounts what is served beside the graph, by what the gateway was told
 */
export async function runGateway(
  variables: Variables,
  listMounts: (settings: GatewaySettings) => readonly Mount[] = () => [],
): Promise<void> {
  const ending = endOnSignal();
  try {
    const { supergraphPath, port, host, settings } = readEnvironment(variables);
    const logger = createLogger(settings.logLevel);
    const mounts = listMounts(settings);
    const gateway = await createGateway({
      supergraph: { path: supergraphPath },
      mounts,
      logger,
      ...settings,
    });
    ending.closeWith(() => gateway.stop());
    const { url } = await gateway.listen(port, host);
    logger.info('La passerelle répond', { url: `${url}/graphql` });
  } catch (error) {
    const lines = error instanceof EnvironmentFault ? error.faults : [sayFault(error)];
    for (const line of lines) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}
