import { runGateway } from '@palier/gateway/run-gateway';
import { listRooms } from './house/list-rooms.ts';

/** Palier's gateway, in a process of its own: the gateway, and what is served beside the graph. */
await runGateway(process.env, listRooms);
