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

function stopOnSignal(gateway: Gateway): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void gateway.stop().finally(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  const lines = error instanceof EnvironmentFault ? error.faults : [sayFault(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
});
