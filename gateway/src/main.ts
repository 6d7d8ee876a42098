import { runGateway } from './run-gateway.ts';

/** The gateway alone, on any supergraph. */
await runGateway(process.env);
