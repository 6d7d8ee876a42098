import './telemetry-off.ts';
import { EnvironmentFault, readEnvironment } from './environment.ts';
import { createLogger } from './logger.ts';
import { createGateway, type Gateway } from './server.ts';
import { sayFault } from './start-fault.ts';

/** Environment → server → listen → drain. */
async function main(): Promise<void> {
  const { supergraphPath, port, host, settings } = readEnvironment(process.env);
  const logger = createLogger(settings.logLevel);
  const gateway = await createGateway({ supergraph: { path: supergraphPath }, logger, ...settings });
  const { url } = await gateway.listen(port, host);
  logger.info('La passerelle répond', { url: `${url}/graphql` });
  stopOnSignal(gateway);
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
}

main().catch((error: unknown) => {
  const lines = error instanceof EnvironmentFault ? error.faults : [sayFault(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
});
