import { runGateway } from '@palier/gateway/run-gateway';
import { listMounts } from './house/list-mounts.ts';

/** Palier's gateway, in a process of its own: the gateway, and what is served beside the graph. */
await runGateway(process.env, listMounts);
