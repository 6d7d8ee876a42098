import './base/telemetry-off.ts';
import { EnvironmentFault, type GatewaySettings, readEnvironment } from './environment.ts';
import type { Mount } from './http/mounts/mount.ts';
import { createLogger } from './base/logger.ts';
import { createGateway, type Gateway } from './server.ts';
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
    const { url } = await gateway.listen(port, host);
    logger.info('La passerelle répond', { url: `${url}/graphql` });
    stopOnSignal(gateway);
  } catch (error) {
    const lines = error instanceof EnvironmentFault ? error.faults : [sayFault(error)];
    for (const line of lines) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

/** Also when the program that started it with a channel is gone. A signal often comes twice: once is enough. */
function stopOnSignal(gateway: Gateway): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void gateway.stop().finally(() => process.exit(0));
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, stop);
  // It was gone while this program was still being loaded: nobody will say so again.
  if (process.connected === false) stop();
}
