import { openAdresses } from '@palier/adresses/adresses';
import { openDepots } from '@palier/depots/depots';
import type { Room } from '@palier/gateway/http/room';
import { openMcp } from '@palier/mcp/mcp';
import { openPages } from '@palier/pages/pages';

/** What is served beside the graph, by its own clients, in the order of the links of every page. */
export function listRooms({ mcp }: { readonly mcp: boolean }): readonly Room[] {
  return [...openPages(), ...openAdresses(), ...openDepots(), ...(mcp ? openMcp() : [])];
}
