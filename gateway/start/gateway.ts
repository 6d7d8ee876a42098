import { openAdresses } from '@palier/adresses/adresses';
import { openDepots } from '@palier/depots/depots';
import { openPages } from '@palier/pages/pages';
import { runGateway } from '@palier/gateway/run-gateway';

/** Palier's gateway, in a process of its own: the gateway, and what is served beside the graph. */
await runGateway(process.env, [...openDepots(), ...openAdresses(), ...openPages()]);
